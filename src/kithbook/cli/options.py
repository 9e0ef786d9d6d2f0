"""What commands are declared with: the app that they get, and the forms in which they answer."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

import click

from .app import App

F = TypeVar("F", bound=Callable[..., Any])

pass_app = click.make_pass_decorator(App, ensure=True)


def reading_in(*forms: str, said: str) -> Callable[[F], F]:
    """The options of a command that answers in these forms, the first one unless told: `--format` and, for short, `--json`."""

    def decorate(function: F) -> F:
        function = click.option("--json", "form", flag_value="json", help="Short for --format json.")(function)
        return click.option("--format", "form", type=click.Choice(forms), default=forms[0], show_default=True, help=said)(function)

    return decorate


def reading(function: F) -> F:
    """The forms in which nearly every command answers."""
    return reading_in("text", "md", "json", said="Text for a terminal, Markdown or JSON.")(function)
