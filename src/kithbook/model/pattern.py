"""Patterns that are compiled when they are first needed: a command uses few of those of the modules that it loads."""

from __future__ import annotations

import re
from typing import Any, AnyStr, cast


class _Pattern:
    """Stands for a pattern. What is asked of it is kept, so that it costs nothing more from the second time on."""

    def __init__(self, pattern: str | bytes, flags: re.RegexFlag) -> None:
        self.pattern = pattern
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        found = getattr(re.compile(self.pattern, self._flags), name)
        setattr(self, name, found)
        return found


def pattern(written: AnyStr, flags: re.RegexFlag = re.NOFLAG) -> re.Pattern[AnyStr]:
    """What `re.compile` gives, but for the time that it takes, which is when it is first used."""
    return cast("re.Pattern[AnyStr]", _Pattern(written, flags))
