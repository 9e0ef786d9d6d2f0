"""Who introduced or referred, when an entry says that it was another than the one in whose log it stands.

`introduced by [[Bo]]`, `referral in: through [[Bo]]` and `[[Bo]] introduced us` are Bo's doing, in whoever's
note they stand: they count for Bo, too, and it is Bo who is thanked for them. So they are without the link
(`Bo introduced me to Jan`): the name is then taken for one, and means whom a link would mean.
"""

import re

from .entry import Entry
from .pattern import pattern

_LINK = r"(?:\[\[([^\[\]|#\n]{1,300})(?:[|#][^\[\]\n]{0,300})?\]\]|\[[^\[\]\n]{1,300}\]\(<?([^()<>\n]{1,500})>?\))"
_CAPITAL = r"[^\W\d_a-zß-öø-ÿ]"
# `[[Cy]] Ltd` and `[[Bo]]'s sister` are others than those who are linked.
_ALONE = rf"(?!\s+(?!I\b){_CAPITAL})(?!['’]s\b)"
_VERB = r"(?:intro\w{0,9}|intro'd|refer\w{1,5}|recommended|connected|put in touch|vorgestellt|empfohlen|vermittelt)"
_BY_WORDS = ("by", "via", "through", "from", "von", "durch")
_BY_WORD = f"(?:{'|'.join(_BY_WORDS)})"
_TO_WHOM = r"(?:(?:\s+(?:me|us))?\s+to\s+(?:\[\[[^\[\]\n]{1,300}\]\]|\[[^\[\]\n]{1,300}\]\([^()\n]{1,500}\))(?:\s+and\s+\[\[[^\[\]\n]{1,300}\]\])?)?"
_BY = pattern(rf"(?i:[^\[\]]{{0,60}}\b{_VERB}\b{_TO_WHOM}[^\[\]]{{0,15}}\b|\s*)(?i:{_BY_WORD})\s+{_LINK}{_ALONE}")
_BEFORE_LINK = pattern(rf"\b{_BY_WORD}\s+\[", re.IGNORECASE)  # without it there is none
_DONE = r"(?i:introduced|intro'd|connected|referred|recommended|put)\s+(?i:me|us)\b"
_DID = pattern(rf"\s*{_LINK}(?:\s+\w+ly)?\s+(?:kindly\s+)?{_DONE}")

# In plain words a name is one to four with capitals; these begin none.
_NO_NAME = (
    r"(?!(?:I|We|You|He|She|It|They|Who|That|This|My|Our|Your|His|Her|Their|The|An?|And|But|So|Then|Just|Also|Again|Once|Now|Later|First|Only"
    r"|Today|Tonight|Yesterday|At|In|On|Over|After|Before|When|While|Someone|Somebody|Everyone|Everybody|Friends?|Er|Sie|Ich|Wir|Es|\w+ly)\b)")
NO_PERSON = (
    r"(?!(?i:e-?mails?|mail|linkedin|xing|zoom|slack|teams|whatsapp|signal|telegram|skype|sms|discord|facebook|instagram|twitter|mastodon|messenger|phone"
    r"|facetime|imessage|gmail|outlook|letter|text|post|chance|zufall|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b)")
"""Stands before a name in a pattern: by what follows one is introduced, too, and nobody is thanked for it."""
_WORD = rf"(?:{_CAPITAL}\.|{_CAPITAL}(?:[\w'’-]*\w)?)"
_NAME = (rf"{_NO_NAME}(?:(?:Mr|Mrs|Ms|Dr|Prof|Frau|Herr)\.?\s+)?({_WORD}(?:\s+(?:(?:de|da|di|du|van|von|der|den|la|le|el|al|bin|ibn|zu)\s+){{0,2}}{_WORD}){{0,3}})"
         rf"(?![\w'’-])(?<!['’]s)(?!\s+{_CAPITAL})")
_NAMED_DID = pattern(rf"(?<![^\s(:,;]){_NAME}(?:\s+(?:\w+ly|has|had|just|also|then))?\s+{_DONE}")
_NAMED_BY = pattern(
    rf"(?:^\s*|\b(?i:{_VERB})\b(?:[^\[\],.;:]{{0,15}}\b|(?:\s+(?:me|us))?\s+to\s+(?:{_LINK}|{_WORD}(?:\s+{_WORD}){{0,2}})\s+))"
    rf"(?i:{_BY_WORD})\s+{NO_PERSON}{_NAME}")
# Without these, in small letters, there is none.
_DONE_TO = pattern(r"\s(?:me|us)\b")
_BEFORE_NAME = pattern(rf"\b{_BY_WORD}\s")
INTRODUCTIONS = ("intro", "referral")
TELL_OF_OTHERS = (*INTRODUCTIONS, "outcome")
"""Kinds of entries whose links say more than that somebody was mentioned."""

# Whom somebody was introduced to, in their own log.
_TO = pattern(rf"(?:.{{0,80}}?\b(?:to|an|mit)\s+|\s*)({_LINK}(?:\s*(?:,|and|&|und)\s*{_LINK})*)", re.IGNORECASE)
_ANY_LINK = pattern(_LINK)


def introducer(entry: Entry) -> str | None:
    """The link to the one who introduced or referred, or their name; None when the words name nobody, or it came from me."""
    if not entry.links:
        return None
    target = _named(entry)
    return target if target in entry.links else None


def introduced_to(entry: Entry) -> tuple[str, ...]:
    """The links to those to whom I introduced the contact in whose own note an entry stands: behind `with`, else behind `to`, or first of all."""
    if entry.with_links or entry.kind != "intro" or entry.direction == "in" or not entry.links or not isinstance(entry.text, str):
        return entry.with_links
    said = to_whom(entry.text)
    return tuple(link for link in entry.links if link in said)


def to_whom(text: str) -> frozenset[str]:
    """The links behind `to` in the text of an introduction, or first of all."""
    found = _TO.match(text)
    return frozenset((link[1] or link[2].replace("%20", " ")).strip() for link in _ANY_LINK.finditer(found[1])) if found else frozenset()


def with_introducer(entry: Entry) -> Entry:
    """The entry with the name of the one who introduced among its links, where it stands in plain words."""
    target = _named(entry)
    return entry if target is None or target in entry.links else entry._replace(links=(*entry.links, target))


def is_linked(entry: Entry) -> bool:
    """Whether the one who introduced is linked, and not only named."""
    return _linked(entry) is not None


def as_theirs(entry: Entry, target: str) -> Entry:
    """The entry as it stands in the log of the one who introduced, whom `target` links: without a link to another who did it."""
    return entry._replace(links=tuple(link for link in entry.links if link != target))


def is_theirs(entry: Entry) -> bool:
    """Whether an entry stands in the log of the one who introduced, but in the note of another."""
    target = _named(entry)
    return target is not None and target not in entry.links


def _named(entry: Entry) -> str | None:
    if entry.kind not in INTRODUCTIONS or entry.direction != "in" or not isinstance(entry.text, str):
        return None
    linked = _linked(entry)
    if linked is not None:
        return linked
    said = entry.text.lower()
    found = (_NAMED_DID.search(entry.text) if _DONE_TO.search(said) else None) or (
        _NAMED_BY.search(entry.text) if _may_say_by_whom(said) and _BEFORE_NAME.search(said) else None)
    return found[found.lastindex or 0] if found else None


def _may_say_by_whom(said: str) -> bool:
    """Whether one of the words stands in a text in small letters, or is part of one there."""
    return any(map(said.__contains__, _BY_WORDS))


def _linked(entry: Entry) -> str | None:
    text = entry.text
    if not isinstance(text, str) or ("](" not in text and "[[" not in text):
        return None
    if text.lstrip()[:1] == "[":
        found = _DID.match(text)
    else:
        found = _BY.match(text) if _may_say_by_whom(text.lower()) and _BEFORE_LINK.search(text) else None
    return (found[1] or found[2].replace("%20", " ")).strip() if found else None
