"""vCards of all three versions, as phones and mail programs really write them, read into properties.

A reader of our own: vobject, the library for it, raises at the first slip, and takes the rest
of the file with it. Here a slip is a remark with its line, and the next card is read.
Folding and quoted-printable are of RFC 2425 and vCard 2.1, parameters of RFC 6350 and RFC 6868.
"""

import quopri
import re
from collections.abc import Iterator

from ..model.exported import Remark
from ..model.record import NamedTuple

_NAME = re.compile(rb"(?:([\w-]+)\.)?([A-Za-z][\w/-]*)[ \t]*(?=[;:])")
_PARAMETER = re.compile(rb';[ \t]*([^=;:"]*)(?:=((?:"[^"]*"|[^";:])*))?')
_UNESCAPE = re.compile(r"\\(.)", re.DOTALL)
_BASE64 = re.compile(rb"[A-Z0-9+/]+=*")
_CARET = {"^n": "\n", "^'": '"', "^^": "^"}
# What is too large to be kept, and is no use in a note.
_LEFT_OUT = frozenset(["PHOTO", "LOGO", "SOUND", "KEY"])


class Property(NamedTuple):
    """One line of a card, unfolded and decoded; `value` is still escaped. `types` are upper case."""

    line: int
    group: str
    name: str
    types: frozenset[str]
    preferred: int
    value: str

    def parts(self, sign: str = ";") -> list[str]:
        """The components of a structured value, unescaped."""
        return [unescape(part) for part in split_at(self.value, sign)]

    @property
    def text(self) -> str:
        """The whole value, unescaped."""
        return unescape(self.value)


class Card(NamedTuple):
    """One card: where it begins, and its properties."""

    line: int
    properties: tuple[Property, ...]


def unescape(text: str) -> str:
    """A value without its backslashes; one before any other sign is kept, as old programs mean it."""
    if "\\" not in text:
        return text
    return _UNESCAPE.sub(lambda found: "\n" if found[1] in "nN" else found[1] if found[1] in "\\,;:" else found[0], text)


def split_at(text: str, sign: str) -> list[str]:
    """The parts of a value between unescaped signs."""
    parts, start, place = [], 0, 0
    while place < len(text):
        if text[place] == "\\":
            place += 1
        elif text[place] == sign:
            parts.append(text[start:place])
            start = place + 1
        place += 1
    return [*parts, text[start:]]


def read_cards(data: bytes) -> tuple[list[Card], list[Remark]]:
    """The cards of a file, those within others (`AGENT`) left out, and what was wrong."""
    cards: list[Card] = []
    remarks: list[Remark] = []
    found: list[Property] = []
    begun = depth = 0
    found_large = False
    for line, text in _logical_lines(_as_utf8(data)):
        mark = text.strip().upper().replace(b" ", b"")
        if mark == b"BEGIN:VCARD" or (mark.startswith(b"AGENT") and mark.endswith(b":BEGIN:VCARD")):
            if depth and not mark.startswith(b"AGENT") and not _is_agent(found):
                remarks.append(Remark(begun, "fault", "this card has no END:VCARD; it was read up to the next"))
                cards.append(Card(begun, tuple(found)))
                depth = 0
            if depth == 0:
                begun, found = line, []
            depth += 1
        elif mark == b"END:VCARD" and depth:
            depth -= 1
            if depth == 0:
                cards.append(Card(begun, tuple(found)))
        elif depth == 1 and mark:
            one = _read_property(line, text)
            if one is None:
                if found_large and _BASE64.fullmatch(mark):
                    continue  # a picture that was not folded
                remarks.append(Remark(line, "fault", "this line is no `NAME:value`, and was left out"))
                continue
            found_large = one.name in _LEFT_OUT
            if not found_large:
                found.append(one)
    if depth:
        remarks.append(Remark(begun, "fault", "this card has no END:VCARD; it was read to the end of the file"))
        cards.append(Card(begun, tuple(found)))
    return cards, remarks


def _is_agent(found: list[Property]) -> bool:
    return bool(found) and found[-1].name == "AGENT" and not found[-1].value.strip()


def _as_utf8(data: bytes) -> bytes:
    """UTF-16 as UTF-8; the rest is decoded value by value, since each can say its own character set."""
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return data.decode("utf-16", "replace").encode("utf-8", "replace")
    if data[:64][1::2].count(0) > 16:
        return data.decode("utf-16-le", "replace").encode("utf-8", "replace")
    return data.removeprefix(b"\xef\xbb\xbf")


def _logical_lines(data: bytes) -> Iterator[tuple[int, bytes]]:
    """Lines with what was folded put back, and the number of the first of each."""
    start, parts, soft = 0, [b""], False
    for number, line in enumerate(data.replace(b"\r\r\n", b"\n").replace(b"\r\n", b"\n").replace(b"\r", b"\n").split(b"\n"), 1):
        if soft:
            parts.append(line.lstrip(b" \t") if line[:1] in (b" ", b"\t") else line)
        elif line[:1] in (b" ", b"\t") and start:
            parts.append(line[1:])
        else:
            if start:
                yield start, b"".join(parts)
            start, parts = number, [line]
        soft = _goes_on(parts)
        if soft:
            parts[-1] = parts[-1].rstrip()[:-1]
    if start:
        yield start, b"".join(parts)


def _goes_on(parts: list[bytes]) -> bool:
    """Whether a quoted-printable value has its line end escaped."""
    if not parts[-1].rstrip().endswith(b"="):
        return False
    head = parts[0].partition(b":")[0].upper()
    return b"QUOTED-PRINTABLE" in head


def _read_property(line: int, text: bytes) -> Property | None:
    match = _NAME.match(text.lstrip())
    if match is None:
        return None
    text = text.lstrip()
    place = match.end()
    types: set[str] = set()
    charset, encoding, preferred = "", "", 0
    while (parameter := _PARAMETER.match(text, place)) is not None and parameter.end() > place:
        place = parameter.end()
        key = parameter[1].decode("latin-1").strip().upper()
        value = _parameter_value(parameter[2]) if parameter[2] is not None else ""
        if key == "CHARSET":
            charset = value
        elif key == "ENCODING":
            encoding = value.upper()
        elif key == "PREF" and value.isascii() and value.isdecimal():
            preferred = 101 - int(value[:3])
        elif key == "TYPE":
            types.update(value.upper().replace('"', "").split(","))
        elif parameter[2] is None:
            types.add(key)
    if text[place : place + 1] != b":":
        return None
    value_bytes = text[place + 1 :]
    if encoding == "QUOTED-PRINTABLE" or "QUOTED-PRINTABLE" in types:
        value_bytes = quopri.decodestring(value_bytes)
    return Property(line, (match[1] or b"").decode("latin-1").lower(), match[2].decode("latin-1").upper(), frozenset(types),
                    max(preferred, 100 if "PREF" in types else 0), _decode(value_bytes, charset))


def _parameter_value(raw: bytes) -> str:
    text = _decode(raw, "").strip().strip('"')
    return re.sub(r"\^[n'^]", lambda found: _CARET[found[0]], text)


def _decode(data: bytes, charset: str) -> str:
    """A value in the character set that it names, else in UTF-8, else in Windows' Western one."""
    for name in (charset, "utf-8"):
        try:
            if name:
                return data.decode(name)
        except (LookupError, ValueError):
            continue
    return data.decode("cp1252", "replace")
