"""A word before one more promise: how many are open already, and how many are usually kept in a month."""

import sys

from .app import App
from .output import echo_error

_MANY = 10  # open ones
_SOME = 3  # late ones


def say_before_one_more(app: App) -> None:
    """On a terminal, a line when more promises of mine are open than I usually keep in a month, or some are late.

    It asks nothing, and nothing waits for it. What is usual is what `nb kept` last said; without that, ten are many.
    What is confidential is not counted.
    """
    if not sys.stderr.isatty():
        return
    from ..vault.usual import usual_number

    rows = app.ask(lambda ledger: ledger.promises(app.today, 0))
    mine = [row for row in rows if row.who != "them" and isinstance(row.text, str)]
    late = sum(row.state == "overdue" for row in mine)
    usual = usual_number(app.vault.root, app.today)
    many = _MANY if usual is None else max(1.0, usual)
    if len(mine) >= many or late >= _SOME:
        of_them = f", {late} of them late" if late else ""
        kept = "" if usual is None else f"; you usually keep {usual:g} in a month"
        echo_error(f"{len(mine)} {'promise of yours is' if len(mine) == 1 else 'promises of yours are'} open already{of_them}{kept}",
                   "nb kept says how many you usually keep in a month" if usual is None else "")
