"""Conflict markers, written and read: what git leaves where two sides contradict."""

from collections.abc import Iterable, Sequence

from ..model.pattern import pattern
from ..model.record import NamedTuple
from .lines import split_lines
from .reconcile import Contradiction, Piece


class MarkerStyle(NamedTuple):
    """How contradictions are marked: the labels of both sides and the base, the markers' length, whether the base is shown."""

    ours: str = "ours"
    theirs: str = "theirs"
    base: str = "base"
    size: int = 7
    diff3: bool = False


class Sides(NamedTuple):
    """Both sides of a text with markers, and the base where each conflict shows it; `style` is that of the markers."""

    ours: str
    theirs: str
    base: str | None
    style: MarkerStyle


def mark(piece: Contradiction, style: MarkerStyle) -> list[str]:
    """A contradiction between markers."""
    def line(sign: str, label: str) -> str:
        return f"{sign * style.size} {label}".rstrip()

    shown = [line("|", style.base), *piece.base] if style.diff3 else []
    return [line("<", style.ours), *piece.ours, *shown, "=" * style.size, *piece.theirs, line(">", style.theirs)]


def joined_contradictions(pieces: Iterable[Piece]) -> list[Piece]:
    """The pieces with contradictions that follow each other made one."""
    found: list[Piece] = []
    for piece in pieces:
        if isinstance(piece, Contradiction) and found and isinstance(found[-1], Contradiction):
            last = found[-1]
            found[-1] = Contradiction(last.base + piece.base, last.ours + piece.ours, last.theirs + piece.theirs)
        else:
            found.append(piece)
    return found


_START = pattern(r"(<{7,})(?: ([^\r\n]*))?\r?\n?")


def has_markers(text: str) -> bool:
    """Whether a text holds a whole conflict between markers."""
    return "<<<<<<<" in text and read_markers(split_lines(text.removeprefix("\ufeff"))) is not None


def read_markers(lines: Sequence[str]) -> Sides | None:
    """Both sides of lines (with their ends); None when there are no markers, or when they do not fit together."""
    ours: list[str] = []
    theirs: list[str] = []
    base: list[str] = []
    style: MarkerStyle | None = None
    whole_base = True
    size = 0
    part = ""
    has_base = False
    for line in lines:
        bare = line.rstrip("\r\n")
        if not part:
            start = _START.fullmatch(line)
            if start is not None:
                size, part, has_base = len(start[1]), "ours", False
                style = style or MarkerStyle(start[2] or "ours", size=size)
                continue
            for side in (ours, theirs, base):
                side.append(line)
        elif part == "ours" and _is_marker(bare, "|", size):
            part, has_base = "base", True
            style = style and style._replace(base=bare[size:].strip() or "base", diff3=True)
        elif part in ("ours", "base") and bare == "=" * size:
            part = "theirs"
        elif part == "theirs" and _is_marker(bare, ">", size):
            part = ""
            whole_base = whole_base and has_base
            style = style and style._replace(theirs=bare[size:].strip() or "theirs")
        else:
            {"ours": ours, "base": base, "theirs": theirs}[part].append(line)
    if part or style is None:
        return None
    return Sides("".join(ours), "".join(theirs), "".join(base) if whole_base else None, style)


def _is_marker(bare: str, sign: str, size: int) -> bool:
    return bare.startswith(sign * size) and bare[size : size + 1] in ("", " ")
