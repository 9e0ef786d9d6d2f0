"""English: words, frames and days together."""

from .english_balance import ENOUGH, POINTS
from .english_days import BEFORE, BEFORE_BY, DAYS, NOT_DUE, NUMBERS, OPENINGS, UNTIL
from .english_frames import FRAMES, VETOES
from .english_jottings import JOTTINGS
from .english_letters import IN_LETTERS, ONLY_TOLD, OURS_IN_LETTERS, PUBLIC, WHICH_THING
from .english_life import HANDS_ON, OWN_AFFAIRS
from .english_phrases import PHRASES
from .english_words import DOTTED, ENDINGS, JOINED, SIGNS, TITLES, WORDS, is_past
from .language import Language, Tables

ENGLISH = Language(Tables(
    code="en", signs=SIGNS, words=WORDS, phrases=PHRASES, endings=ENDINGS, frames=(*FRAMES, *(frame._replace(jotted=True) for frame in JOTTINGS)), vetoes=VETOES,
    points=POINTS, enough=ENOUGH, numbers=NUMBERS, days=DAYS, not_due=NOT_DUE, before=BEFORE, before_by=BEFORE_BY, until=UNTIL, openings=OPENINGS, past=is_past, joined=JOINED, titles=TITLES, dotted=DOTTED, inflected={"'d": "ed", "'ing": "ing"},
    small="by on for before and but in at till the of to", thirds="has is says wants offers knows thinks seeks promises swears owes vows agrees insists asks needs hopes reckons",
    unchanged="read set put cut hit shut split bid", both="both",
    hands_on=HANDS_ON, own_affairs=OWN_AFFAIRS, letters=IN_LETTERS, ours_in_letters=OURS_IN_LETTERS, which_thing=WHICH_THING, only_told=ONLY_TOLD, public=PUBLIC,
    again=r"(?:do|did|make|manage) (?:it|so|that|this)\b.*|(?:it|so)"))
