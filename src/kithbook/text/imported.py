"""What another program knows of a person, as a note: a new one, or put into the one that is there.

A text from outside is only text. Values are written as YAML texts, and what was noted goes
below the properties: as it is when it is plain prose, else as a block of code, in which
neither Obsidian nor we read tasks, dates, links or marks.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from ..errors import VaultError
from ..model.contact import Profile, addresses_of
from ..model.entry import Entry
from ..model.exported import Happening, Kept, Person
from ..model.note import Note
from ..model.pattern import pattern
from ..model.record import NamedTuple
from ..model.resolve import seen, stem_of
from ..model.withheld import Withheld
from .front_edit import add_item, insert_property_lines, write_scalar
from .front_matter import read_front_matter, split_note
from .insert import NewEntry, insert_items
from .lines import line_end, plain_text, split_lines
from .links import show_links
from .new_note import Value, compose_note
from .note import NoteReader
from .profile import is_withheld
from .yaml_core import Node, YamlFault

HEADING = "Imported"
_LISTS = frozenset(("aliases", "email", "phone", "url", "tags"))
SINGLE = ("org", "role", "location", "birthday")
_PROSE = pattern(r"(?!\w[\w -]*:(?:\s|:|$))[^\W\d_](?:(?!%%|<|\[\[|\]\(|::|`|\$\$|#\w|\[\^).)*")
_DIRECTIONS = ("in", "out", "both", None)
_COMMAS = pattern("[;,]")
_BACKTICKS = pattern("`+")
_DAY = pattern(r"\d{4}-\d\d-\d\d")


class Filled(NamedTuple):
    """A note with what it lacked, what contradicts, and what could not be put in."""

    text: str
    kept: tuple[Kept, ...] = ()
    faults: tuple[str, ...] = ()


def compose_imported(person: Person, path: str, reader: NoteReader, body: str, circle: str | None, tags: Sequence[str]) -> Filled:
    """The note of a new person, and what could not be put in; `body` is what a new contact's note says below its properties."""
    values: dict[str, Value] = {
        "name": "" if stem_of(path) == person.name else person.name,
        "aliases": person.aliases, "tags": tuple(dict.fromkeys((*person.tags, *tags))), "org": person.org, "role": person.role,
        "location": person.location, "email": person.email, "phone": person.phone, "url": person.url, "circle": circle or "",
        "birthday": person.birthday, **dict(person.further)}
    properties = {key: _as_day(value) for key, value in values.items() if value}
    plain = "\n\n".join(person.notes)
    for noted in ((plain, _as_code(plain)) if _is_prose(plain) else (_as_code(plain),)) if plain else ("",):
        text = compose_note(properties, f"{noted}\n\n{body.strip()}" if noted else body)
        note = reader.read(path, text.encode())
        if not (note.entries or note.tasks or note.confidential):
            break
    return fill_note(text, path, Person(person.line, person.name, happened=person.happened, by_address=True), reader) if person.happened else Filled(text)


def _as_day(value: Value) -> Value:
    if isinstance(value, str) and _DAY.fullmatch(value):
        try:
            return date.fromisoformat(value)
        except ValueError:
            return value
    return value


def _is_prose(text: str) -> bool:
    return all(_PROSE.fullmatch(line) for line in text.split("\n") if line)


def _as_code(text: str) -> str:
    fence = "`" * max(3, 1 + max(map(len, _BACKTICKS.findall(text)), default=0))
    return f"{fence}text\n{text}\n{fence}"


def fill_note(text: str, path: str, person: Person, reader: NoteReader) -> Filled:
    """A note with what it lacks of a person; what stands in it stays. `reader` reads with prose.

    A note that cannot be read, or that would not read as it did besides, is left as it is, with a fault.
    """
    before = reader.read(path, text.encode())
    if before.kind == "unreadable" or before.profile is None or any(problem.rule == "conflict-markers" for problem in before.problems):
        return Filled(text, faults=("the note cannot be read, and is left alone",))
    faults: list[str] = []
    changed, kept = _with_values(text, person, faults)
    changed = _with_lists(changed, before, person, faults)
    changed = _with_notes(changed, person)
    after = before if changed == text else reader.read(path, changed.encode())
    changed, after = _with_entries(changed, after, person.happened, reader, faults)
    if changed != text and not _reads_besides(before, after, (text, changed), len(person.happened)):
        return Filled(text, tuple(kept), ("the note cannot be changed for sure, and is left alone",))
    return Filled(changed, tuple(kept), tuple(faults))


def _fields(text: str) -> dict[str, Node]:
    front = split_note(plain_text(text)).front
    return dict(read_front_matter(front)) if front else {}


def _with_values(text: str, person: Person, faults: list[str]) -> tuple[str, list[Kept]]:
    """Single values: a property that is missing or empty gets one, any other stays."""
    kept: list[Kept] = []
    fields = _fields(text)
    for key, value in (*((key, getattr(person, key)) for key in SINGLE), *person.further):
        node = fields.get(key)
        if not value:
            continue
        if node is not None and (node.raw or node.data is not None):
            said = "" if isinstance(node.data, (list, dict)) else node.raw
            if said and not is_withheld(said) and not _says_the_same(said, value):
                kept.append(Kept(node.key_line, key, said, value))
        elif is_withheld(value):
            faults.append(f"`{key}` has a mark or comment in it, and was left out")
        else:
            text = insert_property_lines(text, key, [f"{key}: {value if _DAY.fullmatch(value) else write_scalar(value)}"])
    return text, kept


def _says_the_same(one: str, other: str) -> bool:
    one = show_links(one.strip())
    return seen(one).casefold() == seen(other).casefold() or (other.startswith("--") and one.endswith(other[2:]))


def _with_lists(text: str, note: Note, person: Person, faults: list[str]) -> str:
    profile = note.profile or Profile(note.path)
    names = {seen(name) for name in _as_shown((profile.name, stem_of(note.path), *profile.aliases))}
    other_names = person.aliases if person.by_address else (person.name, *person.aliases)
    wanted = [("aliases", name) for name in other_names if seen(name) not in names]
    addresses = addresses_of(_as_shown(profile.email))
    wanted += [("email", email) for email in person.email if not addresses_of((email,)) <= addresses]
    for key, has, gets in (("url", profile.url, person.url), ("tags", (*profile.tags, *_tags_within(profile.tags)), person.tags)):
        there = {seen(value).rstrip("/") for value in _as_shown(has)}
        wanted += [(key, value) for value in gets if seen(value).rstrip("/") not in there]
    numbers = [_digits(number) for number in _as_shown(profile.phone)]
    wanted += [("phone", number) for number in person.phone if not any(_same_number(_digits(number), other) for other in numbers)]
    for key, value in wanted:
        if is_withheld(value):
            faults.append(f"`{key}` has a mark or comment in it, and was left out")
            continue
        try:
            text = add_item(text, key, value)
        except (VaultError, YamlFault) as fault:
            faults.append(f"`{key}` was left out: {fault.message}")
    return text


def _as_shown(values: Iterable[str]) -> Iterator[str]:
    """The values of a note, and with the words of their links, as an export of ours has them."""
    return (text for value in values for text in {value: None, show_links(value): None})


def _tags_within(tags: Iterable[str]) -> Iterator[str]:
    """The tags that others take a text with commas for."""
    return (tag.strip() for text in tags if "," in text or ";" in text for tag in _COMMAS.split(text))


def _digits(number: str) -> str:
    """The digits of a telephone number, without zeros before them; of one without any, the words."""
    return "".join(sign for sign in number if sign.isdigit()).lstrip("0") or seen(number)


def _same_number(one: str, other: str) -> bool:
    shorter, longer = sorted((one, other), key=len)
    return one == other or (len(shorter) >= 6 and longer.endswith(shorter))


def _with_notes(text: str, person: Person) -> str:
    """The note with what was noted elsewhere at its end, unless its lines are there already."""
    there = {line.strip() for line in plain_text(text).split("\n")}
    new = "\n\n".join(note for note in person.notes if not all(line.strip() in there for line in note.split("\n") if line.strip()))
    if not new:
        return text
    end = line_end(split_lines(text))
    head = "" if f"## {HEADING}" in there else f"## {HEADING}\n\n"
    block = f"\n\n{head}{new if _is_prose(new) else _as_code(new)}\n"
    return text.rstrip("\r\n \t") + block.replace("\n", end)


def _with_entries(text: str, note: Note, happened: Sequence[Happening], reader: NoteReader, faults: list[str]) -> tuple[str, Note]:
    """The note with the entries that it lacks, and as it reads then: all of them in one go, those that would not read so left out."""
    wanted = _lacking(note.entries, happened)
    if not wanted:
        return text, note
    done = _all_inserted(text, note, wanted, reader)
    if done is not None:
        return done
    alone = "".join(split_lines(text)[: split_note(plain_text(text)).body_line - 1])  # one entry may hide what is below it: each is looked at by itself
    fitting = [one for one in wanted if _all_inserted(alone, reader.read(note.path, alone.encode()), [one], reader) is not None]
    before = text, note
    text, note = (_all_inserted(text, note, fitting, reader) if 0 < len(fitting) < len(wanted) else None) or before
    refused: list[Happening] = []
    for one in _lacking(note.entries, wanted):
        done = _all_inserted(text, note, [one], reader)
        if done is None:
            faults.append(f"what happened on {one.day} would not read as it is meant, and was left out")
            refused.append(one)
        text, note = done or (text, note)
    if not refused:
        return text, note
    # What said no more than one of those is not lacking as long as that was to come: so it goes as if they had never been there.
    return _with_entries(*before, [one for one in happened if one not in refused], reader, faults)


def _lacking(entries: Sequence[Entry], happened: Sequence[Happening]) -> list[Happening]:
    """What of it no entry says, by day, each once. One without a text of its own is said by any of that day, kind and direction."""
    said: dict[tuple[date, str], set[tuple[str | None, tuple[str, ...]]]] = {}
    for entry in entries:
        said.setdefault((entry.date, entry.kind), set()).add((entry.direction, _words_of(entry.text)))
    wanted: list[Happening] = []
    for one in sorted(happened, key=lambda one: (one.day, one.moment)):
        there = said.setdefault((one.day, one.word), set())
        directions = _DIRECTIONS if one.direction is None else (one.direction,)
        if one.text:
            is_there = any((direction, _words_of(one.text)) in there for direction in directions)
        else:
            is_there = any(direction in directions for direction, _ in there)
        if not is_there:
            there.add((one.direction, _words_of(one.text)))
            wanted.append(one)
    return wanted


def _words_of(text: str | Withheld) -> tuple[str, ...]:
    return tuple((text.reveal() if isinstance(text, Withheld) else text).split())


def _all_inserted(text: str, note: Note, wanted: Sequence[Happening], reader: NoteReader) -> tuple[str, Note] | None:
    """The note with all of it, and as it reads then; None when not each reads as it is meant, in the open."""
    whole, lines = insert_items(text, note, [_as_entry(one) for one in wanted])
    after = reader.read(note.path, whole.encode())
    entries = {entry.line: entry for entry in after.entries if not isinstance(entry.text, Withheld)}
    fits = len(after.entries) == len(note.entries) + len(wanted) and len(after.tasks) == len(note.tasks) and all(
        line in entries and not _lacking([entries[line]], [one]) for one, line in zip(wanted, lines, strict=True))
    return (whole, after) if fits else None


def _as_entry(one: Happening) -> NewEntry:
    direction = f" {one.direction}" if one.direction in ("in", "out") else ""
    return NewEntry(one.day, None, None, None, (), f"{one.word}{direction}: {one.text}" if one.text else f"{one.word}{direction}")


def _reads_besides(before: Note, after: Note, texts: tuple[str, str], happened: int) -> bool:
    """Whether the note says all that it said, in the same way, and nothing but properties, entries and text has come in."""
    old, new = Counter(entry._replace(line=0) for entry in before.entries), Counter(entry._replace(line=0) for entry in after.entries)
    shown, shows = (Counter(_shown_below(note, text)) for note, text in zip((before, after), texts, strict=True))
    return (
        after.kind == before.kind and after.confidential == before.confidential and not old - new
        and (new - old).total() <= happened
        and [task._replace(line=0) for task in after.tasks] == [task._replace(line=0) for task in before.tasks]
        and not shown - shows and _adds_only(before.profile, after.profile))


def _shown_below(note: Note, text: str) -> Iterator[str]:
    """The lines below the properties that may be shown."""
    lines = note.prose.split("\n")[split_note(plain_text(text)).body_line - 1 :]
    return (line.strip() for line in lines if line.strip())


def _adds_only(before: Profile | None, after: Profile | None) -> bool:
    """Whether what a profile said it says still, and only what an import fills in has come to it."""
    if before is None or after is None:
        return False
    for key, value in before._asdict().items():
        found = getattr(after, key)
        if key == "lines" or found == value:
            continue
        if key in _LISTS and set(value) <= set(found):
            continue
        if key in SINGLE and not value:
            continue
        return False
    return True
