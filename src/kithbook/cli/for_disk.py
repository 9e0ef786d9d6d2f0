"""Answers as they may stand in files: nothing of anybody confidential, and no text that names one."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, Any

from ..errors import VaultError
from ..report.plain import Plain, envelope, to_plain, veil
from .app import App
from .report_file import report_named

if TYPE_CHECKING:
    from ..model.book import Book
    from ..query.ledger import Ledger

NO_PROMISES = "No promises are open."


def for_disk(app: App, question: Callable[[Ledger], Any]) -> Any:
    """What is written to disk of an answer, as plain data: nothing of a confidential person, and no text that names one.

    The index is asked when there is nobody of that kind.
    """
    from ..query.book_ledger import BookLedger

    def asked(ledger: Ledger) -> Any:
        if isinstance(ledger, BookLedger):
            return veiled(ledger.book, question)
        return None if ledger.has_confidential else question(ledger)

    answer = app.ask(asked)
    return veiled(app.book(), question) if answer is None else answer


def veiled(book: Book, question: Callable[[Ledger], Any]) -> Any:
    from ..model.book import secret_names, without_confidential
    from ..query.book_ledger import BookLedger

    return veil(question(BookLedger(without_confidential(book))), secret_names(book))


def agenda_for_disk(app: App, days: int = 7, limit: int | None = 12, plain: Callable[[Any], Any] = to_plain) -> Callable[[Ledger], Plain]:
    """The question whose answer is reports/agenda.md."""
    from ..query.agenda import agenda

    def question(ledger: Ledger) -> Plain:
        answer: Plain = plain(agenda(ledger, app.today, days=days, limit=limit))
        return answer

    return question


def promises_for_disk(day: date, days: int = 7, plain: Callable[[Any], Any] = to_plain) -> Callable[[Ledger], list[Plain]]:
    """The question whose answer is reports/promises.md, as it is on `day`."""

    def question(ledger: Ledger) -> list[Plain]:
        rows: list[Plain] = plain(ledger.promises(day, days))
        return rows

    return question


def agenda_markdown(app: App, answer: Plain, *, dry_run: bool) -> str:
    """The text of reports/agenda.md, by the vault's own template when it has one.

    When that fails, it is kept in mind that the report says what was, but not with `dry_run`.
    """
    return _rendered(app, "agenda", envelope(app.today, answer), dry_run=dry_run)


def _rendered(app: App, name: str, answer: Plain, *, dry_run: bool) -> str:
    try:
        return app.markdown(name, answer)
    except VaultError:
        if not dry_run:
            report_named(app, name).leave_behind()
        raise


def promise_rows(book: Book, day: date) -> list[Plain]:
    """The rows of reports/promises.md as they are on `day`; what is confidential is out of them."""
    rows: list[Plain] = veiled(book, promises_for_disk(day))
    return rows


def promises_markdown(app: App, rows: list[Plain], day: date, *, dry_run: bool) -> str:
    """The text of reports/promises.md, as `agenda_markdown` gives that of the agenda."""
    return _rendered(app, "promises", envelope(day, {"promises": rows, "empty": NO_PROMISES}), dry_run=dry_run)
