"""Inline code: where it stands. In code, marks, links, tags and comments are text.

The rules are those of CommonMark 6.1: a run of backticks opens, the next run of the same
length closes, a backslash takes the meaning from an opening backtick only. Code that goes
on over the end of a line is not read as code: we look at lines.
"""


from ..model.pattern import pattern

_TICKS = pattern("`+|\n")


def find_span_ends(text: str) -> dict[int, int]:
    """For each place where a code span may open: where it ends. One pass, whatever the text."""
    ends: dict[int, int] = {}
    closers: dict[int, int] = {}  # by length: the end of the nearest run to the right
    for start, end in reversed([run.span() for run in _TICKS.finditer(text)]):
        if text[start] == "\n":
            closers.clear()
            continue
        opener = start + _is_escaped(text, start)
        if opener < end and (close := closers.get(end - opener)) is not None:
            ends[opener] = close
        closers[end - start] = end
    return ends


def _is_escaped(text: str, at: int) -> bool:
    before = at
    while before and text[before - 1] == "\\":
        before -= 1
    return (at - before) % 2 == 1


def find_code_spans(text: str) -> list[tuple[int, int]]:
    """Start and end of each code span, in order."""
    spans: list[tuple[int, int]] = []
    at = 0
    for start, end in sorted(find_span_ends(text).items()):
        if start >= at:
            spans.append((start, end))
            at = end
    return spans


def blank_code(text: str, fill: str = " ") -> str:
    """The text with `fill` in place of every sign of its code spans, so that places stay what they are."""
    if "`" not in text:
        return text
    parts: list[str] = []
    at = 0
    for start, end in find_code_spans(text):
        parts += text[at:start], fill * (end - start)
        at = end
    return "".join([*parts, text[at:]])


def leaves_code_open(text: str) -> bool:
    """Whether backticks on the line stand outside of its code spans: a further line may close them."""
    return "`" in text and "`" in blank_code(text)
