"""Who the tables of LinkedIn, Google and Outlook, and any other with named columns, are about."""

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date

from ..errors import UsageError
from ..model.exported import Export, Person, Remark
from .cell import unguard
from .contact_write import COLUMNS
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
_MANY = re.compile(r"\s*:::\s*")

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
# What Outlook and Google fill in for everybody, and what only their own programs understand.
_NO_WORD = re.compile(r"(?:.* - )?(?:type|label)|priority|private|sensitivity|gender|e-mail( \d)? (?:type|display name)|"
                      r"name (?:prefix|suffix)|title|suffix|photo|.*file as|initials|yomi name|.* yomi(?: name)?")
_EMPTY_DAYS = frozenset(["0/0/00", "00.00.00", "0/0/0000", "00/00/00"])


def read_linkedin(data: bytes) -> Export:
    """LinkedIn's `Connections.csv`, with or without the notes above its header, in the languages of Europe's larger exports."""
    known = frozenset([*_LINKEDIN, *_CONNECTED])
    table = read_table(data, known)
    fields = {column: _LINKEDIN.get(column.casefold(), "") for column in table.columns}
    return _read(table, fields, "linkedin", _linkedin_further)


def read_google(data: bytes) -> Export:
    """Google's contacts, in the layout of before and of after 2024."""
    table = read_table(data, frozenset([*_GOOGLE, "e-mail 1 - value", "phone 1 - value"]))
    fields = {column: _google_field(column.casefold()) for column in table.columns}
    return _read(table, fields, "google")


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
    return _read(table, fields, "outlook")


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
    table = table._replace(rows=tuple(row._replace(cells={key: unguard(cell) for key, cell in row.cells.items()}) for row in table.rows))
    if not set(COLUMNS) <= by_name.keys():
        return _read(table, fields, "csv")
    # A table of ours, perhaps with further columns, or in another order.
    uid = by_name["uid"]
    ids = {row.line: row.cells.get(uid, "") for row in table.rows}
    rows = tuple(row._replace(cells={key: cell for key, cell in row.cells.items() if key != uid}) for row in table.rows)
    export = _read(table._replace(rows=rows), fields, "csv")
    return export._replace(people=own_people(person._replace(own=bool(ids[person.line]), uid=ids[person.line]) for person in export.people))


def _linkedin_further(column: str, cell: str) -> tuple[str, str]:
    if column.casefold() in _CONNECTED:
        return "linkedin_connected", read_day_of_export(cell) or cell
    return as_key("linkedin", column), cell


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


def _plain_further(column: str, cell: str) -> tuple[str, str]:
    return "", cell


def _read(table: Table, fields: Mapping[str, str], source: str,
          further: Callable[[str, str], tuple[str, str]] = _plain_further) -> Export:
    people: list[Person] = []
    remarks = [Remark(line, "fault", "a quote in this line is not closed; the line was left out") for line in table.faults]
    for row in table.rows:
        if row.more:
            remarks.append(Remark(row.line, "fault", f"there are more cells than columns; what is over is kept as `{source}_more`"))
        person = _read_row(row, fields, source, further)
        if person is not None:
            people.append(person)
            continue
        org = next((cell for column, cell in row.cells.items() if fields.get(column) == "org"), "")
        remarks.append(Remark(row.line, "skipped", f"{one_line(org)} is no person" if org else "a row without a name"))
    if not table.rows and not table.faults:
        remarks.append(Remark(1, "fault", "there are no rows in this table"))
    return Export(tuple(people), tuple(sorted(remarks, key=lambda one: one.line)))


def _read_row(row: Row, fields: Mapping[str, str], source: str, further: Callable[[str, str], tuple[str, str]]) -> Person | None:
    found: dict[str, list[str]] = {}
    more: list[tuple[str, str]] = []
    for column, cell in row.cells.items():
        field = fields.get(column, "")
        if field:
            found.setdefault(field, []).extend(_MANY.split(cell) if field in ("nickname", "email", "phone", "url", "tags") else [cell])
        elif cell not in _EMPTY_DAYS and not _NO_WORD.fullmatch(column.casefold()) and one_line(cell):
            key, value = further(column, cell)
            more.append((key or as_key(source, column), one_line(_MANY.sub("; ", value))))

    def first(field: str) -> str:
        return next((line for cell in found.get(field, ()) if (line := one_line(cell))), "")

    name = first("name") or one_line(" ".join(map(first, ("first", "middle", "last"))))
    if not name:
        return None
    if row.more:
        more.append((f"{source}_more", "; ".join(each_once(row.more))))
    birthday = first("birthday")
    if birthday and birthday not in _EMPTY_DAYS and not read_birthday(birthday):
        more.append((f"{source}_birthday", birthday))
    return Person(
        row.line, name, aliases=tuple(nick for nick in each_once(found.get("nickname", ())) if nick != name),
        org=first("org"), role=first("role"), location=", ".join(each_once(found.get("location", ()))),
        email=_split(found.get("email", ())), phone=each_once(found.get("phone", ())), url=each_once(found.get("url", ())),
        tags=tuple(tag for tag in as_tags(part for cell in found.get("tags", ()) for part in re.split("[;,]", cell))
                   if tag not in ("mycontacts", "starred")),
        birthday=read_birthday(birthday), further=tuple(dict(more).items()),
        notes=tuple(text for text in map(several_lines, found.get("note", ())) if text))


def _split(cells: Iterable[str]) -> tuple[str, ...]:
    """Addresses, of which a cell may hold several."""
    return each_once(part for cell in cells for part in re.split(r"[;,\s]+", cell) if "@" in part)
