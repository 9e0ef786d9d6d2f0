"""Stale promises of mine in the notes that a commit changes, by the rules of `nb promises --stale`.

The rest of the vault is looked at only where a stale task outside of a contact's note links
somebody: whose promise it is, their note has to say.
"""

import os
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import suppress
from datetime import date, timedelta

from ..model.problem import Problem
from ..model.promise import Promise
from ..model.record import NamedTuple
from ..model.resolve import LinkResolver, by_stem, fold
from ..model.settings import Settings
from ..model.summary import Summary
from ..model.withheld import Withheld
from ..query.promises import is_stale, promise_ids
from ..text.decode import MAX_NOTE_BYTES
from ..text.links import show_links
from ..text.note import NoteReader
from .files import read_plain_file
from .listing import list_notes
from .staged import Contents, Repository


class Staged(NamedTuple):
    """The notes of one vault that a commit changes: by path, relative to `root`, their bytes.

    `former` has the path before for those that are moved; `prefix` leads from the top of the repository to the vault.
    """

    root: str
    prefix: str
    settings: Settings
    notes: Mapping[str, bytes]
    former: Mapping[str, str]


def find_stale(staged: Staged, paths: Sequence[str], today: date, repository: Repository, contents: Contents) -> list[Problem]:
    """A problem for every stale promise of mine in these notes (relative to the vault)."""
    reader = NoteReader(staged.settings)
    summaries = [reader.summarise(path, staged.notes[path]) for path in paths]
    open_ones = [
        (summary, place) for summary in summaries for place, task in enumerate(summary.tasks)
        if task.is_open and task.who != "them" and not task.is_blank]
    undated = [summary.tasks[place] for summary, place in open_ones
               if summary.tasks[place].due is None and summary.tasks[place].made is None]
    old = _old_ones(undated, staged, reader, today, repository, contents) if undated else frozenset()
    people = _People(staged, reader, summaries)
    stale = [(summary, task, summary.task_entry[place]) for summary, place in open_ones
             if is_stale(task := summary.tasks[place], staged.settings, today) or (task.path, task.line) in old]
    people.look_up([(target, task.path) for summary, task, under in stale if summary.kind != "contact"
                    for target in (*task.links, *under)])
    owned = {(task.path, task.line): task._replace(contacts=owners) for summary, task, under in stale
             if (owners := people.owners(summary, task, under))}
    ids = promise_ids([*owned.values(), *_same_words(summaries, owned)])
    return [_problem(promise, ids[place], people, today) for place, promise in owned.items()]


def _same_words(summaries: Sequence[Summary], owned: Mapping[tuple[str, int], Promise]) -> Iterator[Promise]:
    """The other open promises of contacts' notes: ids tell promises of the same words apart by their order."""
    for summary in summaries:
        if summary.kind == "contact":
            yield from (task._replace(contacts=(summary.path,)) for task in summary.tasks
                        if not task.is_blank and (task.path, task.line) not in owned)


def _problem(promise: Promise, made_id: str, people: "_People", today: date) -> Problem:
    names, secret = people.names_of(promise.contacts)
    if secret or isinstance(promise.text, Withheld):
        said, fix = f"stale promise to {names}", "nb promises --stale has its id, for nb done or nb defer"
    else:
        if promise.due is None:
            age = "undated, and old"
        else:
            days = (today - promise.due).days
            age = f"{days} day{'' if days == 1 else 's'} late"
        said = f"stale promise to {names}: {show_links(promise.text)} ({age})"
        fix = f"nb done {made_id}, or put it off: nb defer {made_id} fri"
    return Problem(promise.path, promise.line, 1, "stale-promise", "error", said, fix)


class _People:
    """Whose promise a task is. The vault is listed only when a link has to be followed."""

    def __init__(self, staged: Staged, reader: NoteReader, summaries: Sequence[Summary]) -> None:
        self.staged = staged
        self.reader = reader
        self.known = {summary.path: summary for summary in summaries}
        self.meant: dict[tuple[str, str], str | None] = {}  # by link and the note it stands in

    def look_up(self, links: Sequence[tuple[str, str]]) -> None:
        """Find out which notes these links (each with the note it stands in) mean."""
        if not links:
            return
        settings = self.staged.settings
        listed = list_notes(self.staged.root, settings.ignore, settings.templates_folder).paths
        paths = sorted({*listed, *self.staged.notes})
        resolver = LinkResolver(by_stem(paths))
        self.meant = {(target, source): resolver.resolve(target, source) for target, source in links}
        by_alias = self._by_alias(paths, {fold(target.strip()) for (target, _), path in self.meant.items() if path is None})
        self.meant = {link: path or by_alias.get(fold(link[0].strip())) for link, path in self.meant.items()}

    def owners(self, summary: Summary, task: Promise, under: tuple[str, ...]) -> tuple[str, ...]:
        """As `model.book` has it: the note's contact; elsewhere those the task links, else those of its entry."""
        if summary.kind == "contact":
            return (summary.path,)
        return self._contacts(task.links, task.path) or self._contacts(under, task.path)

    def names_of(self, contacts: Sequence[str]) -> tuple[str, bool]:
        """What those contacts are called, and whether one of them is confidential."""
        summaries = [self._summary(path) for path in contacts]
        names = [summary.profile.name for summary in summaries if summary.profile is not None]
        return " and ".join(names), any(summary.confidential for summary in summaries)

    def _contacts(self, links: Sequence[str], source: str) -> tuple[str, ...]:
        found = (self.meant[target, source] for target in links)
        return tuple(dict.fromkeys(path for path in found if path is not None and self._summary(path).kind == "contact"))

    def _by_alias(self, paths: Sequence[str], names: Collection[str]) -> dict[str, str]:
        """The contacts who alone go by one of these names (folded). Only notes that hold one are read properly."""
        plain = [name.encode() for name in names if name.isascii()]
        other = [name for name in names if not name.isascii()]
        found: dict[str, list[str]] = {}
        for path in paths if names else ():
            data = self._bytes(path)
            lower = data.lower()
            if any(name in lower for name in plain) or (other and any(name in fold(data.decode("utf-8", "replace")) for name in other)):
                summary = self._summary(path)
                if summary.kind == "contact" and summary.profile is not None:
                    for name in dict.fromkeys(map(fold, (summary.profile.name, *summary.profile.aliases))):
                        found.setdefault(name, []).append(path)
        return {name: paths[0] for name, paths in found.items() if len(paths) == 1}

    def _summary(self, path: str) -> Summary:
        if path not in self.known:
            self.known[path] = self.reader.summarise(path, self._bytes(path))
        return self.known[path]

    def _bytes(self, path: str) -> bytes:
        """A note as it is staged, or else as it lies in the folder."""
        data = self.staged.notes.get(path)
        if data is None:
            data = b""
            with suppress(OSError):
                data = read_plain_file(os.path.join(self.staged.root, path), MAX_NOTE_BYTES)
        return data


def _old_ones(undated: Sequence[Promise], staged: Staged, reader: NoteReader, today: date,
              repository: Repository, contents: Contents) -> frozenset[tuple[str, int]]:
    """The places of those undated promises that were there before the day on which they began to be stale.

    One commit is looked at, the last one before that day, however long history is.
    """
    wanted = [promise for promise in undated if not isinstance(promise.text, Withheld)]
    limit = today
    while staged.settings.stale_undated.after(limit) >= today:
        if limit == date.min:
            return frozenset()
        limit -= timedelta(1)
    end = f"{limit + timedelta(1)}T00:00:00Z"
    if not wanted or not contents.has("HEAD"):
        return frozenset()
    commit = repository.ask("rev-list", "-1", f"--before={end}", "HEAD").decode().strip()
    if not commit:
        return frozenset()
    paths = sorted({promise.path for promise in wanted})
    then = {path: staged.prefix + staged.former.get(path, path) for path in paths}
    texts = _texts_at(commit, then, reader, contents)
    # A note that is new is not looked for any further.
    missing = [path for path in paths if path not in texts and "\n" not in then[path] and contents.has(f"HEAD:{then[path]}")]
    if missing:
        moved = _names_before(repository, commit, {path: then[path] for path in missing})
        texts |= _texts_at(commit, moved, reader, contents)
    return frozenset((promise.path, promise.line) for promise in wanted if promise.text in texts.get(promise.path, ()))


def _texts_at(commit: str, paths: Mapping[str, str], reader: NoteReader, contents: Contents) -> dict[str, set[object]]:
    """What was promised in notes as of a commit, by their paths of today; `paths` are those of then, from the top."""
    asked = {path: then for path, then in paths.items() if "\n" not in then}
    found: dict[str, set[object]] = {}
    for path, data in zip(asked, contents.read([f"{commit}:{then}" for then in asked.values()]), strict=True):
        if data is not None:
            found[path] = {task.text for task in reader.summarise(path, data).tasks}
    return found


def _names_before(repository: Repository, commit: str, paths: Mapping[str, str]) -> dict[str, str]:
    """The paths that notes had at a commit, when they were moved since, as they were."""
    fields = repository.ask("log", "--no-show-signature", "--format=", "--raw", "-z", "-M100%", "--diff-filter=R", "--no-relative",
                            "--no-ext-diff", "--no-textconv", f"{commit}..HEAD", "--").split(b"\0")
    before = {os.fsdecode(fields[place + 2]): os.fsdecode(fields[place + 1]) for place in range(0, len(fields) - 2, 3)}
    found: dict[str, str] = {}
    for path, then in paths.items():
        seen = {then}
        while then in before and before[then] not in seen:
            then = before[then]
            seen.add(then)
        if len(seen) > 1:
            found[path] = then
    return found
