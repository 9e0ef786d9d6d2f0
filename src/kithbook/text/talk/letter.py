"""What the writer of an e-mail says in it: quoted parts, signatures and forwarded letters left out."""

import re
from collections.abc import Iterator
from datetime import date

from ...model.record import NamedTuple

_HEADER = re.compile(r"(from|to|cc|date|sent|subject|von|an|gesendet|betreff|datum)\s*:\s*(.*)", re.IGNORECASE)
_FIELD = re.compile(r"[A-Za-z][A-Za-z0-9-]{0,60}:(?:\s|$)")
# `On 3 May 2026, Ana wrote:`, `Am 03.05.26 um 10:00 schrieb Ana:`, and the lines above a forwarded letter.
_QUOTES = re.compile(
    r"(?:on\b.{3,160}\bwrote|am\b.{3,160}\bschrieb.{0,80}|le\b.{3,160}\ba écrit\s?|.{1,80}\bwrites)\s?:\s*$"
    r"|-{2,}\s*(?:original message|forwarded (?:message|by)|ursprüngliche nachricht|weitergeleitete nachricht)|begin forwarded message|_{10,}\s*$"
    r"|[-\s]*forwarded by\b|\S+@\S+\s+wrote:\s*$|\"?[^\"<>@]{2,60}\"?\s*<\S+@\S+>\s+on\s+\d", re.IGNORECASE)
_QUOTES_OPEN = re.compile(r"(?:on\b.{3,100}|am\b.{3,100})$", re.IGNORECASE)
_QUOTES_END = re.compile(r".{0,80}\b(?:wrote|schrieb(?:\s.{0,60})?)\s?:\s*$", re.IGNORECASE)
_FROM = re.compile(r"(?:from|von)\s*:\s*\S", re.IGNORECASE)  # the head of a letter within a letter
_TO = re.compile(r"(?:to|an)\s*:\s*\S", re.IGNORECASE)
_SUBJECT = re.compile(r"(?:subject|betreff)\s*:", re.IGNORECASE)
_SENT = re.compile(r"(?:sent|date|to|cc|gesendet|datum|an)\s*:\s*\S", re.IGNORECASE)
_SIGNED = re.compile(r"--\s?$|sent from my\b|von meinem .{2,30} gesendet|get outlook for\b", re.IGNORECASE)
_CLOSING = re.compile(
    r"(?:(?:with )?(?:best|kind|warm|many)?\s*(?:regards|wishes|thanks)|best|cheers|yours(?: sincerely| truly| faithfully)?|sincerely|love|thanks"
    r"|thank you|(?:viele|liebe|beste|herzliche|schöne)\s+grüße|mit freundlichen grüßen|lg|vg|mfg|gruß|bis bald)\s*[,.!]*$", re.IGNORECASE)
# What only newsletters, advertisements and firms that write to all their customers say.
_CIRCULAR = re.compile(
    r"\bunsubscribe\b(?! from this group)|\bclick (?:here|below|on the|the)\b|\[image\]|<html|<http://[^>]{100}|\b(?:wish|want|like) to (?:receive|be removed)\b|\bprivacy (?:policy|statement)|\ball rights reserved"
    r"|\b(?:received?|receiving) this (?:e-?mail|message|newsletter|mailing)\b(?!.{0,40} in error)|\bdo not (?:reply|respond) to this\b|\bthis (?:e-?mail|message|newsletter) (?:was|has been|is being) sent (?:to|by)\b"
    r"|^dear (?:\w+ ){0,2}(?:customer|member|subscriber|investor|client|employee|colleague|shareholder|friend|reader|student|parent|resident|cardmember|traveler)s?\b|\bopt[- ]?out\b|\btoll[- ]free\b|\baddress book\b"
    r"|\b(?:abonnement|newsletter) (?:ab|zu )?bestellen\b|\bzum abmelden\b|\babbestellen\b|\bthank(?:s| you) for (?:contacting|choosing|shopping|ordering|your (?:order|interest|inquiry|enquiry))\b|\b(?:have|has) received your (?:e-?mail|inquiry|enquiry|request|message|order)\b|\bautomat(?:ed|ic) (?:reply|response|message|e-?mail)\b", re.IGNORECASE | re.MULTILINE)
_SENTENCE = re.compile(r"(?<=[.!?])[\"”')]?\s+(?=[A-ZÄÖÜ\"“(])")
_ITEM = re.compile(r"\s*(?:[-*•]|\d{1,2}[.)])\s+")
_WILL = re.compile(r"\W*(?:I|we) (?:will|shall|want to|promise)\b", re.IGNORECASE)
_BEGINS = re.compile(r"[A-ZÄÖÜ][^\W_]*")
_HEAD = 40  # lines at most from whom a letter within a letter went to, to what it is about
_RECITED = 6  # sentences at least
_NARROWEST = 60  # signs: in a narrower column nobody lets lines be broken


class Passage(NamedTuple):
    """A sentence of a letter, and the line (from 1) on which it begins."""

    line: int
    text: str


class Letter(NamedTuple):
    """A letter: the addresses of its writer and of those it went to, its day, what it says, and whether it is a `circular` to everybody."""

    sender: str
    receivers: tuple[str, ...]
    day: date | None
    passages: tuple[Passage, ...]
    circular: bool = False


def read_letter(text: str) -> Letter:
    """A letter with its head, when it has one; any other text is all body."""
    lines = text.replace("\r\n", "\n").split("\n")
    head: dict[str, str] = {}
    first = next((number for number, line in enumerate(lines) if line.strip()), 0)
    at = first
    while at < len(lines) and (_FIELD.match(lines[at]) or (at > first and lines[at][:1] in (" ", "\t") and lines[at].strip())):
        if match := _HEADER.match(lines[at]):
            head.setdefault(match[1].lower(), match[2])
        at += 1
    if not {"from", "von", "subject", "betreff", "date", "datum", "sent"} & set(head) or (at < len(lines) and lines[at].strip()):
        head, at = {}, 0
    from email.utils import parseaddr  # 10 ms, and a remark is no letter

    sender = parseaddr(head.get("from", head.get("von", "")))[1]
    receivers = tuple(filter(None, (parseaddr(part)[1] for part in head.get("to", head.get("an", "")).split(","))))
    passages = tuple(read_passages(lines[at:], at + 1))
    return Letter(sender, receivers, _day(head.get("date", "")), passages, _CIRCULAR.search(text) is not None or _is_recited(passages))


def _is_recited(passages: tuple[Passage, ...]) -> bool:
    """Whether it is a creed, a hymn or a list of resolutions: many of its sentences begin with "I will"."""
    return sum(_WILL.match(passage.text) is not None for passage in passages) >= max(_RECITED, len(passages) // 5)


def _day(written: str) -> date | None:
    from email.utils import parsedate_to_datetime

    try:
        return parsedate_to_datetime(written).date() if written else None
    except ValueError:
        return None


def read_passages(lines: list[str], first: int = 1) -> Iterator[Passage]:
    """The sentences of a body; `first` is the number of its first line."""
    paragraph: list[str] = []
    begins = first
    width = max([_NARROWEST, *map(len, lines)])
    for number, line in enumerate([*_own_lines(lines), ""], first):
        bare = line.strip()
        if paragraph and (not bare or _ITEM.match(line) or _is_ended(paragraph[-1], bare, width)):
            yield from _sentences(paragraph, begins)
            paragraph = []
        if bare:
            if not paragraph:
                begins = number
            paragraph.append(_ITEM.sub("", line).strip())


def _is_ended(line: str, following: str, width: int) -> bool:
    """Whether a line ends a sentence, though no stop says so: the next begins with a capital that would have fitted on it."""
    begins = _BEGINS.match(following)
    return begins is not None and line[-1:] != "," and len(line) + 1 + len(begins[0]) <= width


def _sentences(paragraph: list[str], line: int) -> Iterator[Passage]:
    """A paragraph's sentences, each with its line."""
    whole = " ".join(paragraph)
    starts = [0, *(match.end() for match in _SENTENCE.finditer(whole))]
    for start, end in zip(starts, [*starts[1:], len(whole)], strict=True):
        passed, number = 0, line
        for part in paragraph:
            if start < passed + len(part) + 1:
                break
            passed += len(part) + 1
            number += 1
        if text := whole[start:end].strip():
            yield Passage(number, text)


def _own_lines(lines: list[str]) -> list[str]:
    """The lines with nothing in place of what is quoted, forwarded, or a signature."""
    own: list[str] = []
    for number, line in enumerate(lines):
        bare = line.strip()
        next_line = lines[number + 1].strip() if number + 1 < len(lines) else ""
        if _QUOTES.match(bare) or _SIGNED.match(bare) or (_QUOTES_OPEN.match(bare) and _QUOTES_END.match(next_line)) or (_FROM.match(bare) and _SENT.match(next_line)) or (
                _TO.match(bare) and any(_SUBJECT.match(below.strip()) for below in lines[number + 1 : number + _HEAD])):
            break
        if bare.startswith((">", "|")):
            own.append("")
            continue
        own.append(line)
        if _CLOSING.match(bare):  # a name follows, and what its owner is
            own[-1] = ""
            following = next((at for at in range(number + 1, len(lines)) if lines[at].strip()), len(lines))
            if following - number <= 2 and len(lines[following].split() if following < len(lines) else ()) <= 4:
                break
    return own + [""] * (len(lines) - len(own))
