"""People as a table, and as JSON-LD."""

import csv
from collections.abc import Iterable
from io import StringIO
from typing import Any

from ..model.exported import Person
from .cell import guard, join_values
from .person import one_line

COLUMNS = ("name", "nickname", "org", "role", "location", "email", "phone", "url", "tags", "birthday", "uid")
# The whole of it stands in the file, since a reader without a network could not ask schema.org; its own names begin with `http:`, too.
VOCABULARY = "http://schema.org/"


def write_csv(people: Iterable[tuple[str, Person]]) -> str:
    """A table as RFC 4180 has it, with the id of each; several values in a cell have ` ::: ` between them, as in Google's."""
    out = StringIO()
    table = csv.writer(out)
    table.writerow(COLUMNS)
    for uid, one in people:
        lists = (one.aliases, one.email, one.phone, one.url, one.tags)
        nicknames, email, phone, url, tags = map(join_values, lists)
        table.writerow(guard(one_line(cell)) for cell in (one.name, nicknames, one.org, one.role, one.location, email, phone, url, tags, one.birthday, uid))
    return out.getvalue()


def as_json_ld(people: Iterable[tuple[str, Person]]) -> dict[str, Any]:
    """The people as schema.org has them. A birthday without its year is no date there, and is left out."""
    return {"@context": {"@vocab": VOCABULARY}, "@graph": [_person(uid, one) for uid, one in people]}


def _person(uid: str, one: Person) -> dict[str, Any]:
    said: dict[str, Any] = {
        "@type": "Person", "@id": f"urn:uuid:{uid}", "name": one.name, "alternateName": list(one.aliases),
        "worksFor": {"@type": "Organization", "name": one.org} if one.org else None, "jobTitle": one.role,
        "homeLocation": {"@type": "Place", "name": one.location} if one.location else None,
        "email": list(one.email), "telephone": list(one.phone), "url": list(one.url), "keywords": list(one.tags),
        "birthDate": "" if one.birthday.startswith("--") else one.birthday}
    return {key: value for key, value in said.items() if value}
