"""Secrets to plant in a vault, marks to plant them under, and how to find one again in whatever was printed or written."""

import re
from base64 import b64encode
from collections.abc import Iterable, Iterator
from html import unescape
from itertools import count
from pathlib import Path
from unicodedata import combining, normalize
from urllib.parse import unquote

_ESCAPE = re.compile(r"\\u([0-9a-fA-F]{4})")
_LETTERS = "bcdfghjklmnprtvw"


class Planted:
    """Makes words that stand nowhere else, and knows where each was planted."""

    def __init__(self, start: str = "Zq") -> None:
        self._start = start
        self.places: dict[str, str] = {}
        self._numbers = count(1)

    def word(self, place: str) -> str:
        """A new word for that place: with an accent, so that it has more than one unicode form."""
        number = next(self._numbers)
        made = f"{self._start}{_LETTERS[number >> 8 & 15]}é{_LETTERS[number >> 4 & 15]}a{_LETTERS[number & 15]}ünx"
        self.places[made] = place
        return made

    def found_in(self, data: str | bytes) -> list[str]:
        """The places of the secrets that `data` has in it: as they are, in another form, escaped, wrapped or encoded."""
        text = data if isinstance(data, str) else data.decode("utf-8", "replace")
        told = _letters(unescape(unquote(_ESCAPE.sub(lambda code: chr(int(code[1], 16)), text))))
        return [place for word, place in self.places.items()
                if _letters(word) in told or any(code in text for code in _base64(word))]


def _letters(text: str) -> str:
    """Nothing but the letters, without case and accents: what is left when a text is wrapped, emphasised, escaped."""
    return "".join(sign for sign in normalize("NFKD", text).casefold() if sign.isalpha() and not combining(sign))


def _base64(word: str) -> Iterator[str]:
    """What base64 makes of the word, wherever it begins."""
    for before in range(3):
        code = b64encode(b"\0" * before + word.encode()).decode()
        yield code[4 if before else 0 : len(code) - len(code) % 4 - 4]


def files_below(folders: Iterable[Path]) -> Iterator[tuple[Path, bytes]]:
    """Every file in these folders."""
    for folder in folders:
        for file in sorted(folder.rglob("*")) if folder.is_dir() else ():
            if file.is_file() and not file.is_symlink():
                yield file, file.read_bytes()


# What a mark looks like, and the block that it stands in.
MARKS = {
    "callout": "> [!confidential]\n> SECRET",
    "callout with a title": "> [!confidential] SECRET\n> SECRET",
    "closed callout": "> [!confidential]- SECRET\n> SECRET",
    "open callout": "> [!CONFIDENTIAL]+\n> SECRET",
    "callout with a lazy line": "> [!Confidential]\n> SECRET\nSECRET",
    "callout marked late": "> SECRET\n>\n> SECRET\n> [!confidential] x",
    "callout within one": "> [!note] SECRET\n>> [!confidential]\n>> SECRET",
    "misspelt callout": "> [!confidental]\n> SECRET",
    "callout with a wide sign": "> [！confidential]\n> SECRET",
    "quote with a tag": "> SECRET\n> #confidential",
    "paragraph": "SECRET #confidential\nSECRET",
    "paragraph marked late": "SECRET\nSECRET #Confidential/health",
    "item": "- SECRET #confidential\n  SECRET",
    "item with items": "- SECRET #confidential\n  - SECRET\n\n    SECRET",
    "numbered item": "1. SECRET #confidential\n   SECRET",
    "task": "- [ ] SECRET #confidential",
    "done task": "* [x] SECRET #confidential",
    "misspelt tag": "- SECRET #confidentail",
    "look-alike tag": "- SECRET #соnfidеntiаl",
    "wide tag": "- SECRET ＃ｃｏｎｆｉｄｅｎｔｉａｌ",
    "tag with a joiner": "- SECRET #con\u200dfidential",
    "field": "- SECRET confidential:: true",
    "field in brackets": "- SECRET [confidential:: yes]",
    "field in parentheses": "- SECRET (Confidential::true)",
    "bold field": "- SECRET **confidential**:: x",
    "misspelt field": "- SECRET [confidental:: true]",
    "field before": "- confidential:: SECRET",
    "table": "| x | SECRET #confidential |\n|---|---|\n| SECRET | SECRET |",
    "comment": "%% SECRET %%",
    "comment over lines": "%%\nSECRET\n\nSECRET\n%%",
    "HTML comment": "<!-- SECRET -->",
    "HTML comment over lines": "<!--\nSECRET\n\n- SECRET\n-->",
    "reflection": "- 2026-11-01 reflection: SECRET\n  SECRET",
}

# Where a block can stand; `{}` are its lines, each behind what stands before it there.
PLACES = {
    "alone": ("", "{}", ""),
    "between paragraphs": ("OPEN\n\n", "{}", "\n\nOPEN"),
    "between headings": ("# OPEN\n\n", "{}", "\n\n# OPEN"),
    "under an item": ("- OPEN\n\n", "  {}", "\n- OPEN"),
    "under a nested item": ("- OPEN\n  1. OPEN\n\n", "     {}", "\n\n- OPEN"),
    "with tabs": ("- OPEN\n\n", "\t{}", "\n- OPEN"),
    "behind a closed fence": ("```\nOPEN #confidential\n```\n\n", "{}", "\n\nOPEN"),
    "behind a closed comment": ("OPEN %% x %%\n\n", "{}", "\n\nOPEN"),
    "behind code": ("OPEN `[!confidential]` OPEN\n\n", "{}", "\n\nOPEN `x`"),
    "under an entry": ("- 2026-11-02 call: OPEN\n\n", "  {}", "\n- 2026-11-03 call: OPEN"),
}


def put(mark: str, place: str) -> str:
    """The text of a mark in a place."""
    before, line, after = PLACES[place]
    return before + "\n".join(line.format(text) if text else "" for text in MARKS[mark].split("\n")) + after
