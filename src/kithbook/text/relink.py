"""Links that follow a note to its new name. What a link displays stays as it was."""

import re
from collections.abc import Callable, Iterator

from .front_matter import split_note
from .line_signs import is_table_rule
from .lines import split_lines
from .links import LinkSpan, find_link_spans
from .structure import scan_body

Follow = Callable[[str], str | None]
"""The new target for the target of a link, both as they are written in a link; None for a link to another note."""

_ESCAPED = re.compile(r"[\s()<>%#?\[\]\\\"']")
_OPENS_VALUE = frozenset(("", ":", ",", "[", "{", "-"))


def relink(text: str, follow: Follow) -> str:
    """The note with its links rewritten where `follow` says so. Code and comments are left alone."""
    lines = split_lines(text)
    split = split_note(text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n"))
    for number in range(1, split.body_line):
        line = lines[number - 1] if number <= len(lines) else ""
        if "[[" in line or "](" in line:
            lines[number - 1] = _relink_front(line, follow)
    body = scan_body(split.body, split.body_line)
    linking = {n for block in body.blocks for n in range(block.line, block.last + 1)}  # code is in no block
    for number in sorted(linking):
        shown = body.lines[number - split.body_line]
        if "[[" in shown or "](" in shown:
            in_table = _is_in_table(body.lines, number - split.body_line)
            lines[number - 1] = _relink_line(lines[number - 1], shown, follow, in_table=in_table)
    return "".join(lines)


def _is_in_table(lines: list[str], place: int) -> bool:
    """Whether a line is a row of a table: a bar stands in it, and a rule below or above it among the lines without a gap."""
    if "|" not in lines[place]:
        return False
    if lines[place].lstrip(" \t>").startswith("|"):
        return True
    above = place
    while above > 0 and lines[above].strip():
        above -= 1
    below = place
    while below < len(lines) and lines[below].strip():
        below += 1
    return any(is_table_rule(line.strip()) for line in lines[above:below])


def _relink_line(line: str, shown: str, follow: Follow, *, in_table: bool) -> str:
    """A line of the body; `shown` is as long, without its comments."""
    return _rewritten(line, find_link_spans(shown), follow, "\\|" if in_table else "|", lambda written, _: written)


def _relink_front(line: str, follow: Follow) -> str:
    """A line of front matter, where a quote within quotes is written in its own way."""

    def follow_unquoted(target: str) -> str | None:
        return follow(target) or (follow(target.replace("''", "'")) if "''" in target else None)

    def quoted(written: str, at: int) -> str:
        return written.replace("'", "''") if _quote_around(line, at) == "'" else written

    return _rewritten(line, find_link_spans(line), follow_unquoted, "|", quoted)


def _rewritten(line: str, spans: Iterator[LinkSpan], follow: Follow, bar: str, quoted: Callable[[str, int], str]) -> str:
    parts: list[str] = []
    at = 0
    for span in spans:
        new = follow(span.target)
        if new is None:
            continue
        old = line[span.start : span.end]
        parts += line[at : span.start], quoted(new, span.start) if span.is_wikilink else _escaped(new, line[span.start - 1])
        at = span.end
        if span.display is not None:
            part = span.part.strip("#^\\")
            parts += line[at : span.display], bar, f"{old} > {part}" if part else old
            at = span.display
    return "".join([*parts, line[at:]])


def _escaped(path: str, before: str) -> str:
    """A path as the target of a Markdown link; between `<` and `>` it stands as it is."""
    if before == "<":
        return path
    return _ESCAPED.sub(lambda sign: "".join(f"%{byte:02X}" for byte in sign[0].encode()), path)


def _quote_around(line: str, at: int) -> str:
    """The quote within which a place of a line of YAML stands; empty when it stands in none."""
    quote = ""
    place = 0
    while place < at:
        sign = line[place]
        if not quote:
            if sign in "'\"" and line[:place].rstrip()[-1:] in _OPENS_VALUE:
                quote = sign
        elif quote == '"' and sign == "\\":
            place += 1
        elif sign == quote:
            if quote == "'" and line[place + 1 : place + 2] == "'":
                place += 1
            else:
                quote = ""
        place += 1
    return quote
