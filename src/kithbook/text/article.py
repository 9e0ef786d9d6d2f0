"""An article as it is passed on: its title, where it is to be found, and what it says. Markdown, plain text or HTML."""

import re
from html.parser import HTMLParser
from typing import NamedTuple

from .decode import MAX_NOTE_BYTES
from .front_matter import read_front_matter, split_note
from .yaml_core import YamlFault

_URL = re.compile(r"https?://[^\s<>()\[\]\"'`]{3,2000}")
_HEADING = re.compile(r"#{1,3}\s+(\S.{0,300}?)\s*#*\s*$")
_HTML = re.compile(r"\s{0,200}(?:<!doctype\s+html|<html\b|<head\b|<body\b|<article\b|<\?xml\b)", re.IGNORECASE)
_LINK = re.compile(r"!?\[([^\[\]\n]{0,300})\]\([^()\s]{0,2000}\)")
_UNREAD = frozenset(("script", "style", "nav", "footer", "aside", "noscript", "svg", "form", "template", "button"))
_LINES = frozenset(("p", "div", "li", "br", "h1", "h2", "h3", "h4", "section", "article", "tr", "title", "blockquote"))
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


class _Page(HTMLParser):
    """The title, address and text of a page of HTML."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.titles: dict[str, str] = {}
        self.urls: dict[str, str] = {}
        self.said: list[str] = []
        self._inside: list[str] = []
        self._unread = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "meta":
            name = (given.get("property") or given.get("name", "")).lower()
            if name in ("og:title", "twitter:title"):
                self.titles.setdefault("og", given.get("content", ""))
            elif name == "og:url":
                self.urls.setdefault("og", given.get("content", ""))
        elif tag == "link" and "canonical" in given.get("rel", "").lower():
            self.urls.setdefault("canonical", given.get("href", ""))
        elif tag in _UNREAD:
            self._unread += 1
        elif tag in ("title", "h1"):
            self._inside.append(tag)
        if tag in _LINES:
            self.said.append("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in _UNREAD:
            self._unread = max(0, self._unread - 1)
        elif self._inside and tag == self._inside[-1]:
            self._inside.pop()
        if tag in _LINES:
            self.said.append("\n")

    def handle_data(self, data: str) -> None:
        if self._unread:
            return
        if self._inside:
            self.titles[self._inside[-1]] = self.titles.get(self._inside[-1], "") + data
        self.said.append(data)


def _read_html(text: str) -> Article:
    page = _Page()
    page.feed(text)
    page.close()
    title = next((one for key in ("og", "h1", "title") if (one := " ".join(page.titles.get(key, "").split()))), "")
    url = next((one for key in ("canonical", "og") if _URL.match(one := page.urls.get(key, "").strip())), "")
    return Article(title, url, "".join(page.said))


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
    return Article(" ".join(_LINK.sub(r"\1", title).split())[:300], url, _URL.sub(" ", _LINK.sub(r"\1", body)))
