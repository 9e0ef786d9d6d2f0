"""Whether a text names somebody confidential: the index keeps none that does, and nothing of a note with one but what it says apart from it."""

import re
from collections.abc import Collection, Iterable, Mapping

from ..model.people import names_in
from ..model.resolve import fold, stem_of
from ..model.summary import Summary

_WORD = r"[^\W_]+"


def names_of(path: str, summary: Summary | None) -> set[str]:
    """What the confidential note at `path`, and the person whose note it is, go by (folded)."""
    profile = summary.profile if summary else None
    return {fold(stem_of(path)), *(names_in(profile) if profile else ())}


def single_words(names: Iterable[str]) -> set[str]:
    """Those of the names that are one word."""
    return {name for name in names if re.fullmatch(_WORD, name)}


def with_one_of(words: Collection[str], names: Iterable[str]) -> set[str]:
    """The names that are, or have in them, one of the words."""
    return {name for name in names if any(word in name for word in words) and not set(words).isdisjoint(re.findall(_WORD, name))}


class Naming:
    """Tells which texts name somebody who goes by one of these names (folded).

    `others` are names of somebody else in which one of them that is one word stands: they are theirs. What others go by, too,
    tells nothing.
    """

    def __init__(self, names: Iterable[str], others: Collection[str] = ()) -> None:
        plain = {" ".join(name.split()) for name in names} - {""}
        single = single_words(plain)
        plain -= single & {*others}
        self._named: re.Pattern[str] | None = None
        self._whole: re.Pattern[str] | None = None
        self._others: re.Pattern[str] | None = None
        if plain:
            from ..model.secret_names import any_of  # most vaults have nobody to look for

            self._named = any_of(plain)
            if others:
                self._others = any_of(others)
                self._whole = any_of(plain - single) if plain - single else None
        self._words = [max(re.findall("[a-z0-9]+", name), key=len, default="") for name in plain]
        self._quick = all(self._words)

    def __bool__(self) -> bool:
        return self._named is not None

    def may_be_in(self, packed: str) -> bool:
        """Whether a note, given as it is packed, may name one of them; quicker than `are_in`."""
        if not self._quick:
            return bool(self)
        said = fold(packed)
        return any(word in said for word in self._words)

    def are_in(self, summary: Summary) -> bool:
        """Whether the note names one of them, as a word of its own."""
        return self._named is not None and self.are_said("\n".join(_said_in(summary)))

    def are_said(self, text: str) -> bool:
        """Whether a text names one of them, as a word of its own."""
        if self._named is None:
            return False
        said = fold(" ".join(text.split()))
        if self._named.search(said) is None:
            return False
        if self._others is None or (self._whole is not None and self._whole.search(said) is not None):
            return True
        return self._named.search(self._others.sub(" ", said)) is not None


def _said_in(summary: Summary) -> list[str]:
    """All the words of a summary."""
    said: list[str] = []

    def add(value: object) -> None:
        if isinstance(value, str):
            said.append(value)
        elif isinstance(value, tuple):
            for part in value:
                add(part)
        elif isinstance(value, Mapping):
            add(tuple(value))

    add((summary.profile, summary.task_entry))
    for told in (*summary.entries, *summary.tasks, *summary.problems, *summary.spoken):
        add(told[1:])  # not the path of the note itself
    return said
