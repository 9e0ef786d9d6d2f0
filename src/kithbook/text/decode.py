"""A file's bytes as text: UTF-8, a BOM dropped, every line end a line feed.

What cannot be text (other encodings, NUL, a file too large to be a note) is a fault with
its place, never an exception, so that one broken file does not hurt the rest.
"""

from ..model.record import NamedTuple

MAX_NOTE_BYTES = 16 << 20
"""The largest file that is read as a note; nobody writes a note as long as ten Bibles by hand."""

_UTF8_MARK = b"\xef\xbb\xbf"
_UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")
_FIRST_OF_MARKS = (b"\xef", b"\xff", b"\xfe")
_RETURN = 0x0D  # a number is found in bytes ten times as quickly as bytes are
_SAVE_AS_UTF8 = "save the file as UTF-8 in your editor"


class TextFault(NamedTuple):
    """Why bytes are no text: the rule, and where (from 1; columns count characters)."""

    rule: str
    line: int
    column: int
    message: str
    fix: str


def decode_note(data: bytes) -> str | TextFault:
    """The text of a note's file, or what is wrong with it."""
    return decode_plain(plain_bytes(data))


def is_utf16(data: bytes) -> bool:
    """Whether bytes begin as UTF-16 does."""
    return data[:2] in _UTF16_MARKS


def plain_bytes(data: bytes) -> bytes:
    """The bytes without a BOM and with line feeds alone, as every reader of lines wants them.

    What is no UTF-8 to begin with, and what is too large, stays as it is.
    """
    if data[:1] in _FIRST_OF_MARKS:
        if is_utf16(data):
            return data
        data = data.removeprefix(_UTF8_MARK)
    if _RETURN in data and len(data) <= MAX_NOTE_BYTES:
        data = data.replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    return data


def decode_plain(data: bytes) -> str | TextFault:
    """`decode_note` of bytes that `plain_bytes` has been over."""
    if len(data) > MAX_NOTE_BYTES:
        return TextFault("too-large", 1, 1, f"a note of more than {MAX_NOTE_BYTES >> 20} MB is not read",
                         "split it into several notes")
    try:
        text = data.decode()
    except UnicodeDecodeError as error:
        if is_utf16(data):
            return TextFault("encoding", 1, 1, "this is UTF-16, and notes are UTF-8", _SAVE_AS_UTF8)
        return _fault_at(data, error.start, "encoding",
                         f"the byte 0x{data[error.start]:02X} is not UTF-8", f"{_SAVE_AS_UTF8}, and write this sign again")
    if 0 in data:
        return _fault_at(data, data.index(b"\0"), "nul", "a NUL character: this is hardly text",
                         f"delete it, or {_SAVE_AS_UTF8} if every other character is one")
    return text


def decode_leniently(data: bytes) -> str:
    """Whatever can be made out of bytes that are no text, for finding marks that must hold nevertheless."""
    encoding = "utf-16" if is_utf16(data) else "utf-8"
    text = data[:MAX_NOTE_BYTES].decode(encoding, "replace").replace("\0", "")
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


def _fault_at(data: bytes, place: int, rule: str, message: str, fix: str) -> TextFault:
    """A fault at a byte of plain bytes that are UTF-8 up to there."""
    start = data.rfind(b"\n", 0, place) + 1
    column = len(data[start:place].decode()) + 1
    return TextFault(rule, data.count(b"\n", 0, place) + 1, column, message, fix)
