"""The part of the index that tells which notes hold a word: what may be shown of each note, and FTS5 over it.

FTS5 splits the text, without case and accents, into signs three by three (its trigram tokenizer), so
that a part of a word is found, and a word of a script without spaces. It tells which notes
to look at; whether a line holds the words is told by its text, as without an index. The text is kept once,
compressed; FTS5 keeps none.

It is filled when it is first asked for, and by whoever asks. A note that changes is taken
out at once, so that nothing stays in it which has become confidential since.
"""

from __future__ import annotations

import sqlite3
import zlib
from collections.abc import Collection, Iterable, Iterator, Sequence

from ..model.pattern import pattern
from ..model.record import NamedTuple
from ..query.gist import Gists
from ..query.sayings import Page, Saying
from ..query.shelf import Sieve, bare_parts, gets_through
from ..query.wording import SHORT, WHOLE, Wording, bare
from .sayings import SayingRow, Sayings, Voice, saying_rows, voice_of

WORDS_TABLES = """
create table page (id integer primary key, path text unique, name text, body blob);
create index page_name on page (path, name);
"""

_FTS5 = ("create virtual table if not exists page_signs using"
         " fts5(said, tokenize='trigram', content='', detail=none, columnsize=0)")
# From this version on, FTS5 can overwrite what it deletes; before, it has to write everything anew.
_OVERWRITES = (3, 42)
_MANY = 1500  # pages from which on it is quicker to begin again
_NO_TEXT = pattern("[\x00\ud800-\udfff]")


class PackedPage(NamedTuple):
    """A page as it is kept. `body` and `signs` (what FTS5 is to split) are None when nothing of the note may be."""

    path: str
    name: str | None
    body: bytes | None
    signs: str | None
    sayings: Sequence[SayingRow]
    voice: Voice | None = None


def pack(page: Page, wording: Wording) -> PackedPage:
    body = zlib.compress("\n".join(page.lines).encode("utf-8", "surrogatepass"), 3)
    rows = saying_rows(page, wording)
    return PackedPage(page.path, page.name, body, _signs(page.lines), rows, voice_of(page, rows))


def unpack_lines(body: bytes) -> list[str]:
    """The lines of a page that was packed."""
    try:
        text = zlib.decompress(body)
    except zlib.error as error:
        raise ValueError("a page that cannot be opened") from error
    return text.decode("utf-8", "surrogatepass").split("\n")


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
        self._sayings = Sayings(connection)

    # Writing

    def keep(self, pages: Iterable[PackedPage]) -> None:
        """Write pages that are not there."""
        self._make_ready()
        for page in pages:
            number = self._all("insert into page (path, name, body) values (?, ?, ?)", page[:3]).lastrowid
            if page.signs is not None:
                self._all("insert into page_signs (rowid, said) values (?, ?)", (number, page.signs))
                self._sayings.keep(int(number or 0), page.sayings, page.voice)

    @property
    def _is_ready(self) -> bool:
        return self._all("select 1 from sqlite_master where name = 'page_signs'").fetchone() is not None

    def _make_ready(self) -> None:
        if not self._is_ready:
            overwrites = sqlite3.sqlite_version_info >= _OVERWRITES
            self._all(_FTS5)
            self._sayings.make_ready(overwrites=overwrites)
            if overwrites:
                self._all("insert into page_signs (page_signs, rank) values ('secure-delete', 1)")

    def _overwrites(self) -> bool:
        """Whether FTS5 overwrites what it deletes: it can, and could already when the tables were made."""
        return sqlite3.sqlite_version_info >= _OVERWRITES and self._all(
            "select 1 from page_signs_config where k = 'secure-delete' and v = 1").fetchone() is not None

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
                self._sayings.forget(number)
        self._many("delete from page where id = ?", [(number,) for number, _ in found])
        if for_good and self._is_ready and not self._overwrites():
            self._all("insert into page_signs (page_signs) values ('optimize')")
            self._sayings.optimize()

    def clear(self) -> None:
        self._sayings.clear()
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
        """Path and name of the contacts whose notes are kept, by path."""
        return self._all("select path, name from page where name is not null order by path").fetchall()

    def bodies(self, sieve: Sieve) -> Iterator[tuple[str, bytes]]:
        """Path and body of the pages that may get through a sieve, by path."""
        return ((path, body) for _, path, _, body in self._bodies(_question(sieve)))

    def pages(self, sieve: Sieve) -> Iterator[Page]:
        """The pages that may get through a sieve, by path, with those of their sayings that may."""
        ways = bare_parts(sieve)
        for number, path, name, body in self._bodies(_question(sieve)):
            sayings = [saying for saying in self._sayings.of(number) if gets_through(bare(saying.text), ways)]
            yield Page(path, name, unpack_lines(body), sayings)

    def gists(self, keys: Sequence[str], said: frozenset[str]) -> Iterator[Gists]:
        """The sayings that are about one of some keys, by note and in no order; `said` is all that the topic says."""
        return self._sayings.gists(keys, said) if self._can_tell() else iter(())

    def saying(self, path: str, number: int) -> Saying:
        """A saying of a note. Raises `ValueError` when it is not there."""
        for (page,) in self._all("select id from page where path = ?", (path,)):
            return self._sayings.at(page, number)
        raise ValueError(f"there is no page of {path}")

    def _bodies(self, question: str | None) -> Iterable[tuple[int, str, str | None, bytes]]:
        if question is None:
            return self._all("select id, path, name, body from page where body is not null order by path")
        if not question:  # nothing is looked for
            return ()
        if not self._can_tell():
            return ()
        return self._all("select id, path, name, body from page where id in (select rowid from page_signs where page_signs match ?)"
                         " order by path", (question,))

    def _can_tell(self) -> bool:
        """Whether there is anything to look at; raises `ValueError` when there are pages, and nothing that tells which."""
        if not self._is_ready and self._all("select 1 from page where body is not null limit 1").fetchone() is not None:
            raise ValueError("there are pages, and nothing that tells which of them to look at")
        return self._is_ready
