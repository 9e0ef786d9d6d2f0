"""An article as it is passed on: its title, where it is to be found, and what it says. Markdown, plain text or HTML."""

import re
from html import unescape

from ..model.pattern import pattern
from ..model.record import NamedTuple
from .decode import MAX_NOTE_BYTES
from .front_matter import read_front_matter, split_note
from .yaml_core import YamlFault

_URL = pattern(r"https?://[^\s<>()\[\]\"'`]{3,2000}")
_HEADING = pattern(r"#{1,3}\s+(\S.{0,300}?)\s*#*\s*$")
_HTML = pattern(r"\s{0,200}(?:<!doctype\s+html|<html\b|<head\b|<body\b|<article\b|<\?xml\b)", re.IGNORECASE)
_LINK = pattern(r"!?\[([^\[\]\n]{0,300})\]\([^()\s]{0,2000}\)")
_UNREAD = frozenset(("script", "style", "nav", "footer", "aside", "noscript", "svg", "form", "template", "button"))
_LINES = frozenset(("p", "div", "li", "br", "h1", "h2", "h3", "h4", "section", "article", "tr", "title", "blockquote"))
_LONGEST_TITLE = 300
_DECLARATION = pattern("<[!?]")
_HEAD_LINES = 8  # in which the address of a plain text is looked for
MAX_BYTES = MAX_NOTE_BYTES


class Article(NamedTuple):
    """An article. `title` and `url` are empty when it does not say them."""

    title: str
    url: str
    text: str


def read_article(text: str) -> Article:
    """The article in a text of any form. Never raises on what it says."""
    text = text.replace("\r\n", "\n").lstrip("\ufeff")
    return _read_html(text) if _HTML.match(text) else _read_markdown(text)


# `html.parser` takes minutes for a page of broken tags, so that tags are found here.
_TAG = pattern(r"<(/?)([a-zA-Z][a-zA-Z0-9]{0,20})([^<>]*)>")
_ATTRIBUTE = pattern(r"""([\w:-]{1,40})\s{0,9}=\s{0,9}(?:"([^"]{0,2000})"|'([^']{0,2000})'|([^\s"'>]{1,2000}))""")
_RAW = {name: re.compile(f"</{name}", re.IGNORECASE) for name in ("script", "style")}


class _Page:
    """The titles, addresses and text of a page of HTML, piece by piece."""

    def __init__(self) -> None:
        self.titles: dict[str, str] = {}
        self.urls: dict[str, str] = {}
        self.said: list[str] = []
        self._inside = ""
        self._unread = 0

    def tag(self, name: str, attributes: str, *, closes: bool) -> None:
        if name in _LINES:
            self.said.append("\n")
        if name in _UNREAD:
            self._unread = max(0, self._unread - 1) if closes else self._unread + 1
        elif name in ("title", "h1"):
            self._inside = "" if closes or name in self.titles else name
        elif name in ("meta", "link") and not closes:
            self._about({of.lower(): unescape(a or b or c) for of, a, b, c in _ATTRIBUTE.findall(attributes)})

    def _about(self, given: dict[str, str]) -> None:
        """What a `meta` or `link` says of the page."""
        name = (given.get("property") or given.get("name", "")).lower()
        if name in ("og:title", "twitter:title"):
            self.titles.setdefault("og", given.get("content", ""))
        elif name == "og:url":
            self.urls.setdefault("og", given.get("content", ""))
        elif "canonical" in given.get("rel", "").lower():
            self.urls.setdefault("canonical", given.get("href", ""))

    def text(self, written: str) -> None:
        if not self._unread and written:
            read = unescape(written)
            if self._inside:
                self.titles[self._inside] = self.titles.get(self._inside, "") + read
            self.said.append(read)


def _read_html(text: str) -> Article:
    page = _Page()
    text = _without_declarations(text)
    at = 0
    while (tag := _TAG.search(text, at)) is not None:
        page.text(text[at : tag.start()])
        name = tag[2].lower()
        page.tag(name, tag[3], closes=bool(tag[1]))
        at = tag.end()
        if name in _RAW and not tag[1]:
            end = _RAW[name].search(text, at)
            at = end.start() if end else len(text)
    page.text(text[at:])
    title = next((one for key in ("og", "h1", "title") if (one := " ".join(page.titles.get(key, "").split()))), "")
    url = next((one for key in ("canonical", "og") if _URL.match(one := page.urls.get(key, "").strip())), "")
    return Article(title[:_LONGEST_TITLE], url, "".join(page.said))


def _without_declarations(text: str) -> str:
    """HTML without comments and such, of which nothing is read; what is not closed runs to the end."""
    kept: list[str] = []
    at = 0
    while (found := _DECLARATION.search(text, at)) is not None:
        kept.append(text[at : found.start()])
        closing = "-->" if text.startswith("<!--", found.start()) else ">"
        end = text.find(closing, found.end())
        if end < 0:
            return "".join(kept)
        at = end + len(closing)
    return "".join([*kept, text[at:]])


def _read_markdown(text: str) -> Article:
    split = split_note(text)
    title, url = "", ""
    if split.front is not None:
        try:
            fields = read_front_matter(split.front)
        except YamlFault:
            fields = {}
        given = {key.lower(): node.raw.strip() for key, node in fields.items() if isinstance(node.data, str)}
        title = given.get("title", "")
        url = next((found[0] for key in ("url", "source", "link") if (found := _URL.match(given.get(key, "")))), "")
    body = split.body
    lines = [line for line in body.split("\n") if line.strip()]
    headings = (heading[1] for line in lines if (heading := _HEADING.match(line)))
    title = title or next(headings, "") or (lines[0].strip() if lines and not _URL.match(lines[0].strip()) else "")
    if not url:
        found = next((found for line in lines[:_HEAD_LINES] if (found := _URL.search(line))), None)
        url = found[0].rstrip(".,;:!?*_") if found else ""
    return Article(" ".join(_LINK.sub(r"\1", title).split())[:_LONGEST_TITLE], url, _URL.sub(" ", _LINK.sub(r"\1", body)))
