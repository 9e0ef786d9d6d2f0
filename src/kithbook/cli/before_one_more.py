"""A word before one more promise: how many are open already."""

import sys

from .app import App
from .output import echo_error

_MANY = 10  # open ones
_SOME = 3  # late ones


def say_before_one_more(app: App) -> None:
    """On a terminal, a line when many promises of mine are open or some are late. It asks nothing, and nothing waits for it."""
    if not sys.stderr.isatty():
        return
    from ..vault.open_promises import count_open

    found = count_open(app.vault.root, app.vault.settings, app.today)
    if found is not None and (found.open >= _MANY or found.late >= _SOME):
        late = f", {found.late} of them late" if found.late else ""
        echo_error(f"{found.open} promises of yours are open already{late}", "nb kept says how many you usually keep in a month")
