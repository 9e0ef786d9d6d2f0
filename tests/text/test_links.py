"""Links and tags as Obsidian writes them."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kithbook.text.company import find_with_links
from kithbook.text.links import (
    find_link_places,
    find_links,
    find_tags,
    link_target,
    show_links,
)

# how it is written, what it names, what it shows
LINKS = [
    ("[[Ada]]", "Ada", "Ada"),
    ("[[people/Ada]]", "people/Ada", "Ada"),
    ("[[people/Ada.md]]", "people/Ada.md", "Ada"),
    ("[[Ada|the countess]]", "Ada", "the countess"),
    ("[[Ada#Log]]", "Ada", "Ada"),
    ("[[Ada#Log#Calls|hm]]", "Ada", "hm"),
    ("[[Ada#^abc123]]", "Ada", "Ada"),
    ("[[Ada#^abc123|hm]]", "Ada", "hm"),
    (r"[[Ada\|the countess]]", "Ada", "the countess"),
    ("[[ Ada ]]", "Ada", " Ada "),
    ("[Ada](Ada.md)", "Ada.md", "Ada"),
    ("[hm](people/Ada%20Lovelace.md)", "people/Ada Lovelace.md", "hm"),
    ("[hm](<people/Ada Lovelace.md>)", "people/Ada Lovelace.md", "hm"),
    ("[hm](Ada%20Lovelace.md#Log)", "Ada Lovelace.md", "hm"),
    ("[hm](Ada%23.md)", "Ada#.md", "hm"),
    ("[hm](../people/Ada.md)", "../people/Ada.md", "hm"),
    ("[hm](Ada_(countess).md)", "Ada_(countess).md", "hm"),
    ('[hm](Ada.md "a title")', "Ada.md", "hm"),
    ("[**hm**](Ada.md)", "Ada.md", "**hm**"),
    ("[](Ada.md)", "Ada.md", "Ada.md"),
    ("[`hm`](Ada.md)", "Ada.md", "`hm`"),
]


@pytest.mark.parametrize(("written", "target", "words"), LINKS)
def test_a_link_names_a_note_and_shows_words(written: str, target: str, words: str) -> None:
    text = f"a {written} b"
    assert find_links(text) == (target,)
    assert find_link_places(text) == ((target, 2),)
    assert show_links(text) == f"a {words} b"


@pytest.mark.parametrize(
    "text",
    ["![[Ada]]", "![Ada](Ada.png)", "[[#Log]]", "[[#^abc]]", "[[]]", "[[ ]]", "[[|Ada]]", "[Ada]()", "[Ada](#log)", "[Ada](https://ada.org/a.md)", "[Ada](mailto:a@b.org)",
     "[Ada](obsidian://open?file=Ada)", "[Ada](//ada.org/a.md)", "`[[Ada]]`", "``[Ada](Ada.md) ` ``", "[[A\nda]]", "[Ada] (Ada.md)", "[[Ada]", "[Ada]", "Ada"],
)
def test_what_is_no_link_to_a_note(text: str) -> None:
    assert (find_links(text), find_link_places(text)) == ((), ())


def test_links_are_found_in_order_each_once_and_each_place() -> None:
    text = "[[B]] [[A]] [b](B.md) [[B|b]]"
    assert find_links(text) == ("B", "A", "B.md")
    assert find_link_places(text) == (("B", 0), ("A", 6), ("B.md", 12), ("B", 22))


def test_places_count_from_where_the_text_begins_over_all_its_lines() -> None:
    text = "a `x`\n- [[B]]\nc ![[D]] [[E]]"
    assert [(target, text[place : place + 5]) for target, place in find_link_places(text)] == [("B", "[[B]]"), ("E", "[[E]]")]


@pytest.mark.parametrize(
    ("text", "targets"),
    [
        ("call with [[A]]: hm", ("A",)),
        ("coffee w/ [[A]]", ("A",)),
        ("with [[A]], [[B]] and [C](C.md)", ("A", "B", "C.md")),
        ("With [[A]] & [[B|b]] + [[D]]", ("A", "B", "D")),
        ("with **[[A]]** and *[[B]]*", ("A", "B")),
        ("with [[A]] about [[B]]", ("A",)),
        ("with Bob and [[A]]", ("A",)),
        ("[[A]] spoke with me", ()),
        ("herewith [[A]]", ()),
        ("`with [[A]]`", ()),
        ("with [[A]], then with [[B]]", ("A", "B")),
    ],
)
def test_those_who_were_there_stand_behind_with(text: str, targets: tuple[str, ...]) -> None:
    assert find_with_links(text) == targets


@pytest.mark.parametrize(
    "text",
    ["with Jim and [[Cy]]: z", "with her and [[Cy]]", "with my friend [[Cy]]", "with Dr. [[Cy]]", "with ([[Cy]])", "with Anna's brother [[Cy]]", "w/ Jim Smith & [[Cy]]",
     "with Jim, her husband and [[Cy]]", "with the team and **[[Cy]]**", "caught up with [[Cy]]", "spoke about work, then tea with [[Cy]]", "call about the trip with [[Cy]]"],
)
def test_others_may_stand_between_with_and_a_link(text: str) -> None:
    assert find_with_links(text) == ("Cy",)


@pytest.mark.parametrize(
    "text",
    ["about her trip with [[Ada]]", "call: about her trip with [[Ada]]", "put him in touch with [[Ada]]", "fed up with [[Ada]]", "call with Bob: re the row with [[Ada]]", "with her about [[Ada]]",
     "with [[]] [[Ada|", "with the plans [[Ada]] wanted", "with Jim. [[Ada]] is well", "with Jim\n[[Ada]] is well", "without [[Ada]]"],
)
def test_a_with_that_says_something_of_somebody_is_a_mention(text: str) -> None:
    assert find_with_links(text) == ()


@pytest.mark.parametrize("words", ["with ", "at noon: with ", "fed up with — ", "with my friend "])
def test_a_line_of_nothing_but_with_costs_no_more_than_its_length(words: str) -> None:
    text = words * (200_000 // len(words)) + "with [[Ana]]"
    start = time.process_time()
    assert find_with_links(text) == ("Ana",)
    assert time.process_time() - start < 1.5  # a fifth of a second is usual; what grows with the square needs several


def test_whoever_introduces_puts_in_touch_with() -> None:
    assert find_with_links("put him in touch with [[Ada]]", introduces=True) == ("Ada",)


@pytest.mark.parametrize(("value", "target"), [("[[people/Ada|A]]", "people/Ada"), ("[Ada](Ada.md)", "Ada.md"), (" Ada Lovelace ", "Ada Lovelace"), ("Ada (see [[Bob]])", "Bob")])
def test_a_property_points_at_a_link_or_is_a_name(value: str, target: str) -> None:
    assert link_target(value) == target


@pytest.mark.parametrize(
    ("text", "tags"),
    [
        ("#gave", ("gave",)),
        ("a #gave, #asked. (#Received) #a/b #reply-owed #wörk_2", ("gave", "asked", "received", "a/b", "reply-owed", "wörk_2")),
        ("#gave #Gave", ("gave",)),
        ("#gave—she #no-reply…", ("gave", "no-reply")),
        ("# gave", ()),
        ("#1984 #2026", ()),
        ("#y1984", ("y1984",)),
        ("a#gave &#39; ##gave", ()),
        ("`#gave`", ()),
        ("[[Ada#gave]] [hm](Ada.md#gave) [x](https://x.org/A_(b)#gave)", ()),
        ("https://x.org/#gave https://x.org/a#gave https://x.org/?q=#gave", ()),
        ("[#gave](Ada.md)", ("gave",)),
        ("#gave- #asked/", ("gave", "asked")),
    ],
)
def test_inline_tags(text: str, tags: tuple[str, ...]) -> None:
    assert find_tags(text) == tags


@given(st.text("[]()|#^`\\!<>% ab\n,."))
def test_finding_never_fails_and_agrees_with_the_places(text: str) -> None:
    places = find_link_places(text)
    assert find_links(text) == tuple(dict.fromkeys(target for target, _ in places))
    assert all(text[place] == "[" for _, place in places)
    assert set(find_with_links(text)) <= set(find_links(text))
    assert (show_links(text) == text) or places or "#" in text  # a link within the note names no other
