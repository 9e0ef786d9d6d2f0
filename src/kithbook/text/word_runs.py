"""The words of a text as a reader takes them, so that a phrase is known again however it is written.

Emphasis, escapes, links, entities, quotes, the unicode form, accents, case and line ends do
not count; days and tags are left out, since what happened when may be said. What is found
again are *runs* of six words, and shorter phrases where they stand for themselves.

Six was measured: in six vaults of other people, a paragraph shares a run of five words with some
other note by chance in up to a tenth of all cases, a run of six hardly ever (what is found then is
nearly always a real copy), and seven would only find less.
"""

import re
from collections.abc import Iterable, Iterator
from unicodedata import normalize

from ..model.pattern import pattern

RUN = 6
"""Words that are the same, one after another, from which on a text repeats another."""
_FEWEST = 3  # words of a phrase that is shorter than a run and known as a whole
_TELLING_WORDS = 2  # so many must not be in every text
_TELLING_SIGNS = 14  # and be so long together, in a shorter phrase

_ENTITY = pattern(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z]{2,8});")
_ESCAPED_SIGN = pattern(r"\\u([0-9a-fA-F]{4})")
_ESCAPED_WHITE = pattern(r"\\[nrt]")
_PERCENT = pattern(r"(?:%[0-9a-fA-F]{2})+")
_UNSEEN = pattern("[\u00ad\u0300-\u036f\u034f\u061c\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff]")
_INLINE_TAG = pattern(r"</?(?:b|i|u|s|em|strong|span|mark|code|a|sub|sup|small|del|ins|font)(?:\s[^<>\n]{0,200})?>")
# Where a link leads that shows something else.
_TARGET = pattern(r"\[\[[^\[\]|\n]{0,300}\||\]\((?!mailto:|tel:)(?:[^()\s]|\([^()\s]{0,200}\)){0,500}\)|https?://\S+", re.IGNORECASE)
_NO_WORDS = pattern(
    r"</?[a-z][^<>\n@]{0,200}>"  # an element of HTML
    r"|\[![^\[\]\n]{1,80}\]"  # the mark of a callout
    r"|\d{4}-\d\d-\d\d(?!\d)"
    r"|#[\w/-]+")
# Emphasis, code, escapes; and apostrophes, straight and curly.
_NOT_READ = str.maketrans("", "", "*~`\\='\u2018\u2019\u02bc\uff07\u00b4")
_WORD = pattern(r"[^\W_]+")
_WORD_OVER_FOLDS = pattern(r"[^\W_]+(?:\0[^\W_]+)*")
_WITHOUT_SPACES = pattern("[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff]+")
_SIGNS_A_WORD = 4

# A fold of iCalendar and vCard (RFC 5545 3.1): a line end within a word.
_FOLD = pattern(r"\r?\n[ \t]")

_EMAIL = pattern(r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}")
_URL = pattern(r"https?://(?:www\.)?([^\s/<>()\[\]\"']{3,100}/[^\s<>()\[\]\"']{4,300})")
# The part of an address that only those have who were given it; what others link to has words.
_SECRET_PART = pattern(r"(?=[\w-]*\d)(?=[\w-]*[a-zA-Z])[\w-]{16,}")
_NUMBER = pattern(r"(?<![\w.])\+?\d(?:[ ()/.-]{0,2}\d){6,15}(?!\w)")
_DAY_LIKE = pattern(r"(?:19|20)\d\d[01]\d[0-3]\d")
_FEWEST_DIGITS = 7
_FEWEST_SIGNS_OF_CODE = 8
_FEWEST_SIGNS_OF_EMAIL = 6

# What is in every text (of an English one; elsewhere the length of a word has to do).
_COMMON_WORDS = (
    "about after again also always another away back because been before being both call called came come could days does"
    " done down each even ever every first from gave give goes going good have having here into just keep kept know last like"
    " little long made make many maybe might more most much must need never next nothing once only other over people really"
    " right said same says seen send sent should since some something soon still such take talk talked tell than thank thanks"
    " that their them then there these they thing things think this those though through time today told took under until upon"
    " very want wants week well went were what when where which while will with without work would year years your yours")
_COMMON = frozenset(_COMMON_WORDS.split())


def _seen(text: str, *, folded: bool) -> str:
    """The text as it is read, with every line end of it (`\\x00` for one within a word)."""
    text = text.replace("\0", " ")
    if folded:
        text = _FOLD.sub("\0", text)
    if "&" in text and _ENTITY.search(text):
        from html import unescape

        text = _ENTITY.sub(lambda sign: _in_line(unescape(sign[0])), text)
    if "%" in text and _PERCENT.search(text):
        from urllib.parse import unquote

        text = _PERCENT.sub(lambda signs: _in_line(unquote(signs[0])), text)
    if "\\" in text:
        text = _ESCAPED_SIGN.sub(_sign_of, text)
        text = _ESCAPED_WHITE.sub(" ", text)
    if not text.isascii():
        text = _UNSEEN.sub("", normalize("NFKD", text))
    return text.lower() if text.isascii() else text.casefold()


def _sign_of(escape: re.Match[str]) -> str:
    sign = chr(int(escape[1], 16))
    return " " if "\ud800" <= sign <= "\udfff" else _in_line(sign)


def _in_line(text: str) -> str:
    """What an escape stands for, without a line end that the file itself has not."""
    return text.replace("\n", " ").replace("\0", " ")


def _prose(text: str, *, folded: bool) -> str:
    """The text with nothing but words and what stands between them."""
    if "[[" in text or "](" in text or "://" in text:
        text = _TARGET.sub(" ", text)
    text = _seen(text, folded=folded)
    if "<" in text:
        text = _INLINE_TAG.sub("", text)
    return _NO_WORDS.sub(" ", text).translate(_NOT_READ)


def find_words(text: str, *, folded: bool = False) -> list[str]:
    """The words of a text; `folded` when its long lines are folded, as those of calendars are."""
    prose = _prose(text, folded=folded)
    if folded:
        prose = prose.replace("\0", "")
    words = _WORD.findall(prose)
    return words if prose.isascii() or not _WITHOUT_SPACES.search(prose) else [part for word in words for part in _parts(word)]


def _parts(word: str) -> Iterator[str]:
    """What to take for words where none are set apart (Chinese, Japanese): four signs each, overlapping."""
    if not _WITHOUT_SPACES.search(word):
        yield word
        return
    for start in range(max(1, len(word) - _SIGNS_A_WORD + 1)):
        yield word[start : start + _SIGNS_A_WORD]


def places_of_words(text: str, numbers: Iterable[int], *, folded: bool = False) -> dict[int, tuple[int, int]]:
    """Line and column (from 1) of the words with these numbers (from 0) in `find_words` of the same text."""
    prose = _prose(text, folded=folded)
    lines = text.split("\n")
    wanted = sorted(set(numbers), reverse=True)
    found: dict[int, tuple[int, int]] = {}
    counted = line = start = 0
    for match in _WORD_OVER_FOLDS.finditer(prose) if wanted else ():
        counted += sum(1 for _ in _parts(match[0].replace("\0", "")))
        while wanted and wanted[-1] < counted:
            line += sum(map(prose[start : match.start()].count, "\n\0"))
            start = match.start()
            found[wanted.pop()] = line + 1, _column(lines[line], prose, match)
        if not wanted:
            break
    return found


def _column(line: str, prose: str, word: re.Match[str]) -> int:
    """Where a word stands on its line, as it is written there; 1 when it is written too oddly to be found."""
    at = word.start()
    before = prose[max(prose.rfind("\n", 0, at), prose.rfind("\0", 0, at)) + 1 : at].count(word[0])
    folded = line.casefold()
    place = -1
    for _ in range(before + 1 if len(folded) == len(line) else 0):
        place = folded.find(word[0].partition("\0")[0], place + 1)
        if place < 0:
            break
    return max(place, 0) + 1


def find_tokens(text: str, *, folded: bool = False) -> list[tuple[str, int]]:
    """What gives somebody away and is no words: long numbers, web addresses with a code in them. Each with its line."""
    seen = _seen(text, folded=folded)
    lines = seen.replace("\0", "") if folded else seen
    found = [(token, match.start()) for match in _NUMBER.finditer(lines) if (token := _number(match[0]))]
    found += [(address, match.start()) for match in (_URL.finditer(lines) if "://" in lines else ())
              if _SECRET_PART.search(address := match[1].rstrip(".,;:!?/*_"))]
    return [(token, lines.count("\n", 0, at) + 1) for token, at in found]


def _number(written: str) -> str:
    """A number however it is set out, with a code of its country or without; nothing for what may be a day."""
    digits = "".join(sign for sign in written if sign.isdigit()).lstrip("0")
    return "" if len(digits) < _FEWEST_DIGITS or _DAY_LIKE.match(digits) else digits[-9:]


def find_phrases(text: str) -> set[tuple[str, ...]]:
    """The phrases by which a text is known again: none longer than a run."""
    words = find_words(text)
    found = set(_phrases_of(words))
    found.update((word,) for word in words if len(word) >= _FEWEST_SIGNS_OF_CODE and not (word.isalpha() or word.isdecimal()))
    for match in _EMAIL.finditer(text) if "@" in text else ():
        address = find_words(match[0])
        if sum(map(len, address)) >= _FEWEST_SIGNS_OF_EMAIL:
            found.add(tuple(address[:RUN]))
    return found


def _phrases_of(words: list[str]) -> Iterator[tuple[str, ...]]:
    """The runs of a text, or a shorter text as a whole; what anybody could write is left out."""
    if len(words) < RUN:
        telling = _telling(words)
        if len(words) >= _FEWEST and len(telling) >= _TELLING_WORDS and sum(map(len, telling)) >= _TELLING_SIGNS:
            yield tuple(words)
        return
    for start in range(len(words) - RUN + 1):
        run = words[start : start + RUN]
        if len(_telling(run)) >= _TELLING_WORDS:
            yield tuple(run)


def _telling(words: list[str]) -> list[str]:
    return [word for word in words if len(word) > 3 and word not in _COMMON]
