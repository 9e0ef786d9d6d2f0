"""Both sides' versions of one line made one: a promise closed here and reworded there, a tag added to an entry.

Words are taken from the side that changed them; dates, marks and tags of both sides count.
"""

import re
from collections.abc import Sequence

from ..model.pattern import pattern
from ..model.record import NamedTuple
from .alignment import match_lines

_BOX = pattern(r"((?:[ \t>]|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t]))*\[)(.)(\][ \t].*)", re.DOTALL)
_DAY = r"\d{4}-\d{2}-\d{2}"
_MARK = pattern(
    rf"([📅📆🗓⏳⌛🛫➕✅❌])\ufe0f?[ \t]*{_DAY}|[\[(][ \t]*(\w+)[ \t]*::[^\[\]()]{{0,200}}[\])]"
    rf"|(?<![\w:#/])(due):[ \t]?{_DAY}|(🆔)\ufe0f?[ \t]*[\w-]+|(\^)[A-Za-z0-9-]+(?=[ \t]*$)|([🔺⏫🔼🔽⏬])|(#)[\w/-]+")
_WORD = pattern(r"\S+")
_DONE = frozenset(("✅", "completion"))


class _Token(NamedTuple):
    """A word, or a mark with what it says (its `key`); `text` has the white space before it."""

    text: str
    key: str

    @property
    def said(self) -> str:
        return self.text.strip()


def join_lines(base: str | None, ours: str, theirs: str) -> str | None:
    """One line with both sides' edits; None when they contradict."""
    if ours == theirs:
        return ours
    boxes = [_BOX.fullmatch(line) if line is not None else None for line in (base, ours, theirs)]
    if boxes[1] is None or boxes[2] is None:
        return _join_text(base, ours, theirs) if base is not None and boxes[1] is boxes[2] else None
    if base is None or boxes[0] is None:
        base = f"{boxes[1][1]} {_without_done(boxes[1][3])}" if _without_done(boxes[1][3]) == _without_done(boxes[2][3]) else None
        boxes[0] = _BOX.fullmatch(base) if base is not None else None
        if boxes[0] is None:
            return None
    heads = _one_of(boxes[0][1], boxes[1][1], boxes[2][1])
    sign = _one_of(_folded(boxes[0][2]), _folded(boxes[1][2]), _folded(boxes[2][2]))
    if sign is None and {boxes[1][2], boxes[2][2]} & {"/"}:  # in progress on one side, closed on the other
        sign = next(box[2] for box in boxes[1:] if box is not None and box[2] != "/")
    text = _join_text(boxes[0][3], boxes[1][3], boxes[2][3])
    return None if heads is None or sign is None or text is None else f"{heads}{sign}{text}"


def _folded(sign: str) -> str:
    return "x" if sign == "X" else sign


def _one_of(base: str, ours: str, theirs: str) -> str | None:
    """The one that was changed; None when both were, differently."""
    if ours == theirs or theirs == base:
        return ours
    return theirs if ours == base else None


def _without_done(text: str) -> str:
    return "".join(token.text for token in _tokens(text) if token.key not in _DONE)


def _tokens(text: str) -> list[_Token]:
    tokens: list[_Token] = []
    at = 0
    while at < len(text):
        start = at
        while at < len(text) and text[at].isspace():
            at += 1
        match = _MARK.match(text, at)
        if match:
            tokens.append(_Token(text[start : match.end()], (match[match.lastindex or 0]).lower() if match.lastindex else ""))
            if tokens[-1].key == "#":
                tokens[-1] = _Token(tokens[-1].text, match[0].lower())
        elif match := _WORD.match(text, at):
            tokens.append(_Token(text[start : match.end()], ""))
        else:
            tokens.append(_Token(text[start:], " "))
            break
        at = match.end()
    return tokens


def _join_text(base: str, ours: str, theirs: str) -> str | None:
    """The text of a line: words of one side, marks of both."""
    before, mine, yours = _tokens(base), _tokens(ours), _tokens(theirs)
    words = [[token.said for token in tokens if not token.key] for tokens in (before, mine, yours)]
    if words[1] != words[0] != words[2] != words[1]:
        return None
    if words[1] == words[0] != words[2]:  # begin with the side whose words count
        mine, yours = yours, mine
    return _with_marks(before, mine, yours)


def _with_marks(before: list[_Token], mine: list[_Token], yours: list[_Token]) -> str | None:
    """The line `mine` with what the other side did to the marks of the base."""
    old, here, there = (_by_key(tokens) for tokens in (before, mine, yours))
    if old is None or here is None or there is None:
        return None
    line = list(mine)
    for key in [*old, *(key for key in there if key not in old)]:
        was, now, other = old.get(key), here.get(key), there.get(key)
        if _said(other) == _said(was) or _said(other) == _said(now):
            continue
        if _said(now) != _said(was):
            if key not in _DONE or was is not None or now is None or other is None:
                return None
            other = min(now, other, key=_said)  # done is done: the day that is named first
        if other is None:
            line = [token for token in line if token.key != key]
        elif now is not None:
            line = [other if token.key == key else token for token in line]
        else:
            line.insert(_place_for(line, yours, key), other)
    return "".join(token.text for token in line)


def _said(token: _Token | None) -> str:
    return token.said if token is not None else ""


def _by_key(tokens: Sequence[_Token]) -> dict[str, _Token] | None:
    """The marks by what they say; None when one stands there twice."""
    marks = {token.key: token for token in tokens if token.key.strip()}
    return marks if len(marks) == sum(1 for token in tokens if token.key.strip()) else None


def _place_for(line: list[_Token], yours: list[_Token], key: str) -> int:
    """Where a mark of the other side goes: behind what it stands behind there, but no word at the end of the line."""
    there = next(number for number, token in enumerate(yours) if token.key == key)
    pairs = match_lines([token.key or token.said for token in line], [token.key or token.said for token in yours])
    place = max((at + 1 for at, where in pairs if where < there), default=0)
    last = place
    while last < len(line) and not line[last].key:
        last += 1
    if all(token.key for token in yours[there:]):  # at the end there: at the end here, before a block id
        place = max(last, place)
    return place
