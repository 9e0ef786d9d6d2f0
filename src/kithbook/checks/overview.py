"""All notes together, and what the vault knows beside them, as rules look at them."""

from collections.abc import Mapping, Sequence
from datetime import date
from functools import cached_property

from ..model.book import Book, everybody_in
from ..model.note import LinkUse
from ..model.people import People, names_in
from ..model.record import NamedTuple
from ..model.resolve import fold
from ..query.promises import promise_ids
from .closed import closed_lines
from .page import Page


class ReportState(NamedTuple):
    """A report that lies in the vault: whether it was edited since it was written (ticks aside), the last day on which it was
    found to be up to date, when this machine knows, and whether it could not be written anew since (`behind`)."""

    path: str
    edited: bool
    day: date | None
    behind: bool = False


class MergeUnion(NamedTuple):
    """A line of a `.gitattributes` that has git join both sides of a merge in notes."""

    path: str
    line: int


class SavedQuery(NamedTuple):
    """A query that `nb.yaml` has under a name, and where it stands."""

    name: str
    text: str
    line: int
    column: int


class Surroundings(NamedTuple):
    """What the vault knows beside its notes."""

    reports: tuple[ReportState, ...] = ()
    unions: tuple[MergeUnion, ...] = ()
    queries: tuple[SavedQuery, ...] = ()


class LooseLink(NamedTuple):
    """A link to no file, and the contacts (their paths) who go by that name."""

    page: Page
    link: LinkUse
    named: tuple[str, ...]


class Overview:
    """The notes by path, the book of them, and what lies around them, on a day."""

    def __init__(self, pages: Sequence[Page], book: Book, today: date, around: Surroundings | None = None) -> None:
        self.pages: Mapping[str, Page] = {page.path: page for page in pages}
        self.book = book
        self.today = today
        self.around = around or Surroundings()
        self._closed: dict[str, set[int]] = {}

    @cached_property
    def people(self) -> People:
        return everybody_in([page.note for page in self.pages.values()])

    @cached_property
    def names(self) -> Mapping[str, Mapping[str, str]]:
        """What contacts go by (folded), each with the path of one who does, by the letter it begins with."""
        names: dict[str, dict[str, str]] = {}
        for path, contact in self.book.contacts.items():
            for name in names_in(contact.profile):
                names.setdefault(name[:1], {}).setdefault(name, path)
        return names

    @cached_property
    def ids(self) -> dict[tuple[str, int], str]:
        """The ids of open promises, as commands take them, by place (path, line)."""
        return promise_ids(promise for promise in self.book.promises if promise.is_open)

    @cached_property
    def loose_links(self) -> tuple[LooseLink, ...]:
        """The links that lead to no file. Those in what is confidential are not among them."""
        people = self.people
        leads: dict[str, bool] = {}  # of plain names, which lead to the same wherever they stand
        found: list[LooseLink] = []
        for page in self.pages.values():
            for link in page.note.links:
                target = link.target
                known = leads.get(target)
                if known is None:
                    known = people.resolver.resolve(target, page.path) is not None
                    if "/" not in target:
                        leads[target] = known
                if not known:
                    found.append(LooseLink(page, link, tuple(people.named(fold(target.strip())))))
        return tuple(found)

    def speaks_of_closed(self, path: str, line: int) -> bool:
        """Whether what stands on a line of an open note counts for somebody confidential, or links them."""
        if path not in self._closed:
            page = self.pages.get(path)
            self._closed[path] = closed_lines(page.note, page.text, self.book) if page is not None else set()
        return line in self._closed[path]

    def place_of(self, path: str, key: str) -> tuple[int, int]:
        """Where a key stands in the front matter of a note."""
        page = self.pages.get(path)
        return page.place_of(key) if page is not None else (1, 1)
