"""Whether a note reads after an edit as it did before, but for what was asked."""

from collections.abc import Container, Sequence

from ..model.contact import Profile
from ..model.dates import add_days, parse_day
from ..model.note import Note
from .links import find_links, find_tags
from .promise_edit import COMING_AGAIN, MOVING, Edited, TaskOnLine, find_task
from .task_line import read_status, read_task


def reads_the_same(before: Note, after: Note, *, at: int, added: int, changed: int = 0,
                   properties: Sequence[str] = ()) -> bool:
    """Whether all facts are as before, `added` lines having come in on line `at` and line `changed` being another.

    What stands on the added lines and on `changed` (as numbered before) is not looked at,
    nor are these `properties` of the profile. Both are to be read with their prose: what
    was hidden must be so still, and nothing else.
    """

    def moved(number: int) -> int:
        return number + added if number >= at else number

    new = {*range(at, at + added), moved(changed) if changed else 0}
    entries = [entry._replace(line=moved(entry.line)) for entry in before.entries if entry.line != changed]
    tasks = [task._replace(line=moved(task.line)) for task in before.tasks if task.line != changed]
    return (
        after.kind == before.kind
        and _without(after.profile, properties) == _without(before.profile, properties)
        and [entry for entry in after.entries if entry.line not in new] == entries
        and [task for task in after.tasks if task.line not in new] == tasks
        and _shown(after, new) == _shown(before, {changed})
    )


def _shown(note: Note, besides: set[int]) -> list[str]:
    """The lines with text that may be shown, but for some."""
    lines = enumerate(note.prose.split("\n"), 1)
    return [line for number, line in lines if number not in besides and line.strip()]


def _without(profile: Profile | None, properties: Sequence[str]) -> dict[str, object]:
    """The profile without the lines that it names, and without some properties."""
    if profile is None:
        return {}
    return {name: value for name, value in profile._asdict().items() if name != "lines" and name not in properties}


def promise_reads_back(before: str, edited: Edited, line: int) -> bool:
    """Whether of the promise on `line` of a note nothing but what was to change has, and what comes again is the same but for its days."""
    old = find_task(before, line)
    new = find_task(edited.text, line + edited.added)
    if old is None or new is None or not _is_same(old, new, edited.besides) or _bare(old.written, old, edited.besides) != _bare(
            new.written, new, edited.besides):
        return False
    again = find_task(edited.text, line) if edited.added else None
    if again is None:
        return not edited.added
    # A comment that goes on on the next line is not repeated.
    return (
        read_status(again.sign) == "open"
        and _is_same(old, again, COMING_AGAIN)
        and _bare(old.shown, old, COMING_AGAIN) == _bare(again.shown, again, COMING_AGAIN)
        and all(_is_moved(old, again, key, edited) for key in MOVING)
    )


def _is_same(old: TaskOnLine, new: TaskOnLine, besides: Container[str]) -> bool:
    """Whether two tasks read the same but for some fields."""
    before, after = read_task(old.shown), read_task(new.shown)
    fields = [[(field.key, field.value) for field in task.fields if field.key not in besides] for task in (old, new)]
    alike = before.who == after.who and before.text.split() == after.text.split() and find_tags(old.shown) == find_tags(new.shown)
    return alike and fields[0] == fields[1] and _people(old.shown) == _people(new.shown)


def _people(text: str) -> list[str]:
    """The links of a line, but for those to a day, which a date may be."""
    return [target for target in find_links(text) if parse_day(target) is None]


def _bare(text: str, task: TaskOnLine, besides: Container[str]) -> list[str]:
    """The words of a line without some fields."""
    for field in task.fields:
        if field.key in besides:
            text = text[: field.start] + " " * (field.end - field.start) + text[field.end :]
    return text.split()


def _is_moved(old: TaskOnLine, again: TaskOnLine, key: str, edited: Edited) -> bool:
    """Whether the date that counts is later by as much as it should be, and every other one as it was."""
    was, now = old.first(key), again.first(key)
    if was is None or now is None:
        return was is now
    moved = add_days(was.day, edited.by.days).isoformat() if was.day else was.value
    others = [[field.value for field in task.fields if field.key == key and field is not of] for task, of in ((old, was), (again, now))]
    return now.value == moved and others[0] == others[1]
