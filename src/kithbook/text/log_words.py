"""The words of a log: which kind of entry each of them names, and in which direction."""

from collections.abc import Mapping

from ..model.entry import KINDS, Direction
from ..model.record import NamedTuple


class Head(NamedTuple):
    """What an entry says of itself: `text` is what the entry says; `named` tells whether the words named a kind at all."""

    kind: str
    direction: Direction | None
    text: str
    named: bool


# How each kind is written (docs/format.md), all in lower case.
_WRITTEN = {
    "call": "call called calls calling phone phoned rang ring voicemail vm zoom video facetime tel telephone telephoned skype"
            " videocall callback webex gmeet skyped zoomed facetimed",
    "meeting": "met meet meeting meetings mtg coffee coffees lunch lunched dinner breakfast brunch supper drinks drink beer beers"
               " pint pints cuppa visit visited walk walked hike tea bbq barbecue picnic catchup catch-up workshop interview 1:1 1-1",
    "email": "email emailed emails emailing e-mail e-mailed mail mailed mails thread",
    "message": "text texted texts message messaged messages msg msgs dm dms dm'd dmed chat chatted whatsapp whatsapped slack slacked"
               " linkedin sms imessage signal telegram pinged",
    "letter": "letter letters card postcard",
    "event": "event conference conf party meetup panel wedding funeral concert gig festival seminar webinar hackathon reunion"
             " parkrun exhibition",
    "gave": "gave gift gifted help helped advice advised shared sent lent loaned",
    "intro": "intro intros intro'd introed introduced introduction",
    "referral": "referral referrals referred",
    "ask": "ask asked asks",
    "thanks": "thanks thanked thank thx",
    "problem": "problem issue",
    "fixed": "fixed resolved",
    "outcome": "outcome",
    "reflection": "reflection rating",
    "note": "note",
}
WORDS: Mapping[str, str] = {word: kind for kind, words in _WRITTEN.items() for word in words.split()}

# Words that say more than their kind about the direction.
_WORD_DIRECTION: Mapping[str, Direction] = {"voicemail": "out", "vm": "out", "thread": "both"}
# What may be written behind a kind.
GIVEN_DIRECTIONS: tuple[Direction | None, ...] = (None, "in", "out")


def default_direction(word: str, kind: str) -> Direction | None:
    """The direction of a kind, written with `word`, when nothing else tells it."""
    return _WORD_DIRECTION.get(word, KINDS[kind])
