"""How wide an answer may be."""

import os


def given_width(on_terminal: bool, file: int) -> int:
    """The columns that `$COLUMNS` or else the terminal behind `file` has; 0 when nobody says."""
    columns = os.environ.get("COLUMNS", "")
    width = int(columns) if columns.isdecimal() and columns.isascii() and len(columns) < 6 else 0
    if not width and on_terminal:
        try:
            width = os.get_terminal_size(file).columns
        except OSError:
            width = 0
    return width
