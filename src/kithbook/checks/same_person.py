"""People who may be in the vault twice."""

from collections.abc import Iterator, Sequence
from shlex import quote

from ..model.contact import Contact
from ..model.resolve import fold
from ..query.met_before import digits_of, same_number
from ..query.wording import bare
from .overview import Overview
from .rule import Rule, Slip

_LAST_DIGITS = 6
_LONG_ENOUGH = 5  # for a part of a name that may be misspelt
_TOO_LIKE = 100  # names that are made by a rule, not given
_TOO_MANY = 4  # that share an address or a number: it is an office's


def _check(overview: Overview) -> Iterator[Slip]:
    # What is told of a confidential person is the name alone.
    people = [contact for contact in overview.book.contacts.values() if not contact.confidential]
    told: set[tuple[str, str]] = set()
    for key, sort, pairs in (("email", "e-mail address", _by_address(people)), ("phone", "telephone number", _by_number(people)),
                             ("name", "", _by_name(people))):
        for first, second in pairs:
            pair = first.path, second.path
            if pair in told or fold(first.name) == fold(second.name):
                continue
            told.add(pair)
            why = f"has the same {sort}" if sort else "has a name spelt much like it"
            yield Slip(second.path, *overview.place_of(second.path, key), f"{first.name} ({first.path}) {why}",
                       f"if they are one: nb merge {quote(first.path)} {quote(second.path)}")


Pairs = Iterator[tuple[Contact, Contact]]


def _pairs(groups: Sequence[list[Contact]]) -> Pairs:
    """Each with the first of its group; groups of many say nothing."""
    for group in groups:
        people = list({contact.path: contact for contact in group}.values())
        if 1 < len(people) < _TOO_MANY:
            yield from ((people[0], other) for other in people[1:])


def _by_address(people: Sequence[Contact]) -> Pairs:
    groups: dict[str, list[Contact]] = {}
    for contact in people:
        for address in contact.profile.email:
            groups.setdefault(fold(address.removeprefix("mailto:").strip()), []).append(contact)
    return _pairs(list(groups.values()))


def _by_number(people: Sequence[Contact]) -> Pairs:
    groups: dict[str, list[tuple[str, Contact]]] = {}
    for contact in people:
        for phone in contact.profile.phone:
            digits = digits_of(phone)
            if len(digits) >= _LAST_DIGITS:
                groups.setdefault(digits[-_LAST_DIGITS:], []).append((digits, contact))
    same = [[other for digits, other in group if same_number(group[0][0], digits)] for group in groups.values() if len(group) > 1]
    return _pairs(same)


def _by_name(people: Sequence[Contact]) -> Pairs:
    """Names of the same parts in another order or with other accents, or with one slip in a long part."""
    same: dict[str, list[Contact]] = {}
    near: dict[tuple[str, str], list[tuple[str, Contact]]] = {}  # by the other parts, and the first letters of this one
    for contact in people:
        parts = sorted(bare(contact.name).replace(",", " ").split())
        if len(parts) > 1:
            same.setdefault(" ".join(parts), []).append(contact)
            for place, part in enumerate(parts):
                if len(part) >= _LONG_ENOUGH and part.isalpha():
                    rest = " ".join([*parts[:place], *parts[place + 1 :]])
                    near.setdefault((rest, part[:2]), []).append((part, contact))
    yield from _pairs(list(same.values()))
    groups = [group for group in near.values() if 1 < len(group) < _TOO_LIKE]
    if groups:
        from rapidfuzz.distance import OSA

        for group in groups:
            for place, (part, contact) in enumerate(group):
                for other_part, other in group[place + 1 :]:
                    if part != other_part and OSA.distance(part, other_part, score_cutoff=1) <= 1:
                        yield contact, other


SAME_PERSON = Rule(
    "same-person", "info",
    "Two contacts have one e-mail address or telephone number, or names that are spelt much alike.",
    "They may be one person, met twice. They may as well be a couple, or namesakes: only you can tell.",
    "If they are one: `nb merge`. If not, leave it, or set `same-person: off` in `checks:`.",
    check_book=_check)
