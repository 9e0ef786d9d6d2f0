"""How a text points at a note that is confidential and no person's: a diary, a meeting, a plan.

Its title is nobody's name: the words are anybody's. It counts where the note is linked, or stands as a path.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection

from .as_read import as_read
from .resolve import stem_of

_IN_A_LINK = r"(?:\[\[|\]\()\s?(?:[^\[\]()|#\n]{0,200}/)?"
_LINK_ENDS = r"(?:\.md)?\s?(?=[\])|#^]|\Z)"
_NO_MORE = r"(?![^\W_])"
_NOT_WITHIN = r"(?<![^\W_])"


def points_at_one_of(paths: Collection[str]) -> Callable[[str], bool]:
    """Tells whether a text, as it is read and folded, links one of the notes at these paths, or has its path in it.

    A link is told by the title alone, in whatever folder it looks for it.
    """
    titles = {as_read(stem_of(path)).casefold() for path in paths}
    wholes = {as_read(path.removesuffix(".md")).casefold() for path in paths if "/" in path}
    linked = _any_between(_IN_A_LINK, titles, _LINK_ENDS)
    files = _any_between(_NOT_WITHIN, titles, rf"\.md{_NO_MORE}")
    named = _any_between(_NOT_WITHIN, wholes, _NO_MORE)

    def points(read: str) -> bool:
        return (("[[" in read or "](" in read) and linked.search(read) is not None) or (
            ".md" in read and files.search(read) is not None) or ("/" in read and named.search(read) is not None)

    return points


def _any_between(before: str, words: Collection[str], behind: str) -> re.Pattern[str]:
    return re.compile(f"{before}(?:{'|'.join(map(re.escape, sorted(words))) or '(?!)'}){behind}")
