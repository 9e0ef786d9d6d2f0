"""Whether a note reads after an edit as it did before, but for what was asked."""

from collections.abc import Sequence

from ..model.contact import Profile
from ..model.note import Note


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
