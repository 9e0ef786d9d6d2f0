"""Ticks in reports/promises.md: each closes the promise of its line, or is said to have closed none."""

from collections import Counter
from typing import TYPE_CHECKING

import click

from ..errors import VaultError
from ..model.book import Book
from ..model.dates import add_days
from ..model.promise import Promise
from ..model.record import NamedTuple
from ..report.layout import clean
from ..report.plain import Plain
from ..text.ticks import Tick, open_lines, what_is_told, without_id
from .app import App
from .for_disk import promise_rows, promises_markdown
from .report_file import report_named
from .writing import keep, name_promise, promise_changer, report_changes, said_of

if TYPE_CHECKING:
    from ..vault.reports import Ticked

_LOOK = "nb promises shows what is open"


def apply_ticks(app: App, *, dry_run: bool) -> "Ticked | None":
    """Close what was ticked in reports/promises.md, and say so; with `dry_run` show how.

    Returns what was ticked; nothing when there are no ticks, or when they are not all
    that was edited: such a report is left alone.
    """
    app.take_back_cut_short()
    report = report_named(app, "promises")
    ticked = report.ticked()
    if ticked is None:
        return None
    book = app.vault.book(app.today)
    meant = _Meant(app, book, ticked)
    whys = [meant.why_not(tick) for tick in ticked.ticks]
    if _GONE in whys and any(problem.severity == "error" for problem in book.problems):
        raise VaultError(f"{report.path} is left alone: what is ticked there may stand in a note that cannot be read",
                         "nb check says which; mend it, then nb report again")
    if not dry_run:
        report.look_writable()
    found: list[tuple[Promise, Tick]] = []
    for tick, why in zip(ticked.ticks, whys, strict=True):
        if why:
            _say_not_applied(report.path, tick, why)
        else:
            found.append((meant.promise(tick), tick))
    changer = promise_changer(app, dry_run=dry_run)
    # The last in a note comes first, so that lines that come in do not move the others.
    for promise, tick in sorted(found, key=lambda item: (item[0].path, -item[0].line)):
        try:
            edit = keep(promise, name_promise(book, promise), tick.done or app.today)
            changes = changer.change([edit])
        except VaultError as error:
            _say_not_applied(report.path, tick, _Why(error.message, error.remedy))
            continue
        report_changes(app, changes, said_of(edit), "done", dry_run=dry_run)
    return ticked


class _Why(NamedTuple):
    """Why a tick is not applied, and what to do about it."""

    reason: str
    remedy: str


_GONE = _Why("it is closed, reworded or gone", _LOOK)


def _say_not_applied(path: str, tick: Tick, why: _Why) -> None:
    # Without its words: they can have become confidential since.
    said = f"{path}:{tick.line}: {tick.id} is not ticked off: {why.reason}; {why.remedy}"
    click.echo(clean(said), err=True)


class _Meant:
    """The open promises as the report would have them, had it been written now but on its own day (today, when that is not known).

    A line that has not changed in this is what was ticked: the id, the words, the person
    and the day it is due. So a promise that has come round again is not taken for the last.
    """

    def __init__(self, app: App, book: Book, ticked: "Ticked") -> None:
        day = ticked.day or app.today
        self._today, self._day, self._vault, self._book = app.today, day, app.vault, book
        rows = promise_rows(book, day)
        lines = list(open_lines(promises_markdown(app, rows, day, dry_run=True)))
        self._rows: dict[str, Plain] = {row["id"]: row for row in rows}
        self._promises = {(promise.path, promise.line): promise for promise in book.promises}
        self._told = {what_is_told(line) for line in lines}
        self._now = Counter(map(without_id, lines))
        self._then = Counter(map(without_id, open_lines(ticked.body)))

    def promise(self, tick: Tick) -> Promise:
        row = self._rows[tick.id]
        return self._promises[row["path"], row["line"]]

    def why_not(self, tick: Tick) -> _Why | None:
        """Why it is not sure which promise was ticked; None when it is."""
        row = self._rows.get(tick.id)
        if row is None:
            return _GONE
        if tick.done is not None and tick.done > add_days(self._today, 1):  # a phone may be in tomorrow
            return _Why(f"{tick.done} is still to come", f"nb done {tick.id} --on DAY")
        if row["text"] is None:
            return _Why("what is confidential is not told by its line", f"nb done {tick.id}")
        if what_is_told(tick.written) not in self._told:
            return _Why("it was changed since", f"look at it with nb promises, then nb done {tick.id}")
        told = without_id(tick.written)
        # Ids that are derived move up among promises of the very same words when one of them goes.
        promise = self.promise(tick)
        if promise.mark != tick.id and (self._now[told], self._then[told]) != (1, 1):
            return _Why("there are others of the same words", f"nb done {tick.id}, when that is the one")
        if promise.due is None and self._was_closed_since(promise):
            return _Why("it was closed since, and has come round again", f"nb done {tick.id}, if again")
        return None

    def _was_closed_since(self, promise: Promise) -> bool:
        """Whether the last round of a promise without a day was closed after the report was written."""
        book = self._vault.books.with_contact_in_full(self._book, promise.contacts[0])
        return any(
            other.path == promise.path and other.text == promise.text and other.done is not None and other.done > self._day
            for other in book.contacts[promise.contacts[0]].promises)
