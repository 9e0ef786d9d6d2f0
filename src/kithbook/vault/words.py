"""The part of the index that tells which notes hold a word: what may be shown of each note, and FTS5 over it.

FTS5 splits the text, without case and accents, into signs three by three (its trigram tokenizer), so
that a part of a word is found, and a word of a script without spaces. It tells which notes
to look at; whether a line holds the words is told by its text, as without an index. The text is kept once,
compressed; FTS5 keeps none.

It is filled when it is first asked for, and by whoever asks. A note that changes is taken
out at once, so that nothing stays in it which has become confidential since.
"""

from __future__ import annotations

import json
import re
import sqlite3
import zlib
from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date
from typing import Any, NamedTuple

from ..query.sayings import Page, Saying
from ..query.shelf import Sieve, bare_parts, gets_through
from ..query.wording import SHORT, WHOLE, bare

WORDS_TABLES = """
create table page (id integer primary key, path text unique, name text, body blob);
create index page_name on page (path, name);
"""

_FTS5 = ("create virtual table if not exists page_signs using"
         " fts5(said, tokenize='trigram', content='', detail=none, columnsize=0)")
# From this version on, FTS5 can overwrite what it deletes; before, it has to write everything anew.
_OVERWRITES = (3, 42)
_MANY = 1500  # pages from which on it is quicker to begin again
_NO_TEXT = re.compile("[\x00\ud800-\udfff]")


class PackedPage(NamedTuple):
    """A page as it is kept. `body` and `signs` (what FTS5 is to split) are None when nothing of the note may be."""

    path: str
    name: str | None
    body: bytes | None
    signs: str | None


def pack(page: Page) -> PackedPage:
    sayings = json.dumps([_fields(saying, page.lines) for saying in page.sayings], ensure_ascii=False, separators=(",", ":"))
    text = "\n".join([sayings, *page.lines])
    return PackedPage(page.path, page.name, zlib.compress(text.encode("utf-8", "surrogatepass"), 3), _signs(page.lines))


def _opened(body: bytes) -> tuple[str, str]:
    """The sayings, as JSON, and the lines of a page that was packed."""
    try:
        text = zlib.decompress(body)
    except zlib.error as error:
        raise ValueError("a page that cannot be opened") from error
    sayings, _, lines = text.decode("utf-8", "surrogatepass").partition("\n")
    return sayings, lines


def unpack_lines(body: bytes) -> list[str]:
    return _opened(body)[1].split("\n")


def unpack(path: str, name: str | None, body: bytes, sieve: Sieve) -> Page:
    """The page, with those of its sayings that may get through the sieve."""
    sayings, text = _opened(body)
    lines = text.split("\n")
    ways = bare_parts(sieve)
    return Page(path, name, lines, [
        _saying(lines, *fields) for fields in json.loads(sayings)
        if gets_through(bare(lines[fields[1] - 1] if isinstance(fields[2], int) else fields[2]), ways)])


def _fields(saying: Saying, lines: Sequence[str]) -> list[Any]:
    """A saying as it is kept; of a text that is the end of its line, how long it is."""
    text: str | int = len(saying.text) if lines[saying.line - 1].rstrip().endswith(saying.text) else saying.text
    if saying.date is None:
        return [saying.what, saying.line, text]
    return ["log", saying.line, text, saying.date.toordinal(), saying.kind, saying.direction, saying.tags, *saying.links]


def _saying(lines: Sequence[str], what: Any, line: int, text: str | int, day: int | None = None, kind: str | None = None,
            direction: Any = None, tags: Sequence[str] = (), *links: str) -> Saying:
    if isinstance(text, int):
        written = lines[line - 1].rstrip()
        text = written[len(written) - text :]
    return Saying(what, text, line, date.fromordinal(day) if day else None, kind, direction, tuple(tags), links)


def _signs(lines: Iterable[str]) -> str:
    """What FTS5 is to split: the text, and its short words once more, set off so that they can be told from parts of others."""
    from ..query.short_words import short_words  # needed only to fill the index

    text = bare("\n".join(lines))
    return f"{text}\n{WHOLE}{''.join(f'{WHOLE}{word}{WHOLE}' for word in sorted(short_words(text)))}"


def _question(sieve: Sieve) -> str | None:
    """The sieve for FTS5; None when it can sort out nothing."""
    ways: list[str] = []
    for parts in sieve:
        signs: set[str] = set()
        for part in parts:
            if len(part.strip(WHOLE)) == 1 and part.startswith(WHOLE):
                part = WHOLE + part
            signs.update(part[at : at + SHORT] for at in range(len(part) - SHORT + 1))
        if not signs or _NO_TEXT.search("".join(signs)):
            return None
        ways.append(" AND ".join(f'"{sign.replace(chr(34), chr(34) * 2)}"' for sign in sorted(signs)))
    return " OR ".join(f"({way})" for way in ways)


class Words:
    """Writes and reads the pages. Every method may raise `sqlite3.Error`."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._all = connection.execute
        self._many = connection.executemany

    # Writing

    def keep(self, pages: Iterable[PackedPage]) -> None:
        """Write pages that are not there."""
        self._make_ready()
        for page in pages:
            number = self._all("insert into page (path, name, body) values (?, ?, ?)", page[:3]).lastrowid
            if page.signs is not None:
                self._all("insert into page_signs (rowid, said) values (?, ?)", (number, page.signs))

    @property
    def _is_ready(self) -> bool:
        return self._all("select 1 from sqlite_master where name = 'page_signs'").fetchone() is not None

    def _make_ready(self) -> None:
        if not self._is_ready:
            self._all(_FTS5)
            if sqlite3.sqlite_version_info >= _OVERWRITES:
                self._all("insert into page_signs (page_signs, rank) values ('secure-delete', 1)")

    def forget(self, paths: Collection[str], *, for_good: bool) -> None:
        """Take out what is kept of some notes; `for_good` when no trace of the words themselves may stay."""
        if len(paths) > _MANY:
            self.clear()
            return
        found = [row for path in paths for row in self._all("select id, body from page where path = ?", (path,))]
        for number, body in found:
            if body is not None:
                self._all("insert into page_signs (page_signs, rowid, said) values ('delete', ?, ?)",
                          (number, _signs(unpack_lines(body))))
        self._many("delete from page where id = ?", [(number,) for number, _ in found])
        if for_good and found and sqlite3.sqlite_version_info < _OVERWRITES:
            self._all("insert into page_signs (page_signs) values ('optimize')")

    def clear(self) -> None:
        self._all("delete from page")
        self._all("drop table if exists page_signs")

    # Reading

    def missing(self) -> list[str]:
        """The notes of which something may be kept, and nothing is yet."""
        (there, kept, unkept) = self._all(
            "select (select count(*) from page), (select count(*) from note), (select count(*) from note where facts is null)").fetchone()
        if there == kept - unkept:
            return []
        return [path for (path,) in self._all(
            "select path from note where facts is not null and path not in (select path from page) order by path")]

    def withheld(self) -> list[str]:
        """The notes of which nothing may be kept here."""
        return [path for (path,) in self._all(
            "select path from note where facts is null union select path from page where body is null order by path")]

    def not_to_be_kept(self) -> list[str]:
        """The notes of which something is kept, and must not be any more."""
        return [path for (path,) in self._all("select path from page where path in (select path from note where facts is null)")]

    def kept_as_withheld(self) -> list[str]:
        """The notes of which it is known that nothing may be kept here, though the rest of the index keeps something."""
        return [path for (path,) in self._all("select path from page where body is null")]

    def names(self) -> list[tuple[str, str]]:
        """The contacts, by path."""
        return self._all("select path, name from page where name is not null order by path").fetchall()

    def pages(self, sieve: Sieve) -> Iterator[tuple[str, str | None, bytes]]:
        """Path, name and body of the pages that may get through a sieve, by path."""
        return iter(self._bodies(_question(sieve)))

    def all_pages(self) -> Iterator[tuple[str, str | None, bytes]]:
        return iter(self._bodies(None))

    def _bodies(self, question: str | None) -> Iterable[tuple[str, str | None, bytes]]:
        if question is None:
            return self._all("select path, name, body from page where body is not null order by path")
        if not question:  # nothing is looked for
            return ()
        if not self._is_ready:
            if self._all("select 1 from page where body is not null limit 1").fetchone() is not None:
                raise ValueError("there are pages, and nothing that tells which of them to look at")
            return ()
        return self._all("select path, name, body from page where id in (select rowid from page_signs where page_signs match ?)"
                         " order by path", (question,))
