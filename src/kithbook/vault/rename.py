"""A note moved to another name, and every link to it along."""

from collections.abc import Sequence

from ..errors import VaultError
from ..model.contact import Contact
from ..model.record import NamedTuple
from ..model.resolve import fold, stem_of
from ..text.front_edit import add_item, has_property, set_property, take_item, write_scalar
from ..text.note import NoteReader
from .change_log import Change
from .changes import Wanted, change_notes
from .follow import LinkFollower


class Renamed(NamedTuple):
    """A renaming done: the changes, how many other notes were changed, and those with links that cannot be read."""

    changes: list[Change]
    notes: int
    unreadable: list[str]


def rename_contact(root: str, paths: Sequence[str], contact: Contact, new_path: str, new_name: str, reader: NoteReader,
                   said: str, *, dry_run: bool) -> Renamed:
    """Move a contact's note to `new_path`, its links along; the old name becomes an alias.

    Raises `VaultError` when a note cannot be changed; then none is.
    """
    follower = LinkFollower(root, paths, reader, contact.path, new_path, (contact.name, stem_of(contact.path)))

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
    """The note with the new name where it said the old one, which is an alias from now on; the new one is none any more."""
    for alias in contact.whole_profile.aliases:
        if fold(alias) == fold(new_name):
            text = take_item(text, "aliases", alias)
    if has_property(text, "name"):
        text = set_property(text, "name", write_scalar(new_name))
    known = set(map(fold, (new_name, *contact.whole_profile.aliases)))
    for name in (contact.name, stem_of(contact.path)):
        if fold(name) not in known:
            text = add_item(text, "aliases", name)
            known.add(fold(name))
    return text
