"""Mail as mbox, or the files of a Maildir: who wrote to whom, and when. What they wrote is not looked at."""

import re
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from email import message_from_bytes, policy
from email.message import Message
from email.utils import getaddresses, parsedate_to_datetime
from itertools import pairwise

from ..errors import VaultError
from ..model.exported import Export, Happening, Person, Remark
from .person import one_line

# A line in a letter that begins with `From` is mostly escaped, and names no year.
_FROM_LINE = re.compile(rb"^From \S+(?:[ \t][^\n]*\d{4}[^\n]*)?\r?\n", re.MULTILINE)
_NO_PERSON = re.compile(
    r"(?:no|do-?not)[-_.]?reply|mailer-daemon|postmaster|bounces?[-+@]|notifications?@|newsletter|news@|info@|support@", re.I)
_BLANK_LINE = re.compile(rb"\r?\n\r?\n")
_LIST_HEADERS = ("List-Id", "List-Unsubscribe", "List-Post", "Feedback-ID")
_BULK = frozenset(["bulk", "list", "junk"])


def split_mbox(data: bytes) -> Iterator[tuple[int, bytes]]:
    """The letters of an mbox, each with the line on which it begins. Raises `VaultError` for a file that is none."""
    starts = [at for at in (match.start() for match in _FROM_LINE.finditer(data))
              if at == 0 or data[max(0, at - 4) : at].endswith((b"\n\n", b"\r\n\r\n"))]
    line, before = 1, 0
    if data.strip() and not starts:
        raise VaultError("no line in this file begins a letter (`From …`)", "is it an mbox? A folder of letters is given as a folder")
    for start, end in pairwise([*starts, len(data)]):
        line += data.count(b"\n", before, start)
        before = start
        yield line, data[data.index(b"\n", start) + 1 : end]


def read_letters(letters: Iterable[tuple[int, bytes]], mine: frozenset[str], since: date, *, subjects: bool, newcomers: bool) -> Export:
    """Who wrote to me, and whom I wrote to; `mine` are my addresses, case-folded; older letters than `since` are passed over.

    Lists, newsletters and addresses that nobody answers at are left out. With `subjects` an entry says what
    a letter was about; with `newcomers` a note is wanted for those who have none.
    """
    people: dict[str, Person] = {}
    happened: dict[str, dict[Happening, Happening]] = {}
    remarks: list[Remark] = []
    left_out = 0
    for line, data in letters:
        letter = message_from_bytes(_BLANK_LINE.split(data, maxsplit=1)[0], policy=policy.compat32)
        sent = _sent(letter)
        if sent is None:
            remarks.append(Remark(line, "fault", "this letter has no date that can be read"))
            continue
        day = sent.date()
        if day < since:
            continue
        if _is_for_many(letter):
            left_out += 1
            continue
        senders = _addresses(letter, "From")
        from_me = any(address.casefold() in mine for _, address in senders)
        about = one_line(str(letter.get("Subject", ""))) if subjects else ""
        for name, address in _addresses(letter, "To", "Cc") if from_me else senders[:1]:
            key = address.casefold()
            if key in mine or _NO_PERSON.search(address):
                continue
            known = people.setdefault(key, Person(line, name or "", email=(address,), by_address=True, only_known=not newcomers))
            if not known.name and name:
                people[key] = known._replace(name=name)
            one = Happening(day, "email", "out" if from_me else "in", about)
            of_day = happened.setdefault(key, {})  # one entry a day, for the last: it says who is waiting
            if one not in of_day or of_day[one].moment < sent.timestamp():
                of_day[one] = one._replace(moment=sent.timestamp())
    if left_out:
        remarks.append(Remark(1, "skipped", f"{left_out} from mailing lists and newsletters"))
    return Export(tuple(one._replace(happened=tuple(sorted(happened[key].values(), key=lambda found: (found.day, found.moment))))
                        for key, one in people.items()), tuple(remarks))


def _sent(letter: "Message[str, str]") -> datetime | None:
    """When a letter was sent, by the clock of who sent it."""
    try:
        sent = parsedate_to_datetime(str(letter["Date"]))
        sent.timestamp()
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    return sent


def _is_for_many(letter: "Message[str, str]") -> bool:
    automatic = str(letter.get("Auto-Submitted", "no")).strip().lower() != "no"
    return automatic or any(letter.get(name) for name in _LIST_HEADERS) or str(letter.get("Precedence", "")).strip().lower() in _BULK


def _addresses(letter: "Message[str, str]", *names: str) -> list[tuple[str, str]]:
    """Names and addresses of these headers."""
    headers = [str(value) for name in names for value in letter.get_all(name, [])]
    return [(one_line(name).strip("'\""), one_line(address)) for name, address in getaddresses(headers) if "@" in address]
