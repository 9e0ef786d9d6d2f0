"""Summaries as plain lists and back: what goes through a pipe to another process, and into the index.

Days are ordinals and withheld texts their reason alone: no text that must not be shown
leaves the process that read it. What was a tuple may come back as a list (in JSON it does).
"""

from collections.abc import Callable
from datetime import date
from functools import cache
from typing import Any

from ..model.contact import Profile
from ..model.dates import Cadence, Gap, YearlyDay
from ..model.entry import Entry
from ..model.problem import Problem
from ..model.promise import Promise
from ..model.resolve import fold
from ..model.spoken_promise import Spoken
from ..model.summary import Summary
from ..model.withheld import Text, Withheld
from ..query.names import Called, called

_day = date.fromordinal
_new = tuple.__new__  # half the time of calling the class


def _pack_text(text: Text) -> str | list[str]:
    return [text.reason] if isinstance(text, Withheld) else text


def _unpack_text(row: Any) -> Text:
    return row if type(row) is str else Withheld("", row[0])


def _pack_day(day: date | bool | None) -> int | bool | None:
    return day.toordinal() if isinstance(day, date) else day


def _unpack_day(row: int | bool | None) -> Any:
    return row if row is None or row is True or row is False else _day(row)


def _pack_cadence(cadence: Cadence | str | None) -> Any:
    return [tuple(cadence.ideal), tuple(cadence.latest)] if isinstance(cadence, Cadence) else cadence


def _unpack_cadence(row: Any) -> Cadence | str | None:
    return Cadence(Gap(*row[0]), Gap(*row[1])) if isinstance(row, list) else row


_CADENCE, _PAUSED, _MET, _BIRTHDAY, _DATES, _PLUSES, _MINUSES, _DEALBREAKERS, _LINES = (
    Profile._fields.index(name)
    for name in ("cadence", "paused", "met", "birthday", "dates", "pluses", "minuses", "dealbreakers", "lines"))
_LISTS = tuple(Profile._fields.index(name) for name, kind in Profile.__annotations__.items()
               if str(kind).startswith("tuple[str") )


def _pack_profile(profile: Profile | None) -> Any:
    if profile is None:
        return None
    row: list[Any] = list(profile)
    row[_CADENCE] = _pack_cadence(profile.cadence)
    row[_PAUSED], row[_MET] = _pack_day(profile.paused), _pack_day(profile.met)
    row[_BIRTHDAY] = _pack_yearly(profile.birthday)
    if profile.dates:
        row[_DATES] = [(label, _pack_yearly(day)) for label, day in profile.dates]
    for place in (_PLUSES, _MINUSES, _DEALBREAKERS):
        if row[place]:
            row[place] = len(row[place])
    row[_LINES] = dict(profile.lines)
    return row


def _unpack_profile(row: Any) -> Profile | None:
    if row is None:
        return None
    row = list(row)
    for place in _LISTS:
        if row[place]:
            row[place] = tuple(row[place])
        else:
            row[place] = ()
    row[_CADENCE] = _unpack_cadence(row[_CADENCE])
    row[_PAUSED], row[_MET] = _unpack_day(row[_PAUSED]), _unpack_day(row[_MET])
    row[_BIRTHDAY] = _unpack_yearly(row[_BIRTHDAY])
    row[_DATES] = tuple([(label, _unpack_yearly(day)) for label, day in row[_DATES]])
    for place in (_PLUSES, _MINUSES, _DEALBREAKERS):
        row[place] = (Withheld("", "private"),) * row[place] if row[place] else ()
    return Profile._make(row)


def _pack_yearly(day: YearlyDay | None) -> Any:
    return None if day is None else tuple(day)


def _unpack_yearly(row: Any) -> Any:
    return YearlyDay(*row) if row is not None else None


def pack_entry(entry: Entry) -> Any:
    """The entry without its path."""
    _, line, day, minute, kind, direction, text, tags, with_links, links, by = entry
    return line, day.toordinal(), minute, kind, direction, _pack_text(text), tags, with_links, links, by


def unpack_entry(path: str, row: Any) -> Entry:
    """The entry of the note at `path` that was packed."""
    line, day, minute, kind, direction, text, tags, with_links, links, by = row
    return _new(Entry, (path, line, _day(day), minute, kind, direction, text if type(text) is str else _unpack_text(text),
                        tuple(tags), tuple(with_links), tuple(links), by))


def _pack_task(task: Promise) -> Any:
    _, line, text, who, status, due, made, done, mark, tags, links, _ = task
    return line, _pack_text(text), who, status, _pack_day(due), _pack_day(made), _pack_day(done), mark, tags, links


def _unpack_task(path: str, row: Any) -> Promise:
    line, text, who, status, due, made, done, mark, tags, links = row
    return Promise(path, line, _unpack_text(text), who, status, _unpack_day(due), _unpack_day(made),
                   _unpack_day(done), mark, tuple(tags), tuple(links))


def pack_owned(task: Promise) -> Any:
    """A promise of which it is known whose it is, without its path."""
    return _pack_task(task), task.contacts


def unpack_owned(path: str, row: Any) -> Promise:
    """The promise in the note at `path` that was packed."""
    return _unpack_task(path, row[0])._replace(contacts=tuple(row[1]))


def _pack_spoken(said: Spoken) -> Any:
    """What was promised in prose, without its path."""
    _, line, made, who, action, due, confidence = said
    return line, made.toordinal(), who, action, _pack_day(due), confidence


def _unpack_spoken(path: str, row: Any) -> Spoken:
    """What was promised in the note at `path`, and was packed."""
    line, made, who, action, due, confidence = row
    return Spoken(path, line, _day(made), who, action, _unpack_day(due), confidence)


def pack_summary(summary: Summary) -> Any:
    """The summary as what `marshal` and JSON take."""
    return (
        summary.path, summary.kind, summary.confidential, _pack_profile(summary.profile), _pack_day(summary.date),
        _pack_day(summary.newest), [pack_entry(entry) for entry in summary.entries],
        [_pack_task(task) for task in summary.tasks], summary.task_entry, [tuple(p)[1:] for p in summary.problems],
        [_pack_spoken(said) for said in summary.spoken])


def unpack_summary(row: Any) -> Summary:
    """The summary that was packed, without any withheld text."""
    path, kind, confidential, profile, day, newest, entries, tasks, task_entry, problems, spoken = row
    return Summary(
        path, kind, confidential, _unpack_profile(profile), _unpack_day(day), _unpack_day(newest),
        tuple([unpack_entry(path, entry) for entry in entries]), tuple([_unpack_task(path, task) for task in tasks]),
        tuple(map(tuple, task_entry)), tuple([Problem(path, *problem) for problem in problems]),
        tuple([_unpack_spoken(path, said) for said in spoken]) if spoken else ())


def pack_called(summary: Summary) -> str | None:
    """What a contact can be called, as JSON text; None for another note.

    It begins with the folded path, so that all of it can be searched at once.
    """
    if summary.kind != "contact" or summary.profile is None:
        return None
    path, name, names = called(summary.path, summary.profile)
    return _encode([fold(path), path, name, *names])


def unpack_called(text: str) -> Called:
    """What was packed."""
    import json

    _, path, name, *names = json.loads(text)
    return Called(path, name, tuple(names))


def packed_part(part: str) -> str | None:
    """`part` as it stands in what is packed of those in whose path or names it is; None when it cannot stand there."""
    try:
        part.encode()
    except UnicodeEncodeError:  # typed in other bytes than UTF-8
        return None
    return _encode(part)[1:-1]


def _encode(value: object) -> str:
    return _encoder()(value)


@cache
def _encoder() -> Callable[[object], str]:
    import json

    return json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
