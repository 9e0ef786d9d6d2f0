"""A file's bytes as text, and what is said of bytes that are none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kithbook.text.decode import (
    MAX_NOTE_BYTES,
    TextFault,
    decode_leniently,
    decode_note,
    decode_plain,
    plain_bytes,
)


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"", ""),
        (b"plain\n", "plain\n"),
        ("Zoë 📅\n".encode(), "Zoë 📅\n"),
        (b"\xef\xbb\xbf---\n", "---\n"),
        (b"\xef\xbb\xbf\xef\xbb\xbfx", "\ufeffx"),
        (b"a\r\nb\r\n\r\nc", "a\nb\n\nc"),
        (b"a\rb\r\rc\r", "a\nb\n\nc\n"),
        (b"a\n\r\nb", "a\n\nb"),
        ("a\x0bb\x0cc\x85d\u2028e".encode(), "a\x0bb\x0cc\x85d\u2028e"),
    ],
)
def test_text(data: bytes, text: str) -> None:
    assert decode_note(data) == text


@pytest.mark.parametrize(
    ("data", "rule", "line", "column"),
    [
        (b"\xff", "encoding", 1, 1),
        (b"ok\nr\xc3\xa9sum\xe9 \n", "encoding", 2, 6),
        (b"ok\r\nab\xe9", "encoding", 2, 3),
        (b"ok\rab\xe9", "encoding", 2, 3),
        (b"\xef\xbb\xbfab\xe9", "encoding", 1, 3),
        ("📅é".encode() + b"\x80", "encoding", 1, 3),
        (b"cut off \xf0\x9f", "encoding", 1, 9),
        (b"a surrogate \xed\xa0\x80", "encoding", 1, 13),
        (b"overlong \xc0\xaf", "encoding", 1, 10),
        (b"a\nb\0c\n", "nul", 2, 2),
        ("é\0".encode(), "nul", 1, 2),
        (b"\r\n\xef\xbb\xbf\0", "nul", 2, 2),
        (b"\0 and \xff", "encoding", 1, 7),
        ("a".encode("utf-16"), "encoding", 1, 1),
        (b"\xff\xfea\0", "encoding", 1, 1),
        (b"\xfe\xff\0a", "encoding", 1, 1),
        (b"a" * (MAX_NOTE_BYTES + 1), "too-large", 1, 1),
        (b"\xff" * (MAX_NOTE_BYTES + 1), "too-large", 1, 1),
    ],
    ids=lambda value: repr(value[:20]) if isinstance(value, bytes) else None,
)
def test_fault(data: bytes, rule: str, line: int, column: int) -> None:
    fault = decode_note(data)
    assert isinstance(fault, TextFault)
    assert (fault.rule, fault.line, fault.column) == (rule, line, column)
    assert fault.message
    assert fault.fix


def test_utf_16_is_called_by_its_name() -> None:
    fault = decode_note("---\nname: Ada\n---\n".encode("utf-16"))
    assert isinstance(fault, TextFault)
    assert "UTF-16" in fault.message
    assert "UTF-8" in fault.fix


def test_the_largest_note_is_read() -> None:
    assert decode_note(b"a" * MAX_NOTE_BYTES) == "a" * MAX_NOTE_BYTES


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "latin-1"])
def test_marks_are_found_in_what_is_no_text(encoding: str) -> None:
    text = decode_leniently("---\r\nconfidential: true\r\norg: Café\r\n---\r\n".encode(encoding) + b"\xff")
    assert text.startswith("---\nconfidential: true\norg: Caf")


@given(st.binary(max_size=40) | st.text(max_size=40).map(str.encode))
def test_any_bytes_are_text_or_one_fault(data: bytes) -> None:
    text = decode_note(data)
    assert text == decode_plain(plain_bytes(data))
    if isinstance(text, str):
        assert "\r" not in text
        assert "\0" not in text
    else:
        lines = decode_leniently(data).split("\n")
        assert 1 <= text.line <= max(len(lines), 1)
        assert text.column >= 1
