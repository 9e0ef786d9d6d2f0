"""Whether a text names somebody confidential: the index keeps none that does, and nothing of a note with one but what it says apart from it."""

from collections.abc import Callable, Collection, Iterable, Mapping

from ..model.note import SOMEBODYS
from ..model.pattern import pattern
from ..model.people import names_in
from ..model.record import NamedTuple
from ..model.resolve import stem_of
from ..model.summary import Summary
from ..query.names import called

_WORD = pattern(r"[^\W_]+")
_LETTERS = pattern("[a-z0-9]+")
_SIGNS = str.maketrans("", "", "*_`\\")
_MAY_STAND_FOR_OTHERS = pattern("[&%<]")


class GoesBy(NamedTuple):
    """What people go by, and how they are reached, as their notes have it."""

    names: frozenset[str] = frozenset()
    emails: frozenset[str] = frozenset()
    urls: frozenset[str] = frozenset()
    phones: frozenset[str] = frozenset()


NOBODY = GoesBy()


def goes_by(path: str, summary: Summary | None) -> GoesBy:
    """What the person whose confidential note is at `path` goes by: a contact, or somebody whose note cannot be read. The title of another note is nobody's name."""
    from ..model.secret_names import is_nobodys

    if summary is None:
        return GoesBy(frozenset([stem_of(path)]))
    profile = summary.profile
    if profile is None or summary.kind not in SOMEBODYS:
        return NOBODY
    names = frozenset(name for name in (stem_of(path), *names_in(profile)) if not is_nobodys(name))
    return GoesBy(names, frozenset(profile.email), frozenset(profile.url), frozenset(profile.phone))


def all_of(known: Iterable[GoesBy]) -> GoesBy:
    """What all of these go by."""
    return GoesBy(*map(frozenset[str]().union, *known)) if (known := tuple(known)) else GoesBy()


def words_of(names: Iterable[str]) -> set[str]:
    """Those of the names that are one word, with their genitives."""
    if not names:
        return set()
    from ..model import secret_names

    return secret_names.words_of(names)


def with_one_of(words: Collection[str], names: Iterable[str]) -> set[str]:
    """The names that are, or have in them, one of the words (see `words_of`)."""
    if not words:
        return set()
    from ..model.as_read import as_read

    words = frozenset(words)
    return {name for name in names if not words.isdisjoint(_WORD.findall((name if name.isascii() else as_read(name)).casefold()))}


class Naming:
    """Tells which texts name somebody who goes by this, in whatever way they are written (`model.secret_names`).

    `others` are names of somebody else in which one of theirs that is one word stands: they are not meant by them. What others go by, too,
    tells nothing.
    """

    def __init__(self, known: GoesBy = NOBODY, others: Collection[str] = ()) -> None:
        self._tells: Callable[[object], bool] | None = None
        if not any(known):
            return
        from ..model.as_read import readings  # most vaults have nobody to look for
        from ..model.secret_names import has_number, names_one_of, secret_names_alone

        names = secret_names_alone(*known, others)
        # A text that names somebody has the longest run of letters or digits of one of their names in it.
        self._runs = {max(_LETTERS.findall(name), key=len, default="") for name in (*names.whole, *names.single)}
        self._numbers = names.numbers
        self._tells = names_one_of(names) if names else None
        self._readings, self._has_number = readings, has_number

    def __bool__(self) -> bool:
        return self._tells is not None

    def may_be_in(self, packed: str) -> bool:
        """Whether a text, or a note given as it is packed, may name one of them; quicker than `are_said`."""
        if self._tells is None:
            return False
        if packed.isascii() and not _MAY_STAND_FOR_OTHERS.search(packed):
            said = packed.translate(_SIGNS).lower()
        else:
            said = " ".join(self._readings(packed)).casefold()
        return any(run in said for run in self._runs) or (bool(self._numbers) and self._has_number(said, self._numbers))

    def are_in(self, summary: Summary) -> bool:
        """Whether the note names one of them."""
        return self._tells is not None and any(map(self._tells, _said_in(summary)))

    def are_names_of(self, path: str, summary: Summary) -> bool:
        """Whether what the contact whose note is at `path` can be called names one of them: then it is not kept."""
        return bool(self) and summary.profile is not None and any(map(self.are_said, called(path, summary.profile).names))

    def are_said(self, text: str) -> bool:
        """Whether a text names one of them."""
        return self._tells is not None and self.may_be_in(text) and self._tells(text)


class _InDoubt(Naming):
    """Nobody knows by which names they go: any text may name them."""

    def are_said(self, text: str) -> bool:
        return True


IN_DOUBT = _InDoubt()


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
