"""Whether somebody who is to be added is known already: by name, address, number or a near spelling."""

from collections.abc import Sequence

from ..model.book import Book
from ..model.contact import Contact
from ..model.record import NamedTuple
from ..model.resolve import fold, stem_of
from .wording import bare

NEAR = 86  # of 100; `Jon Smith` and `John Smith` are 95, `Ana Reyes` and `Ada Reyes` 89
_FEWEST_DIGITS = 6


class Acquaintance(NamedTuple):
    """Somebody who may be the same: `why` says by what, `same_name` whether the very name is taken."""

    contact: Contact
    why: str
    same_name: bool


def digits_of(phone: str) -> str:
    """The digits of a telephone number, without zeros before them."""
    return "".join(sign for sign in phone if sign.isdigit()).lstrip("0")


def find_acquaintances(book: Book, name: str, emails: Sequence[str] = (), phones: Sequence[str] = ()) -> list[Acquaintance]:
    """Those whom one may have met before, the surest first."""
    from rapidfuzz import fuzz

    wanted, spelt = fold(name), bare(name)
    addresses = set(map(fold, emails))
    numbers = {digits for phone in phones if len(digits := digits_of(phone)) >= _FEWEST_DIGITS}
    found: list[tuple[int, Acquaintance]] = []
    for contact in book.contacts.values():
        profile = contact.whole_profile
        names = (profile.name, stem_of(contact.path), *profile.aliases)
        if wanted in map(fold, names[:2]):
            found.append((0, Acquaintance(contact, "the same name", True)))
        elif wanted in map(fold, names):
            found.append((1, Acquaintance(contact, "an alias", False)))
        elif addresses & set(map(fold, profile.email)):
            found.append((2, Acquaintance(contact, "the same e-mail address", False)))
        elif any(same_number(mine, digits_of(phone)) for mine in numbers for phone in profile.phone):
            found.append((3, Acquaintance(contact, "the same telephone number", False)))
        elif max(fuzz.ratio(spelt, bare(other)) for other in names) >= NEAR:
            found.append((4, Acquaintance(contact, "a name spelt much like it", False)))
    return [acquaintance for _, acquaintance in sorted(found, key=lambda item: (item[0], item[1].contact.path))]


def same_number(one: str, other: str) -> bool:
    """Whether two numbers are the same but for a country code or a leading zero."""
    shorter, longer = sorted((one, other), key=len)
    return len(shorter) >= _FEWEST_DIGITS and longer.endswith(shorter)
