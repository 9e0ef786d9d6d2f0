"""What commands are declared with: the app that they get, and the forms in which they answer."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar, cast

import click

from ..errors import UsageError
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


def one_of(name: str, *flags: tuple[str, str, str]) -> Callable[[F], F]:
    """Flags of which at most one may be typed, each with its value and its help; the value is the argument `name`, None without any."""

    def decorate(function: F) -> F:
        @wraps(function)
        def choose(*arguments: Any, **options: Any) -> Any:
            typed = [(flag, value) for flag, value, _ in flags if options.pop(f"{name}_{value}")]
            if len(typed) > 1:
                raise UsageError(f"{' and '.join(flag for flag, _ in typed)} exclude each other", "type one of them")
            return function(*arguments, **options, **{name: typed[0][1] if typed else None})

        for flag, value, said in reversed(flags):
            choose = click.option(flag, f"{name}_{value}", is_flag=True, help=said)(choose)
        return cast(F, choose)

    return decorate
