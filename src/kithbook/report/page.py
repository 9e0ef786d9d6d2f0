"""The page: the week, the network, a year of contact and the promises, in one HTML file that asks no network for anything.

Whatever comes from notes is escaped by the template, or stands as JSON in a block that is not
run. The page says by a policy of its own that nothing but its own script and style may
be used, each by its hash.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from hashlib import sha256
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from ..model.pattern import pattern
from .balance import sentences as balance_sentences
from .kept import sentences as kept_sentences
from .layout import clean, show_links
from .markdown import template_folder
from .plain import Plain
from .stats import touch_sentence
from .words import ago, count, day_name, days_between, each_once, when

_WEEKS = 53
_HALF = 27
GENERATOR = '<meta name="generator" content="nb page">'
_UNSEALED = '<meta name="digest" content="">'
SEAL = pattern(rb'<meta name="digest" content="([0-9a-f]{16})">')
"""Where a page says by a digest whether it is as nb wrote it."""


def render_page(plain: Plain) -> str:
    """The page as HTML, from plain data (see templates/page.html.j2)."""
    folder = template_folder()
    style, script = ((folder / f"page.{kind}").read_text(encoding="utf-8") for kind in ("css", "js"))
    environment = Environment(loader=FileSystemLoader(folder), undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True,
                              keep_trailing_newline=True, autoescape=True)
    environment.filters.update(said=_said, day=day_name, when=when, ago=ago, days_to=days_between, count=count, month=_month, each_once=each_once)
    policy = (f"default-src 'none'; script-src '{_hash(script)}'; style-src '{_hash(style)}'; base-uri 'none'; form-action 'none'")
    return _sealed(environment.get_template("page.html.j2").render(
        {**plain, "policy": policy, "generator": Markup(f"{GENERATOR}\n{_UNSEALED}"), "style": Markup(style), "script": Markup(script),
         "network": Markup(_embedded(_network(plain))), "heat": _heat(plain["days"], plain["today"]),
         "sentences": {"touch": touch_sentence(plain["stats"]), "kept": kept_sentences(plain["kept"]),
                       "balance": balance_sentences(plain["balance"])}}))


def _sealed(text: str) -> str:
    digest = sha256(text.encode("utf-8", "replace")).hexdigest()[:16]
    return text.replace(_UNSEALED, f'<meta name="digest" content="{digest}">', 1)


def _said(text: str | None) -> str:
    """A text of a note in one line, as it is read."""
    return "(confidential)" if text is None else clean(show_links(text))


def _month(iso: str) -> str:
    return day_name(iso).split(" ", 1)[1]


def _hash(text: str) -> str:
    return f"sha256-{b64encode(sha256(text.encode()).digest()).decode()}"


# In a block of data, `</script` and `<!--` are what could end or turn it; the line signs are those that old readers of JSON trip over.
_UNSAFE = pattern("[<>&\u2028\u2029\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def _embedded(data: Any) -> str:
    """Data as JSON that can stand in a `<script>` block."""
    import json

    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    return _UNSAFE.sub(lambda sign: f"\\u{ord(sign[0]):04x}", text)


def _network(plain: Plain) -> Plain:
    """The graph in few bytes: people and ties as rows, notes and circles by number."""
    people, ties, placing = plain["graph"]["people"], plain["graph"]["ties"], plain["placing"]
    numbers = {person["contact_path"]: number for number, person in enumerate(people)}
    places = {place["contact_path"]: place for place in placing["places"]}
    notes: dict[str, int] = {}
    return {
        "circles": [None if sector["circle"] is None else clean(sector["circle"]) for sector in placing["sectors"]],
        "sectors": [[sector["start"], sector["end"]] for sector in placing["sectors"]],
        "edges": placing["edges"],
        "people": [_person(person, places[person["contact_path"]]) for person in people],
        "ties": [[numbers[tie["contact_path"]], numbers[tie["other_path"]], tie["sort"], tie["date"],
                  notes.setdefault(clean(tie["path"]), len(notes)), tie["line"]] for tie in ties],
        "notes": list(notes),
    }


def _person(person: Plain, place: Plain) -> list[Any]:
    """Somebody as a row; what each field is stands at the top of page.js."""
    return [clean(person["contact"]), _said(person["role"] or ""), _said(person["org"] or ""), place["sector"],
            [clean(tag) for tag in person["tags"] if tag], person["last_contact"], place["x"], place["y"], place["ring"],
            clean(person["contact_path"])]


def _heat(days: Mapping[str, int], today: str) -> Plain:
    """A year of days in weeks, as two half years of squares; a level is a quarter of the days with contact."""
    last = date.fromisoformat(today)
    first = last - timedelta(days=last.weekday() + 7 * (_WEEKS - 1))
    numbers = sorted(number for day, number in days.items() if first.isoformat() <= day <= today)
    bounds = sorted({numbers[len(numbers) * part // 4] for part in (1, 2, 3)}) if numbers else []
    halves: list[Plain] = []
    for start, weeks in ((0, _HALF), (_HALF, _WEEKS - _HALF)):
        cells, months = [], []
        for week in range(weeks):
            monday = first + timedelta(weeks=start + week)
            if monday.day <= 7:
                months.append({"x": 30 + week * 13, "name": day_name(monday.isoformat()).split(" ")[1]})
            for weekday in range(7):
                day = (monday + timedelta(days=weekday)).isoformat()
                if day <= today:
                    number = days.get(day, 0)
                    cells.append({"x": 30 + week * 13, "y": 18 + weekday * 13, "day": day, "people": number, "level": _level(number, bounds)})
        halves.append({"cells": cells, "months": months, "since": cells[0]["day"], "until": cells[-1]["day"], "width": 30 + _HALF * 13})
    return {"halves": halves, "shades": sorted({0, *(_level(number, bounds) for number in numbers)})}


def _level(number: int, bounds: Sequence[int]) -> int:
    """The shade, 0 to 4: where there are fewer levels than shades, the shades farthest apart."""
    levels = len(bounds) + 1
    return -(-4 * (1 + sum(bound < number for bound in bounds)) // levels) if number else 0
