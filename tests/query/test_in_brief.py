"""The book in brief answers as the whole one does, on any day, whatever was written."""

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from kithbook.model.book import Book, assemble
from kithbook.model.settings import Settings
from kithbook.model.summary import summarise
from kithbook.query.agenda import Agenda, agenda
from kithbook.query.book_ledger import BookLedger
from kithbook.query.lookup import list_contacts
from kithbook.text.note import NoteReader
from kithbook.vault.packing import pack_summary, unpack_summary

SETTINGS = Settings()
READER = NoteReader(SETTINGS)
START = date(2026, 1, 1)
PEOPLE = ("Ada", "Bob", "Cem")

DAYS = st.integers(0, 60).map(lambda ahead: START + timedelta(ahead))
HEADS = st.sampled_from([
    "call", "call in", "email in", "email", "gave in", "gave", "intro in", "intro", "referral", "thanks", "thanks in", "problem",
    "fixed", "outcome", "note", "reflection", "intro in: by Ada,", "Bob introduced me to Cem,", "meeting with [[Bob]]", "lunch with [[Cem]], [[Ada]]"])
TAGS = st.sampled_from(["", "", "", " #thanked", " #received", " #fixed", " #problem", " #no-reply", " #reply-owed", " #confidential"])


@st.composite
def logs(draw: st.DrawFn) -> str:
    lines = [f"- {day} {head}: words{tag}" for day, head, tag in draw(st.lists(st.tuples(DAYS, HEADS, TAGS), max_size=12))]
    if draw(st.booleans()):
        lines.sort(reverse=draw(st.booleans()))
    if draw(st.booleans()):
        lines.insert(0, f"- [ ] send it ➕ {draw(DAYS)}")
    front = f"---\nevery: 1w\nmet: {draw(DAYS)}\n---\n" if draw(st.booleans()) else ""
    return front + "\n".join(lines) + "\n"


@st.composite
def daily_notes(draw: st.DrawFn) -> tuple[str, str]:
    lines = draw(st.lists(st.sampled_from([
        "- call with [[Ada]]: x", "- email in [[Bob]]: y", "- thanks [[Cem]]", "- [ ] bring [[Ada]] the map", "[[Bob]] mentioned"]),
        max_size=3))
    return f"daily/{draw(DAYS)}.md", "\n".join(lines) + "\n"


def in_brief(notes: dict[str, str], today: date) -> Book:
    summaries = []
    for path, text in notes.items():
        summary = READER.summarise(path, text.encode())
        if summary.newest is not None and summary.newest > today:
            summary = summarise(READER.read(path, text.encode()), live_only=False)
        assert unpack_summary(pack_summary(summary)) == summary
        summaries.append(summary)
    return assemble(summaries, SETTINGS)


def shown(answer: Agenda) -> list[object]:
    """The answer without withheld texts, which a summary does not keep."""
    return [
        [row._replace(text=None) if not isinstance(getattr(row, "text", None), (str, type(None))) else row for row in part]
        if isinstance(part, tuple) else part
        for part in answer
    ]


@given(st.tuples(logs(), logs(), logs()), st.lists(daily_notes(), max_size=3), st.integers(0, 70))
@settings(derandomize=True, max_examples=250, deadline=None)
def test_in_brief_as_in_full(texts: tuple[str, str, str], daily: list[tuple[str, str]], ahead: int) -> None:
    today = START + timedelta(ahead)
    notes = {f"people/{name}.md": text for name, text in zip(PEOPLE, texts, strict=True)} | dict(daily)
    brief = in_brief(notes, today)
    whole = assemble([READER.read(path, text.encode()) for path, text in notes.items()], SETTINGS)
    assert shown(agenda(BookLedger(brief), today)._replace(attention=())) == shown(agenda(BookLedger(whole), today)._replace(attention=()))
    assert list_contacts(brief, today) == list_contacts(whole, today)
