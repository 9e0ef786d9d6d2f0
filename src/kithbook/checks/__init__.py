"""What may be wrong with notes: one rule a file, and the engine that asks them all.

A rule says what it is about and finds its slips as values; who shows them, and whether
they stop a commit, is the affair of the edges (`nb check`, the hook).
"""
