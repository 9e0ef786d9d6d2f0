"""Whether a note reads after an edit as it did before, but for what was asked."""

from ..model.note import Note


def reads_the_same(before: Note, after: Note, *, at: int, added: int, changed: int = 0) -> bool:
    """Whether all facts are as before, `added` lines having come in on line `at` and line `changed` being another.

    What stands on the added lines and on `changed` (as numbered before) is not looked at.
    """

    def moved(number: int) -> int:
        return number + added if number >= at else number

    new = {*range(at, at + added), moved(changed) if changed else 0}
    entries = [entry._replace(line=moved(entry.line)) for entry in before.entries if entry.line != changed]
    tasks = [task._replace(line=moved(task.line)) for task in before.tasks if task.line != changed]
    return (
        after.kind == before.kind
        and after.profile == before.profile
        and [entry for entry in after.entries if entry.line not in new] == entries
        and [task for task in after.tasks if task.line not in new] == tasks
    )
