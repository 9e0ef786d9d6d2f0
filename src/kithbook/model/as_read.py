"""A text as a reader takes it, however it is written: without accents, emphasis, escapes and elements of HTML."""

import re
from unicodedata import combining, normalize

from .pattern import pattern

# Signs that set off or hide, and do not change what a name says to a reader.
_SET_OFF = pattern("[*_`\\\\\u00ad\u200b-\u200f\u2060\ufeff]")
# Elements of HTML, within a word, too; or an address, or where a link leads, in brackets. Of the first kind nothing is said but by what they hold.
_ELEMENT = pattern(r"</?[A-Za-z][^<>\n]{0,200}>")
_SILENT = pattern(r"</?(?:a|abbr|b|big|blockquote|br|center|cite|code|del|div|em|font|h[1-6]|hr|i|ins|kbd|li|mark|ol|p|pre|q|s|small|span|strong|sub"
                     r"|sup|table|tbody|td|th|thead|tr|tt|u|ul|var) ?/?>")


class _Plain(dict[int, str | None]):
    """Signs without accents, by their codes; of those which case makes two of (`ß`) these two: to be found without regard to case."""

    def __missing__(self, code: int) -> str | None:
        sign = chr(code)
        self[code] = plain = None if combining(sign) else sign if sign.casefold() == sign.lower() else sign.casefold()
        return plain


_PLAIN = _Plain()


def as_read(text: str) -> str:
    """A text as a reader takes it, in one line and without accents: for finding names in whatever way they are written."""
    return readings(text)[0]


def readings(text: str) -> tuple[str, ...]:
    """The text as it is read (see `as_read`); and once more with what stands in brackets, when that may be no element of HTML."""
    if "&" in text:
        from html import unescape

        text = unescape(text)
    if "%" in text:
        from urllib.parse import unquote

        text = unquote(text)
    if not text.isascii():
        text = normalize("NFC", normalize("NFKD", text.replace("\u2019", "'")).translate(_PLAIN))
    text = _SET_OFF.sub("", text)
    if "<" not in text:
        return (" ".join(text.split()),)
    bare = _ELEMENT.sub("", text)
    if bare == (text := _SILENT.sub("", text)):
        return (" ".join(bare.split()),)
    return " ".join(bare.split()), " ".join(re.sub("[<>]", " ", text).split())
