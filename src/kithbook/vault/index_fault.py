"""What goes wrong with the index, and whether it is of use later: whoever asks then reads the notes instead."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

# What is not the fault of the file itself, and may be over the next time.
_PASSING = frozenset([
    sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED, sqlite3.SQLITE_READONLY, sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR,
    sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM, sqlite3.SQLITE_NOMEM, sqlite3.SQLITE_INTERRUPT,
])


class IndexFault(Exception):
    """The index is of no use now, and the notes have to be read; `broken` when it will not be of use later either."""

    def __init__(self, message: str, *, broken: bool = False) -> None:
        super().__init__(message)
        self.broken = broken


@contextmanager
def trouble_is_a_fault() -> Iterator[None]:
    """Whatever SQLite, the disk or what stands in the index says against it, as an `IndexFault`."""
    try:
        yield
    except sqlite3.Error as error:
        code = getattr(error, "sqlite_errorcode", None)
        raise IndexFault(str(error), broken=code is None or code & 0xFF not in _PASSING) from error
    except OSError as error:
        raise IndexFault(str(error)) from error
    except (ValueError, TypeError, LookupError, ArithmeticError) as error:  # what stands in it makes no sense
        raise IndexFault(str(error), broken=True) from error
