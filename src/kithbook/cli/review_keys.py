"""The keys of `nb review`: what each does, by the commands that do it elsewhere, too."""

from collections.abc import Callable
from importlib import import_module
from typing import Any

import click

from ..model.record import NamedTuple
from ..query.review import Step, StepSort
from ..report.layout import clean

Invoke = Callable[[Step, bool], bool]
"""Does it, for a step; whether it was done. The other argument is `dry_run`."""

BACK = "-"


class Key(NamedTuple):
    """What a key stands for; `settles` tells whether the step is over with it."""

    word: str
    does: str
    act: Invoke
    settles: bool = True


def call(command: str, **arguments: Any) -> None:
    """Run a command of nb as if it had been typed."""
    module = import_module(f".{command}", __package__)
    click.get_current_context().invoke(module.command, **arguments)


def _ask(question: str) -> str | None:
    """What is typed; None for nothing, and for taking the key back."""
    typed: str = click.prompt(f"{question} (Enter: back)", default="", show_default=False, err=True)
    return typed.strip() if typed.strip() not in ("", BACK) else None  # `-` alone would have `nb log` read stdin


def _ask_if_any(question: str) -> tuple[bool, str | None]:
    """Whether to go on, and what is typed, if anything."""
    typed: str = click.prompt(f"{question} (Enter: no words, {BACK}: back)", default="", show_default=False, err=True)
    return typed.strip() != BACK, typed.strip() or None


def _named(step: Step) -> str:
    """The person, so that nobody else can be meant."""
    return step.contact_path.removesuffix(".md")


def _log(question: str, kind: str | None = None) -> Invoke:
    def act(step: Step, dry_run: bool) -> bool:
        text = _ask(question)
        if text is not None:
            call("log", words=(_named(step), text), kind=kind, dry_run=dry_run)
        return text is not None

    return act


def _promise(step: Step, dry_run: bool) -> bool:
    text = _ask("What will you do")
    due = _ask("By when: fri, 2w, a date") if text is not None else None
    if text is not None and due is not None:
        call("promise", name=_named(step), text=text, due=due, dry_run=dry_run)
    return text is not None and due is not None


def _on_promise(command: str) -> Invoke:
    def act(step: Step, dry_run: bool) -> bool:
        call(command, ids=(_id(step),), dry_run=dry_run)
        return True

    return act


def _id(step: Step) -> str:
    return str(step.row[0]) if step.row else ""


def _defer(step: Step, dry_run: bool) -> bool:
    day = _ask("To when: fri, 2w, a date")
    if day is not None:
        call("defer", id_=_id(step), day=day, dry_run=dry_run)
    return day is not None


def _reply(step: Step, dry_run: bool) -> bool:
    going_on, text = _ask_if_any("What did you answer")
    if going_on:
        call("reply", name=_named(step), text=text, dry_run=dry_run)
    return going_on


def _hold(step: Step, dry_run: bool) -> bool:
    day = _ask("You said you would answer by: fri, 2w, a date")
    if day is not None:
        call("reply", name=_named(step), holding=day, dry_run=dry_run)
    return day is not None


def _thank(step: Step, dry_run: bool) -> bool:
    going_on, text = _ask_if_any("How did you thank them")
    if going_on:
        call("thank", name=_named(step), text=text, dry_run=dry_run)
    return going_on


def _snooze(step: Step, dry_run: bool) -> bool:
    day = _ask("Until when: 2w, 3m, a date")
    if day is not None:
        call("snooze", words=(_named(step), day), dry_run=dry_run)
    return day is not None


def _reflect(step: Step, dry_run: bool) -> bool:
    call("reflect", name=_named(step), dry_run=dry_run)
    return True


def _view(step: Step, _dry_run: bool) -> bool:
    call("show", name=_named(step))
    return True


_HAPPENED = "What happened"
_LOG = Key("log", "write down that you were in touch", _log(_HAPPENED))
_LOG_ON = _LOG._replace(settles=False)
_PROMISE = Key("plan", "promise something for a day", _promise)
_SNOOZE = Key("snooze", "ask again from a day on", _snooze)
_PROMISED = {
    "d": Key("done", "the promise was kept", _on_promise("done")),
    "f": Key("put off", "another day", _defer),
    "x": Key("drop", "it will not be kept", _on_promise("drop")),
    "l": _LOG_ON,
}
_TOUCH = {"l": _LOG, "p": _PROMISE, "z": _SNOOZE}

KEYS: dict[StepSort, dict[str, Key]] = {
    "promise": _PROMISED,
    "waiting": _PROMISED,
    "reply": {"l": Key("answered", "write down what you answered", _reply),
              "h": Key("holding reply", "you said when you will answer: a promise for that day", _hold)},
    "follow_up": {"l": _LOG, "p": _PROMISE},
    "thanks": {"t": Key("thanked", "write down that you thanked them", _thank), "l": _LOG_ON, "p": _PROMISE},
    "make_right": {"m": Key("made right", "write down how", _log("How did you make it right", "fixed")), "l": _LOG_ON, "p": _PROMISE},
    "loop": {"o": Key("outcome", "write down what came of it", _log("What came of it", "outcome")), "l": _LOG_ON, "p": _PROMISE},
    "date": {"l": _LOG, "p": _PROMISE},
    "keep_in_touch": _TOUCH,
    "drifting": _TOUCH,
    "never": _TOUCH,
    "reflect": {"r": Key("reflect", "four short questions, for you alone", _reflect)},
}
VIEW = Key("view", "their card", _view, settles=False)


def said_key(pressed: str) -> str:
    """A key that was pressed and means nothing, as it can be shown."""
    return clean(pressed)[:8]
