"""A note moved to another name, with every link to it."""

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


def rename_contact(root: str, paths: tuple[str, ...], contact: Contact, new_path: str, new_name: str, reader: NoteReader,
                   said: str, *, dry_run: bool) -> list[Change]:
    """Move a contact's note to `new_path`, its links along; the old name becomes an alias.

    `paths` are those of all notes. Raises `VaultError` when a note cannot be changed.
    """
    old_path = contact.path
    resolver = LinkResolver(paths)
    stem = fold(old_path.rsplit("/", 1)[-1].removesuffix(".md"))
    wanted: list[Wanted] = []

    def follow(text: str, source: str) -> str:
        return relink(text, source, lambda target: resolver.resolve(target, source) == old_path, new_path)

    def edit_of(path: str) -> Wanted:
        return Wanted(path, lambda data: follow(data.decode(), path).encode())

    for path in paths:
        if path == old_path:
            continue
        data = read_plain_file(f"{root}/{path}")
        if isinstance(text := decode_note(data), str) and stem in fold(text).replace("%20", " "):
            if follow(data.decode(), path).encode() != data:
                wanted.append(edit_of(path))
    moved = follow(read_plain_file(f"{root}/{old_path}").decode(), old_path)
    moved = _renamed(moved, contact, new_name)
    after = reader.read(new_path, moved.encode())
    if after.profile is None or after.profile.name != new_name or len(after.entries) != len(
            reader.read(old_path, read_plain_file(f"{root}/{old_path}")).entries):
        raise VaultError(f"{old_path} cannot be renamed for sure", "nothing was changed; use Obsidian")
    wanted += [Wanted(old_path, remove=True), Wanted(new_path, text=moved.encode())]
    return change_notes(root, wanted, said, dry_run=dry_run)


def _renamed(text: str, contact: Contact, new_name: str) -> str:
    """The note with the new name where it said the old one, which is an alias from now on."""
    if contact.name not in contact.profile.aliases:
        text = add_item(text, "aliases", contact.name)
    if contact.profile.name != contact.path.rsplit("/", 1)[-1].removesuffix(".md"):
        text = set_property(text, "name", write_scalar(new_name))
    return text
