"""The part of the index that has what notes say of people, and tells what that is about (`query.gist`).

FTS5 has the keys, each as a word of its own, and no text: whom a topic serves is told by them, and a text is read
of those alone who are named. A saying goes by the number of its page and its own there; what is kept and what is
taken out goes with the pages (`words.py`).
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date
from typing import Any

from ..query.gist import Gist, about
from ..query.sayings import Page, Saying
from ..query.wording import Wording

# What is asked of many comes first in a row.
SAYING_TABLES = """
create table saying (id integer primary key, about text, what text, line integer, day integer, direction text, links,
    kind text, tags, words);
"""

# Letters of other scripts are no ends of words to it, nor is the sign that joins the words of a phrase.
_FTS5 = "create virtual table if not exists saying_keys using fts5(about, tokenize='ascii', content='', detail=none, columnsize=0)"
_PAGE = 1 << 32  # more sayings than a note can have
_NO_TEXT = re.compile("[\ud800-\udfff]")

SayingRow = tuple[Any, ...]
Place = tuple[int, str, str | None]
"""The number of a page, its path, and the name of the contact whose note it is, if it is one's."""

_new = tuple.__new__  # half the time of calling the class


def saying_rows(page: Page, wording: Wording) -> list[SayingRow]:
    """The sayings of a page as they are kept, in their order."""
    return [(" ".join(about(saying, wording)), saying.what, saying.line, saying.date.toordinal() if saying.date is not None else None,
             saying.direction, _join(saying.links), saying.kind, _join(saying.tags), _as_kept(saying.text)) for saying in page.sayings]


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

    def keep(self, page: int, rows: Sequence[SayingRow]) -> None:
        """Write the sayings of a page that is not there."""
        numbered = list(enumerate(rows, page * _PAGE))
        self._many("insert into saying values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", [(number, *row) for number, row in numbered])
        self._many("insert into saying_keys (rowid, about) values (?, ?)", [(number, row[0]) for number, row in numbered])

    def forget(self, page: int) -> None:
        own = page * _PAGE, (page + 1) * _PAGE
        self._all("insert into saying_keys (saying_keys, rowid, about) select 'delete', id, about from saying where id >= ? and id < ?", own)
        self._all("delete from saying where id >= ? and id < ?", own)

    def optimize(self) -> None:
        self._all("insert into saying_keys (saying_keys) values ('optimize')")

    def clear(self) -> None:
        self._all("delete from saying")
        self._all("drop table if exists saying_keys")

    def of(self, page: int) -> Iterable[Saying]:
        return map(_saying, self._all(f"{_WHOLE} where id >= ? and id < ? order by id", (page * _PAGE, (page + 1) * _PAGE)))

    def at(self, page: int, number: int) -> Saying:
        """A saying of a page. Raises `ValueError` when it is not there."""
        for row in self._all(f"{_WHOLE} where id = ?", (page * _PAGE + number,)):
            return _saying(row)
        raise ValueError(f"page {page} has no saying {number}")

    def gists(self, keys: Collection[str], places: Sequence[Place]) -> Iterator[Gist]:
        """What the sayings are about that are about one of some keys; `places` are those of all pages."""
        asked = " OR ".join(f'"{key}"' for key in sorted(keys) if key)
        if not asked:
            return
        known = {page: (path, name) for page, path, name in places}
        for number, said, what, line, day, direction, links in self._all(
                "select id, saying.about, what, line, day, direction, links from saying_keys left join saying on id = saying_keys.rowid"
                " where saying_keys match ?", (asked,)):
            path, name = known[number // _PAGE]
            yield _new(Gist, (path, name, number % _PAGE, said, what, line, day, direction, _parts(links) if links else ()))
