"""Names that a note cannot have on every system."""

from collections.abc import Iterator
from unicodedata import normalize

from ..model.resolve import fold
from ..text.file_name import fault_in_name
from .overview import Overview
from .rule import Rule, Slip

_JOINERS = dict.fromkeys((0x200C, 0x200D))


def _check(overview: Overview) -> Iterator[Slip]:
    folded: dict[str, str] = {}
    contacts = overview.book.contacts.keys()
    judged: dict[str, str | None] = {}  # folders are many notes' own
    for path in overview.pages:
        other = folded.setdefault(fold(path), path)
        if other != path:
            same_form = normalize("NFC", path) == normalize("NFC", other)
            yield Slip(path, 1, 1, f"{other} has the same name {'in another unicode form' if same_form else 'but for case'}, "
                       "and on some systems only one of them can be there",
                       "rename one of them (nb rename), or nb merge the two" if {path, other} <= contacts
                       else "give one of them another name, or take what it says over into the other one, and delete it")
            continue
        *parents, name = path.removesuffix(".md").split("/")
        for folder in parents:
            if folder not in judged:
                judged[folder] = _fault_in(folder)
            if fault := judged[folder]:
                yield Slip(path, 1, 1, f"the folder `{folder}`: {fault}", "rename the folder, so that everybody can have the vault")
                break
        else:
            # What a system minds at the end of a name does not stand there: the ending does.
            if fault := _fault_in(name.removesuffix(".md").rstrip(". ")):
                yield Slip(path, 1, 1, f"the name of this note: {fault}", "rename it, so that everybody can have the vault")


def _fault_in(name: str) -> str | None:
    """Why not every system can have a file of that name. (Joiners, which Persian and emoji are written with, all can.)"""
    return fault_in_name(name.translate(_JOINERS)) if name else None


PORTABLE_NAME = Rule(
    "portable-name", "warning",
    "The name of a note or its folder is not possible on every system, or differs from another one by case or unicode form alone.",
    "On Windows, a Mac or a phone such a note is missing, or takes the place of the other one, and git reports changes that nobody made.",
    "Rename it: `nb rename` for a contact, so that links follow.",
    check_book=_check)
