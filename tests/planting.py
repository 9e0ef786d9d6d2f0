"""Secrets to plant in a vault, and how to find one again in whatever was printed or written."""

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
