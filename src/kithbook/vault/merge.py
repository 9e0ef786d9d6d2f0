"""Two notes of one person made into one, with every link to them."""

import re
from collections import Counter
from collections.abc import Sequence
from posixpath import dirname

from ..errors import VaultError
from ..model.contact import Contact
from ..model.note import Note
from ..model.pattern import pattern
from ..model.resolve import stem_of
from ..text.front_matter import split_note
from ..text.lines import plain_text
from ..text.merge import merge_notes
from ..text.note import NoteReader
from ..text.yaml_core import YamlFault
from .change_log import Change
from .changes import Wanted, change_notes
from .follow import LinkFollower, Meant, text_as_meant

# Links and embeds that say where something lies from the note's own folder.
_RELATIVE = pattern(r"\]\((?![a-zA-Z][\w+.-]*:|#|/)|\[\[\.")
# What a text names itself, to be pointed at: [^1]: a footnote, [label]: a link, ^block at a line's end.
_LABEL = pattern(r"^ {0,3}(\[[^\]\n]+\]):|[ \t](\^[\w-]+)[ \t]*\r?$", re.MULTILINE)
_FOR_SURE = "nothing was changed; put them together in an editor"


def merge_contacts(root: str, paths: Sequence[str], one: Contact, other: Contact, reader: NoteReader, said: str, *,
                   dry_run: bool) -> tuple[list[Change], list[str]]:
    """Put the note of `other` into that of `one`; links follow. The changes, and the notes with links that cannot be read.

    Raises `VaultError` when anything would be lost, or anything hidden be shown.
    """
    follower = LinkFollower(root, paths, reader, other.path, one.path, (other.name, stem_of(other.path)))
    taken: list[bytes] = []

    def take(data: bytes) -> None:
        """What goes is what was taken over, even when it is saved meanwhile: then all is planned anew."""
        if dirname(one.path) != dirname(other.path) and _RELATIVE.search(data.decode()):
            raise VaultError(f"{other.path} has links that hold from its own folder only",
                             f"nothing was changed; move it to {dirname(one.path) or 'the top'} in Obsidian first")
        taken[:] = [data]

    def put(data: bytes) -> bytes:
        _refuse_same_labels(data.decode(), taken[0].decode())
        try:
            merged, added = merge_notes(data.decode(), taken[0].decode(), (other.name, stem_of(other.path)), other.name)
        except YamlFault as fault:
            raise VaultError(f"the properties of {one.path} and {other.path} cannot be put together: {fault.message}",
                             _FOR_SURE) from None
        changed = follower.follow(merged, one.path).encode()
        _check(follower, one.path, other.path, (data, taken[0], changed), added)
        return changed

    wanted, unreadable = follower.edits(besides=(one.path, other.path))
    changes = change_notes(root, [Wanted(other.path, take), Wanted(one.path, put), *wanted], said, dry_run=dry_run)
    return changes, unreadable


def _check(follower: LinkFollower, path: str, other_path: str, texts: tuple[bytes, bytes, bytes], added: Sequence[str]) -> None:
    """Raise `VaultError` unless the merged note says what the two did, shows no more than they did, and hides no less."""
    read = follower.reader.read
    one, other, merged = read(path, texts[0]), read(other_path, texts[1]), read(path, texts[2])
    led, from_other, leads = follower.led(path), follower.led(other_path), follower.leads(path)
    if any(note.kind == "unreadable" for note in (one, other, merged)):
        raise VaultError(f"{path} or {other_path} cannot be read", "nothing was changed; nb check says what is wrong")
    if merged.confidential != (one.confidential or other.confidential):
        raise VaultError(f"{path} would be confidential in another way", _FOR_SURE)
    if _facts(one, led) + _facts(other, from_other) != _facts(merged, leads, follower.leads(path, by_alias=True)):
        raise VaultError(f"{path} would not say all that the two say", _FOR_SURE)
    before = _shown(one, texts[0], led) + _shown(other, texts[1], from_other)
    shown = _shown(merged, texts[2], leads)
    if shown - before - Counter(text_as_meant(line.strip(), from_other) for line in added):
        raise VaultError(f"{path} would show what is confidential now", _FOR_SURE)
    if before - shown and not merged.confidential:
        raise VaultError("a mark or comment in one of the two would hide words of the other", _FOR_SURE)
    _check_profiles(path, (one, led), (other, from_other), (merged, leads))


def _facts(note: Note, meant: Meant, bare: Meant | None = None) -> "Counter[tuple[object, ...]]":
    """The entries and promises of a note, wherever they stand. `bare` is what a name means that need not stand in a link."""
    bare = bare or meant
    facts: Counter[tuple[object, ...]] = Counter()
    facts.update((e.date, e.minute, e.kind, e.direction, e.tags, text_as_meant(e.text, meant), *dict.fromkeys(map(bare, e.links)))
                 for e in note.entries)
    facts.update((t.status, t.due, t.made, t.done, t.who, t.mark, t.tags, text_as_meant(t.text, meant), *map(meant, t.links))
                 for t in note.tasks)
    return facts


def _shown(note: Note, data: bytes, meant: Meant) -> "Counter[object]":
    """The lines of its body that may be shown."""
    lines = note.prose.split("\n")[split_note(plain_text(data.decode())).body_line - 1 :]
    return Counter(text_as_meant(line.strip(), meant) for line in lines if line.strip())


def _refuse_same_labels(one: str, other: str) -> None:
    """Raise `VaultError` when both texts give the same name to a footnote, a link or a block."""
    same = {label.lower() for labels in _LABEL.findall(one) for label in labels if label} & {
        label.lower() for labels in _LABEL.findall(other) for label in labels if label}
    if same:
        raise VaultError(f"both notes have a {min(same)} of their own", "nothing was changed; give one of them another label")


def _check_profiles(path: str, one: tuple[Note, Meant], other: tuple[Note, Meant], merged: tuple[Note, Meant]) -> None:
    """Raise `VaultError` unless every list holds the items of both, and every value is the first's where it has one."""
    mine, theirs, found = map(_profile_as_meant, (one, other, merged))
    for key, value in found.items():
        first, second = mine[key], theirs[key]
        if isinstance(value, frozenset) and isinstance(first, frozenset) and isinstance(second, frozenset) and key != "dates":
            whole = value >= first | second
        else:
            whole = value == (first or second)
        if not whole:
            raise VaultError(f"`{key}` in {path} would not hold what the two say", _FOR_SURE)


def _profile_as_meant(read: tuple[Note, Meant]) -> "dict[str, object | frozenset[object]]":
    """The properties, lists as sets, and links as the notes that they mean."""
    note, meant = read
    if note.profile is None:
        raise VaultError(f"{note.path} is no contact's note", _FOR_SURE)
    seen: dict[str, object | frozenset[object]] = {}
    for key, value in note.profile._asdict().items():
        if key in ("name", "lines", "cadence"):
            continue
        if key in ("met_via", "knows"):
            value = meant(value) if isinstance(value, str) else value and tuple(map(meant, value))
        if isinstance(value, tuple) and key != "birthday":
            seen[key] = frozenset(text_as_meant(item, meant) for item in value)
        else:
            seen[key] = text_as_meant(value, meant)
    return seen
