"""Which of the answers that are kept stay as they are when notes have changed: those that would say the same again."""

from collections.abc import Collection
from typing import Any

from .index import Index


class LastingAnswers:
    """Looks at what the index says before and after it is written. The `changed` are the paths of the notes that have changed."""

    def __init__(self, index: Index, changed: Collection[str]) -> None:
        self._answers = index.answers
        self._due = index.due
        self._changed = changed
        self._days = self._answers.days()
        self._problems = self._due.problems_in(changed) if self._days else []
        self._contacts: Collection[str] = ()
        self._said: dict[int, list[tuple[Any, ...]]] = {}

    def look(self, contacts: Collection[str]) -> None:
        """What is said so far of the contacts that are touched."""
        self._contacts = contacts
        self._said = {day: self._due.said_of(contacts, day) for day in self._days}

    def throw_away_others(self, *, all_of_them: bool) -> None:
        """Throw away those about a day on which something else is to be said now; with `all_of_them`, all."""
        if all_of_them or (self._days and self._problems != self._due.problems_in(self._changed)):
            self._answers.forget()
            return
        for day, said in self._said.items():
            if said != self._due.said_of(self._contacts, day) or self._due.asks_notes(self._contacts, day):
                self._answers.forget_day(day)
