"""The part of the index that has what notes say of people, and tells what that is about (`query.gist`).

FTS5 has the keys, each as a word of its own, and no text: whom a topic serves is told by them, and a text is read
of those alone who are named. A saying goes by the number of its page and its own there; what is kept and what is
taken out goes with the pages (`words.py`).
"""

from __future__ import annotations

import sqlite3
from array import array
from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date
from itertools import groupby
from typing import Any

from ..model.pattern import pattern
from ..query.gist import UNDATED, WHOLE, Gists, about, sort_of
from ..query.sayings import Page, Saying
from ..query.wording import Wording

# What is asked of many comes first in a row.
SAYING_TABLES = """
create table saying (id integer primary key, about text, what text, line integer, day integer, direction text, links,
    kind text, tags, words);
create table voice (page integer primary key, path text, name text, sorts blob, links);
"""

# Letters of other scripts are no ends of words to it, nor is the sign that joins the words of a phrase.
_FTS5 = "create virtual table if not exists saying_keys using fts5(about, tokenize='ascii', content='', detail=none, columnsize=0)"
_PAGE = 1 << 32  # more sayings than a note can have
_NO_TEXT = pattern("[\ud800-\udfff]")

SayingRow = tuple[Any, ...]
Voice = tuple[str, str | None, bytes, str | bytes | None]
"""What is asked of many sayings of a page at once: its path, the name of the contact whose note it is, the sorts, and the links, a line each."""

_LINKED, _COUNTED, _MOST_COUNTED = 1 << 26, 27, 31  # what stands above the sort of a saying: whether there are links, how many keys
_SORT = _LINKED - 1
_MANY = 3000  # pages from which on it is quicker to read all of them

_new = tuple.__new__  # half the time of calling the class


def saying_rows(page: Page, wording: Wording) -> list[SayingRow]:
    """The sayings of a page as they are kept, in their order."""
    return [(" ".join(about(saying, wording)), saying.what, saying.line, saying.date.toordinal() if saying.date is not None else None,
             saying.direction, _join(saying.links), saying.kind, _join(saying.tags), _as_kept(saying.text)) for saying in page.sayings]


def voice_of(page: Page, rows: Sequence[SayingRow]) -> Voice | None:
    """What is kept of a page besides its `rows`, if it has any."""
    if not rows:
        return None
    sorts = array("I", [
        sort_of(what, day, direction) | _LINKED * (links is not None) | min(_MOST_COUNTED, about.count(" ") + 1) << _COUNTED
        for about, what, _, day, direction, links, *_ in rows])
    links = "\n".join(["\0".join(saying.links) for saying in page.sayings])
    return page.path, page.name, sorts.tobytes(), _as_kept(links) if links.strip("\n") else None


def _join(parts: Sequence[str]) -> str | bytes | None:
    return _as_kept("\0".join(parts)) if parts else None


def _parts(kept: str | bytes | None) -> tuple[str, ...]:
    return tuple(_as_was(kept).split("\0")) if kept else ()


def _as_kept(text: str) -> str | bytes:
    """A text as SQLite takes it: half a sign, as YAML can write it, is none to it."""
    return text.encode("utf-8", "surrogatepass") if _NO_TEXT.search(text) else text


def _as_was(kept: str | bytes) -> str:
    return kept if isinstance(kept, str) else kept.decode("utf-8", "surrogatepass")


def _saying(row: tuple[Any, ...]) -> Saying:
    what, words, line, day, kind, direction, tags, links = row
    return Saying(what, _as_was(words), line, date.fromordinal(day) if day is not None else None, kind, direction, _parts(tags), _parts(links))


_WHOLE = "select what, words, line, day, kind, direction, tags, links from saying"


class Sayings:
    """Writes and reads them. Every method may raise `sqlite3.Error`."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._all = connection.execute
        self._many = connection.executemany

    def make_ready(self, *, overwrites: bool) -> None:
        self._all(_FTS5)
        if overwrites:
            self._all("insert into saying_keys (saying_keys, rank) values ('secure-delete', 1)")

    def keep(self, page: int, rows: Sequence[SayingRow], voice: Voice | None) -> None:
        """Write the sayings of a page that is not there."""
        if voice is not None:
            self._all("insert into voice values (?, ?, ?, ?, ?)", (page, *voice))
        numbered = list(enumerate(rows, page * _PAGE))
        self._many("insert into saying values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", [(number, *row) for number, row in numbered])
        self._many("insert into saying_keys (rowid, about) values (?, ?)", [(number, row[0]) for number, row in numbered])

    def forget(self, page: int) -> None:
        own = page * _PAGE, (page + 1) * _PAGE
        self._all("insert into saying_keys (saying_keys, rowid, about) select 'delete', id, about from saying where id >= ? and id < ?", own)
        self._all("delete from saying where id >= ? and id < ?", own)
        self._all("delete from voice where page = ?", (page,))

    def optimize(self) -> None:
        self._all("insert into saying_keys (saying_keys) values ('optimize')")

    def clear(self) -> None:
        self._all("delete from saying")
        self._all("delete from voice")
        self._all("drop table if exists saying_keys")

    def of(self, page: int) -> Iterable[Saying]:
        return map(_saying, self._all(f"{_WHOLE} where id >= ? and id < ? order by id", (page * _PAGE, (page + 1) * _PAGE)))

    def at(self, page: int, number: int) -> Saying:
        """A saying of a page. Raises `ValueError` when it is not there."""
        for row in self._all(f"{_WHOLE} where id = ?", (page * _PAGE + number,)):
            return _saying(row)
        raise ValueError(f"page {page} has no saying {number}")

    def gists(self, keys: Sequence[str], said: frozenset[str]) -> Iterator[Gists]:
        """The sayings that are about one of some keys, by page; `said` is all that the topic says. Of none of them the row is read."""
        found = self._with_keys(keys)
        shows = said.issubset(keys)  # whether it says nothing else, in how many of its keys the topic has
        own = sum(1 << place for place, key in enumerate(keys) if key in said)
        by_page = {page: list(of) for page, of in groupby(sorted(found), _page_of)}
        for page, path, name, packed, linked in self._voices(by_page):
            ids = by_page[page]
            known = memoryview(packed).cast("I")
            numbers = [number % _PAGE for number in ids]
            of = [found[number] for number in ids]
            all_sorts = [known[number] for number in numbers]
            sorts = [sort & _SORT for sort in all_sorts]
            for place, sort in enumerate(sorts) if min(sorts) < UNDATED else ():
                if sort < UNDATED and ((of[place] & own).bit_count() == all_sorts[place] >> _COUNTED if shows else
                                       said.issuperset(self._about(ids[place]))):
                    sorts[place] += WHOLE
            links = self._links(page, len(known), linked, numbers, all_sorts) if linked else {}
            yield _new(Gists, (path, name, numbers, of, sorts, links))

    def _links(self, page: int, count: int, kept: str | bytes, numbers: Sequence[int], sorts: Sequence[int]) -> dict[int, Sequence[str]]:
        """The links of those of some sayings that have any, by their place among the `numbers`."""
        lines = _as_was(kept).split("\n")
        if len(lines) != count:  # a line end within a link
            return {place: saying.links for place, number in enumerate(numbers) if (saying := self.at(page, number)).links}
        return {place: tuple(lines[numbers[place]].split("\0")) for place, sort in enumerate(sorts) if sort & _LINKED}

    def _with_keys(self, keys: Sequence[str]) -> dict[int, int]:
        """The sayings that are about one of some keys, with the bits of theirs."""
        found: dict[int, int] = {}
        for place, key in enumerate(keys):
            bit = 1 << place
            rows = self._all("select rowid from saying_keys where saying_keys match ?", (f'"{key}"',)).fetchall() if key else []
            if found:
                for (number,) in rows:
                    found[number] = found.get(number, 0) | bit
            else:
                found = dict.fromkeys([number for (number,) in rows], bit)
        return found

    def _voices(self, pages: Collection[int]) -> Iterator[tuple[int, str, str | None, bytes, str | bytes | None]]:
        """What is kept of some pages. Raises `ValueError` when one is missing."""
        if len(pages) > _MANY:
            rows = [row for row in self._all("select * from voice") if row[0] in pages]
        else:
            rows = [row for page in pages for row in self._all("select * from voice where page = ?", (page,))]
        if len(rows) != len(pages):
            raise ValueError("there are sayings of which not all is kept")
        return iter(rows)

    def _about(self, number: int) -> list[str]:
        said: str = self._all("select about from saying where id = ?", (number,)).fetchone()[0]
        return said.split(" ")


def _page_of(number: int) -> int:
    return number // _PAGE
