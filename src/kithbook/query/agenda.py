"""The weekly review: everything that is open or comes up between people."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Literal

from ..model.dates import add_days
from ..model.record import NamedTuple
from .coming_days import DateRow
from .keep_in_touch import KeepInTouchRow
from .ledger import Ledger
from .loops import LoopRow, with_others
from .owed import OwedRow
from .promises import PromiseRow

if TYPE_CHECKING:
    from ..model.problem import Problem
    from ..model.withheld import Text
    from .introductions import IntroductionRow
    from .spoken import SpokenRow


class LeftOut(NamedTuple):
    """How many more there are of each list than the answer has."""

    replies: int
    thanks: int
    loops: int
    balance: int


class BalanceRow(NamedTuple):
    """Something to set right between giving and asking: `what` it is, and the entry that it rests on.

    `only_asked`: I never turned to them with anything but an ask, the last time `days` ago.
    """

    contact: str
    contact_path: str
    since: date | None
    days: int | None
    text: Text | None
    path: str
    line: int
    kind: str | None
    what: Literal["only_asked"]


class Agenda(NamedTuple):
    """The answer of `nb agenda`. `more` is how many people the limit left out of `keep_in_touch`.

    `unrecorded` is what was promised in prose lately. `balance` is a small portion of what `nb balance`
    says, such as can be told from logs in brief.
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
    loops: tuple[LoopRow, ...]
    dates: tuple[DateRow, ...]
    introductions: tuple[IntroductionRow, ...]
    unrecorded: tuple[SpokenRow, ...]
    balance: tuple[BalanceRow, ...]
    attention: tuple[Problem, ...]
    left_out: LeftOut


_A_PORTION = 2  # people with whom one could begin


def agenda(ledger: Ledger, today: date, *, days: int = 7, limit: int | None = 12, most_owed: int | None = None) -> Agenda:
    """What the days from `today` to `days` later ask for; at most `limit` people to keep in touch with.

    `most_owed` limits the rows of replies, thanks and loops; `left_out` counts what it hides.
    """
    promises = ledger.promises(today, days, pressing=True)
    touch = ledger.keep_in_touch(today, limit)
    only_asked = ledger.owed("only_asked", today, _A_PORTION)
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
        loops=with_others(loops.rows, ledger, today),
        dates=ledger.coming_days(today, days),
        introductions=ledger.introductions(today, pressing=True),
        unrecorded=ledger.unrecorded(today),
        balance=tuple(BalanceRow(*row, "only_asked") for row in only_asked.rows),
        attention=ledger.attention,
        left_out=LeftOut(replies.left_out, thanks.left_out, loops.left_out, only_asked.left_out),
    )
