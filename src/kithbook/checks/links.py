"""Links that Obsidian does not follow, that can mean several people, or that lead nowhere."""

from collections.abc import Iterator

from ..model.note import LinkUse
from ..model.pattern import pattern
from ..model.resolve import fold, stem_of
from .overview import Overview
from .page import Page
from .rule import Mend, Rule, Slip

# Where the format gives a link a meaning, so that one to nobody is a slip.
_MEANT_IN_CONTACT = ("knows", "met_via")
_MEANT_ELSEWHERE = ("attendees", "people")
# Names of which one letter may be wrong, and of which two.
_SHORTEST, _LONG = 5, 12
_WIKILINK = pattern(r"\[\[([^\[\]|#^\\\n]{1,300})([#^][^\[\]|\\\n]{0,300})?(?:(\\?\|)([^\[\]\n]{0,300}))?\]\]")


def _check_alias(overview: Overview) -> Iterator[Slip]:
    for page, (target, line, column), named in overview.loose_links:
        if len(named) == 1:
            stem = stem_of(named[0])
            mend = _as_followed(page.lines[line - 1], column, stem)
            if mend is not None and overview.people.resolver.resolve(stem, page.path) != named[0]:
                mend = None
            yield Slip(page.path, line, column, f"Obsidian does not follow [[{target}]]: no note has that file name",
                       f"write {mend.new if mend else f'[[{stem}|{target}]]'}", mend)


def _as_followed(line: str, column: int, stem: str) -> Mend | None:
    """The link at `column` by the name of the file, showing what it shows; None when that is not sure, as in a table."""
    link = _WIKILINK.match(line, column - 1)
    if link is None or ("|" in line[: link.start()] + line[link.end() :] and not link[3]):
        return None
    bar, shown = link[3] or "|", link[4] if link[3] else f"{link[1]}{(link[2] or '').replace('#', ' > ')}"
    return Mend(column, link[0], f"[[{stem}{link[2] or ''}{bar}{shown}]]")


def _check_ambiguous(overview: Overview) -> Iterator[Slip]:
    for page, (target, line, column), named in overview.loose_links:
        if len(named) > 1:
            yield Slip(page.path, line, column, f"[[{target}]] can mean {' or '.join(named)}, and counts for nobody",
                       "link the file that you mean")


def _check_broken(overview: Overview) -> Iterator[Slip]:
    for page, link, named in overview.loose_links:
        if not named and _is_meant(page, link):
            yield Slip(page.path, link.line, link.column, f"[[{link.target}]] is nobody: there is no such note",
                       _near(overview, link.target) or "write the name as the note has it, or make the note with nb add")


def _check_near(overview: Overview) -> Iterator[Slip]:
    seen: dict[str, tuple[Page, LinkUse]] = {}
    for page, link, named in overview.loose_links:
        if not named and page.note.kind == "contact" and not _is_meant(page, link):
            seen.setdefault(fold(link.target), (page, link))
    for page, link in seen.values():
        near = _near(overview, link.target)
        if near:
            yield Slip(page.path, link.line, link.column, f"there is no note [[{link.target}]]", near)


def _is_meant(page: Page, link: LinkUse) -> bool:
    """Whether the link stands where it says with whom something was, or who knows whom."""
    if link.line < page.split.body_line:
        keys = _MEANT_IN_CONTACT if page.note.kind == "contact" else _MEANT_ELSEWHERE if page.note.date else ()
        return page.key_at(link.line) in keys
    return page.note.kind == "contact" and any(
        entry.line == link.line and link.target in entry.with_links for entry in page.note.entries)


def _near(overview: Overview, target: str) -> str:
    """The remedy for a name that is spelt much like somebody's; a number that differs is no slip of the pen."""
    from rapidfuzz.distance import OSA
    from rapidfuzz.process import extractOne

    wanted = fold(stem_of(target))
    if len(wanted) < _SHORTEST or any(map(str.isdigit, wanted)):
        return ""
    names = overview.names.get(wanted[0], {})  # a slip in the first letter is rare, and all names are many
    near = extractOne(wanted, names.keys(), scorer=OSA.distance, score_cutoff=1 if len(wanted) < _LONG else 2)
    return f"did you mean [[{stem_of(names[near[0]])}]]?" if near else ""


ALIAS_LINK = Rule(
    "alias-link", "warning",
    "A link names somebody by an alias or a name, and no note has that file name.",
    "It counts for the tool, but Obsidian does not follow it, and offers to make a second note of the same person.",
    "Write `[[File name|alias]]`.",
    check_book=_check_alias, fixes=True)
AMBIGUOUS_LINK = Rule(
    "ambiguous-link", "warning",
    "A link names two or more people, and no note has that file name.",
    "Nobody can tell whom it means, so it counts for none of them.",
    "Link the file that you mean, with a display text if you like: `[[Ada Lovelace|Ada]]`.",
    check_book=_check_ambiguous)
BROKEN_LINK = Rule(
    "broken-link", "warning",
    "Behind `with`, or in `knows`, `met_via`, `attendees` or `people`, stands a link to a note that is not there.",
    "There a link says who was there or who knows whom, and this one says it of nobody.",
    "Write the name as the note has it, or make the note: `nb add`.",
    check_book=_check_broken)
NEAR_LINK = Rule(
    "near-link", "info",
    "A contact's note links a note that is not there, by a name that is spelt much like somebody's.",
    "In Obsidian a link to a note that is still to be written is nothing unusual, so other such links are left alone. "
    "This one may be a slip of the pen.",
    "Correct the name, or write the note.",
    check_book=_check_near)
