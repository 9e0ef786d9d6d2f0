"""Whatever a file holds: people, remarks with a line, or an error that says what is wrong; never a crash, and no sign that a terminal acts on."""

from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kithbook.errors import UserError
from kithbook.exchange import contact_tables
from kithbook.exchange.friends import read_friends
from kithbook.exchange.mail import read_letters, split_mbox
from kithbook.exchange.monica import read_monica
from kithbook.exchange.vcard_person import read_vcards
from kithbook.model.exported import Export


def read_mbox(data: bytes) -> Export:
    return read_letters(split_mbox(data), frozenset(["me@x.example"]), date(2026, 1, 1), subjects=True, newcomers=True)


READERS: dict[str, tuple[Callable[[bytes], Export], list[bytes]]] = {
    "vcf": (read_vcards, [b"BEGIN:VCARD\n", b"END:VCARD\n", b"FN:A\n", b"EMAIL;PREF=\xc2\xb2:a@x\n", b"TEL;PREF=9999:1\n", b"BDAY:0000-00-00\n",
                          b"FN:=?utf-8?b?a?=\n", b"BDAY:\xd9\xa1\xd9\xa9\xd9\xa8\xd9\xa0-01-02\n"]),
    "csv": (lambda data: contact_tables.read_csv(data, {}), [b"name,email,birthday\n", b'"', b"a,b\n", b",", b"sep=;\n", b"\r", b'a,"b\n', b'""', b"\xc2\x85"]),
    "linkedin": (contact_tables.read_linkedin, [b"First Name,Last Name,Connected On\n", b"A,B,30 Feb 2020\n", b'"', "A,B,² Feb 2020\n".encode(), b"\n"]),
    "google": (contact_tables.read_google, [b"Name,Given Name,E-mail 1 - Value\n", b"A,B,=?utf-8?q?=E9?=\n", b" ::: ", b'"']),
    "outlook": (contact_tables.read_outlook, [b"First Name,Last Name\n", b"A,\x1b[31mB\n", b'"']),
    "monica": (read_monica, [b"{", b"}", b'"account":', b"[", b"]", b'"data":', b'"type":"contact"', b",", b'"values":', b"1e999"]),
    "friends": (read_friends, [b"### Friends:\n", b"- A\n", b"### Activities:\n", b"- 2026-02-30: **A**\n", b"- 2026-02-03: **A**\n"]),
    "mbox": (read_mbox, [b"From x\n", b"From: a@x.example\n", b"Date: Mon, 16 Nov 2026 09:00:00 +9999\n", b"Date: Mon, 16 Nov 2026 09:00:00 +0000\n", b"\n",
                         b"Subject: =?utf-8?b?a?=\n", b"To: me@x.example\n", b"From: =?x?q?a?= <b@x.example>\n", b"From: \"\xff\" <b@x.example>\n"]),
}


@pytest.mark.parametrize("name", READERS)
@settings(max_examples=120, deadline=None)
@given(data=st.data())
def test_any_file_is_read_or_remarked_on(name: str, data: st.DataObject) -> None:
    read, pieces = READERS[name]
    drawn = data.draw(st.lists(st.sampled_from(pieces) | st.binary(max_size=4), max_size=14).map(b"".join))
    try:
        export = read(drawn)
    except UserError as error:
        assert error.message and error.remedy
        return
    assert all(one.line >= 1 for one in (*export.people, *export.remarks))
    assert all("\x1b" not in text for one in export.people for text in (one.name, one.org, one.role, *one.email, *one.notes))


@settings(max_examples=200, deadline=None)
@given(st.lists(st.lists(st.text('ab",;\n\r', max_size=5), min_size=2, max_size=2), max_size=6))
def test_a_table_that_is_whole_loses_no_row(rows: list[list[str]]) -> None:
    import csv
    import io

    out = io.StringIO()
    csv.writer(out).writerows([["name", "org"], *([f"x{name}", org] for name, org in rows)])
    export = contact_tables.read_csv(out.getvalue().encode(), {})
    assert [one.name for one in export.people] == [" ".join(f"x{name}".split()) for name, _ in rows]
    assert not any("quote" in one.message or "more cells" in one.message for one in export.remarks)
