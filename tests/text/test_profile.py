"""What a contact's front matter says: every key of the table in docs/format.md, and what in it cannot be read."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kithbook.model.contact import Profile
from kithbook.model.dates import Cadence, Gap, YearlyDay
from kithbook.model.problem import Problem
from kithbook.model.settings import Settings
from kithbook.model.withheld import Withheld
from kithbook.text.front_matter import read_front_matter
from kithbook.text.note import NoteReader
from kithbook.text.profile import FieldReader, private_lines, read_profile
from kithbook.text.yaml_core import YamlFault


def read(front: str, settings: Settings | None = None) -> tuple[Profile, list[Problem]]:
    reader = FieldReader("people/Ada.md", read_front_matter(front), settings or Settings())
    return read_profile(reader, "Ada"), reader.problems


def values(front: str) -> dict[str, object]:
    """What differs from a note without front matter."""
    profile, problems = read(front)
    assert problems == []
    return {key: value for key, value in profile._asdict().items() if value != getattr(Profile("Ada"), key) and key != "lines"}


TWO = Cadence(Gap(14), Gap(14))


@pytest.mark.parametrize(
    ("front", "expected"),
    [
        ("", {}),
        ("unknown: x\nUnknown: [y]", {}),
        ("name: Ada Lovelace", {"name": "Ada Lovelace"}),
        ("name: NO", {"name": "NO"}),
        ("name: 007", {"name": "007"}),
        ("name: 1815", {"name": "1815"}),
        ("name: true", {"name": "true"}),
        ("name: null", {}),
        ("name: ''", {}),
        ("name: '  '", {}),
        ("aliases: [A, Countess]", {"aliases": ("A", "Countess")}),
        ("aliases: A", {"aliases": ("A",)}),
        ("aliases:\n  - A\n  -\n  - ''\n  - null", {"aliases": ("A",)}),
        ('org: "[[Analytical Society]]"\nrole: programmer\nlocation: London', {"org": "[[Analytical Society]]", "role": "programmer", "location": "London"}),
        ("email: a@b.org", {"email": ("a@b.org",)}),
        ("email: [a@b.org, c@d.org]", {"email": ("a@b.org", "c@d.org")}),
        ("phone: '+44 20 7946 0000'", {"phone": ("+44 20 7946 0000",)}),
        ("phone: 02079460000", {"phone": ("02079460000",)}),
        ("phone: [12345, '0123']", {"phone": ("12345", "0123")}),
        ("url: https://ada.org/#x", {"url": ("https://ada.org/#x",)}),
        ("tags: [board, work/maths]", {"tags": ("board", "work/maths")}),
        ("tags: '#board, #maths friend'", {"tags": ("board", "maths", "friend")}),
        ("tags: ['#board', board]", {"tags": ("board",)}),
        ("every: 2w", {"every": "2w", "cadence": TWO}),
        ("every: 4w/6w", {"every": "4w/6w", "cadence": Cadence(Gap(28), Gap(42))}),
        ("every: Quarterly", {"every": "Quarterly", "cadence": Cadence(Gap(months=3), Gap(months=3))}),
        ("every: never", {"every": "never", "cadence": "never"}),
        ("circle: inner", {"circle": "inner"}),
        ("circle: Inner", {"circle": "inner"}),
        ("stage: trusted", {"stage": "trusted"}),
        ("stage: Dormant", {"stage": "dormant"}),
        ("paused: 2027-01-01", {"paused": date(2027, 1, 1)}),
        ("paused: true", {"paused": True}),
        ("paused: false", {}),
        ("met: 2026-11-01", {"met": date(2026, 11, 1)}),
        ("met: 1 Nov 2026", {"met": date(2026, 11, 1)}),
        ('met: "[[2026-11-01]]"', {"met": date(2026, 11, 1)}),
        ("met: 2026-11-01 18:30", {"met": date(2026, 11, 1)}),
        ('met_at: Great Exhibition\nmet_via: "[[Mary Somerville|Mary]]"', {"met_at": "Great Exhibition", "met_via": "Mary Somerville"}),
        ("met_via: Mary Somerville", {"met_via": "Mary Somerville"}),
        ("birthday: 1815-12-10", {"birthday": YearlyDay(12, 10, 1815)}),
        ("birthday: 12-10", {"birthday": YearlyDay(12, 10)}),
        ("birthday: --12-10", {"birthday": YearlyDay(12, 10)}),
        ("birthday: 02-29", {"birthday": YearlyDay(2, 29)}),
        ("dates:\n  anniversary: 06-14\n  exam: 2026-02-01", {"dates": (("anniversary", YearlyDay(6, 14)), ("exam", YearlyDay(2, 1, 2026)))}),
        ("interests: [poetry]\nneeds: a press\noffers:\n- proofs\ngoals: [fly]\nchallenges: [Babbage]",
         {"interests": ("poetry",), "needs": ("a press",), "offers": ("proofs",), "goals": ("fly",), "challenges": ("Babbage",)}),
        ('knows: ["[[Mary]]", "[C](Charles%20B.md)", Faraday]', {"knows": ("Mary", "Charles B.md", "Faraday")}),
        ("pluses: [kind]\nminuses: late\ndealbreakers:\n  - bets", {"pluses": (Withheld("kind", "private"),), "minuses": (Withheld("late", "private"),), "dealbreakers": (Withheld("bets", "private"),)}),
    ],
)
def test_each_key(front: str, expected: dict[str, object]) -> None:
    assert values(front) == expected


def test_what_is_private_is_withheld() -> None:
    profile, _ = read("pluses: [kind]\nminuses: late")
    assert [item.reason for item in (*profile.pluses, *profile.minuses)] == ["private", "private"]


def test_the_lines_that_are_pointed_at_are_kept() -> None:
    assert read("name: A\nmet: 2026-11-01\nbirthday: 12-10\ndates:\n  x: 01-01")[0].lines == {"met": 3, "birthday": 4, "dates": 5}


# what is written, the place (the front matter begins on line 2), the rule and the severity
WRONG = [
    ("met: last year", 2, 6, "unreadable-date", "error"),
    ("met: 2026-11-01 in Rome", 2, 6, "unreadable-date", "error"),
    ("met: 03/04/2026", 2, 6, "ambiguous-date", "error"),
    ("met: 10 Nov", 2, 6, "ambiguous-date", "error"),
    ("name: A\nmet: 2026-02-30", 3, 6, "impossible-date", "error"),
    ("paused: a while", 2, 9, "unreadable-date", "error"),
    ("birthday: 10/12", 2, 11, "unreadable-date", "error"),
    ("birthday: 02-30", 2, 11, "unreadable-date", "error"),
    ("birthday: 1815-02-29", 2, 11, "unreadable-date", "error"),
    ("dates:\n  exam: soon", 3, 9, "unreadable-date", "error"),
    ("dates: 06-14", 2, 8, "wrong-type", "error"),
    ("every: often", 2, 8, "unreadable-cadence", "error"),
    ("every: 0d", 2, 8, "unreadable-cadence", "error"),
    ("every: 6w/4w", 2, 8, "unreadable-cadence", "error"),
    ("circle: outer", 2, 9, "unknown-value", "error"),
    ("stage: friend", 2, 8, "unknown-value", "error"),
    ("name: [Ada, B]", 2, 7, "wrong-type", "error"),
    ("name: {a: b}", 2, 7, "wrong-type", "error"),
    ("needs:\n  - a: b", 3, 5, "wrong-type", "error"),
    ("needs: [[a, b], c]", 2, 9, "wrong-type", "error"),
    ("org: [[Society]]", 2, 6, "unquoted-link", "warning"),
    ("knows:\n  - [[Mary]]", 3, 5, "unquoted-link", "warning"),
    ("met_via: [[Mary, Countess]]", 2, 10, "unquoted-link", "warning"),
]


@pytest.mark.parametrize(("front", "line", "column", "rule", "severity"), WRONG)
def test_what_cannot_be_read_is_a_problem_where_it_stands(front: str, line: int, column: int, rule: str, severity: str) -> None:
    (problem,) = read(front)[1]
    assert (problem.line, problem.column, problem.rule, problem.severity) == (line, column, rule, severity)
    assert problem.message
    assert problem.fix


def test_an_unquoted_link_is_taken_for_what_it_means() -> None:
    profile, _ = read("org: [[Society]]\nknows: [[Mary]]\nmet_via: [[Mary, Countess]]")
    assert (profile.org, profile.knows, profile.met_via) == ("[[Society]]", ("Mary",), "Mary, Countess")


def test_date_order_settles_a_date() -> None:
    assert read("met: 03/04/2026", Settings(date_order="dmy"))[0].met == date(2026, 4, 3)


@pytest.mark.parametrize("mark", ["confidential: true", "confidental: true", "Confidential: maybe", "tags: [a, confidential]", "tags: '#confidential/health'",
                                  "note: x #confidential", "# #confidential"])
@pytest.mark.parametrize("front", [wrong[0].replace("a while", "SECRET").replace("often", "SECRET") for wrong in WRONG if "name" not in wrong[0]])
def test_no_message_repeats_what_may_be_confidential(mark: str, front: str) -> None:
    note = NoteReader(Settings()).read("people/Ada.md", f"---\n{mark}\n{front}\n---\n".encode())
    assert {(problem.message, problem.fix) for problem in note.problems if problem.rule != "confidential-mark"} == {("a value in the front matter cannot be read as it should be", "look at the line itself")}


def test_without_a_mark_messages_say_what_is_wrong() -> None:
    (problem,) = read("confidential: false\nevery: often")[1]
    assert problem.message == "`every: often` is no cadence"


@pytest.mark.parametrize("key", ["pluses", "Minuses", "dealbreakers", "deal-breakers", "deal_breaker", "minus", "plusses"])
def test_lines_of_private_values_are_known_though_the_key_is_misspelt(key: str) -> None:
    fields = read_front_matter(f"name: Ada\n{key}:\n  - a\n  - b\norg: x")
    assert list(private_lines(fields, 6)) == [3, 4, 5]


def test_private_values_at_the_end_reach_to_the_end() -> None:
    assert list(private_lines(read_front_matter("name: A\nminuses: >-\n  a\n  b"), 5)) == [3, 4, 5]


KEYS = ["name", "aliases", "tags", "every", "circle", "stage", "paused", "met", "met_via", "birthday", "dates", "knows", "pluses", "org"]


@given(st.dictionaries(st.sampled_from(KEYS), st.sampled_from(["x", "true", "12", "2026-11-22", "[a, [b]]", "{a: b, c: 06-14}", "[[A]]", "''", "null", "2w", "\n  - a\n  - b: c", "\n  a: 02-29", "1e400", ".nan", "[[], {}]", "[null]"])))
def test_no_value_makes_it_fail(fields: dict[str, str]) -> None:
    front = "\n".join(f"{key}: {value}" for key, value in fields.items())
    try:
        profile, problems = read(front)
    except YamlFault:
        return
    assert profile.name
    assert all(2 <= problem.line <= front.count("\n") + 2 and problem.fix for problem in problems)
