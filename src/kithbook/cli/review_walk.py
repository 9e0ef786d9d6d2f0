"""The walk of `nb review`: a step, a key, what it does, the next step."""

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import groupby

import click

from ..errors import UserError
from ..model.contact import Contact
from ..query.agenda import agenda
from ..query.book_ledger import BookLedger
from ..query.drift import drift_of, may_be_drifting
from ..query.review import (
    Step,
    StepSort,
    agenda_steps,
    coming_up,
    drifting_step,
    last_contact,
    may_reflect_on,
    never_steps,
    portion,
    reflect_step,
)
from ..report.plain import to_plain
from ..report.review import render_keys, render_step
from ..report.style import Style
from ..text.note import NoteReader
from ..vault.changes import last_change
from ..vault.reflection_change import ReflectionChanger
from ..vault.review_state import ReviewState, name_of
from .app import App
from .output import echo, echo_error, terminal_style
from .reflect import ask_privately
from .review_keys import KEYS, VIEW, Key, said_key
from .writing import report_changes

_MOST_A_WEEK: dict[StepSort, int] = {"drifting": 3, "never": 3, "reflect": 1}
_MOST_OF_A_SORT = 12  # at a time: never a flood
_CONTACT_SORTS = frozenset(("keep_in_touch", "drifting", "never"))
_WEEK_QUESTIONS = (("good", "What went well between you and others this week"),
                   ("otherwise", "What would you do otherwise"))
_SKIP, _STOP, _HELP = "s", "q", "?"
_STOPPING = (_STOP, "\x04", "\x1a")


class Walk:
    """One run of the review. With `dry_run` nothing is written, and nothing counts as handled."""

    def __init__(self, app: App, days: int, *, dry_run: bool) -> None:
        self.app = app
        self.days = days
        self.dry_run = dry_run
        self.style: Style = terminal_style()
        self.state = ReviewState(app.vault.root, app.today)
        self.known: set[str] = set()
        self.left_out = 0
        self.book = app.book()

    def go(self, *, again: bool) -> None:
        """Walk through what is left of this week's review, and ask about the week at its end."""
        if again:
            self.state.begin_anew()
        steps = self._steps()
        self._greet(len(steps))
        if not steps and self.state.looked_back:
            return
        total, done = len(steps), 0
        while steps:
            step = steps.pop(0)
            done += 1
            wrote = self._take(step, done, total)
            if wrote is None:
                left = len(steps) + 1
                echo(f"\nStopped with {left} to go{self._others()}. `nb review` goes on from here.\n")
                return
            if wrote and not self.dry_run:
                steps = self._still_open(steps, step)
                self.state.save()
        self._look_back()
        echo("\nThat was your review. Have a good week.\n")

    # What there is

    def _steps(self) -> list[Step]:
        """What is left of this week, in order."""
        today = self.app.today
        due = agenda_steps(agenda(BookLedger(self.book), today, days=self.days, limit=None))
        self.known = {step.key for step in due}
        steps = []
        for _, of_sort in groupby(due, key=lambda step: step.sort):
            left = [step for step in of_sort if name_of(step.key) not in self.state.handled]
            steps += left[:_MOST_OF_A_SORT]
            self.left_out += len(left[_MOST_OF_A_SORT:])
        steps += self._portion("drifting", self._drifting(coming_up(due)))
        steps += self._portion("never", never_steps(self.book, today, due))
        return steps + self._portion("reflect", self._to_reflect_on())

    def _in_full(self, contact: Contact) -> Contact:
        """The contact with all their entries; what only shows over time is asked of few, and few notes are read for it."""
        return self.app.vault.books.with_contact_in_full(self.book, contact.path).contacts[contact.path]

    def _drifting(self, besides: frozenset[str]) -> Iterator[Step]:
        for contact in may_be_drifting(self.book, self.app.today):
            row = drift_of(self._in_full(contact), self.app.today) if contact.path not in besides else None
            if row is not None:
                yield drifting_step(row)

    def _to_reflect_on(self) -> Iterator[Step]:
        for contact in may_reflect_on(self.book, self.app.today):
            step = reflect_step(self._in_full(contact), self.app.today)
            if step is not None:
                yield step

    def _portion(self, sort: StepSort, steps: Iterable[Step]) -> list[Step]:
        """The few of these whose turn it is this week."""
        by_name: dict[str, Step] = {}

        def names() -> Iterator[str]:
            for step in steps:
                name = name_of(step.key)
                by_name[name] = step
                yield name

        chosen = portion(names(), self.state.turns_of(sort), self.state.handled, self.state.week, _MOST_A_WEEK[sort])
        return [by_name[name] for name in chosen]

    def _still_open(self, steps: list[Step], taken: Step) -> list[Step]:
        """The steps that are still to be taken, once something was written about `taken`."""
        now = self.app.ask(lambda ledger: agenda(ledger, self.app.today, days=self.days, limit=None))
        open_now = {step.key for step in agenda_steps(now)}
        # What one has just promised need not be asked about in the same week.
        self.state.handled.update(name_of(key) for key in open_now - self.known if key.startswith("promise "))
        self.known |= open_now
        return [step for step in steps
                if (step.key in open_now or step.sort in _MOST_A_WEEK)
                and not (step.sort in _CONTACT_SORTS and step.contact_path == taken.contact_path)]

    def _greet(self, steps: int) -> None:
        if not steps and self.state.looked_back:
            echo("This week's review is done. `nb review --again` begins anew.\n")
        elif steps and self.state.handled:
            echo(f"Going on with your review: {steps} to go{self._others()}. ? explains the keys.\n")
        elif steps:
            echo(f"Your review: {steps} {'thing' if steps == 1 else 'things'}{self._others()}. One key each; ? explains them, q stops.\n")
        elif not self.state.handled:
            echo("Nothing is open. A good week to write to somebody just so.\n")

    def _others(self) -> str:
        return f", and {self.left_out} more another time" if self.left_out else ""

    # A step

    def _take(self, step: Step, number: int, of: int) -> bool | None:
        """Ask about a step until it is settled or skipped: whether anything was written. None to stop."""
        if not self.dry_run and step.sort in _MOST_A_WEEK:
            self.state.turns_of(step.sort)[name_of(step.key)] = self.state.week
            self.state.save()
        self._show(step, number, of)
        wrote = False
        keys = KEYS[step.sort]
        while True:
            pressed = self._press(keys)
            if pressed in _STOPPING:
                return None
            if pressed == _SKIP:
                break
            if pressed == _HELP:
                echo(render_keys(_in_words(keys), self.style, explained=True))
                continue
            key = VIEW if pressed == "v" else keys.get(pressed)
            if key is None:
                echo(f"`{said_key(pressed)}` means nothing here; ? explains the keys\n")
                continue
            acted = self._act(key, step)
            wrote = wrote or (acted and key is not VIEW)
            if acted and key.settles:
                break
        self._handled(step)
        return wrote

    def _show(self, step: Step, number: int, of: int) -> None:
        contact = self.book.contacts.get(step.contact_path)
        last = last_contact(contact, self.app.today) if contact is not None else None
        echo(render_step(to_plain(step), None if last is None else to_plain(last), str(self.app.today), self.style,
                         number=number, of=of))

    def _press(self, keys: dict[str, Key]) -> str:
        echo(render_keys(_in_words(keys), self.style))
        try:
            return click.getchar().lower()
        except EOFError:
            return _STOP

    def _act(self, key: Key, step: Step) -> bool:
        """Do what a key stands for; False when it was taken back or could not be done."""
        before = last_change(self.app.vault.root)
        try:
            acted = key.act(step, self.dry_run)
            last = last_change(self.app.vault.root)
            if last is not None and last != before:
                self.state.written[str(last)] = name_of(step.key)
            return acted
        except UserError as error:  # there is another key, and another try
            echo_error(error.message, error.remedy)
        except click.ClickException as error:
            error.show()
        return False

    def _handled(self, step: Step) -> None:
        if not self.dry_run:
            self.state.handled.add(name_of(step.key))
            self.state.save()

    # The week

    def _look_back(self) -> None:
        """Two questions about the week; the answers go into me.md, as reflections."""
        if self.state.looked_back:
            return
        echo("\nTwo questions for yourself. Enter leaves one out.\n")
        answers = [f"{word}: {answer}" for word, question in _WEEK_QUESTIONS if (answer := ask_privately(question))]
        if answers:
            self._write_down(self.app.today, answers)
        if not self.dry_run:
            self.state.looked_back = True
            self.state.save()

    def _write_down(self, day: date, answers: list[str]) -> None:
        vault = self.app.vault
        said = "a look back at the week, for you alone"
        changer = ReflectionChanger(vault.root, NoteReader(vault.settings, prose=True), dry_run=self.dry_run)
        change = changer.look_back(day, answers, said)
        report_changes(self.app, [change], f"written down in me.md: {said}", "review", dry_run=self.dry_run)


def _in_words(keys: dict[str, Key]) -> dict[str, tuple[str, str]]:
    """The keys of a step, and those that every step has: a word, and what it does."""
    return {
        **{key: (what.word, what.does) for key, what in keys.items()},
        "v": (VIEW.word, VIEW.does),
        _SKIP: ("skip", "not this week"),
        _STOP: ("stop", "go on another time, from here"),
        _HELP: ("help", "this"),
    }
