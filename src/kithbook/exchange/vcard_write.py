"""People as vCards: version 4.0 (RFC 6350), or 3.0 (RFC 2426) for phones that know no other."""

from collections.abc import Iterable, Iterator
from typing import Literal

from ..model.exported import Person
from .content_line import escape_text, write_lines
from .icalendar import PRODID
from .person import one_line

Version = Literal["3", "4"]


def write_vcards(people: Iterable[tuple[str, Person]], version: Version = "4") -> str:
    """A card for each; with every person comes an id that stays."""
    return write_lines(line for uid, person in people for line in _card(uid, person, version))


def _card(uid: str, person: Person, version: Version) -> Iterator[str]:
    given, _, family = one_line(person.name).rpartition(" ")
    if not given:
        given, family = family, ""
    yield from ("BEGIN:VCARD", f"VERSION:{version}.0", f"PRODID:{PRODID}", f"UID:{'urn:uuid:' if version == '4' else ''}{uid}")
    if version == "4":
        yield "KIND:individual"
    yield f"FN:{escape_text(one_line(person.name))}"
    yield f"N:{escape_text(family)};{escape_text(given)};;;"  # which word is the family's is a guess; FN is what counts
    for key, values in (("NICKNAME", person.aliases), ("CATEGORIES", person.tags)):
        if values:
            yield f"{key}:{','.join(escape_text(one_line(value)) for value in values)}"
    for key, value in (("ORG", person.org), ("TITLE", person.role)):
        if value:
            yield f"{key}:{escape_text(one_line(value))}"
    if person.location:
        yield f"ADR:;;;{escape_text(one_line(person.location))};;;"
    for key, values in (("EMAIL", person.email), ("TEL", person.phone)):
        yield from (f"{key}:{escape_text(one_line(value))}" for value in values)
    yield from (f"URL:{page}" for page in map(one_line, person.url) if not set(page) & set(" \\"))  # no address has these (RFC 3986)
    if person.birthday:
        yield _birthday(person.birthday, version)
    yield "END:VCARD"


def _birthday(written: str, version: Version) -> str:
    if version == "4":
        return f"BDAY:{written[:2] + written[2:].replace('-', '') if written.startswith('--') else written.replace('-', '')}"
    if written.startswith("--"):  # as Apple's programs write a day without its year, and others read it
        return f"BDAY;VALUE=date;X-APPLE-OMIT-YEAR=1604:1604-{written[2:]}"
    return f"BDAY;VALUE=date:{written}"
