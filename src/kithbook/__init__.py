"""kithbook: a plain-text, git-backed toolkit for tending relationships."""

__version__ = "0.1.0"
