"""Links that follow a note to its new name. What a link displays stays as it was."""

from collections.abc import Callable, Iterator

from ..model.pattern import pattern
from .front_matter import split_note
from .line_signs import is_table_rule
from .lines import plain_text, split_lines
from .links import LinkSpan, find_link_spans
from .structure import scan_body
from .yaml_line import quote_around

Follow = Callable[[str], str | None]
"""The new target for the target of a link, both as they are written in a link; None for a link to another note."""

_ESCAPED = pattern(r"[\s()<>%#?\[\]\\\"']")


def relink(text: str, follow: Follow) -> str:
    """The note with its links rewritten where `follow` says so. Code and comments are left alone."""
    lines = split_lines(text)
    split = split_note(plain_text(text))
    for number in range(1, split.body_line):
        line = lines[number - 1] if number <= len(lines) else ""
        if ("[[" in line or "](" in line) and not line.lstrip().startswith("#"):
            lines[number - 1] = _relink_front(line, follow)
    body = scan_body(split.body, split.body_line)
    linking = {n for block in body.blocks for n in range(block.line, block.last + 1)}  # code is in no block
    rows = _find_rows(body.lines)
    for number in sorted(linking):
        place = number - split.body_line
        shown = body.lines[place]
        if "[[" in shown or "](" in shown or "]:" in shown:
            lines[number - 1] = _relink_line(lines[number - 1], shown, follow, in_table=place in rows)
    return "".join(lines)


def _find_rows(lines: list[str]) -> set[int]:
    """The places of the lines that are rows of a table: from the one above its rule to the next empty line."""
    rows: set[int] = set()
    start = 0
    while start < len(lines):
        end = start
        while end < len(lines) and lines[end].strip(" \t>"):
            end += 1
        rule = next((place for place in range(start + 1, end) if is_table_rule(lines[place].strip(" \t>"))), end)
        if rule < end:
            rows.update(range(rule - 1, end))
        start = end + 1
    return rows


def _relink_line(line: str, shown: str, follow: Follow, *, in_table: bool) -> str:
    """A line of the body; `shown` is as long, without its comments."""
    return _rewritten(line, find_link_spans(shown), follow, "\\|" if in_table else "|", lambda written, _: written)


def _relink_front(line: str, follow: Follow) -> str:
    """A line of front matter, where a quote within quotes is written in its own way."""

    def follow_unquoted(target: str) -> str | None:
        return follow(target) or (follow(target.replace("''", "'")) if "''" in target else None)

    def quoted(written: str, at: int) -> str:
        return written.replace("'", "''") if quote_around(line, at) == "'" else written

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
            part = span.part.rstrip("\\").lstrip("#").replace("#", " > ")
            parts += line[at : span.display], bar, f"{old} > {part}" if part else old
            at = span.display
    return "".join([*parts, line[at:]])


def _escaped(path: str, before: str) -> str:
    """A path as the target of a Markdown link; between `<` and `>` it stands as it is."""
    if before == "<":
        return path
    return _ESCAPED.sub(lambda sign: "".join(f"%{byte:02X}" for byte in sign[0].encode()), path)
