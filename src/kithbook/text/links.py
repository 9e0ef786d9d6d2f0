"""Links and tags as Obsidian writes them. In code they are text."""

import re
from collections.abc import Callable, Iterator

from ..model.pattern import pattern
from ..model.record import NamedTuple
from .code_spans import blank_code

# A link, for patterns that only ask whether one stands somewhere.
LINK = r"(?:\[\[[^\[\]\n]{1,300}\]\]|(?<!\])\[[^\[\]\n]{1,300}\]\([^()\n]{1,500}\))"
# [[target#part|shown]] and [shown](target.md "title"); embeds (![[…]]) are no links to people.
_WIKILINK = pattern(r"(?<!!)\[\[([^\[\]|#^\n]{1,300})(?:[#^][^\[\]|\n]{0,300})?(?:\|([^\[\]\n]{0,300}))?\]\]")
_MARKDOWN_LINK = pattern(
    r"(?<!!)\[([^\[\]\n]{0,300})\]\((?:<([^<>\n]{1,500})>|((?:[^\s()<>]|\([^\s()<>]{0,300}\)){1,500}))"
    r"""(?:[ \t]{1,9}(?:"[^"\n]{0,200}"|'[^'\n]{0,200}'))?\)"""
)
# Where a note is named: in a wikilink, behind the words of a link (which may hold an image), or behind `[label]:`.
_PLACE = r"(?:<([^<>\n]{1,500})>|((?:[^\s()<>]|\([^\s()<>]{0,300}\)){1,500}))"
_LINK_TARGET = pattern(
    rf"""{_WIKILINK.pattern}|\]\([ \t]{{0,9}}{_PLACE}(?:[ \t]{{1,9}}(?:"[^"\n]{{0,200}}"|'[^'\n]{{0,200}}'|\([^()\n]{{0,200}}\)))?[ \t]{{0,9}}\)"""
    rf"|^ {{0,3}}\[(?!\^)[^\[\]\n]{{1,300}}\]:[ \t]{{0,9}}{_PLACE}")
_DAY_LINK = pattern(r"\[\[\d{4}-\d{2}-\d{2}\]\]", re.ASCII)
_EMBED = pattern(r"!(?=\[)")
_ANY_LINK = pattern(f"{_WIKILINK.pattern}|{_MARKDOWN_LINK.pattern}")
# Obsidian's own rule for the signs of a tag.
_TAG = pattern(
    r"""(?<![\w/#&;=\\])#([^\s\u2000-\u206f\u2e00-\u2e7f'!"#$%&()*+,.:;<=>?@^`{|}~\[\]\\]+)"""
)
_TARGET = pattern(r"\[\[[^\[\]\n]{0,900}\]\]|\]\((?:[^\[\]()\n]|\([^\[\]()\n]{0,300}\)){0,900}\)")


def _find(text: str) -> Iterator[re.Match[str]]:
    """The links in `text`, as matches in a text of the same length."""
    return _ANY_LINK.finditer(blank_code(text))


def _target(match: re.Match[str]) -> str | None:
    """The note that a link names, as written; None for a link that leaves the vault."""
    if match[1] is not None:
        return match[1].rstrip("\\").strip() or None  # in a table the bar is escaped: [[A\|B]]
    return _note_at(match[4] if match[4] is not None else match[5])


def _note_at(target: str) -> str | None:
    """The note that the target of a Markdown link names; None for one that leaves the vault."""
    if ":" in target.split("/", 1)[0] or target.startswith("//"):
        return None
    target = target.partition("#")[0]
    if "%" in target:
        from urllib.parse import unquote

        target = unquote(target)
    return target.strip() or None


def find_links(text: str) -> tuple[str, ...]:
    """The targets of all links to notes in `text`, in order, each once."""
    if "[[" not in text and "](" not in text:
        return ()
    return tuple(dict.fromkeys(target for match in _find(text) if (target := _target(match))))


def find_link_places(text: str) -> tuple[tuple[str, int], ...]:
    """Every link to a note in `text`: its target, and where it begins (from 0)."""
    if "[[" not in text and "](" not in text:
        return ()
    return tuple((target, match.start()) for match in _find(text) if (target := _target(match)))


def write_links(text: str, write: Callable[[str], str]) -> str:
    """`text` with what `write` makes of its target in place of every link to a note."""
    parts: list[str] = []
    at = 0
    for match in _find(text):
        target = _target(match)
        if target:
            parts += text[at : match.start()], write(target)
            at = match.end()
    return "".join([*parts, text[at:]])


def blank_links(text: str, fill: str, holding: re.Pattern[str]) -> str:
    """`text`, in which no code is, with `fill` in place of every sign of its links and embeds in which `holding` is found.

    Not of those that are a date (`[[2026-11-25]]`), and no field of Dataview that something in brackets follows.
    """
    if "[[" not in text and "](" not in text:
        return text
    parts: list[str] = []
    at = 0
    for match in _ANY_LINK.finditer(_EMBED.sub(" ", text) if "![" in text else text):
        if holding.search(match[0]) and not (match[3] and "::" in match[3]) and not _DAY_LINK.fullmatch(match[0]):
            parts += text[at : match.start()], fill * len(match[0])
            at = match.end()
    return "".join([*parts, text[at:]]) if parts else text


class LinkSpan(NamedTuple):
    """Where a link or an embed says which note it means: `target`, written from `start` to `end` (from 0).

    `display` is the place at which a wikilink that shows its own target could say what to
    show instead, `part` what of the note it names (`#Log`).
    """

    target: str
    start: int
    end: int
    is_wikilink: bool
    part: str
    display: int | None


def find_link_spans(text: str) -> Iterator[LinkSpan]:
    """Every link and embed of a note in `text`, which is one line."""
    for match in _LINK_TARGET.finditer(_EMBED.sub(" ", blank_code(text))):
        if match[1] is None:
            group = match.lastindex or 0
            target = _note_at(match[group])
            if target is not None:
                start = match.start(group)
                yield LinkSpan(target, start, start + len(match[group].partition("#")[0]), False, "", None)
        elif target := _target(match):
            start = match.start(1)
            written = match[1].rstrip("\\").rstrip()
            end = start + len(written)
            start += len(written) - len(written.lstrip())
            shows_itself = match[2] is None and text[match.start() - 1 : match.start()] != "!"
            part = text[match.end(1) : match.end() - 2] if match[2] is None else ""
            yield LinkSpan(target, start, end, True, part, match.end() - 2 if shows_itself else None)


def read_link(text: str, at: int) -> tuple[str | None, int] | None:
    """The target of the link that begins at `at` (None: it leaves the vault) and where it ends; None when there is none. No code is in `text`."""
    match = _ANY_LINK.match(text, at)
    return (_target(match), match.end()) if match else None


def link_target(text: str) -> str:
    """What a front-matter value points at: the target of a link, or the text itself."""
    found = find_links(text)
    return found[0] if found else text.strip()


def show_links(text: str) -> str:
    """`text` as one reads it: a link as the words that it shows."""
    if "[[" not in text and "](" not in text:
        return text
    parts: list[str] = []
    at = 0
    for match in _find(text):
        parts += text[at : match.start()], _shown(match, text)
        at = match.end()
    return "".join([*parts, text[at:]])


def _shown(match: re.Match[str], text: str) -> str:
    """The words of a link in `text`."""
    if match[1] is not None:
        if match[2]:
            return text[slice(*match.span(2))]
        return match[1].rstrip("\\").rsplit("/", 1)[-1].removesuffix(".md")
    return text[slice(*match.span(3))] or match[4] or match[5]


def find_tags(text: str) -> tuple[str, ...]:
    """The inline tags, lower case and without `#`, each once. A number is no tag."""
    if "#" not in text:
        return ()
    text = blank_code(text)
    if "](" in text or "[[" in text:
        text = _TARGET.sub(" ", text)
    tags = (match[1].rstrip("-/_").lower() for match in _TAG.finditer(text))
    return tuple(dict.fromkeys(tag for tag in tags if tag and not tag.isdigit()))
