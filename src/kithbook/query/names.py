"""Whom a name on the command line means."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from ..errors import UsageError
from ..model.record import NamedTuple
from ..model.resolve import fold, stem_of

if TYPE_CHECKING:
    from ..model.contact import Contact, Profile

_MOST_CANDIDATES = 8


class Called(NamedTuple):
    """A contact and what a name can be of theirs (folded): name, aliases, file name, e-mail addresses."""

    path: str
    name: str
    names: tuple[str, ...]


def called(path: str, profile: Profile) -> Called:
    """What the contact whose note is at `path` can be called; `profile` is the whole one."""
    return Called(path, profile.name, tuple(map(fold, (profile.name, *profile.aliases, stem_of(path), *profile.email))))


def all_called(contacts: Iterable[Contact]) -> list[Called]:
    """What each of these contacts can be called."""
    return [called(contact.path, contact.whole_profile) for contact in contacts]


def wanted_in(typed: str) -> str:
    """A name, or a path as shells complete it, as it is compared."""
    return fold(" ".join(typed.split()).removeprefix("./"))


def find_candidates(people: Iterable[Called], typed: str) -> list[Called]:
    """Those whom `typed` can mean: an exact name, alias, file name (behind folders, as links have it) or e-mail beats a part of one.

    Somebody who is called so but for accents is as likely as one in whose name it is a part.
    `people` are all contacts, or those at least in whose path or names it stands, or who have names with accents.
    """
    wanted = wanted_in(typed)
    people = list(people)
    return find_exactly(people, typed) or [
        each for each in people if wanted and any(wanted in name or _is_accented(name, wanted) for name in each.names)]


def find_exactly(people: Sequence[Called], typed: str) -> list[Called]:
    """Those whose path, name, alias, file name or e-mail `typed` is. `people` are those at least in whose path or names it stands."""
    wanted = wanted_in(typed)
    if not wanted:
        return []
    at_path = [each for each in people if wanted in (fold(each.path), fold(each.path[:-3]))]
    if at_path:  # of two whose paths differ by case alone, the one that was typed
        path = " ".join(typed.split()).removeprefix("./").removesuffix(".md") + ".md"
        return [each for each in at_path if each.path == path] or at_path
    ending = f"/{wanted.removesuffix('.md')}.md"
    return [each for each in people if wanted in each.names or fold(each.path).endswith(ending)]


def _is_accented(name: str, wanted: str) -> bool:
    """Whether a name is the one that is wanted, with accents."""
    if name.isascii():
        return False
    from .wording import bare

    return bare(name) == wanted


def find_without_accents(people: Iterable[Called], typed: str) -> list[Called]:
    """Those whom `typed` can mean when accents do not count: an exact name beats a part of one. `people` are all contacts."""
    from .wording import bare

    wanted = bare(wanted_in(typed))
    if not wanted:
        return []
    plain = [(each, tuple(map(bare, each.names))) for each in people]
    return [each for each, names in plain if wanted in names] or [
        each for each, names in plain if any(wanted in name for name in names)]


def ambiguous(typed: str, found: Sequence[Called]) -> UsageError:
    """What to say when several people can be meant."""
    shown = [f"{each.name} ({each.path})" for each in found[:_MOST_CANDIDATES]]
    if len(found) > _MOST_CANDIDATES:
        shown.append(f"and {len(found) - _MOST_CANDIDATES} more")
    return UsageError(f"`{typed}` can mean {len(found)} people: {', '.join(shown)}",
                      "type more of the name, or the path")


def spelt_alike(people: Iterable[Called], typed: str) -> list[str]:
    """Whose names are spelt much like what was typed, the likest first."""
    from difflib import get_close_matches

    spelt = {part: each.name for each in people for name in each.names for part in (*name.split(), name)}
    return list(dict.fromkeys(spelt[name] for name in get_close_matches(fold(typed), spelt, n=3, cutoff=0.65)))


def unknown(typed: str, near: Sequence[str]) -> UsageError:
    """What to say when nobody is called so; `near` are those whose names are spelt much like it."""
    remedy = f"did you mean {' or '.join(near)}?" if near else "`nb list` shows everybody"
    return UsageError(f"nobody here is called `{typed}`", remedy)
