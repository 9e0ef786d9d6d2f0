"""The notes of a vault as they are written: which there are, how they are found by name, and what of them may be shown."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable, Sequence
from typing import TYPE_CHECKING

from .listing import Folder, Listing, is_note_path, list_notes

if TYPE_CHECKING:
    from ..errors import VaultError
    from ..model.book import Book
    from ..model.note import Note
    from ..model.problem import Problem
    from ..model.settings import Settings
    from ..text.note import NoteReader
    from .change_log import Change
    from .git_programs import GitProgram
    from .resolve import Unresolved


class NoteFiles:
    """The notes of the vault at `root` (absolute), whose settings are `settings`. Each question looks at the files as they are now."""

    def __init__(self, root: str, settings: Settings) -> None:
        self.root = root
        self.settings = settings

    @property
    def paths(self) -> tuple[str, ...]:
        """The paths of all notes."""
        return self.listing().paths

    def listing(self) -> Listing:
        """The notes that there are; what the index knows of folders that have not changed is not looked for again."""
        from .index import Index, index_key
        from .index_fault import IndexFault

        known: dict[str, Folder] = {}
        try:
            index = Index.open(self.root, index_key(self.root, self.settings), make=False)
            try:
                known = {base: found.folder for base, found in index.folders.known().items()}
            finally:
                index.close()
        except IndexFault:
            pass
        return list_notes(self.root, self.settings.ignore, self.settings.templates_folder, known)

    def reader(self, *, prose: bool = False) -> NoteReader:
        """What reads them; with `prose`, notes hold what of their text may be shown."""
        from ..text.note import NoteReader

        return NoteReader(self.settings, prose=prose)

    def would_be_note(self, path: str) -> bool:
        """Whether a file of that name would be read as a note, and not be ignored or taken for a copy."""
        return is_note_path(self.root, path, self.settings.ignore, self.settings.templates_folder)

    def last_sizes(self, paths: Collection[str]) -> dict[str, int]:
        """How many bytes notes had when they were last read, as far as the index knows."""
        from .index import Index, index_key
        from .index_fault import IndexFault
        from .stamps import size_in

        sizes: dict[str, int] = {}
        try:
            index = Index.open(self.root, index_key(self.root, self.settings), make=False)
            try:
                folders = index.folders.known_at({path[: path.rfind("/") + 1] for path in paths})
            finally:
                index.close()
        except IndexFault:
            return {}
        for path in paths:
            base, name = path[: path.rfind("/") + 1], path[path.rfind("/") + 1 :]
            known = folders.get(base)
            if known is not None and name in known.folder.notes:
                sizes[path] = size_in(known.stamps, known.folder.notes.index(name))
        return sizes

    # By name

    def is_there(self, path: str) -> bool:
        """Whether a file lies there."""
        return os.path.lexists(os.path.join(self.root, path))

    def path_named(self, name: str) -> str | None:
        """A note whose file has that name, in any folder, whatever the case."""
        from ..model.resolve import fold, stem_of

        return next((path for path in self.paths if fold(stem_of(path)) == fold(name)), None)

    def note_called(self, name: str) -> str:
        """The note whose file has that name, or the only one in whose name it stands. Raises `UsageError` when it is none or not sure."""
        from ..errors import UsageError
        from ..model.resolve import fold, stem_of

        wanted = fold(" ".join(name.split()).removesuffix(".md"))
        named = [path for path in self.paths if wanted in (fold(stem_of(path)), fold(path.removesuffix(".md")))]
        found = named or [path for path in self.paths if wanted and wanted in fold(stem_of(path))]
        if len(found) == 1:
            return found[0]
        if not found:
            raise UsageError(f"no note is called `{name}`", "type a part of its file's name")
        raise UsageError(f"`{name}` can mean {len(found)} notes: {', '.join(found[:8])}", "type more of it")

    def links_to(self, paths: Collection[str]) -> list[str]:
        """What stands in a link to each of these notes, wherever it is: its name, with its folders where other notes have that name, too."""
        from ..model.resolve import by_stem, fold, stem_of

        named = by_stem(self.paths) if paths else {}
        return [f"{path.removesuffix('.md')}|{stem}" if {*named.get(fold(stem), ())} - {path} else stem
                for path, stem in zip(paths, map(stem_of, paths), strict=True)]

    def path_of_contact(self, name: str) -> str | None:
        """The contact whose file has exactly that name, when it is the only one; told from file names alone.

        Only notes in a contacts folder are looked at: of others the name does not tell what they are.
        """
        from ..model.resolve import fold

        ending = f"/{fold(' '.join(name.split()))}.md"
        found = [path for path in self.listing().paths
                 if f"/{path.lower() if path.isascii() else fold(path)}".endswith(ending)]
        return self.contact_among(found)

    def contact_among(self, paths: Sequence[str]) -> str | None:
        """The note, when it is only one and lies in a contacts folder."""
        from ..model.resolve import beginnings, composed

        is_one = len(paths) == 1 and composed(paths[0]).startswith(beginnings(self.settings.contacts_folders))
        return paths[0] if is_one else None

    def unreadable_called(self, name: str) -> VaultError | None:
        """What to say of the note that cannot be read and has that file name or path, or else in whose name it stands."""
        from ..model.resolve import fold, stem_of
        from .reading import cannot_be_read, read_note

        wanted = fold(" ".join(name.split()).removesuffix(".md"))
        near = [path for path in self.paths if wanted and wanted in fold(path.removesuffix(".md"))]
        exact = [path for path in near if wanted in (fold(stem_of(path)), fold(path.removesuffix(".md")))]
        for path in exact or [path for path in near if wanted in fold(stem_of(path))]:
            note = read_note(self.root, path, self.reader())
            if note.kind == "unreadable":
                return cannot_be_read(note.problems[0])
        return None

    # What they say

    def linked_in(self, path: str) -> tuple[list[str], list[str]]:
        """The targets of the links in a note that may be shown, and the names in its `attendees`, in order; and those of who was there."""
        from ..model.withheld import Withheld
        from .reading import read_note

        note = read_note(self.root, path, self.reader())
        links = [link.target for link in note.links]
        links += [target for entry in note.entries for target in entry.links]
        there = [target for entry in note.entries if not isinstance(entry.text, Withheld) for target in entry.with_links]
        return list(dict.fromkeys(links)), list(dict.fromkeys(there))

    def is_unreadable(self, path: str) -> bool:
        """Whether nothing of a note can be read."""
        from .reading import read_note

        return read_note(self.root, path, self.reader()).kind == "unreadable"

    def is_confidential(self, path: str) -> bool:
        """Whether the note there is confidential as a whole."""
        from .reading import read_note

        return os.path.exists(os.path.join(self.root, path)) and read_note(self.root, path, self.reader()).confidential

    def shown_text(self, file: str) -> str | None:
        """What may be shown of a file (a path on disk), when it lies in the vault and has the name of a note; else None."""
        from ..text.decode import decode_leniently
        from .reading import bytes_or_note

        path = os.path.relpath(os.path.realpath(file), os.path.realpath(self.root)).replace(os.sep, "/")
        if path.startswith("../") or not path.lower().endswith(".md"):
            return None
        reader = self.reader(prose=True)
        data = bytes_or_note(self.root, path, reader)
        if not isinstance(data, bytes):
            return ""
        lines = reader.read(path, data).prose.split("\n")
        written = decode_leniently(data).split("\n")  # prose leaves the marks of front matter out
        return "\n".join("---" if raw.strip() == "---" else line for line, raw in zip(lines, written, strict=False))

    def shown_lines(self, paths: Collection[str], book: Book) -> dict[str, list[str]]:
        """The lines of these files that may be shown, by path, with nothing in place of the others; the book tells who is confidential."""
        from ..model.settings_file import SETTINGS_FILE
        from .overview import shown_settings
        from .reading import bytes_or_note

        reader = self.reader(prose=True)
        lines: dict[str, list[str]] = {}
        for path in set(paths).intersection(self.paths):
            data = bytes_or_note(self.root, path, reader)
            lines[path] = _open_lines(reader.read(path, data), data.decode("utf-8", "replace"), book) if isinstance(data, bytes) else []
        return {**lines, SETTINGS_FILE: shown_settings(self.root)} if SETTINGS_FILE in paths else lines

    def family_in(self, path: str, *, reveal: bool = False) -> list[tuple[str, int]]:
        """What a contact's note says of their family, and on which line; what is withheld only to `reveal`."""
        from ..text.family import read_family
        from .reading import read_text

        text = read_text(self.root, path) if reveal else self.shown_text(os.path.join(self.root, path)) or ""
        return read_family(text.split("\n"))

    # What has become of them

    def unresolved(self) -> list[Unresolved]:
        """The notes that are there in two versions: with conflict markers, or with a copy beside them."""
        from .resolve import find_unresolved

        listing = self.listing()
        copies = [problem.path for problem in listing.problems if problem.rule == "conflict-copy"]
        return find_unresolved(self.root, listing.paths, copies)

    def leaks(self) -> tuple[Problem, ...]:
        """Where something confidential stands in the open: in other files, and in history."""
        from .committed import find_committed_before
        from .leaks import find_leaks_in_vault

        return find_leaks_in_vault(self.root, self.settings) + find_committed_before(self.root, self.settings)

    def names_to_close(self, changes: Iterable[Change]) -> set[str]:
        """What confidential contacts go by (folded) once these changes are made."""
        from ..model.people import names_in
        from ..model.resolve import fold, stem_of

        reader = self.reader()
        notes = [reader.read(change.path, change.after) for change in changes if change.after is not None]
        return {name for note in notes if note.confidential and note.profile is not None
                for name in (fold(stem_of(note.path)), *names_in(note.profile))}

    def difference(self, change: Change, book: Book, names: Collection[str] = ()) -> str:
        """A change as a unified diff of what may be shown of the note; empty when none of it may.

        The book tells who is confidential, and `names` (folded) how some of them are called from then on.
        """
        from .difference import note_difference

        return note_difference(change, self.reader(prose=True), lambda note, text: _open_lines(note, text, book, names))

    def git_programs(self) -> list[GitProgram]:
        """What git would run in a commit of any note, when the settings want commits."""
        if self.settings.git != "commit":
            return []
        from .git_programs import filters_on, signing

        signed = signing(self.root)
        return [*(filters_on(self.root, self.paths) or ()), *([signed] if signed else ())]

    def commit(self, paths: Sequence[str], message: str) -> str | None:
        """Commit notes that were changed, when the settings want that; why it was not done, if it was not."""
        if self.settings.git != "commit":
            return None
        from .git import commit_notes

        return commit_notes(self.root, paths, message)


def _open_lines(note: Note, text: str, book: Book, names: Collection[str] = ()) -> list[str]:
    """The lines of a note (read with its prose) that may be shown, with nothing in place of those that are withheld or speak of somebody confidential."""
    from ..checks.closed import closed_lines
    from ..text.lines import plain_text

    closed = closed_lines(note, plain_text(text), book, names)
    return ["" if number in closed else line for number, line in enumerate(note.prose.split("\n"), 1)]
