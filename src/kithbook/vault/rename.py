"""A note moved to another name, with every link to it."""

from collections.abc import Sequence

from ..errors import VaultError
from ..model.contact import Contact
from ..model.resolve import LinkResolver, fold
from ..text.decode import decode_note
from ..text.front_edit import add_item, set_property, write_scalar
from ..text.note import NoteReader
from ..text.relink import relink
from .change_log import Change
from .changes import Wanted, change_notes
from .files import read_plain_file


class Follower:
    """Makes links follow a note from one path to another. `paths` are those of all notes."""

    def __init__(self, root: str, paths: Sequence[str], old_path: str, new_path: str) -> None:
        self.root = root
        self.paths = paths
        self.old_path = old_path
        self.new_path = new_path
        self.resolver = LinkResolver(paths)

    def follow(self, text: str, source: str) -> str:
        """The note `source` with its links to the old path leading to the new one."""
        return relink(text, source, lambda target: self.resolver.resolve(target, source) == self.old_path, self.new_path)

    def edits(self, besides: Sequence[str]) -> list[Wanted]:
        """The edits of all notes that have such links."""
        stem = fold(self.old_path.rsplit("/", 1)[-1].removesuffix(".md"))
        found: list[Wanted] = []
        for path in self.paths:
            if path in besides:
                continue
            try:
                data = read_plain_file(f"{self.root}/{path}")
            except OSError:
                continue
            text = decode_note(data)
            if isinstance(text, str) and stem in fold(text).replace("%20", " ") and self.follow(data.decode(), path) != data.decode():
                found.append(self._edit(path))
        return found

    def _edit(self, path: str) -> Wanted:
        return Wanted(path, lambda data: self.follow(data.decode(), path).encode())


def rename_contact(root: str, paths: Sequence[str], contact: Contact, new_path: str, new_name: str, reader: NoteReader,
                   said: str, *, dry_run: bool) -> list[Change]:
    """Move a contact's note to `new_path`, its links along; the old name becomes an alias.

    Raises `VaultError` when a note cannot be changed.
    """
    old_path = contact.path
    follower = Follower(root, paths, old_path, new_path)
    text = read_plain_file(f"{root}/{old_path}").decode()
    moved = _renamed(follower.follow(text, old_path), contact, new_name)
    before, after = reader.read(old_path, text.encode()), reader.read(new_path, moved.encode())
    if after.profile is None or after.profile.name != new_name or len(after.entries) != len(before.entries):
        raise VaultError(f"{old_path} cannot be renamed for sure", "nothing was changed; use Obsidian")
    wanted = [*follower.edits(besides=(old_path,)), Wanted(old_path, remove=True), Wanted(new_path, text=moved.encode())]
    return change_notes(root, wanted, said, dry_run=dry_run)


def _renamed(text: str, contact: Contact, new_name: str) -> str:
    """The note with the new name where it said the old one, which is an alias from now on."""
    if contact.name not in contact.profile.aliases:
        text = add_item(text, "aliases", contact.name)
    if contact.profile.name != contact.path.rsplit("/", 1)[-1].removesuffix(".md"):
        text = set_property(text, "name", write_scalar(new_name))
    return text
