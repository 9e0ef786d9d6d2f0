"""What brings a need and an offer together, and what does not."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest

from conftest import ROOT
from kithbook.model.book import everybody_in
from kithbook.model.settings import Settings
from kithbook.model.summary import summarise
from kithbook.query.match import Matches, find_matches
from kithbook.query.network import NotesNetwork
from kithbook.query.wording import Wording
from kithbook.text.note import NoteReader
from kithbook.vault.vault import Vault

# So that no word is rare only because there is nothing else.
OTHERS = ("boats built", "bread on Fridays", "translations", "a loft with a view", "old maps", "bees", "sheep shearing", "chess lessons")


def matches_in(notes: Mapping[str, str], synonyms: Mapping[str, tuple[str, ...]] | None = None) -> Matches:
    wording = Wording(synonyms or {})
    reader = NoteReader(Settings())
    others = {f"people/Other {number}.md": f"---\noffers: [{text}]\n---\n" for number, text in enumerate(OTHERS)}
    summaries = [summarise(reader.read(path, text.encode())) for path, text in sorted({**others, **notes}.items())]

    def no_shelf() -> None:
        raise AssertionError("the logs are not asked")

    return find_matches(NotesNetwork(summaries, everybody_in(summaries), wording, [], no_shelf), wording)  # type: ignore[arg-type]


def strength(need: str, offer: str, synonyms: Mapping[str, tuple[str, ...]] | None = None) -> str | None:
    """How well a need and an offer meet; None when they do not. A colon says the key, where it is another than usual."""
    ask, _, needed = need.rpartition(": ")
    give, _, offered = offer.rpartition(": ")
    notes = {"people/A.md": f'---\n{ask or "needs"}: "{needed}"\n---\n', "people/B.md": f'---\n{give or "offers"}: "{offered}"\n---\n'}
    found = [row for row in matches_in(notes, synonyms).matches if {row.need.path, row.offer.path} == {"people/A.md", "people/B.md"}]
    return found[0].strength if found else None


@pytest.mark.parametrize(("need", "offer"), [
    ("somebody to repair an accordion", "repairs accordions and concertinas"),
    ("a flat in Berlin", "rents out a flat in Berlin"),
    ("an accountant who knows charities", "accountants for charities"),
    ("eine Wohnung in Leipzig", "vermietet Wohnungen in Leipzig"),
    ("a roofer", "roofers"),
    ("漁業の会計士", "漁業の会計士を紹介"),
])
def test_needs_and_offers_that_meet(need: str, offer: str) -> None:
    assert strength(need, offer) == "strong"


@pytest.mark.parametrize(("need", "offer"), [
    ("an investor for the bakery", "role: investor"),
    ("goals: sing in a choir before Easter", "a choir on Thursdays"),
    ("challenges: the taxes of a charity", "taxes"),
    ("accordion", "interests: accordion"),
    ("an orchard", "cider from a very large old orchard in Kent, by the barrel"),
])
def test_hints(need: str, offer: str) -> None:
    assert strength(need, offer) == "weak"


@pytest.mark.parametrize(("need", "offer"), [
    ("help with work", "help with new work"),
    ("a room for a week in town", "free time, some days in the week"),
    ("a good accountant", "good advice"),
    ("a lawyer for a small business", "small business cards"),
    ("a speaker for the meetup", "loudspeakers"),
    ("a boat", "goals: a boat"),
    ("goals: a choir", "interests: choir"),
    ("somebody to look after a dog, three cats and a parrot in August", "interests: cats"),
])
def test_what_does_not_meet(need: str, offer: str) -> None:
    assert strength(need, offer) is None


def test_words_that_mean_the_same() -> None:
    assert strength("a plumber", "pipe fitting") is None
    assert strength("a plumber", "pipe fitting", {"plumber": ("pipe fitting",)}) == "strong"


def test_those_whom_i_introduced_are_left_out_however_it_is_written() -> None:
    notes = {"people/A.md": "---\nneeds: [an accordion]\n---\n", "people/B.md": "---\noffers: [an accordion]\n---\n"}
    assert len(matches_in(notes).matches) == 1
    for path, line in (("people/A.md", "- 2026-10-01 intro: to [[B]]\n- 2026-10-20 outcome: they play\n"),
                       ("people/B.md", "- 2026-10-01 intro out with [[A]]: accordion\n"),
                       ("people/B.md", "- 2026-10-01 note with [[A]]: an introduction? #intro-asked\n"),
                       ("daily/2026-10-01.md", "- introduced [[A]] to [[B]]\n")):
        assert not matches_in({**notes, path: notes.get(path, "") + line}).matches, line
    mine = {**notes, "people/A.md": notes["people/A.md"] + "- 2026-10-01 intro in with [[B]]: A made us known\n"}
    assert len(matches_in(mine).matches) == 1


def test_on_the_example_vault_it_says_what_a_friend_would(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    vault = Vault(str(ROOT / "example-vault"))
    found = vault.ask_around(lambda network: find_matches(network, Wording(vault.settings.synonyms)), date(2026, 11, 22))
    assert {(row.need.contact, row.offer.contact, row.strength) for row in found.matches} == {
        ("田中花子", "Sigvard Holm", "strong"),  # old photographs of the harbour
        ("Sanna Mäkelä", "Wulandari", "strong"),  # a stove to weld
        ("Noor", "Xiomara Bello", "strong"),  # a trainee place
        ("Fatoumata Diallo", "Tsegaye Alemu", "strong"),  # a room for a choir
        (None, "Ulrika Dahlström", "strong"),  # the roof of the Loft
        ("Nnamdi Okafor-Lind", "Tsegaye Alemu", "weak"),  # a room with a carpet
    }
