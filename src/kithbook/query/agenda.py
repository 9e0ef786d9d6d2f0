"""The weekly review: everything that is open or comes up between people."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from ..model.dates import add_days
from .coming_days import DateRow
from .keep_in_touch import KeepInTouchRow
from .ledger import Ledger
from .owed import OwedRow
from .promises import PromiseRow

if TYPE_CHECKING:
    from ..model.problem import Problem
    from .introductions import IntroductionRow
    from .spoken import SpokenRow


class LeftOut(NamedTuple):
    """How many more there are of each list than the answer has."""

    replies: int
    thanks: int
    loops: int


class Agenda(NamedTuple):
    """The answer of `nb agenda`. `more` is how many people the limit left out of `keep_in_touch`.

    `unrecorded` is what was promised in prose lately. `balance` belongs to the published
    shape and is empty: what it would say takes whole logs, and is the answer of `nb balance`.
    """

    today: date
    until: date
    promises: tuple[PromiseRow, ...]
    waiting: tuple[PromiseRow, ...]
    replies: tuple[OwedRow, ...]
    follow_ups: tuple[OwedRow, ...]
    keep_in_touch: tuple[KeepInTouchRow, ...]
    more: int
    thanks: tuple[OwedRow, ...]
    make_right: tuple[OwedRow, ...]
    loops: tuple[OwedRow, ...]
    dates: tuple[DateRow, ...]
    introductions: tuple[IntroductionRow, ...]
    unrecorded: tuple[SpokenRow, ...]
    balance: tuple[()]
    attention: tuple[Problem, ...]
    left_out: LeftOut


def agenda(ledger: Ledger, today: date, *, days: int = 7, limit: int | None = 12, most_owed: int | None = None) -> Agenda:
    """What the days from `today` to `days` later ask for; at most `limit` people to keep in touch with.

    `most_owed` limits the rows of replies, thanks and loops; `left_out` counts what it hides.
    """
    promises = ledger.promises(today, days, pressing=True)
    touch = ledger.keep_in_touch(today, limit)
    replies, thanks, loops = (ledger.owed(sort, today, most_owed) for sort in ("reply", "thanks", "loop"))
    return Agenda(
        today=today,
        until=add_days(today, days),
        promises=tuple(row for row in promises if row.who != "them"),
        waiting=tuple(row for row in promises if row.who == "them"),
        replies=replies.rows,
        follow_ups=ledger.owed("follow_up", today).rows,
        keep_in_touch=touch.rows,
        more=touch.left_out,
        thanks=thanks.rows,
        make_right=ledger.owed("make_right", today).rows,
        loops=loops.rows,
        dates=ledger.coming_days(today, days),
        introductions=ledger.introductions(today, pressing=True),
        unrecorded=ledger.unrecorded(today),
        balance=(),
        attention=ledger.attention,
        left_out=LeftOut(replies.left_out, thanks.left_out, loops.left_out),
    )
