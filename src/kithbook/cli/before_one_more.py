"""A word before one more promise: how many are open already, and how many are usually kept in a month."""

import sys

from .app import App
from .output import echo_error

_MANY = 10  # open ones
_SOME = 3  # late ones


def say_before_one_more(app: App) -> None:
    """On a terminal, a line when more promises of mine are open than I usually keep in a month, or some are late.

    It asks nothing, and nothing waits for it. What is usual is what `nb kept` last said; without that, ten are many.
    """
    if not sys.stderr.isatty():
        return
    from ..vault.open_promises import count_open
    from ..vault.usual import usual_number

    found = count_open(app.vault.root, app.vault.settings, app.today)
    usual = usual_number(app.vault.root, app.today)
    many = _MANY if usual is None else max(1.0, usual)
    if found is not None and (found.open >= many or found.late >= _SOME):
        late = f", {found.late} of them late" if found.late else ""
        kept = "" if usual is None else f"; you usually keep {usual:g} in a month"
        echo_error(f"{found.open} {'promise of yours is' if found.open == 1 else 'promises of yours are'} open already{late}{kept}",
                   "nb kept says how many you usually keep in a month" if usual is None else "")
