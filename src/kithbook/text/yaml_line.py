"""One line of YAML, sign by sign: where it is within quotes, and where its comment begins."""

from collections.abc import Iterator

_OPENS_VALUE = frozenset("\0:,[{-")


def _walk(line: str) -> Iterator[tuple[int, str]]:
    """Each place, with the quote within which it stands (empty when in none)."""
    quote = ""
    before = "\0"  # the last sign that is not white
    place = 0
    while place < len(line):
        yield place, quote
        sign = line[place]
        if not quote:
            if sign in "'\"" and before in _OPENS_VALUE:
                quote = sign
        elif quote == '"' and sign == "\\":
            place += 1
        elif sign == quote:
            if quote == "'" and line[place + 1 : place + 2] == "'":
                place += 1
            else:
                quote = ""
        if not sign.isspace():
            before = sign
        place += 1


def quote_around(line: str, at: int) -> str:
    """The quote within which a place of the line stands; empty when it stands in none."""
    return next((quote for place, quote in _walk(line) if place >= at), "")


def find_comment(line: str) -> str:
    """What the comment of the line says; empty when there is none."""
    for place, quote in _walk(line):
        if line[place] == "#" and not quote and (place == 0 or line[place - 1] in " \t"):
            return line[place:].strip("# \t")
    return ""
