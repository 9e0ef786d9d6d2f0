"""A share of the notes of a vault: read, and worked out into rows of the index, by one process.

Notes say something of contacts whose own notes are in another share, and whom a link means
only somebody who knows of all notes can tell. So it goes in three steps, and between them
whoever builds the index (`build`) passes on what the shares say: each *tells* whom its notes
are about and which links they have; knowing what the links mean, each *settles* what is kept of
its notes, and what they say of others' contacts; knowing that, each *works out* its contacts.

What is passed on is made of lists, tuples, texts and numbers, since the share may be that
of another process (`elsewhere`). Of many notes that are read no more is held than their texts, packed.
"""

import json
import marshal
from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date
from sys import intern
from typing import Any
from zlib import compress, decompress

from ..model.book import contact_of, spread
from ..model.entry import Entry
from ..model.people import names_in
from ..model.promise import Promise
from ..model.resolve import keys_of
from ..model.settings import Settings
from ..model.summary import Summary, hides_a_name, links_of
from ..query.introductions import step_of
from .chunk import Chunk, Kept
from .contact_rows import rows_of
from .due_values import ContactRows, problem_values, values_of
from .made import Days
from .meaning import Around, Meaning, Said
from .naming import GoesBy, Naming, goes_by
from .note_rows import Facts, note_values
from .packing import (
    pack_entry,
    pack_owned,
    unpack_entry,
    unpack_owned,
)
from .reading import BriefReader, Progress, Reading

_CHUNK = 500
_AT_ONCE = 50  # what is said of contacts, before it is packed

Batch = dict[str, list[Any]]
"""Rows for tables of the index, by their names, and what is to be passed on."""

Told = tuple[str, str, tuple[tuple[str, ...], ...], bool, str, tuple[str, ...], tuple[str, ...]]
"""A note: path, kind, what it goes by if it is confidential, whether it could be read for good, name and names of its contact, links."""


class Share:
    """The notes at `paths`. When these are part of `many`, little of them is held in memory."""

    def __init__(self, root: str, paths: Sequence[str], settings: Settings, today: date, *, many: bool = False) -> None:
        self._root = root
        self._paths = paths
        self._settings = settings
        self._today = today
        self._tight = many
        self._chunks: list[Chunk] = []
        self._chunk_of: dict[str, int] = {}
        self._links: dict[str, tuple[str, ...]] = {}
        self._problems: Batch = {}
        self._undated: Batch = {}
        self._said: dict[int, list[Said]] = {}
        self._said_before: dict[int, list[bytes]] = {}
        self._meaning = Meaning({}, {})
        self._secret = Naming()

    # Told

    def tell(self, progress: Progress | None = None) -> list[Told]:
        """Read the notes, and say what they are."""
        told: list[Told] = []
        reader = BriefReader(self._root, self._settings, self._today)
        encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
        for start in range(0, len(self._paths), _CHUNK):
            readings = reader.read_all(self._paths[start : start + _CHUNK])
            told += [self._told(reading) for reading in readings]
            self._chunk_of.update((reading.summary.path, len(self._chunks)) for reading in readings if reading.summary.kind == "contact")
            self._chunks.append(Chunk(readings, self._tight, encode))
            if progress is not None:
                progress(len(told), len(self._paths))
        return told

    def _told(self, reading: Reading) -> Told:
        summary = reading.summary
        links = tuple(map(intern, sorted(links_of(summary))))  # there are far fewer people than links to them
        if links:
            self._links[summary.path] = links
        problems = [problem for problem in summary.problems if problem.severity == "error"]
        if problems and not summary.confidential:
            self._problems[summary.path] = problems
        if summary.kind == "contact":
            undated = [(task.path, task.text) for task in summary.tasks if task.is_undated and isinstance(task.text, str) and task.text]
            if undated:
                self._undated[summary.path] = undated
        profile = summary.profile if summary.kind == "contact" else None
        secret = tuple(map(tuple, goes_by(summary.path, summary))) if summary.confidential else ()
        return (summary.path, summary.kind, secret, reading.lasting, profile.name if profile else "",
                names_in(profile) if profile else (), links)

    # Settled

    def settle(self, everywhere: Mapping[str, str | None], here: Mapping[tuple[str, str], str | None],
               secret: Sequence[frozenset[str]], others: Collection[str]) -> Iterator[Batch]:
        """What is kept of the notes, now that it is known whom links mean and what confidential people go by (`secret`, see `Naming`)."""
        self._meaning = Meaning(everywhere, here)
        named = self._secret = Naming(GoesBy(*secret), others)
        for chunk in self._chunks:
            batch: Batch = {"note": [], "withheld": [], "unnamed": [], "undated": [], "sharing": [], "problem": []}
            elsewhere: list[Said] = []
            summaries = None if self._tight else [summary for summary, _ in chunk.summaries()]
            for place, (text, since, called) in enumerate(chunk.texts()):
                path = chunk.paths[place]
                summary = None if summaries is None else summaries[place]
                if summary is None and (text is None or path in self._links or named):
                    summary, _ = chunk.summary(place, text, since)
                if text is not None and summary is not None and named.may_be_in(text) and named.are_in(summary):
                    text = None
                    if called is not None and named.are_names_of(path, summary):
                        called = None
                        batch["unnamed"].append(path)
                self._settle_note(path, chunk.kinds[place], (text, since, called), summary, batch, elsewhere)
            if elsewhere:
                batch["said"] = [_packed(elsewhere, self._tight)]
            yield batch

    def _settle_note(self, path: str, kind: str, kept: Kept, summary: Summary | None, batch: Batch, elsewhere: list[Said]) -> None:
        text, since, called = kept
        links = self._links.get(path, ())
        if text is not None and summary is not None and hides_a_name(summary, self._meaning.find):
            text = None
        confidential = summary is not None and summary.confidential
        if text is None:
            batch["withheld"].append(path)
        if not confidential:
            batch["problem"] += [problem_values(problem, self._secret) for problem in self._problems.get(path, ())]
            batch["undated"] += self._undated.get(path, ())
        counts_for = self._meaning.find_all(links, path)
        if path in counts_for:
            counts_for = tuple(other for other in counts_for if other != path)
        keys = frozenset[str]().union(*map(keys_of, links)) if links and text is not None else frozenset[str]()
        facts = Facts(kind, confidential, 0 if text is None else since, text, keys, counts_for, called)
        batch["note"].append(note_values(path, facts))
        if counts_for and summary is not None:
            self._pass_on(summary, since, counts_for, batch, elsewhere)

    def _pass_on(self, summary: Summary, since: int, counts_for: Sequence[str], batch: Batch, elsewhere: list[Said]) -> None:
        """What a note says of others: of those whose notes are here, or elsewhere."""
        others: dict[str, list[Entry]] = {}
        promises: dict[str, list[Promise]] = {}
        spread(summary, self._meaning, others, promises)
        meant = None if summary.kind == "contact" else {
            link: self._meaning.find(link, summary.path) for entry in summary.entries if step_of(entry) for link in entry.links}
        none: list[Any] = []
        packed: dict[int, Any] = {}  # an entry with several is packed once
        for path in counts_for:
            entries = [packed.get(id(entry)) or packed.setdefault(id(entry), pack_entry(entry)) for entry in others.get(path, none)]
            owned = none
            if path in promises:
                owned = [pack_owned(promise) for promise in promises[path]]
                batch["sharing"] += [owner for promise in promises[path] if len(promise.contacts) > 1 for owner in promise.contacts]
                batch["undated"] += [(promise.path, promise.text) for promise in promises[path]
                                     if promise.is_undated and isinstance(promise.text, str)]
            said = (path, summary.path, since, entries, owned, meant)
            if path in self._chunk_of:
                self._hear(said)
            else:
                elsewhere.append(said)

    def _hear(self, said: Said) -> None:
        place = self._chunk_of[said[0]]
        heard = self._said.setdefault(place, [])
        heard.append(said)
        if self._tight and len(heard) >= _AT_ONCE:
            self._said_before.setdefault(place, []).append(_packed(heard, tight=True))
            heard.clear()

    # Worked out

    def work_out(self, said: Sequence[bytes], names: Mapping[str, str], withheld: Collection[str],
                 days: Mapping[tuple[str, str], int], told: bool) -> Iterator[Batch]:
        """The rows of the contacts, now that it is known what other shares say of them.

        `names` are those of the contacts that share promises and may be named, `days` those (ordinals) on which history
        first has promises, if it `told`.
        """
        for packed in said:
            for one in _unpacked(packed, self._tight):
                self._hear(one)
        withheld = frozenset(withheld)
        made = Days({key: date.fromordinal(day) for key, day in days.items()}, told)
        for place, chunk in enumerate(self._chunks):
            heard = self._said.pop(place, [])
            for packed in self._said_before.pop(place, ()):
                heard += _unpacked(packed, tight=True)
            of: dict[str, list[Said]] = {}
            for one in heard:
                of.setdefault(one[0], []).append(one)
            yield values_of([
                self._rows(summary, since, sorted(of.get(summary.path, ()), key=_source), names, withheld, made)
                for summary, since in chunk.summaries() if summary.kind == "contact" and summary.profile is not None])

    def _rows(self, summary: Summary, since: int, said: Sequence[Said], names: Mapping[str, str], withheld: Collection[str],
              days: Days) -> ContactRows:
        others = [unpack_entry(source, row) for _, source, _, entries, *_ in said for row in entries]
        promises = [task._replace(contacts=(summary.path,)) for task in summary.tasks if not task.is_blank]
        promises += [unpack_owned(source, row) for _, source, _, _, owned, *_ in said for row in owned]
        origin: dict[tuple[str, int], int] = {}
        for place, promise in enumerate(promises):
            if promise.is_undated and promise.contacts[0] == summary.path:
                day, origin[promise.path, promise.line] = days.made(self._root, promise)
                promises[place] = promise._replace(made=day)
        assert summary.profile is not None
        around = Around(self._meaning, said)
        contact = contact_of(summary, summary.profile, others, promises, around)
        return rows_of(contact, tuple([source for _, source, *_ in said]), max([since, *(since for _, _, since, *_ in said)]),
                       names, withheld, self._secret, origin, around, self._settings, self._today)


def _packed(said: list[Said], tight: bool) -> bytes:
    return compress(marshal.dumps(said), 1) if tight else marshal.dumps(said)


def _unpacked(said: bytes, tight: bool) -> list[Said]:
    unpacked: list[Said] = marshal.loads(decompress(said) if tight else said)
    return unpacked


def _source(said: Said) -> str:
    return said[1]
