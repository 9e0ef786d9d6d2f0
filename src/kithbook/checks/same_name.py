"""Two contacts with one name."""

from collections.abc import Iterator
from shlex import quote

from ..model.resolve import fold
from .overview import Overview
from .rule import Rule, Slip


def _check(overview: Overview) -> Iterator[Slip]:
    named: dict[str, str] = {}
    for path, contact in overview.book.contacts.items():
        first = named.setdefault(fold(" ".join(contact.name.split())), path)
        if first != path:
            yield Slip(path, *overview.place_of(path, "name"), f"{first} has the same name, {contact.name}",
                       f"if they are one: nb merge {quote(first)} {quote(path)}; if not, set them apart with `name:`")


SAME_NAME = Rule(
    "same-name", "warning",
    "Two contacts have one name.",
    "A command that is given the name has to ask which of them is meant, and a link by it can mean either.",
    "If they are one person, `nb merge`; if not, tell them apart in `name:`, and keep the name as an alias.",
    check_book=_check)
