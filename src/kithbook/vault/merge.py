"""Two notes of one person made into one, with every link to them."""

from collections import Counter
from collections.abc import Sequence

from ..errors import VaultError
from ..model.contact import Contact
from ..model.note import Note
from ..model.withheld import Text, Withheld
from ..text.merge import merge_notes
from ..text.note import NoteReader
from .change_log import Change
from .changes import Wanted, change_notes
from .files import read_plain_file
from .rename import Follower


def merge_contacts(root: str, paths: Sequence[str], one: Contact, other: Contact, reader: NoteReader, said: str, *,
                   dry_run: bool) -> list[Change]:
    """Merge the note of `other` into that of `one`; links follow. Raises `VaultError` when anything would be lost."""
    follower = Follower(root, paths, other.path, one.path)
    first, second = (read_plain_file(f"{root}/{contact.path}").decode() for contact in (one, other))
    before = [reader.read(one.path, first.encode()), reader.read(one.path, second.encode())]

    def edit(data: bytes) -> bytes:
        return follower.follow(merge_notes(data.decode(), second, other), one.path).encode()

    after = reader.read(one.path, merge_notes(first, second, other).encode())
    if sum(map(_facts, before), Counter()) != _facts(after):
        raise VaultError(f"{one.path} and {other.path} cannot be merged for sure", "nothing was changed; use an editor")
    wanted = [*follower.edits(besides=(one.path, other.path)), Wanted(one.path, edit), Wanted(other.path, remove=True)]
    return change_notes(root, wanted, said, dry_run=dry_run)


def _facts(note: Note) -> "Counter[tuple[object, ...]]":
    """The entries and promises of a note, wherever they stand."""
    facts: Counter[tuple[object, ...]] = Counter()
    facts.update((entry.date, entry.kind, entry.direction, _words(entry.text)) for entry in note.entries)
    facts.update((task.status, task.due, task.who, _words(task.text)) for task in note.tasks)
    return facts


def _words(text: Text) -> str:
    return text.reveal() if isinstance(text, Withheld) else text
