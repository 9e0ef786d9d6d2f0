"""Whether a text names somebody confidential: the index keeps none that does, and nothing of a note with one but what it says apart from it."""

import re
from collections.abc import Collection, Iterable, Mapping

from ..model.people import names_in
from ..model.resolve import fold, stem_of
from ..model.summary import Summary
from ..query.names import called

_WORD = r"[^\W_]+"
_REACH = 80  # signs: no name is longer, on either side


def names_of(path: str, summary: Summary | None) -> set[str]:
    """What the confidential note at `path`, and the person whose note it is, go by (folded)."""
    profile = summary.profile if summary else None
    return {fold(stem_of(path)), *(names_in(profile) if profile else ())}


def _from_word_to_word(name: str) -> str:
    """A name of several words, without signs before the first and behind the last."""
    words = list(re.finditer(_WORD, name))
    return name[words[0].start() : words[-1].end()] if len(words) > 1 else ""


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
        single &= plain
        self._whole: re.Pattern[str] | None = None
        self._single: re.Pattern[str] | None = None
        self._others = frozenset(span for name in others if (span := _from_word_to_word(name)))
        if plain:
            from ..model.secret_names import any_of  # most vaults have nobody to look for

            self._whole = any_of(plain - single) if plain - single else None
            self._single = any_of(single) if single else None
        self._words = [max(re.findall("[a-z0-9]+", name), key=len, default="") for name in plain]
        self._quick = all(self._words)

    def __bool__(self) -> bool:
        return self._whole is not None or self._single is not None

    def may_be_in(self, packed: str) -> bool:
        """Whether a note, given as it is packed, may name one of them; quicker than `are_in`."""
        if not self._quick:
            return bool(self)
        said = fold(packed)
        return any(word in said for word in self._words)

    def are_in(self, summary: Summary) -> bool:
        """Whether the note names one of them, as a word of its own."""
        return bool(self) and self.are_said("\n".join(_said_in(summary)))

    def are_names_of(self, path: str, summary: Summary) -> bool:
        """Whether what the contact whose note is at `path` can be called names one of them: then it is not kept."""
        return bool(self) and summary.profile is not None and any(map(self.are_said, called(path, summary.profile).names))

    def are_said(self, text: str) -> bool:
        """Whether a text names one of them, as a word of its own."""
        if not self:
            return False
        said = fold(" ".join(text.split()))
        if self._whole is not None and self._whole.search(said):
            return True
        return self._single is not None and any(not self._is_others(said, found.start()) for found in self._single.finditer(said))

    def _is_others(self, said: str, place: int) -> bool:
        """Whether the word at a place is a part of somebody else's name."""
        if not self._others:
            return False
        first = max(0, place - _REACH)
        words = [(first + word.start(), first + word.end()) for word in re.finditer(_WORD, said[first : place + _REACH])]
        return any(said[start:end] in self._others for start, _ in words if start <= place for _, end in words if end > place)


class _InDoubt(Naming):
    """Nobody knows by which names they go: any text may name them."""

    def are_said(self, text: str) -> bool:
        return True


IN_DOUBT = _InDoubt(())


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
