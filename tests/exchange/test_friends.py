"""The file of `friends`: what is written reads back, by our reader and by the syntax that friends itself has."""

import re
from datetime import date

from hypothesis import example, given, settings
from hypothesis import strategies as st

from kithbook.exchange.friends import read_friends
from kithbook.exchange.friends_write import write_friends
from kithbook.exchange.person import one_line
from kithbook.model.entry import KINDS
from kithbook.model.exported import Person, Together

# The syntax of friends 0.55, from what it says of its own file.
TAG = r"(?<![^\W_])@[^\W_]+(?:[:-]?[^\W_])*"
FRIEND = re.compile(rf"- (?P<name>[^(\[@]*[^(\[@\s])(\s+\(a\.k\.a\. (?P<known>.+)\))?(\s+\[(?P<place>[^\]]+)\])?(\s+(?P<tags>({TAG}\s*)+))?")
NAMED = re.compile(r"(?<=\*\*)\w[^*]*(?=\*\*)")
PLACED = re.compile(r"(?<=_)\w[^_]*(?=_)")
HEADERS = ["### Activities:", "### Notes:", "### Friends:", "### Locations:"]

TEXTS = st.text(st.sampled_from("ab *_@#[]()-:.,é田") | st.characters(exclude_categories=["Cs", "Cc"]), max_size=25).map(one_line)
OUR_WORDS = {"from", "to", "with", *KINDS}
NAMES = st.sampled_from(["Ana", "Ana Berg", "Bo (the elder)", "C_D", "é", "*"]) | TEXTS.filter(lambda text: text.casefold() not in OUR_WORDS)
PEOPLE = st.lists(st.builds(lambda name, aliases, place, tags: Person(1, name, aliases=tuple(aliases), location=place, tags=tuple(tags)), NAMES,
                            st.lists(NAMES, max_size=2), TEXTS, st.lists(TEXTS, max_size=2)), min_size=1, max_size=4)
DAYS = st.dates(date(2026, 1, 1), date(2026, 1, 3))
WORDS = st.sampled_from(["Ana Berg and Ana", "**Ana** rang", "to _Ana_", "a_b_c_d", "@home #gave #a/b", "**", "_ _"]) | TEXTS


@st.composite
def exports(draw: st.DrawFn) -> tuple[list[Person], list[Together]]:
    people = draw(PEOPLE)
    who = st.lists(st.sampled_from(range(len(people))), min_size=1, unique=True).map(tuple)
    kinds = st.sampled_from(sorted(KINDS.keys() - {"reflection"}))
    return people, draw(st.lists(st.builds(Together, DAYS, kinds, st.sampled_from(["in", "out", "both", None]), WORDS, who), max_size=5))


@settings(max_examples=300, deadline=None)
@given(exports())
def test_everybody_and_everything_reads_back(given: tuple[list[Person], list[Together]]) -> None:
    people, happened = given
    written = write_friends(people, happened)
    sections = dict(zip(HEADERS, re.split(r"^### \w+:$\n", written, flags=re.M)[1:], strict=True))
    activities, notes, friends, _ = (section.rstrip("\n").split("\n") if section.strip() else [] for section in sections.values())
    export = read_friends(written.encode())
    assert export.remarks == ()
    names = {person.name for person in export.people}
    assert len(names) == len(people) == len(friends)
    for line in friends:
        match = FRIEND.fullmatch(line)
        assert match, line
        found = next(person for person in export.people if person.name == match["name"])
        assert found.location == (match["place"] or "")
        assert found.tags == tuple(tag.lstrip("@") for tag in (match["tags"] or "").split())
    assert len(activities) + len(notes) == len(happened)
    for line in activities + notes:
        assert re.match(r"- \d{4}-\d\d-\d\d: ", line)
        named = set(NAMED.findall(line))
        assert named == {name for name in names if f"**{name}**" in line and re.match(r"\w", name)}
        assert not PLACED.search(re.sub(r"\*\*[^*]*\*\*", "", line))
    said = sorted((one.day, len(one.who)) for one in happened)
    lines: dict[tuple[date, str, str], int] = {}
    for person in export.people:
        for one in person.happened:
            key = (one.day, one.word, one.text)
            lines[key] = lines.get(key, 0) + 1
    if len(lines) == len(happened):  # else two are the same words of the same day, which make one
        assert sorted((day, number) for (day, *_), number in lines.items()) == said


@settings(max_examples=300, deadline=None)
@given(exports())
@example(([Person(1, "#A")], [Together(date(2026, 1, 1), "ask", "in", "Ana Berg and Ana", (0,))]))
@example(([Person(1, "Ana"), Person(1, ","), Person(1, "Ana")], [Together(date(2026, 1, 1), "ask", "in", "Ana Berg and Ana", (0, 1, 2))]))
def test_what_was_read_back_is_written_as_it_was(given: tuple[list[Person], list[Together]]) -> None:
    written = write_friends(*given)
    people = read_friends(written.encode()).people
    together: dict[tuple[date, str, str], list[int]] = {}
    for number, person in enumerate(people):
        for one in dict.fromkeys(person.happened):
            together.setdefault((one.day, one.word, one.text), []).append(number)
    again = write_friends(people, [Together(day, word, None, text, tuple(who)) for (day, word, text), who in together.items()])
    once = [line for number, line in enumerate(written.split("\n")) if not line.startswith("- 2026") or line not in written.split("\n")[:number]]
    assert sorted(again.split("\n")) == sorted(once)


def test_signs_that_are_no_part_of_a_word_for_friends_are_in_no_tag() -> None:
    ana = Person(1, "Ana", tags=("m²", "½", "two-½-x"))
    said = Together(date(2026, 1, 1), "note", None, "Ana has 90 m²@home #½ #m²", (0,))
    assert write_friends([ana], [said]).splitlines()[2:6] == [
        "### Notes:", "- 2026-01-01: **Ana** has 90 m²(at)home ½ @m", "", "### Friends:"]
    assert "- Ana @m @two-x" in write_friends([ana], [said])


def test_the_order_is_that_of_friends_itself() -> None:
    people = [Person(1, name, location=place) for name, place in (("ana", "the quay"), ("Zoe", "The Hague"), ("Ann", "Fell"), ("Élodie", ""))]
    assert [line for line in write_friends(people, []).splitlines() if line.startswith("- ")] == [
        "- Ann [Fell]", "- Zoe [The Hague]", "- ana [the quay]", "- Élodie", "- Fell", "- The Hague", "- the quay"]
