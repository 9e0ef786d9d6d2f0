"""Days as people name them in running text, resolved against the day on which it was said.

Each language has a table of forms (`Language.days`): what a form looks like, and which of the
readings in `day_readings.py` and `day_spans.py` it has. What can mean two days is never guessed: the words are kept, without a day.
"""

import re
from collections.abc import Callable, Mapping
from datetime import date

from ...model.dates import add_days, add_months, days_in_month
from ...model.record import NamedTuple
from ...model.settings import DateOrder

MONDAY, FRIDAY, SUNDAY = 0, 4, 6


class NamedDay(NamedTuple):
    """A day that a text names: where it stands, and which day it is. None: it cannot be known.

    `loose` is a time of the day (`tonight`, `EOD`), which says less than any day beside it.
    `follows` is how many days behind the day named before it this one is (`the week after`).
    `until` ends what goes on till then, and says nothing of what stands beside it.
    """

    start: int
    end: int
    day: date | None
    loose: bool = False
    follows: int | None = None
    until: bool = False


class Said(NamedTuple):
    """What a reading may look at: the words of a form, the day of saying, and what numbers and names mean."""

    found: re.Match[str]
    made: date
    numbers: Mapping[str, int]
    order: DateOrder | None
    month: int | None  # that was named before in the same text

    def number(self, group: int) -> int:
        """A number, in digits or in words."""
        text = self.found[group] or ""
        return int(text) if text.isdecimal() else max(self.numbers[word] for word in text.split() if word in self.numbers)

    def counted(self) -> int:
        """The number in whichever group it stands: a form may count in several ways."""
        return self.number(next(number for number, text in enumerate(self.found.groups(), 1) if text))


def weekday(made: date, number: int) -> date:
    """The next day of that name, after the day itself."""
    return add_days(made, (number - made.weekday() - 1) % 7 + 1)


def in_week(made: date, number: int, weeks: int = 0) -> date:
    """That weekday of the ISO week so many weeks on."""
    return add_days(made, number - made.weekday() + 7 * weeks)


def friday(made: date) -> date:
    """The Friday of this week, of the next one when it is over."""
    day = in_week(made, FRIDAY)
    return day if day >= made else add_days(day, 7)


def month_end(day: date) -> date:
    """The last day of the month."""
    return day.replace(day=days_in_month(day.year, day.month))


def day_of_month(made: date, number: int) -> date | None:
    """The next day of that number, after the day itself."""
    for ahead in range(3):
        first = add_months(made.replace(day=1), ahead)
        if number <= days_in_month(first.year, first.month) and (day := first.replace(day=max(1, number))) > made:
            return day
    return None


def yearly(made: date, month: int, number: int) -> date | None:
    """The next day of that name, today among them."""
    for year in range(made.year, min(made.year + 9, 9999)):
        if number <= days_in_month(year, month) and (day := date(year, month, number)) >= made:
            return day
    return None


def easter(year: int) -> date:
    """Easter Sunday (the anonymous Gregorian algorithm)."""
    golden, century, rest = year % 19, year // 100, year % 100
    leap, turn = divmod(century, 4)
    moon = (19 * golden + century - leap - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    week = (32 + 2 * turn + 2 * (rest // 4) - moon - rest % 4) % 7
    shift = (golden + 11 * moon + 22 * week) // 451
    month, day = divmod(moon + week - 7 * shift + 114, 31)
    return date(year, month, day + 1)


def _next_feast(made: date, of_year: Callable[[int], date]) -> date:
    day = of_year(made.year)
    return day if day >= made else of_year(min(made.year + 1, 9999))


def _after_easter(days: int) -> Callable[[int], date]:
    return lambda year: add_days(easter(year), days)


def nth_weekday(year: int, month: int, number: int, nth: int) -> date:
    """The nth (-1: the last) such weekday of a month."""
    if nth < 0:
        last = month_end(date(year, month, 1))
        return add_days(last, -((last.weekday() - number) % 7))
    first = date(year, month, 1)
    return add_days(first, (number - first.weekday()) % 7 + 7 * (nth - 1))


# Feasts by the names that the tables of the languages give them: a day of the year, or how it is found.
FEASTS: Mapping[str, tuple[int, int] | Callable[[int], date]] = {
    "new year": (1, 1), "epiphany": (1, 6), "burns night": (1, 25), "valentine": (2, 14), "patrick": (3, 17), "anzac": (4, 25),
    "may day": (5, 1), "canada": (7, 1), "independence": (7, 4), "bastille": (7, 14), "unity": (10, 3), "halloween": (10, 31), "australia": (1, 26), "david": (3, 1), "george": (4, 23), "juneteenth": (6, 19), "all saints": (11, 1), "all souls": (11, 2), "candlemas": (2, 2), "brigid": (2, 1), "lady day": (3, 25), "bloomsday": (6, 16),
    "lammas": (8, 1), "waitangi": (2, 6),
    "bonfire": (11, 5), "armistice": (11, 11), "martinmas": (11, 11), "andrew": (11, 30), "nicholas": (12, 6),
    "michaelmas": (9, 29), "christmas eve": (12, 24), "christmas": (12, 25), "boxing day": (12, 26), "new year's eve": (12, 31),
    "shrove tuesday": _after_easter(-47), "good friday": _after_easter(-2), "easter": _after_easter(0), "easter monday": _after_easter(1),
    "ascension": _after_easter(39), "whitsun": _after_easter(49), "whit monday": _after_easter(50),
    "thanksgiving": lambda year: nth_weekday(year, 11, 3, 4), "labor day": lambda year: nth_weekday(year, 9, 0, 1),
    "memorial day": lambda year: nth_weekday(year, 5, 0, -1), "mlk": lambda year: nth_weekday(year, 1, 0, 3),
    "remembrance": lambda year: nth_weekday(year, 11, 6, 2), "presidents": lambda year: nth_weekday(year, 2, 0, 3),
    "columbus": lambda year: nth_weekday(year, 10, 0, 2), "palm sunday": _after_easter(-7), "ash wednesday": _after_easter(-46), "maundy thursday": _after_easter(-3),
    "mothering sunday": _after_easter(-21), "trinity sunday": _after_easter(56), "corpus christi": _after_easter(60), "victoria": lambda year: in_week(date(year, 5, 24), MONDAY),
    "cup day": lambda year: nth_weekday(year, 11, 1, 1),
}


def feast(made: date, name: str) -> date | None:
    """The next feast of that name."""
    known = FEASTS[name]
    return yearly(made, *known) if isinstance(known, tuple) else _next_feast(made, known)
