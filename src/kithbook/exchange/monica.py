"""What Monica exports as JSON: contacts with their fields, notes, calls and activities.

The format is that of Monica 3 and 4 (`version` `1.0-preview.1`): under `account`, `data` lists
groups of records, each with its `type` and `values`, and a record its `properties` and `data`.
Monica's SQL export is a dump of its database, and is not read.
"""

import json
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from ..errors import VaultError
from ..model.exported import Export, Happening, Person, Remark
from .decode import decode_export
from .person import as_key, as_tags, each_once, one_line, read_birthday, several_lines

_KIND_OF_FIELD = {"email": "email", "phone": "phone"}


def read_monica(data: bytes) -> Export:
    """The contacts of an export. Raises `VaultError` for a file that is none."""
    try:
        whole = json.loads(decode_export(data))
    except (ValueError, RecursionError) as error:
        line = getattr(error, "lineno", 1)
        raise VaultError(f"line {line}: this is no JSON", "Monica: Settings, Export data, as JSON (the SQL export is not read)") from None
    account = whole.get("account") if isinstance(whole, dict) else None
    if not isinstance(account, dict):
        raise VaultError("there is no account in this file", "Monica: Settings, Export data, as JSON")
    instance = account.get("instance")
    known = instance.get("contact_field_types") if isinstance(instance, dict) else None
    types = {record.get("uuid"): _properties(record) for record in _list(known)}
    activities = {record.get("uuid"): record for record in _records(account, "activity")}
    people: list[Person] = []
    remarks: list[Remark] = []
    for number, record in enumerate(_records(account, "contact"), 1):
        person = _read_contact(record, types, activities)
        if person is None:
            remarks.append(Remark(1, "skipped", f"contact {number} has no name"))
        elif _properties(record).get("is_partial"):
            remarks.append(Remark(1, "skipped", f"{person.name} is no contact of yours, but somebody's relation"))
        else:
            people.append(person)
    return Export(tuple(people), tuple(remarks))


def _list(value: Any) -> list[Mapping[str, Any]]:
    return [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []


def _records(holder: Mapping[str, Any], kind: str) -> Iterator[Mapping[str, Any]]:
    for group in _list(holder.get("data")):
        if group.get("type") == kind:
            yield from _list(group.get("values"))


def _properties(record: Mapping[str, Any]) -> Mapping[str, Any]:
    found = record.get("properties")
    return found if isinstance(found, dict) else {}


def _text(properties: Mapping[str, Any], key: str) -> str:
    value = properties.get(key)
    return str(value) if isinstance(value, (str, int)) and not isinstance(value, bool) else ""


def _read_contact(record: Mapping[str, Any], types: Mapping[Any, Mapping[str, Any]],
                  activities: Mapping[Any, Mapping[str, Any]]) -> Person | None:
    said = _properties(record)
    name = one_line(" ".join(_text(said, key) for key in ("first_name", "middle_name", "last_name")))
    if not name:
        return None
    fields: dict[str, list[str]] = {}
    further: list[tuple[str, str]] = []
    for one in map(_properties, _records(record, "contact_field")):
        meant = types.get(one.get("type"), {})
        label = _text(meant, "name").casefold()
        kind = _KIND_OF_FIELD.get(_text(meant, "type")) or ("email" if "mail" in label else "phone" if "phone" in label else "")
        value = one_line(_text(one, "data"))
        if kind:
            fields.setdefault(kind, []).append(value)
        elif value:
            further.append((as_key("monica", label or "field"), value))
    address = next(map(_properties, _records(record, "address")), {})
    whole = ", ".join(each_once(_text(address, key) for key in ("street", "postal_code", "city", "province", "country")))
    met = said.get("first_met_date")
    further += [(key, one_line(value)) for key, value in (
        ("address", whole), ("monica_description", _text(said, "description")),
        ("monica_food", _text(said, "food_preferences")), ("monica_first_met", _day_of(met))) if one_line(value)]
    nickname = one_line(_text(said, "nickname"))
    tags = said.get("tags")
    return Person(
        1, name, aliases=(nickname,) if nickname and nickname != name else (), org=one_line(_text(said, "company")),
        role=one_line(_text(said, "job")), location=", ".join(each_once(_text(address, key) for key in ("city", "country"))),
        email=each_once(fields.get("email", ())), phone=each_once(fields.get("phone", ())),
        tags=as_tags(map(str, tags)) if isinstance(tags, list) else (), birthday=_day_of(said.get("birthdate")),
        further=tuple(dict(further).items()),
        notes=tuple(text for note in _records(record, "note") if (text := several_lines(_text(_properties(note), "body")))),
        happened=tuple(_happened(record, activities)))


def _day_of(special: Any) -> str:
    """A special date; one that is guessed from an age is none."""
    if not isinstance(special, dict) or special.get("is_age_based"):
        return ""
    day = read_birthday(_text(special, "date")[:10])
    return f"--{day[5:]}" if day and special.get("is_year_unknown") else day


def _happened(record: Mapping[str, Any], activities: Mapping[Any, Mapping[str, Any]]) -> Iterator[Happening]:
    for call in map(_properties, _records(record, "call")):
        day = _iso(_text(call, "called_at"))
        if day:
            yield Happening(day, "call", "in" if call.get("contact_called") else "out", one_line(_text(call, "content")))
    for group in _list(record.get("data")):
        if group.get("type") == "activity" and isinstance(values := group.get("values"), list):
            for uuid in values:
                said = _properties(activities.get(uuid, {})) if isinstance(uuid, str) else {}
                day = _iso(_text(said, "happened_at"))
                if day:
                    yield Happening(day, "meeting", None, one_line(f"{_text(said, 'summary')} {_text(said, 'description')}"))


def _iso(text: str) -> date | None:
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        return None
