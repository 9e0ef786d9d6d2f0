"""Comments in a note's text: `%%…%%` and `<!-- … -->`, over several lines too."""


from ..model.pattern import pattern
from ..model.record import NamedTuple
from .code_spans import find_span_ends

_SIGN = pattern(r"`+|%%|<!--")


class Blanked(NamedTuple):
    """A line with spaces in place of its comments.

    `closer` is what will close the comment that is still open behind it, `opened` the
    place where that began (-1: on an earlier line).
    """

    text: str
    closer: str
    opened: int


def blank_comments(text: str, at: int = 0, closer: str = "") -> Blanked:
    """Blank the comments of a line from `at` on; `closer` is what closes the one that is open there."""
    parts = [text[:at]]
    start = at
    opened = -1
    ends: dict[int, int] | None = None
    while True:
        if closer:
            end = text.find(closer, at)
            at = len(text) if end < 0 else end + len(closer)
            parts.append(" " * (at - start))
            if end < 0:
                return Blanked("".join(parts), closer, opened)
            start, closer = at, ""
        sign = _SIGN.search(text, at)
        if sign is None:
            return Blanked("".join([*parts, text[start:]]), "", -1)
        at = sign.end()
        if sign[0][0] == "`":  # a code span, in which comments are text, or a mere backtick
            ends = find_span_ends(text) if ends is None else ends
            at = ends.get(sign.start()) or ends.get(sign.start() + 1) or at
        else:
            opened = sign.start()
            parts.append(text[start:opened])
            start, closer = opened, "%%" if sign[0] == "%%" else "-->"
