"""Where things live: the only room that touches disk and git."""
