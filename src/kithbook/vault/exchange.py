"""Two files swapped in one step (Linux), so that what was there is never lost, only moved aside."""

import ctypes
import os
from functools import cache

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2


@cache
def _renameat2() -> "ctypes._NamedFuncPointer | None":
    """The C library's function, where there is one."""
    try:
        return ctypes.CDLL(None, use_errno=True).renameat2
    except (OSError, AttributeError, TypeError):
        return None


def exchange(one: str, other: str) -> bool:
    """Swap two files in one step; False where this machine or file system cannot. Raises `OSError` otherwise."""
    function = _renameat2()
    if function is None:
        return False
    if function(_AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other), _RENAME_EXCHANGE) == 0:
        return True
    error = ctypes.get_errno()
    if error in (22, 38, 95):  # EINVAL, ENOSYS, EOPNOTSUPP: not here
        return False
    raise OSError(error, os.strerror(error))
