"""For what somebody is thanked, in words that one would write."""

import re
from collections.abc import Mapping, Sequence

from ..model.entry import Entry
from ..model.pattern import pattern

_NOUNS: Mapping[str, str] = {"gave": "gift", "intro": "introduction", "referral": "referral",
                             "call": "call", "meeting": "meeting", "email": "email", "message": "message", "letter": "letter"}
_OF_THEIRS = ("gave", "intro", "referral")
_EDGES = " .;,:!"
_TAG = pattern(r"(?:^|\s)#[^\s#]+")
# What belongs to the line itself, and not to what it says: `[price:: 20]`, `^a-block-id`.
_FIELD = pattern(r"(?:^|\s)(?:\[[^\[\]\n]{1,100}?::[^\[\]\n]*\](?!\()|\([^()\n]{1,100}?::[^()\n]*\))")
_BLOCK_ID = pattern(r"(?:^|\s)\^[A-Za-z0-9-]+\s*\Z")
_NEXT_SENTENCE = pattern(
    r"""(?:(?<=[^\W\d_]{3}[.!?])(?<!\bMrs\.)(?<!\bProf\.)|(?<=[\])"'”’»][.!?])|(?<=[.!?]["”»]))\s+(?=[^\W\d_a-z])""")
_MOST = 120  # signs
_MOST_NAMED = 4

# What somebody did, as logs have it, and as it stands behind `having`. Whatever follows, these are verbs.
_PARTICIPLES: Mapping[str, str] = {
    "gave": "given", "took": "taken", "wrote": "written", "came": "come", "drove": "driven", "drew": "drawn", "showed": "shown", "went": "gone",
    "knew": "known", "sang": "sung", "flew": "flown", "chose": "chosen", "threw": "thrown", "did": "done", "wove": "woven", "spoke": "spoken",
    "brought": "brought", "lent": "lent", "helped": "helped"}
# `cut flowers`, `left-over cake` and `signed copy` are what somebody gave, `cut my hair` and `signed the book` what they did.
_TOLD_BY_OBJECT = (
    r"(?:sent|made|let|told|paid|put|kept|held|taught|built|sold|led|cut|set|read|proofread|stood|dug|fed|hung|spent|caught|swept|found|bought|left"
    r"|[^\W\d_]{2,}ed)")
_OBJECT = r"(?:(?:me|us|it|my|our|the|an?|his|her|their|all)\b(?!-)|\[)"
_WORD = pattern(r"[^\W\d_]+")
_VERB = pattern(
    rf"(?:{'|'.join(verb for verb in _PARTICIPLES if verb != 'spoke')})\s|spoke\s+(?:to|with|at|up)\s"
    rf"|{_TOLD_BY_OBJECT}\s+(?:(?:up|out|down|off|away|back|together)\s+)?(?:to\s+|after\s+|(?:in|up)\s+for\s+)?{_OBJECT}"
    r"|[^\W\d_]{2,}ed\s+(?:for\s+(?:me|us)\b|up\b|until\b|half\b)|(?:introduced|recommended|referred)\s+[A-Z]")
# With a great letter, too, when it was done to me.
_TO_ME = pattern(rf"(?:{'|'.join(_PARTICIPLES)}|{_TOLD_BY_OBJECT})\s+(?:me|us)\b(?!-)")
# What else was done, in the same sentence.
_FURTHER = pattern(
    rf"(?:\s*[,;]\s*(?:and\s+|then\s+)*|\s+(?:and\s+|then\s+)+)(?:he|she|they|I|we|{'|'.join(verb for verb, done in _PARTICIPLES.items() if verb != done)})\b")
# What I did.
_MINE = pattern(r"(?:I|we|got|had|was|borrowed|received|accepted|needed|asked|wanted|talked|chatted|discussed|learned|visited|called|emailed)\s",
                re.IGNORECASE)
_BEGINS = pattern(r"(?:he|she|they)\s+(?:has\s+|have\s+|also\s+|kindly\s+|even\s+)?(?=[^\W\d_])|(?:kindly|even|also)\s+", re.IGNORECASE)
_PREPOSITION = pattern(r"(?:for|from|of|at|on|about|to|with|through|via|by|before|after|during)\s", re.IGNORECASE)
_THINGS = pattern(r"(?:an?|the|some|many|two|three|four|five|six|his|her|their|my|our|all|both|\d+)\s", re.IGNORECASE)
# Whom one was brought to: nothing but links, or names behind them.
_LINKED = pattern(r"\[\[[^\[\]\n]+\]\](?:\s*(?:,|and|&)\s*\[\[[^\[\]\n]+\]\])*(?=\Z|\s*[,;(]|\s+(?:about|for|of|from|at|on|who)\b)")


def for_all(entries: Sequence[Entry], home: str) -> str:
    """For what is thanked in the note `home` when thanks for all of these are owed: the newest last, what are too many by their number."""
    said = list(dict.fromkeys(_for_what(entry, home) for entry in entries))
    if len(said) > _MOST_NAMED:
        said = [*said[: _MOST_NAMED - 1], f"for {len(said) - _MOST_NAMED + 1} more things"]
    apart = "; " if any(sign in part for part in said for sign in ",;:") else ", "
    return f"{apart.join(said[:-1])}{';' if apart == '; ' and len(said) > 1 else ''}{' and ' if len(said) > 1 else ''}{said[-1]}"


def _for_what(entry: Entry, home: str) -> str:
    """The same for one entry. A text that is withheld, or stands elsewhere, is not repeated there."""
    said = _first_sentence(entry.text) if isinstance(entry.text, str) and entry.path == home else ""
    if not said.strip(_EDGES) or "\n" in said or len(said) > _MOST:
        return f"for the {_NOUNS[entry.kind] if entry.kind in _OF_THEIRS else 'help'} of {entry.date}"
    return f"for {thanked_for(entry.kind, said)}"


def _first_sentence(text: str) -> str:
    """The first sentence of a text, without tags and what else belongs to its line alone."""
    return _NEXT_SENTENCE.split(_TAG.sub("", _FIELD.sub("", _BLOCK_ID.sub("", text))).strip(), maxsplit=1)[0]


def thanked_for(kind: str, text: str) -> str:
    """What one thanks for, behind `for`: `having lent me the van` where an entry of that kind says `lent me the van`."""
    said = _first_sentence(text).strip(_EDGES) or text
    begins = _BEGINS.match(said)
    done = _having(said[begins.end() :] if begins else said, of_mine=kind not in _OF_THEIRS)
    if done:
        return f"having {done}"
    noun = _NOUNS.get(kind, "help")
    if begins or _MINE.match(said):
        return f"the {'help' if kind == 'gave' else noun}: {said}"
    if _THINGS.match(said):  # with a small letter, as in mid-sentence
        said = said[0].lower() + said[1:]
    return _things(kind, noun, said)


def _things(kind: str, noun: str, said: str) -> str:
    """What one thanks for when it is no sentence."""
    preposition = _PREPOSITION.match(said)
    if preposition:
        return f"the {'help' if kind == 'gave' and preposition[0].lower() == 'with ' else noun} {said[0].lower()}{said[1:]}"
    if kind == "gave":
        return said
    if kind == "intro" and _LINKED.match(said):
        return f"the introduction to {said}"
    if kind == "referral" and (_LINKED.match(said) or _THINGS.match(said)):
        return f"the referral of {said}"
    if kind not in _NOUNS or (kind not in ("intro", "referral") and _THINGS.match(said)):
        return said
    return f"the {noun}: {said}"


def _having(said: str, *, of_mine: bool) -> str:
    """`lent me the van` as it stands behind `having`; empty for what is not told in that way. What I did may be told, too, unless it says `me`."""
    word = _WORD.match(said)
    if word is None or _MINE.match(said) or (of_mine and not re.match(r"\w+\s+(?:me|us)\b", said)):
        return ""
    if not _VERB.match(said) and not (word[0].istitle() and _TO_ME.match(said[0].lower() + said[1:])):
        return ""
    verb = word[0].lower()
    return _PARTICIPLES.get(verb, verb) + _with_one_more(said[word.end() :])


def _with_one_more(rest: str) -> str:
    """What stands behind the first verb: with one more that `and` adds, else to the end of the first clause."""
    further = list(_FURTHER.finditer(rest))
    if not further:
        return rest
    *_, verb = further[0][0].split()
    if len(further) == 1 and further[0][0].split() == ["and", verb] and verb in _PARTICIPLES:
        return rest[: further[0].end() - len(verb)] + _PARTICIPLES[verb] + rest[further[0].end() :]
    return rest[: further[0].start()]
