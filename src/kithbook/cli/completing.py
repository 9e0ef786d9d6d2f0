"""What the shell offers behind Tab: names, promise ids, circles, tags.

Names are told from file names, so that offering them is not felt however many there are.
Whatever goes wrong offers nothing: a shell is no place for an error.
"""

import re
from collections.abc import Callable, Iterable

import click
from click.shell_completion import BashComplete, CompletionItem, add_completion_class

from ..errors import UserError
from ..model.resolve import beginnings, composed, fold, stem_of
from .app import App

Complete = Callable[[click.Context, click.Parameter, str], list[str]]


class _Bash(BashComplete):
    """Click's, but that a name of several words is offered as one: bash takes
    what is offered as it is, and click's script reads it once more."""

    def format_completion(self, item: CompletionItem) -> str:
        escaped = re.sub(r"([^\w@%+=:,./-])", r"\\\\\1", str(item.value))
        return f"{item.type},{escaped}"


def prepare_shells() -> None:
    """Let click complete in our way."""
    add_completion_class(_Bash)


def _offering(candidates: Callable[[App], Iterable[str]]) -> Complete:
    def complete(context: click.Context, _parameter: click.Parameter, incomplete: str) -> list[str]:
        app = context.find_object(App) or App()
        begun = fold(incomplete)
        try:
            return sorted({found for found in candidates(app) if fold(found).startswith(begun)})
        except (UserError, OSError):
            return []

    return complete


def _names(app: App) -> Iterable[str]:
    among = beginnings(app.vault.settings.contacts_folders)
    return (stem_of(name) for base, folder in app.vault.files.listing().folders.items() if composed(base).startswith(among) for name in folder.notes)


def _ids(app: App) -> Iterable[str]:
    return app.vault.ask(lambda ledger: tuple(ledger.open_ids), app.today)


def _tags(app: App) -> Iterable[str]:
    return app.vault.ask(lambda ledger: ledger.tags, app.today)


def complete_rules(_context: click.Context, _parameter: click.Parameter, incomplete: str) -> list[str]:
    """The names of rules, also behind a comma."""
    from ..checks.rules import RULE_IDS

    before, comma, begun = incomplete.rpartition(",")
    return [f"{before}{comma}{rule}" for rule in RULE_IDS if rule.startswith(begun)]


complete_names = _offering(_names)
complete_ids = _offering(_ids)
complete_circles = _offering(lambda app: app.vault.settings.circles)
complete_tags = _offering(_tags)
complete_queries = _offering(lambda app: app.vault.settings.queries)
