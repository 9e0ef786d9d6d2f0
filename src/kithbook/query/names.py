"""Whom a name on the command line means."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from ..errors import UsageError
from ..model.resolve import fold, stem_of

if TYPE_CHECKING:
    from ..model.book import Book
    from ..model.contact import Contact

_MOST_CANDIDATES = 8


def _names(contact: Contact) -> list[str]:
    profile = contact.whole_profile
    return [fold(name) for name in (profile.name, *profile.aliases, stem_of(contact.path), *profile.email)]


def find_candidates(book: Book, typed: str) -> list[Contact]:
    """The contacts whom `typed` can mean: an exact name, alias, file name or e-mail beats a part of one."""
    wanted = fold(" ".join(typed.split()))
    if not wanted:
        return []
    contacts = book.contacts.values()
    at_path = [contact for contact in contacts if wanted in (fold(contact.path), fold(contact.path[:-3]))]
    if at_path:
        return at_path
    named = [(contact, _names(contact)) for contact in contacts]
    exact = [contact for contact, names in named if wanted in names]
    if exact:
        return exact
    return [contact for contact, names in named if any(wanted in name for name in names)]


def ambiguous(typed: str, found: Sequence[Contact]) -> UsageError:
    """What to say when several people can be meant."""
    shown = [f"{contact.name} ({contact.path})" for contact in found[:_MOST_CANDIDATES]]
    if len(found) > _MOST_CANDIDATES:
        shown.append(f"and {len(found) - _MOST_CANDIDATES} more")
    return UsageError(f"`{typed}` can mean {len(found)} people: {', '.join(shown)}",
                      "type more of the name, or the path")


def spelt_alike(book: Book, typed: str) -> list[str]:
    """Whose names are spelt much like what was typed, the likest first."""
    from difflib import get_close_matches

    spelt = {
        part: contact.name
        for contact in book.contacts.values()
        for name in _names(contact)
        for part in (*name.split(), name)
    }
    return list(dict.fromkeys(spelt[name] for name in get_close_matches(fold(typed), spelt, n=3, cutoff=0.65)))


def unknown(typed: str, near: Sequence[str]) -> UsageError:
    """What to say when nobody is called so; `near` are those whose names are spelt much like it."""
    remedy = f"did you mean {' or '.join(near)}?" if near else "`nb list` shows everybody"
    return UsageError(f"nobody here is called `{typed}`", remedy)
