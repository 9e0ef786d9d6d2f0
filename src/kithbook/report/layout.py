"""Text on a terminal: cleaned, measured, wrapped, coloured sparingly."""

import re
from collections.abc import Callable, Sequence

from ..model.pattern import pattern
from ..model.record import NamedTuple
from .style import Style
from .words import one_line

# Signs that would be acted on, or that turn the reading order: shown as what they are.
_CONTROL = pattern("[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\U000e0000-\U000e007f]")
_NEWLINE = "\n"
# Links that are plain names, and nothing else that could be one.
_NAMES_ALONE = pattern(r"(?:[^\[\]`\\!]*\[\[[^\W_](?:[^\[\]|#^/\\.%`]*[^\W_])?\]\])+[^\[\]`\\!]*")


def clean(text: str) -> str:
    """`text` in one line, without any sign that a terminal would act on."""
    if text.isprintable() and "  " not in text:  # nearly all are: nothing in them is a control, a mark or a line end
        return text.strip(" ")
    return _CONTROL.sub(_written_out, one_line(text))


def show_links(text: str) -> str:
    """A text with its links as they are read. Where all are plain `[[Name]]`s, their grammar is not loaded."""
    if "[" not in text:
        return text
    if _NAMES_ALONE.fullmatch(text):
        return text.replace("[[", "").replace("]]", "")
    from ..text.links import show_links

    return show_links(text)


def visible(text: str) -> str:
    """`text` line for line as it is, without any sign that a terminal would act on."""
    return f"{visible_part(text.removesuffix(_NEWLINE))}\n" if text else ""


def visible_difference(text: str) -> str:
    """A diff likewise; tabs and the returns at the ends of lines stay, as without them it fits no file."""
    return "\n".join("\t".join(map(visible_part, line.removesuffix("\r").split("\t"))) + "\r" * line.endswith("\r")
                     for line in text.split("\n"))


def visible_part(text: str) -> str:
    """A part of a longer text, which need not end with a line, likewise."""
    return "\n".join(_CONTROL.sub(_written_out, line) for line in text.split("\n"))


def _written_out(sign: re.Match[str]) -> str:
    code = ord(sign[0])
    return f"\\x{code:02x}" if code < 256 else f"\\u{code:04x}"


# Signs of one column each: Latin letters and the usual punctuation.
_NARROW = pattern("[ -~\u00a0-\u00ac\u00ae-\u02ff\u2010-\u2027]*")


def _is_narrow(text: str) -> bool:
    """Whether each sign of a cleaned text takes one column, as far as that is known at a glance."""
    return text.isascii() or _NARROW.fullmatch(text) is not None


def width_of(text: str) -> int:
    """How many columns a cleaned text takes."""
    if _is_narrow(text):
        return len(text)
    from wcwidth import wcswidth  # 25 ms, which most vaults need not spend

    return max(0, wcswidth(text)) or len(text)


def wrap(text: str, width: int) -> list[str]:
    """The text in lines of at most `width` columns; a word that is wider is broken."""
    measure = len if _is_narrow(text) else width_of
    if measure(text) <= width:
        return [text.strip(" ")]
    return (_wrap_plainly(text, width) if measure is len else None) or _wrap_by_word(text, width, measure)


def _wrap_plainly(text: str, width: int) -> list[str] | None:
    """The same for signs of one column each, cut and not counted word by word; None where a word is too wide, or blanks stand side by side."""
    if "  " in text or text[0] == " " or text[-1] == " ":
        return None
    lines: list[str] = []
    start, end = 0, len(text)
    while end - start > width:
        at = text.rfind(" ", start, start + width + 1)
        if at < 0:
            return None
        lines.append(text[start:at])
        start = at + 1
    lines.append(text[start:])
    return lines


def _wrap_by_word(text: str, width: int, measure: Callable[[str], int]) -> list[str]:
    lines: list[str] = []
    line, used = "", 0
    for word in text.split(" "):
        size = measure(word)
        if size > width:
            first = width - used - 1 if line and width - used > 8 else width
            pieces = _break(word, first, width)
            if first == width and line:
                lines.append(line)
                line = ""
            lines.append(f"{line} {pieces[0]}" if line else pieces[0])
            lines += pieces[1:-1]
            line, used = pieces[-1], width_of(pieces[-1])
        elif line and used + 1 + size > width:
            lines.append(line)
            line, used = word, size
        else:
            line, used = (f"{line} {word}", used + 1 + size) if line else (word, size)
    lines.append(line)
    return [line for line in lines if line] or [""]


def _break(word: str, first: int, width: int) -> list[str]:
    """A word in pieces: the first as wide as `first`, the others as `width`."""
    pieces: list[str] = []
    start = used = 0
    room = first
    for at, sign in enumerate(word):
        size = width_of(sign)
        if used + size > room and at > start:
            pieces.append(word[start:at])
            start, used, room = at, 0, width
        used += size
    return [*pieces, word[start:]]


def excerpt(text: str, most: int = 240) -> str:
    """The text, cut at a word when it is long."""
    return text if len(text) <= most else text[: text.rfind(" ", most // 2, most)].rstrip(" ,;:.") + " …"


class Cell(NamedTuple):
    """A piece of a line: its text, and whether it is set off as `faint` or `late`."""

    text: str
    look: str = ""


class Row(NamedTuple):
    """A line of a list: narrow columns, then text that wraps below itself."""

    columns: tuple[Cell, ...]
    text: tuple[Cell, ...]


_WIDEST_COLUMN = 26


def lay_out(rows: Sequence[Row], style: Style, indent: int = 2) -> list[str]:
    """The rows as lines, columns aligned."""
    if not rows:
        return []
    widths = [
        min(_WIDEST_COLUMN, max(map(width_of, {row.columns[place].text for row in rows})))
        for place in range(len(rows[0].columns))
    ]
    start = indent + sum(widths) + 2 * len(widths)
    if style.width - start < 24:  # too narrow for columns side by side
        start = indent + 4
    side_by_side = " " * indent + "".join([f"%-{width}s  " for width in widths])
    lines: list[str] = []
    for row in rows:
        plainly = None if style.colour else _lay_out_plainly(row, side_by_side, start, style.width)
        lines += _lay_out_row(row, widths, start, style, indent) if plainly is None else plainly
    return lines


def _lay_out_plainly(row: Row, side_by_side: str, start: int, width: int) -> Sequence[str] | None:
    """What most rows are, without any measuring of signs; None when it takes more than that."""
    line = side_by_side % tuple([text for text, _ in row.columns])
    text = row.text[0].text if len(row.text) == 1 else " ".join([text for text, _ in row.text if text])
    whole = line + text
    if not text or len(line) != start or not _is_narrow(whole):
        return None
    if len(whole) <= width:
        return (whole if text[0] != " " != text[-1] else line + text.strip(" "),)
    wrapped = wrap(text, width - start)
    margin = " " * start
    return [line + wrapped[0], *[margin + part for part in wrapped[1:]]]


def _lay_out_row(row: Row, widths: list[int], start: int, style: Style, indent: int) -> list[str]:
    head = " " * indent
    fits = indent + sum(widths) + 2 * len(widths) == start
    taken = indent
    for (text, look), width in zip(row.columns, widths, strict=True):
        size = width_of(text)
        padded = text + " " * (width - size)
        head += (_looked(Cell(padded, look), style) if style.colour else padded) + "  "
        taken += max(width, size) + 2
    body = _wrap_cells(row.text, style.width - start, style)
    if not body:
        return [head.rstrip()]
    if taken > start or not fits:
        return [head.rstrip(), *(" " * start + line for line in body)]
    return [head + body[0], *(" " * start + line for line in body[1:])]


def _wrap_cells(cells: Sequence[Cell], width: int, style: Style) -> list[str]:
    """The cells as running text; each keeps its look across line ends."""
    lines = wrap(" ".join([cell.text for cell in cells if cell.text]), width)
    if not style.colour:
        return lines if lines != [""] else []
    looks = [cell.look for cell in cells for _ in cell.text.split()]
    if not any(looks):
        return lines if lines != [""] else []
    found: list[str] = []
    at = 0
    for line in lines:
        words = line.split(" ")
        if at + len(words) > len(looks):  # a word was broken: no looks from here on
            found.append(line)
            continue
        found.append(" ".join(_looked(Cell(word, look), style) for word, look in zip(words, looks[at:], strict=False)))
        at += len(words)
    return found


def _looked(cell: Cell, style: Style) -> str:
    if cell.look == "faint":
        return style.faint(cell.text)
    if cell.look == "late":
        return style.late(cell.text)
    return cell.text
