"""Who was there: those behind a `with`, and in a section those who are listed under its title or of whom it says that they came."""

import re
from collections.abc import Iterable

from ..model.pattern import pattern
from .code_spans import blank_code
from .links import LINK, find_links, read_link

_WITH = pattern(r"(?<![\w/])(?:with\b|w/)\s*[*_(]{0,3}", re.IGNORECASE)
_AND = pattern(r"[*_)]{0,3}(?:\s*(,|;|&|\+|\band\b)\s*(?:and\s+)?|[ \t]*)[*_(]{0,3}", re.IGNORECASE)
_WHOSE = r"(?:[Mm]y|[Oo]ur|[Hh]is|[Hh]er|[Tt]heir|the|an?|[A-Z][\w-]*['’]s)"
_RELATIVES = (
    r"(?:\w+-)?(?:friends?|wife|husband|partner|spouse|fianc[ée]e?|girlfriend|boyfriend|brother|sister|mother|father|mum|mom|dad|son|daughter|cousin|aunt|uncle"
    r"|niece|nephew|boss|manager|colleagues?|co-?workers?|founder|assistant|editor|agent|neighbou?rs?|flatmate|roommate|teacher|mentor|student|intern|client|lawyer|doctor"
    r"|team|family|kids|crew|others)")
# What may stand before a name: `my friend [[Cy]]`, `Dr. [[Bob]]`.
_BEFORE = pattern(rf"(?:{_WHOSE}\s+(?:\w+\s+)?{_RELATIVES}|(?:Dr|Mr|Mrs|Ms|Prof|Professor|Sir|Dame|Frau|Herr|Aunt|Uncle)\b\.?),?\s+[*_(]{{0,3}}")
# Somebody without a link, with others behind: `Jim and`, `her and`.
_UNLINKED = pattern(
    rf"(?![Ww]ith\b)(?:[Hh]er|[Hh]im|[Tt]hem|{_WHOSE}\s+(?:\w+\s+)?{_RELATIVES}|[^\W\d_a-z][\w'’.-]*(?:\s+[^\W\d_a-z][\w'’.-]*){{0,3}})[*_)]{{0,3}}"
    r"\s*(?:,|&|\+|\band\b)\s*(?:and\s+)?[*_(]{0,3}")
# Before some `with` it is said of what, or how, somebody is: nobody was there.
_SAID_OF_THEM = frozenset((
    "touch", "up", "love", "angry", "annoyed", "cross", "furious", "happy", "unhappy", "pleased", "upset", "bored", "busy", "disappointed", "impressed", "obsessed",
    "trouble", "problem", "problems", "issue", "issues", "agree", "agrees", "agreed", "disagree", "disagrees", "disagreed", "deal", "dealt", "dealing", "compared",
    "works", "lives", "lived", "studies", "studied", "collaborates", "competes", "friends", "familiar", "acquainted"))
_TWO_WORDS = ("fed up", "in love")
_SECOND_WORDS = ("up", "love")
_TOPIC = pattern(r"(?:^|[:–—]\s+)(?:about|re|regarding|concerning)\s[^.;:,()\n–—]*$", re.IGNORECASE)
_TOPICS = ("about ", "About ", "re ", "Re ", "regarding ", "Regarding ", "concerning ", "Concerning ")
_LOOK_BACK = 200
_LONGEST = 40  # signs of the last two words

_NAMES = rf"[*_]{{0,3}}{LINK}[*_]{{0,3}}(?:\s*(?:,|;|&|\+|\band\b)?\s*(?:and\s+)?[*_]{{0,3}}{LINK}[*_]{{0,3}})*+"
_BULLET = r"[ \t]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)?"
_LABEL = r"[*_]{0,3}(?i:attendees|participants|present|people|who|with|there)[*_]{0,3}::?[*_]{0,3}"
_LISTED = pattern(rf"{_BULLET}(?:{_LABEL}\s*)?{_NAMES}[.\s]*|{_BULLET}{_LABEL}\s*|\s*")
# What one joins by being there: a lunch, the Zoom call; not what one works for or belongs to from then on.
_BELONGING = (
    r"(?:agenc(?:y|ies)|army|association|band|bank|board|business|cabinet|choir|church|club|commission|committee|communit(?:y|ies)|compan(?:y|ies)|council|department|faculty"
    r"|firm|force|foundation|fund|lab|league|navy|network|orchestra|organi[sz]ation|partnership|party\s+of|practice|programme?|project|ranks|school|service|society|squad|staff"
    r"|start-?up|team|union|university|waiting\s+list|waitlist|mailing\s+list|newsletter)s?\b")
_BEHIND = r"(?:after|again|and|as|at|but|by|for|from|in|last|later|next|of|on|over|since|this|to|today|too|two|until|when|while|who|with|without|yesterday)\b"
_WHERE = rf"(?!(?:(?!{_BEHIND})[\w'’&-]+\s+){{0,3}}(?i:{_BELONGING}))(?:[^\W\d_a-z][\w'’&-]*\s+){{0,3}}(?!{_BEHIND})[a-z]"
_CAME = pattern(
    rf"{_BULLET}{_NAMES}\s+(?:also\s+|later\s+|then\s+)?(?:joined(?:\s+(?:us|me|too|later|in|as well|for|at|after|from|by|on|halfway)\b.*|\s+the\s+{_WHERE}.*)?"
    r"|came(?:\s+(?:too|along|as well|later|with us)\b.*)?|(?:was|were) (?:there|present|with us|along)\b.*|too|as well)[.!\s]*")


def find_with_links(text: str, *, introduces: bool = False) -> tuple[str, ...]:
    """The targets of the links behind the word `with` (or `w/`), with commas or `and` between, and others who have no link.

    In a text that `introduces` somebody all count: who was put in touch with whom.
    """
    text = blank_code(text)
    targets: dict[str, None] = {}
    for word in _WITH.finditer(text):
        if not introduces and _is_of_them(text, word.start()):
            continue
        at, more = word.end(), True
        while link := read_link(text, at) or (_pass_words(text, at) if more else None):
            if link[0]:
                targets[link[0]] = None
            behind = _AND.match(text, link[1])
            at, more = behind.end(), bool(behind[1])  # type: ignore[union-attr,index]
    return tuple(targets)


def _pass_words(text: str, at: int) -> tuple[str | None, int] | None:
    """The link behind words that name others, or say who it is."""
    while True:
        before = _BEFORE.match(text, at)
        link = read_link(text, before.end()) if before else None
        if link:
            return link
        unlinked = _UNLINKED.match(text, at)
        if unlinked is None:
            return None
        at = unlinked.end()
        if link := read_link(text, at):
            return link


def _is_of_them(text: str, at: int) -> bool:
    """Whether the `with` at `at` says something of those behind it (`fed up with`, `about her trip with`), and not that they were there."""
    if is_said_of_them(text, at):
        return True
    start = max(0, at - _LOOK_BACK)
    if (start == 0 and text.startswith(_TOPICS)) or any(text.find(sign, start, at) >= 0 for sign in (": ", "— ", "– ")):
        return _TOPIC.search(text, start, at) is not None
    return False


def is_said_of_them(text: str, at: int) -> bool:
    """Whether the words before `at` say how somebody is, or of what something is said: `fed up`, `angry`."""
    end = at - 1 if text[at - 1 : at] == " " else at
    last = text[text.rfind(" ", 0, end) + 1 : end]
    if last.isalpha() and last.lower() not in _SAID_OF_THEM:
        return False  # nearly always, and in a third of the time of what follows
    words = text[max(0, at - _LONGEST) : at].rstrip("(*_ \t\n").split()
    last = words[-1].lstrip("(*_").lower() if words else ""
    if last not in _SAID_OF_THEM:
        return False
    return last not in _SECOND_WORDS or (len(words) > 1 and f"{words[-2].lstrip('(*_').lower()} {last}" in _TWO_WORDS)


def find_company(lines: Iterable[str]) -> tuple[str, ...]:
    """The targets of the links to those who were there, given the lines below a title."""
    there: dict[str, None] = {}
    listing = True
    for line in lines:
        listing = listing and _LISTED.fullmatch(line) is not None
        if listing or _CAME.fullmatch(line):
            there.update(dict.fromkeys(find_links(line)))
    return tuple(there)
