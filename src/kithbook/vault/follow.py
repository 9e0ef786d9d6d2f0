"""Links in all notes that follow a note to another path."""

from collections.abc import Callable, Sequence
from posixpath import dirname, relpath
from urllib.parse import unquote

from ..errors import VaultError
from ..model.note import Note
from ..model.resolve import LinkResolver, by_stem, fold, stem_of
from ..model.withheld import Withheld
from ..text.decode import decode_note
from ..text.links import write_links
from ..text.note import NoteReader
from ..text.relink import relink
from .changes import Wanted
from .files import read_plain_file

Meant = Callable[[str], str]
"""The path of the note that a link's target means; the target itself when there is none."""


class LinkFollower:
    """Makes links follow the note at `old` to `new`.

    `paths` are those of all notes as they are, `names` what the old one was called: its aliases from now on.
    """

    def __init__(self, root: str, paths: Sequence[str], reader: NoteReader, old: str, new: str, names: Sequence[str]) -> None:
        self.root = root
        self.reader = reader
        self.paths = paths
        self.old = old
        self.new = new
        self.names = frozenset(map(fold, names))
        self.before = LinkResolver(by_stem(paths))
        self.after = LinkResolver(by_stem([path for path in paths if path != old] + [new] * (new not in paths)))

    def follow(self, text: str, source: str) -> str:
        """The note `source` with its links to the old path leading to the new one."""

        def written(target: str) -> str | None:
            return self._written(target, source) if self.before.resolve(target, source) == self.old else None

        return relink(text, written)

    def _written(self, target: str, source: str) -> str:
        """The new path in the way in which the old one was written: by name, from here, or from the root."""
        ending = ".md" if target.lower().endswith(".md") else ""
        stem = stem_of(self.new)
        if "/" not in target and self.after.only_one_named(stem) == self.new:
            return stem + ending
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
            if not text:
                continue
            kind = self.reader.read(path, text.encode()).kind
            changes = self.follow(text, path) != text
            if kind == "unreadable":
                unreadable += [path] * changes
            elif kind == "skipped":  # templates and reports are nobody's words
                continue
            elif changes:
                found.append(Wanted(path, self._edit(path)))
            else:  # a link in a form that is read, and not written
                self.check(path, text.encode(), path, text.encode())
        return found, unreadable

    def _text_that_links(self, path: str) -> str:
        """The text of a note as it is written, when it may link to the old path at all."""
        try:
            data = read_plain_file(f"{self.root}/{path}")
        except OSError:
            return ""
        if not any(sign in data for sign in (b"[[", b"](", b"]:")) or not isinstance(decode_note(data), str):
            return ""
        text = data.decode()
        return text if self._may_name(text) else ""

    def _may_name(self, text: str) -> bool:
        """Whether the old name stands in a text at all, in one of the ways in which links have it."""
        stem = fold(stem_of(self.old))
        written = fold(text)
        return (stem in written or stem in written.replace("''", "'") or ("%" in text and stem in fold(unquote(text)))
                or "\\u" in text or "\\x" in text)  # a sign of YAML's for any sign

    def _edit(self, path: str) -> Callable[[bytes], bytes]:
        def edit(data: bytes) -> bytes:
            changed = self.follow(data.decode(), path).encode()
            self.check(path, data, path, changed)
            return changed

        return edit

    def check(self, path: str, data: bytes, new_path: str, changed: bytes, besides: Sequence[str] = ()) -> None:
        """Raise `VaultError` unless a note reads as before, but for whom links mean, and these properties."""
        before, after = self.reader.read(path, data), self.reader.read(new_path, changed)
        led, leads, by_alias = self.led(path), self.leads(new_path), self.leads(new_path, by_alias=True)
        if _view(before, led, led, besides) != _view(after, leads, by_alias, besides):
            raise VaultError(f"{path} cannot be changed for sure, so that its links follow",
                             "nothing was changed; write them as [[links]] in quotes, or use Obsidian")

    def led(self, path: str) -> Meant:
        """Which note the links of the note at `path` mean so far, the new one for the old one."""

        def meant(target: str) -> str:
            found = self.before.resolve(target, path)
            if found is None and fold(target.strip()) in (*self.names, fold(stem_of(self.new))):
                return self.new  # by the alias, or the name, that it has from now on
            return self.new if found == self.old else found or target

        return meant

    def leads(self, path: str, *, by_alias: bool = False) -> Meant:
        """Which note the links of the note at `path` mean afterwards; `by_alias` also those that Obsidian does not follow."""

        def meant(target: str) -> str:
            found = self.after.resolve(target, path)
            return found or (self.new if by_alias and fold(target.strip()) in self.names else target)

        return meant


def text_as_meant(text: object, meant: Meant) -> object:
    """A text with its links as the notes that they mean, to be compared; a withheld one with its reason. Never shown."""
    if isinstance(text, Withheld):
        return text.reason, text_as_meant(text.reveal(), meant)
    return write_links(text, lambda target: f"[[{meant(target)}]]") if isinstance(text, str) else text


def _view(note: Note, meant: Meant, bare: Meant, besides: Sequence[str]) -> tuple[object, ...]:
    """All that a note says, with every link as the note that it means; without places when properties are changed `besides`.

    `bare` is what a name means that need not stand in a link (of somebody who was there).
    """

    def placed(line: int) -> int:
        return 0 if besides else line

    def seen(value: object) -> object:
        return tuple(map(seen, value)) if type(value) is tuple else text_as_meant(value, meant)

    def all_meant(targets: Sequence[str], meant: Meant = meant) -> tuple[str, ...]:
        return tuple(dict.fromkeys(map(meant, targets)))

    profile = note.profile._asdict() if note.profile is not None else {}
    return (
        note.kind, note.confidential, note.date,
        {key: all_meant([value] if isinstance(value, str) else value) if key in ("knows", "met_via") and value else seen(value)
         for key, value in profile.items() if key not in besides and key != "lines"},
        [(e._replace(path="", line=placed(e.line), text="", by=None, links=all_meant(e.links, bare), with_links=all_meant(e.with_links, bare)), seen(e.text))
         for e in note.entries],
        [(t._replace(path="", line=placed(t.line), text="", links=all_meant(t.links)), seen(t.text)) for t in note.tasks],
        [all_meant(links) for links in note.task_entry],
        [(placed(link.line), meant(link.target)) for link in note.links],
        sorted(problem.rule for problem in note.problems if problem.severity == "error"),
        [bool(line.strip()) for line in note.prose.split("\n")] if not besides else [],  # what is hidden is so still
    )
