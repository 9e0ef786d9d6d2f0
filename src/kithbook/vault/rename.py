"""A note moved to another name, and every link to it along."""

from collections.abc import Callable, Sequence
from posixpath import dirname, relpath

from ..errors import VaultError
from ..model.contact import Contact
from ..model.note import Note
from ..model.resolve import LinkResolver, fold, stem_of
from ..model.withheld import Withheld
from ..text.decode import decode_note
from ..text.front_edit import add_item, has_property, set_property, write_scalar
from ..text.links import write_links
from ..text.note import NoteReader
from ..text.relink import relink
from .change_log import Change
from .changes import Wanted, change_notes
from .files import read_plain_file


class LinkFollower:
    """Makes links follow the note at `old` to `new`. `paths` are those of all notes as they are."""

    def __init__(self, root: str, paths: Sequence[str], reader: NoteReader, old: str, new: str) -> None:
        self.root = root
        self.reader = reader
        self.paths = paths
        self.old = old
        self.new = new
        self.before = LinkResolver(paths)
        self.after = LinkResolver([path for path in paths if path != old] + [new] * (new not in paths))

    def follow(self, text: str, source: str) -> str:
        """The note `source` with its links to the old path leading to the new one."""

        def written(target: str) -> str | None:
            return self._written(target, source) if self.before.resolve(target, source) == self.old else None

        return relink(text, written)

    def _written(self, target: str, source: str) -> str:
        """The new path in the way in which the old one was written: by name, from here, or from the root."""
        ending = ".md" if target.lower().endswith(".md") else ""
        if "/" not in target:
            return stem_of(self.new) + ending
        path = self.new.removesuffix(".md") + ending
        if target.startswith("."):
            path = relpath(path, dirname(source) or ".")
            return f"./{path}" if target.startswith("./") and not path.startswith(".") else path
        return f"/{path}" if target.startswith("/") else path

    def edits(self, besides: Sequence[str]) -> tuple[list[Wanted], list[str]]:
        """The edits of all notes with such links, and the notes with such links that cannot be read."""
        found: list[Wanted] = []
        unreadable: list[str] = []
        for path in self.paths:
            text = "" if path in besides else self._text_that_links(path)
            if not text or self.follow(text, path) == text:
                continue
            kind = self.reader.read(path, text.encode()).kind
            if kind == "unreadable":
                unreadable.append(path)
            elif kind != "skipped":  # templates and reports are nobody's words
                found.append(Wanted(path, self._edit(path)))
        return found, unreadable

    def _text_that_links(self, path: str) -> str:
        """The text of a note as it is written, when it may link to the old path at all."""
        try:
            data = read_plain_file(f"{self.root}/{path}")
        except OSError:
            return ""
        if (b"[[" not in data and b"](" not in data) or not isinstance(decode_note(data), str):
            return ""
        return data.decode()

    def _edit(self, path: str) -> Callable[[bytes], bytes]:
        def edit(data: bytes) -> bytes:
            changed = self.follow(data.decode(), path).encode()
            self.check(path, data, path, changed)
            return changed

        return edit

    def check(self, path: str, data: bytes, new_path: str, changed: bytes, besides: Sequence[str] = ()) -> None:
        """Raise `VaultError` unless a note reads as before, but for whom links mean, and these properties."""
        before, after = self.reader.read(path, data), self.reader.read(new_path, changed)

        def led(target: str) -> str:
            found = self.before.resolve(target, path)
            return self.new if found == self.old else found or target

        def leads(target: str) -> str:
            return self.after.resolve(target, new_path) or target

        if _view(before, led, besides) != _view(after, leads, besides):
            raise VaultError(f"the links in {path} cannot be changed for sure", "nothing was changed; use an editor, or Obsidian")


def _view(note: Note, meant: Callable[[str], str], besides: Sequence[str]) -> tuple[object, ...]:
    """All that a note says, with every link as the note that it means; without places when properties are changed `besides`."""

    def placed(line: int) -> int:
        return 0 if besides else line

    def seen(value: object) -> object:
        if isinstance(value, Withheld):
            return value.reason, seen(value.reveal())
        if isinstance(value, str):
            return write_links(value, lambda target: f"[[{meant(target)}]]")
        return tuple(map(seen, value)) if type(value) is tuple else value

    def all_meant(targets: Sequence[str]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(map(meant, targets)))

    profile = note.profile._asdict() if note.profile is not None else {}
    return (
        note.kind, note.confidential, note.date,
        {key: all_meant([value] if isinstance(value, str) else value) if key in ("knows", "met_via") and value else seen(value)
         for key, value in profile.items() if key not in besides and key != "lines"},
        [(e._replace(path="", line=placed(e.line), text="", links=all_meant(e.links), with_links=all_meant(e.with_links)), seen(e.text))
         for e in note.entries],
        [(t._replace(path="", line=placed(t.line), text="", links=all_meant(t.links)), seen(t.text)) for t in note.tasks],
        [all_meant(links) for links in note.task_entry],
        [(placed(link.line), meant(link.target)) for link in note.links],
        sorted(problem.rule for problem in note.problems if problem.severity == "error"),
        [bool(line.strip()) for line in note.prose.split("\n")] if not besides else [],  # what is hidden is so still
    )


class Renamed:
    """A renaming done: the changes, how many other notes were changed, and those with links that cannot be read."""

    def __init__(self, changes: list[Change], notes: int, unreadable: list[str]) -> None:
        self.changes = changes
        self.notes = notes
        self.unreadable = unreadable


def rename_contact(root: str, paths: Sequence[str], contact: Contact, new_path: str, new_name: str, reader: NoteReader,
                   said: str, *, dry_run: bool) -> Renamed:
    """Move a contact's note to `new_path`, its links along; the old name becomes an alias.

    Raises `VaultError` when a note cannot be changed; then none is.
    """
    follower = LinkFollower(root, paths, reader, contact.path, new_path)

    def edit(data: bytes) -> bytes:
        changed = _renamed(follower.follow(data.decode(), contact.path), contact, new_name).encode()
        follower.check(contact.path, data, new_path, changed, besides=("name", "aliases"))
        profile = reader.read(new_path, changed).profile
        if profile is None or profile.name != new_name or fold(contact.name) not in map(fold, (profile.name, *profile.aliases)):
            raise VaultError(f"{contact.path} cannot be renamed for sure", "nothing was changed; use Obsidian")
        return changed

    wanted, unreadable = follower.edits(besides=(contact.path,))
    changes = change_notes(root, [*wanted, Wanted(new_path, edit, source=contact.path)], said, dry_run=dry_run)
    return Renamed(changes, len(wanted), unreadable)


def _renamed(text: str, contact: Contact, new_name: str) -> str:
    """The note with the new name where it said the old one, which is an alias from now on."""
    if has_property(text, "name"):
        text = set_property(text, "name", write_scalar(new_name))
    known = map(fold, (new_name, *contact.profile.aliases))
    return text if fold(contact.name) in known else add_item(text, "aliases", contact.name)
