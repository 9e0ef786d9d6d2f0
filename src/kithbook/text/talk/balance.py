"""Whether a text in which no frame fits is a promise on balance: by what speaks for one in it, and what against.

Of what people jot down ("deposit to Ana on payday") no list of frames has all. Each kind of word has points
(`Tables.points`); a remark whose kinds of words have `enough` of them together is taken for a promise, the least sure of all.
Only what looks jotted down is weighed: in a letter, where sentences are whole, a day and a name say little.
"""

from collections.abc import Iterable, Sequence

from ...model.promise import Who
from .language import Frame, Language

ON_BALANCE = Frame("on balance", "balance", 0.4, "", "")
_LONGEST = 25  # words; longer texts are stories
_HEADING = 4  # words before a colon
_SHORT = 9  # words a sentence, of several


def weigh(tags: Iterable[str], language: Language) -> int:
    """The points of the kinds of words in a text, each counted once."""
    return sum(language.points.get(tag, 0) for tag in frozenset(tags))


def best_sentence(text: str, tags: str, language: Language) -> tuple[int, int] | None:
    """Where the sentence of a text stands that is most of a promise; None when the text is none on balance."""
    of = language.tags
    stops = (of["STOP"], of["ASKED"])
    if not language.points or len(tags) > _LONGEST or of["YOU"] in tags or of["YOUR"] in tags or weigh(tags, language) < language.tables.enough:
        return None
    if language.veto("taken back").search(tags):
        return None
    count = sum(end > start for start, end in _sentences(tags, stops, (), frozenset()))
    sentences = list(_sentences(tags, stops, (of["COLON"], of["DASH"]), frozenset(of[tag] for tag in ("PAST", "DONE", "SAY", "WITH") if tag in of)))
    if not (text[:1].islower() or text[-1:] not in ".!?" or len(tags) <= _SHORT * count > _SHORT):
        return None
    unlikely = language.veto("unlikely")
    open_ones = [(weigh(tags[start:end], language), start, end) for start, end in sentences
                 if tags[end : end + 1] != of["ASKED"] and end - start > 1 and not unlikely.search(tags[start:end])]
    best, start, end = max(open_ones, default=(0, 0, 0))
    return (start, end) if best >= language.tables.enough else None


def _sentences(tags: str, stops: Sequence[str], heading: Sequence[str], told: frozenset[str]) -> Iterable[tuple[int, int]]:
    """The sentences, and apart from them what they are headed with (`Rang Ana: …`, `Call with Ana - …`)."""
    start = 0
    for place, tag in enumerate(tags):
        if tag in stops or (tag in heading and place - start <= _HEADING and not told.isdisjoint(tags[start:place])):
            yield start, place
            start = place + 1
    yield start, len(tags)


def whose(said: str, language: Language) -> Who:
    """Whose the promise in a sentence is, by who is spoken of in it."""
    of = language.tags
    if language.veto("both of us").search(said):
        return "us"
    if of["I"] in said:
        return "me"
    if language.veto("by me").search(said):
        return "me"
    if language.veto("they say").search(said):
        return "them"
    if of["WE"] in said or of["JOINT"] in said:
        return "us"
    if any(of[tag] in said for tag in ("HE", "ME", "FROM")):
        return "them"
    if said[1:2] == of["TO"] and said[2:3] not in language.verbs:
        return "me"  # the letter to Ana
    if language.veto("owner").match(said, 1):
        return "me"  # Ana's essay: comments by Friday
    opens = said[:1] in (of["NAME"], of["CAP"], of["ROLE"], of["KIN"]) and said[1:2] in [of[tag] for tag in ("IS", "WILL", "SAY", "COMMIT", "ACTS", "ACTING", "DOING", "ING", "TO", "WORD", "COLON", "NAME")]
    return "them" if opens else "me"
