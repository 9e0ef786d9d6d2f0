"""Which dates of a task Obsidian Tasks sees: those at the end of the line.

Tasks takes its fields from the end of a line, one by one, for as long as what stands last
is a field or a tag (`DefaultTaskSerializer.deserialize`; a block id is put aside first).
What stands before the first other word is description to it, whatever it looks like.
"""

import re

from ..model.pattern import pattern
from ..model.record import NamedTuple
from .code_spans import blank_code

_DATE_SIGNS = "📅📆🗓⏳⌛🛫➕✅❌"
_DAY = r"\d{4}-\d{2}-\d{2}"
_BLOCK_ID = pattern(r"[ \t]+\^[A-Za-z0-9-]+[ \t]*$")
_LAST_FIELD = pattern(
    rf"(?:[{_DATE_SIGNS}]\ufe0f? *{_DAY}|[🔺⏫🔼🔽⏬]\ufe0f?|🔁\ufe0f? ?[a-zA-Z0-9, !]{{1,100}}|🏁\ufe0f? *[a-zA-Z]{{1,20}}|🆔\ufe0f? *[\w-]{{1,100}}"
    r"|⛔\ufe0f? *[\w-]{1,100}(?: *, *[\w-]{1,100}){0,50}|(?:^|(?<=\s))#[^\s!@#$%^&*(),.?\":{}|<>]{1,200})$", re.ASCII)
_SIGN_DATE = pattern(rf"[{_DATE_SIGNS}]\ufe0f?[ \t]{{0,9}}(?:\[\[)?({_DAY})(?!\d)(?:\]\])?", re.ASCII)
_WORD_DATE = pattern(rf"(?<![\w:#/\[(])due::?[ \t]?({_DAY})(?!\d)", re.IGNORECASE | re.ASCII)
_MOST_FIELDS = 20  # as many as Tasks looks for


class UnseenDate(NamedTuple):
    """A date that Tasks does not see, from `start` to `end` of the text; `written` is how it would."""

    start: int
    end: int
    written: str


def find_unseen(text: str) -> UnseenDate | None:
    """The first date behind a checkbox, `text` being what stands there, that Tasks does not see."""
    if not any(sign in text for sign in _DATE_SIGNS) and "due:" not in text.lower():
        return None
    words = text[: end_of_words(text)]
    plain = blank_code(words)
    found = _SIGN_DATE.search(plain)
    if found:
        return UnseenDate(*found.span(), f"{found[0][0]} {found[1]}")
    found = _WORD_DATE.search(plain)
    return UnseenDate(*found.span(), f"📅 {found[1]}") if found else None


def end_of_words(text: str) -> int:
    """Where the words of a task end for Tasks, and its fields begin."""
    rest = without_block_id(text).rstrip()
    for _ in range(_MOST_FIELDS):
        field = _LAST_FIELD.search(rest)
        if field is None:
            break
        rest = rest[: field.start()].rstrip()
    return len(rest)


def without_block_id(text: str) -> str:
    """What stands behind the checkbox, without a block id."""
    block_id = _BLOCK_ID.search(text)
    return text[: block_id.start()] if block_id else text


def with_all_seen(text: str) -> str:
    """The text with its dates at the end, where Tasks sees them."""
    for _ in range(_MOST_FIELDS):
        unseen = find_unseen(text)
        if unseen is None:
            break
        text = _with_date_at_end(text, unseen)
    return text


def _with_date_at_end(text: str, unseen: UnseenDate) -> str:
    said = without_block_id(text)
    before, behind = said[: unseen.start].rstrip(), said[unseen.end :]
    joined = f"{before}{behind}" if before and (not behind or not behind[0].isalnum()) else f"{before} {behind.lstrip()}".lstrip()
    return f"{joined.rstrip()} {unseen.written}".lstrip() + text[len(said) :]
