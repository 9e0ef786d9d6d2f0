"""Which note a link means, by the rules of Obsidian (docs/format.md, "Links").

Exact path from the root, then the note's own folder, then the shortest path; without
regard to case and unicode form.
"""

from collections.abc import Container, Iterable, Sequence
from posixpath import basename, dirname, normpath
from typing import Protocol
from unicodedata import category, normalize


def fold(text: str) -> str:
    """`text` as links and names compare: one unicode form, one case."""
    return text.lower() if text.isascii() else normalize("NFC", text).lower()


def seen(text: str) -> str:
    """A name as one sees it, to compare: folded, with one blank between words, and without signs that show nothing."""
    if not text.isprintable():
        text = "".join(sign for sign in text if sign in "\t\n\r" or category(sign) not in ("Cc", "Cf", "Zl", "Zp"))
    return " ".join(fold(text).split())


def composed(path: str) -> str:
    """A path as those of folders in the settings compare: in one unicode form. (A disk may keep names in another than one types.)"""
    return path if path.isascii() else normalize("NFC", path)


def beginnings(folders: Iterable[str]) -> tuple[str, ...]:
    """How paths (`composed`) begin that lie in these folders."""
    return tuple(f"{composed(folder).strip('/')}/" for folder in folders)


def stem_of(path: str) -> str:
    """The name of a note as people and links know it: without folders and ending."""
    return _without_ending(path[path.rfind("/") + 1 :])


def _without_ending(path: str) -> str:
    return path[:-3] if path.endswith(".md") else path


def by_stem(paths: Iterable[str]) -> dict[str, list[str]]:
    """The paths of notes by their names (folded)."""
    found: dict[str, list[str]] = {}
    for path in paths:
        found.setdefault(fold(stem_of(path)), []).append(path)
    return found


def keys_of(target: str) -> frozenset[str]:
    """The names (folded) that decide what a link means: when no note or contact of these comes or goes, it stays."""
    whole = fold(target)
    if _is_bare(whole):
        return frozenset((whole,))
    bare = whole.strip()
    return frozenset((whole, bare, basename(_without_ending(bare))))


def _is_bare(name: str) -> bool:
    """Whether a folded link is a name and nothing else, as nearly every one is."""
    return "/" not in name and not name.endswith(".md") and name.strip() == name


def may_mean(names: Container[str], target: str) -> bool:
    """Whether a link can mean a note or contact with one of these names (folded): whether one of its keys is among them."""
    whole = fold(target)
    return whole in names or (not _is_bare(whole) and any(key in names for key in keys_of(target)))


class Named(Protocol):
    """Gives the paths of the notes that have a name (folded); what `by_stem` gives is one."""

    def get(self, name: str, default: Sequence[str], /) -> Sequence[str]: ...


class LinkResolver:
    """Finds notes by link, given the paths of all notes of the vault by their names."""

    def __init__(self, paths: Named) -> None:
        self._by_stem = paths

    def only_one_named(self, target: str) -> str | None:
        """The path of the one file that has the name `target`, and that it so means in every note."""
        named = self._by_stem.get(fold(target), ())
        return named[0] if len(named) == 1 else None

    def resolve(self, target: str, source: str) -> str | None:
        """The path of the note that `target` means in the note `source`; None when there is none."""
        named = self.only_one_named(target)
        if named is not None:
            return named
        wanted = _without_ending(fold(target.strip()))
        if wanted.startswith("/"):
            return self._at(wanted[1:])
        candidates = self._by_stem.get(basename(wanted), ())
        if not candidates:
            return None
        folder = fold(dirname(source))
        if not wanted.startswith("."):
            exact = self._at(wanted)
            if exact:
                return exact
        relative = normpath(f"{folder}/{wanted}" if folder else wanted)
        own = self._at(relative)
        if own or wanted.startswith("."):
            return own
        ending = f"/{wanted}"
        fitting = [path for path in candidates if f"/{_without_ending(fold(path))}".endswith(ending)]
        return min(fitting, key=lambda path: (len(path), path), default=None)

    def _at(self, folded: str) -> str | None:
        """The note at a path from the root (folded, without ending)."""
        for path in self._by_stem.get(basename(folded), ()):
            if _without_ending(fold(path)) == folded:
                return path
        return None
