"""Who the tables of LinkedIn, Google and Outlook, and any other with named columns, are about."""

import re
from collections import Counter
from collections.abc import Mapping
from datetime import date
from types import MappingProxyType

from ..errors import UsageError
from ..model.contact import find_addresses
from ..model.exported import Export, Person, Remark
from ..model.record import NamedTuple
from .cell import split_values, unguard
from .person import as_key, as_tags, each_once, one_line, own_people, read_birthday, several_lines
from .table import Row, Table, read_table

FIELDS = ("name", "first", "middle", "last", "nickname", "org", "role", "location", "email", "phone", "url", "tags", "birthday", "note")
"""What a column can be mapped to."""

_MONTHS = {name: number for number, names in enumerate((
    "jan january januar janv janvier ene enero gen gennaio", "feb february februar févr février fév febrero febbraio",
    "mar march mär märz mars marzo", "apr april avr avril abr abril aprile", "may mai mayo mag maggio",
    "jun june juni juin junio giu giugno", "jul july juli juil juillet julio lug luglio", "aug august août ago agosto",
    "sep sept september septembre septiembre set settembre", "oct october okt oktober octobre octubre ott ottobre",
    "nov november novembre noviembre", "dec december dez dezember déc décembre dic diciembre dicembre"), 1) for name in names.split()}
_DAY_MONTH_YEAR = re.compile(r"(\d{1,2})[. -]+(?:de )?([^\W\d_]+)\.?[ ,-]+(?:de )?(\d{2,4})|([^\W\d_]+)\.? (\d{1,2}), (\d{4})")
_BETWEEN = re.compile(r"[;,\s]+")  # addresses in one cell
_LISTS = ("nickname", "email", "phone", "url", "tags")
_OUR_ID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}", re.IGNORECASE)  # RFC 9562, version 5

_LINKEDIN = {"first name": "first", "last name": "last", "email address": "email", "company": "org", "position": "role", "url": "url",
             "vorname": "first", "nachname": "last", "e-mail-adresse": "email", "unternehmen": "org", "firma": "org",
             "prénom": "first", "nom": "last", "nom de famille": "last", "adresse e-mail": "email", "entreprise": "org", "poste": "role",
             "nombre": "first", "apellidos": "last", "empresa": "org", "cargo": "role", "profile url": "url"}
_CONNECTED = ("connected on", "verbunden am", "vernetzt am", "relation depuis", "en relation depuis", "conectado el", "fecha de conexión")
_GOOGLE = {"name": "name", "given name": "first", "first name": "first", "additional name": "middle", "middle name": "middle",
           "family name": "last", "last name": "last", "nickname": "nickname", "birthday": "birthday", "notes": "note",
           "group membership": "tags", "labels": "tags", "organization 1 - name": "org", "organization name": "org",
           "organization 1 - title": "role", "organization title": "role"}
_GOOGLE_MANY = {"e-mail": "email", "email": "email", "phone": "phone", "website": "url"}
_OUTLOOK = {"first name": "first", "middle name": "middle", "last name": "last", "company": "org", "job title": "role",
            "e-mail address": "email", "e-mail 2 address": "email", "e-mail 3 address": "email", "e-mail": "email", "web page": "url",
            "personal web page": "url", "birthday": "birthday", "notes": "note", "categories": "tags", "nickname": "nickname"}
# Of what Outlook and Google fill in for everybody: columns that say nothing of anybody, and values that nobody has chosen.
_SAYS_NOTHING = re.compile(r"(?:.* - )?(?:type|label)|e-mail( \d)? (?:type|display name)|photo|.*file as|initials")
_NOT_CHOSEN = frozenset([("priority", "normal"), ("sensitivity", "normal"), ("private", "false"), ("gender", "unspecified")])
_SYSTEM_GROUPS = frozenset(["mycontacts", "starred"])
_EMPTY_DAYS = frozenset(["0/0/00", "00.00.00", "0/0/0000", "00/00/00"])


def read_linkedin(data: bytes) -> Export:
    """LinkedIn's `Connections.csv`, with or without the notes above its header, in the languages of Europe's larger exports."""
    known = frozenset([*_LINKEDIN, *_CONNECTED])
    table = read_table(data, known)
    fields = {column: _LINKEDIN.get(column.casefold(), "") for column in table.columns}
    return _read(table, _layout("linkedin", table, fields, dict.fromkeys(_CONNECTED, "linkedin_connected")))


def read_google(data: bytes) -> Export:
    """Google's contacts, in the layout of before and of after 2024."""
    table = read_table(data, frozenset([*_GOOGLE, "e-mail 1 - value", "phone 1 - value"]))
    fields = {column: _google_field(column.casefold()) for column in table.columns}
    return _read(table, _layout("google", table, fields, {}))


def _google_field(column: str) -> str:
    match = re.fullmatch(r"([a-z-]+) \d+ - value", column)
    if match:
        return _GOOGLE_MANY.get(match[1], "")
    if re.fullmatch(r"address \d+ - (?:city|country)", column):
        return "location" if column.startswith("address 1 ") else ""
    return _GOOGLE.get(column, "")


def read_outlook(data: bytes) -> Export:
    """Outlook's contacts."""
    table = read_table(data, frozenset(_OUTLOOK))
    fields = {column: _outlook_field(column.casefold()) for column in table.columns}
    return _read(table, _layout("outlook", table, fields, {}))


def _outlook_field(column: str) -> str:
    if re.fullmatch(r".*\b(?:phone|telephone)(?: 2)?|pager|callback|isdn|telex", column) and "fax" not in column:
        return "phone"
    return _OUTLOOK.get(column, "")


def read_csv(data: bytes, mapping: Mapping[str, str]) -> Export:
    """Any table: `mapping` says for a field (of `FIELDS`) which column it is. Raises `UsageError` for a column that is not there."""
    table = read_table(data)
    by_name = {column.casefold(): column for column in table.columns}
    fields = {column: column.casefold() if column.casefold() in FIELDS else "" for column in table.columns}
    for field, wanted in mapping.items():
        column = by_name.get(wanted.casefold())
        if column is None:
            raise UsageError(f"there is no column `{wanted}`", f"the columns are {', '.join(table.columns)}")
        fields = {one: "" if kind == field else kind for one, kind in fields.items()} | {column: field}
    if not {"name", "first", "last"} & set(fields.values()):
        raise UsageError("no column is known to hold the name", f"say which: --map name=…; the columns are {', '.join(table.columns)}")
    rows, ids = [], {}
    for row in table.rows:
        cells = {column: unguard(cell) for column, cell in row.cells.items()}
        uid = next((column for column in cells if column.casefold() == "uid" and _OUR_ID.fullmatch(cells[column])), None)
        if uid is not None:  # however few of our columns are left, and in whatever order
            ids[row.line] = cells.pop(uid).lower()
        rows.append(row._replace(cells=cells))
    export = _read(table._replace(rows=tuple(rows)), _layout("csv", table, fields, {}), ids)
    return export._replace(people=own_people(export.people))


def read_day_of_export(text: str) -> str:
    """A day as LinkedIn writes it (`10 Nov 2020`, `Nov 10, 2020`), as `YYYY-MM-DD`; empty when it is doubtful."""
    match = _DAY_MONTH_YEAR.fullmatch(text.strip())
    if match is None:
        return read_birthday(text) if re.match(r"\d{4}-", text.strip()) else ""
    day, name, year = (match[1], match[2], match[3]) if match[1] else (match[5], match[4], match[6])
    month = _MONTHS.get(name.casefold())
    try:
        return str(date(int(year) + (2000 if len(year) == 2 else 0), month, int(day))) if month else ""
    except ValueError:
        return ""


class _Layout(NamedTuple):
    """What the columns of a table hold: `fields` of `FIELDS`, and `keys`, the properties that keep what notes have no word for."""

    source: str
    fields: Mapping[str, str]
    keys: Mapping[str, str]


def _layout(source: str, table: Table, fields: Mapping[str, str], named: Mapping[str, str]) -> _Layout:
    """Each column that is none of `fields` gets a key of its own; `named` are those that are not made of the column's name."""
    keys: dict[str, str] = {}
    taken: set[str] = set()
    numbers: Counter[str] = Counter()
    for column in table.columns:
        name = column.casefold()
        if fields.get(column) or (source in ("google", "outlook") and _SAYS_NOTHING.fullmatch(name)):
            continue
        key = wanted = named.get(name) or as_key(source, column)
        while key in taken:  # `T-shirt` and `T shirt`
            numbers[wanted] += 1
            key = f"{wanted}_{numbers[wanted] + 1}"
        taken.add(key)
        keys[column] = key
    return _Layout(source, fields, keys)


def _read(table: Table, layout: _Layout, ids: Mapping[int, str] = MappingProxyType({})) -> Export:
    """The people of a table; `ids` are those of the rows of an export of ours, by their lines."""
    people: list[Person] = []
    remarks = [Remark(line, "fault", "a quote in this line is not closed; the line was left out") for line in table.faults]
    for row in table.rows:
        if row.more:
            remarks.append(Remark(row.line, "fault", f"there are more cells than columns; what is over is kept as `{layout.source}_more`"))
        person = _read_row(row, layout, ids.get(row.line, ""))
        if person is not None:
            people.append(person)
            continue
        org = next((cell for column, cell in row.cells.items() if layout.fields.get(column) == "org"), "")
        remarks.append(Remark(row.line, "skipped", f"{one_line(org)} is no person" if org else "a row without a name"))
    if not table.rows and not table.faults:
        remarks.append(Remark(1, "fault", "there are no rows in this table"))
    return Export(tuple(people), tuple(sorted(remarks, key=lambda one: one.line)))


def _read_row(row: Row, layout: _Layout, uid: str) -> Person | None:
    found: dict[str, list[str]] = {}
    for column, cell in row.cells.items():
        field = layout.fields.get(column, "")
        if field:
            found.setdefault(field, []).extend(split_values(cell) if field in _LISTS else [cell])

    def first(field: str) -> str:
        return next((line for cell in found.get(field, ()) if (line := one_line(cell))), "")

    in_parts = one_line(" ".join(map(first, ("first", "middle", "last"))))
    name = first("name") or in_parts
    if not name:
        return None
    lists = _own_lists(found) if uid else _lists(found, layout.source, name)
    return Person(
        row.line, name, **lists, org=first("org"), role=first("role"), location=", ".join(each_once(found.get("location", ()))),  # type: ignore[arg-type]
        birthday=read_birthday(first("birthday")), further=_further(row, layout, found, name, in_parts, own=bool(uid)),
        notes=tuple(text for text in map(several_lines, found.get("note", ())) if text), own=bool(uid), uid=uid)


def _own_lists(found: Mapping[str, list[str]]) -> dict[str, tuple[str, ...]]:
    """The lists of a row of ours, as a note has them; addresses and tags may have been typed in beside each other."""
    email = [part for value in found.get("email", ()) for part in _typed_beside(value)]
    tags = [tag.strip().lstrip("#") for value in found.get("tags", ()) for tag in re.split("[;,]", value)]
    return {"aliases": each_once(found.get("nickname", ()), exactly=True), "email": each_once(email, exactly=True), "tags": each_once(tags, exactly=True),
            **{key: each_once(found.get(key, ()), exactly=True) for key in ("phone", "url")}}


def _typed_beside(value: str) -> list[str]:
    """Several addresses without a word between them, or the value as it is."""
    words = _BETWEEN.split(value)
    return words if all("@" in word for word in words) else [value]


def _lists(found: Mapping[str, list[str]], source: str, name: str) -> dict[str, tuple[str, ...]]:
    """The lists of a row of another program's."""
    tags = as_tags(part for cell in found.get("tags", ()) for part in re.split("[;,]", cell))
    return {"aliases": tuple(nick for nick in each_once(found.get("nickname", ())) if nick != name),
            "email": each_once(address for cell in found.get("email", ()) for address in find_addresses(cell)),
            "phone": each_once(found.get("phone", ())), "url": each_once(found.get("url", ())),
            "tags": tuple(tag for tag in tags if source != "google" or tag not in _SYSTEM_GROUPS)}


def _further(row: Row, layout: _Layout, found: Mapping[str, list[str]], name: str, in_parts: str, *, own: bool) -> tuple[tuple[str, str], ...]:
    """What notes have no word for, or cannot hold where it belongs, by the property that keeps it."""
    source = layout.source
    more: dict[str, list[str]] = {}
    for column, cell in row.cells.items():
        key = layout.keys.get(column)
        if key is None or cell in _EMPTY_DAYS or (source != "csv" and (column.casefold(), cell.casefold()) in _NOT_CHOSEN):
            continue
        value = read_day_of_export(cell) or cell if key == "linkedin_connected" else "; ".join(split_values(cell))
        more.setdefault(key, []).append(value)
    for birthday in found.get("birthday", ()):
        if birthday not in _EMPTY_DAYS and not read_birthday(birthday):
            more.setdefault(f"{source}_birthday", []).append(birthday)
    if found.get("name") and not set(in_parts.casefold().split()) <= set(name.casefold().split()):
        for field in ("first", "middle", "last"):  # `name` goes before them, and does not say them
            more.setdefault(f"{source}_{field}", []).extend(found.get(field, ()))
    more.setdefault(f"{source}_email", []).extend(() if own else (cell for cell in found.get("email", ()) if not find_addresses(cell)))
    more.setdefault(f"{source}_more", []).extend(row.more)
    return tuple((key, "; ".join(values)) for key, texts in more.items() if (values := each_once(texts)))
