"""Slips mended in the notes, where that is safe. What is mended must read back, and all the rest as before."""

from collections.abc import Sequence
from datetime import date

from ..checks.engine import check_pages
from ..checks.page import Page, read_page
from ..checks.rule import Finding, Mend
from ..model.note import Note
from ..text.lines import split_lines
from ..text.note import NoteReader
from .change_log import Change
from .changes import Edit, Wanted, change_notes

_BOM = "\ufeff"


def mend_notes(root: str, reader: NoteReader, findings: Sequence[Finding], today: date, said: str, *, dry_run: bool) -> list[Change]:
    """Mend what can be mended for sure, in all notes or in none; what was changed, or with `dry_run` would be.

    A slip that is no longer where it was found, or whose mending would change how anything
    else reads, is left alone. `reader` is one with prose.
    """
    by_path: dict[str, list[Finding]] = {}
    for finding in findings:
        if finding.mend is not None:
            by_path.setdefault(finding.problem.path, []).append(finding)
    wanted = [Wanted(path, _edit(path, reader, of_note, today)) for path, of_note in by_path.items()]
    changes = change_notes(root, wanted, said, dry_run=dry_run) if wanted else []
    return [change for change in changes if change.before != change.after]


def _edit(path: str, reader: NoteReader, findings: Sequence[Finding], today: date) -> Edit:
    # From the end of a line on, so that places before it stay what they are.
    ordered = sorted(findings, key=lambda one: (one.problem.line, one.mend.column if one.mend else 0), reverse=True)

    wanted = {(finding.problem.rule, finding.problem.line) for finding in findings}

    def edit(data: bytes) -> bytes:
        page = read_page(reader, path, data, today)
        for finding in ordered:
            data, page = _mend(data, page, finding, reader)
        for again in check_pages([page], reader.settings, only={rule for rule, _ in wanted}):
            if (again.problem.rule, again.problem.line) in wanted:  # another slip of the line was mended first
                data, page = _mend(data, page, again, reader)
        return data

    return edit


def _mend(data: bytes, page: Page, finding: Finding, reader: NoteReader) -> tuple[bytes, Page]:
    """The note with one slip mended; as it was, when that is not for sure."""
    changed = _changed(data, finding.problem.line, finding.mend)
    if changed is not None:
        after = read_page(reader, page.path, changed, page.today)
        if _reads_as_it_should(page, after, finding):
            return changed, after
    return data, page


def _changed(data: bytes, line: int, mend: Mend | None) -> bytes | None:
    """The note with one slip mended; None when it is not there."""
    lines = split_lines(data.decode("utf-8", "surrogateescape"))
    if mend is None or line > len(lines):
        return None
    text = lines[line - 1]
    at = mend.column - 1 + text.startswith(_BOM)
    if not text.startswith(mend.old, at):
        return None
    lines[line - 1] = text[:at] + mend.new + text[at + len(mend.old) :]
    return "".join(lines).encode("utf-8", "surrogateescape")


def _reads_as_it_should(before: Page, after: Page, finding: Finding) -> bool:
    """Whether the slip is gone, and nothing that the note says beside it has changed."""
    line, rule = finding.problem.line, finding.problem.rule
    if any(left.problem.line == line for left in check_pages([after], after.settings, only={rule})):
        return False
    key = before.key_at(line)
    return (
        _facts(before.note, line, key) == _facts(after.note, line, key)
        and _shown(before.note, line) == _shown(after.note, line)
        and {(p.rule, p.line) for p in after.note.problems if p.line != line} <= {(p.rule, p.line) for p in before.note.problems}
        and _promise(before.note, line) in (None, _promise(after.note, line))
    )


def _facts(note: Note, line: int, key: str) -> tuple[object, ...]:
    """What a note says, but for the words and links of what stands on the line, or goes on over it, and for one property."""
    profile = note.profile._replace(**{key: ()}) if note.profile is not None and key in note.profile._fields else note.profile  # type: ignore[arg-type]
    entries = [entry._replace(text="", links=(), with_links=()) for entry in note.entries if entry.line != line]
    tasks = [task._replace(text="", links=()) for task in note.tasks if task.line != line]
    return note.kind, note.confidential, note.date, profile, entries, tasks


def _shown(note: Note, line: int) -> tuple[bool, list[str]]:
    """Whether the line may be shown, and the others that may be."""
    lines = note.prose.split("\n")
    here = line <= len(lines) and bool(lines[line - 1].strip())
    return here, [text for number, text in enumerate(lines, 1) if number != line]


def _promise(note: Note, line: int) -> tuple[object, ...] | None:
    """What a promise on the line says besides its words."""
    return next(((task.status, task.who, task.due, task.made, task.done, task.mark, task.tags) for task in note.tasks
                 if task.line == line), None)
