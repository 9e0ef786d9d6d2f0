"""Links are resolved as Obsidian resolves them."""

import pytest

from kithbook.model.resolve import LinkResolver, by_stem

PATHS = ("people/Ada Lovelace.md", "people/Bob.md", "people/far/away/Bob.md", "notes/Bob.md", "Zoë.md", "a.b.md", "people/Sam.md", "daily/Sam.md")
NFD = "Zoe\u0308"


@pytest.mark.parametrize(
    ("target", "source", "found"),
    [
        ("Ada Lovelace", "x.md", "people/Ada Lovelace.md"),
        ("ada lovelace", "x.md", "people/Ada Lovelace.md"),
        ("Ada Lovelace.md", "x.md", "people/Ada Lovelace.md"),
        ("people/Ada Lovelace", "daily/x.md", "people/Ada Lovelace.md"),
        ("/people/Ada Lovelace", "daily/x.md", "people/Ada Lovelace.md"),
        ("../people/Ada Lovelace.md", "daily/x.md", "people/Ada Lovelace.md"),
        ("../../people/Ada Lovelace.md", "daily/x.md", None),
        ("./Bob", "people/x.md", "people/Bob.md"),
        ("Bob", "notes/x.md", "notes/Bob.md"),
        ("Bob", "people/x.md", "people/Bob.md"),
        ("Bob", "daily/x.md", "notes/Bob.md"),
        ("away/Bob", "x.md", "people/far/away/Bob.md"),
        ("y/Bob", "x.md", None),
        ("Sam", "x.md", "daily/Sam.md"),
        (NFD, "x.md", "Zoë.md"),
        ("ZOË", "x.md", "Zoë.md"),
        ("a.b", "x.md", "a.b.md"),
        ("Nobody", "x.md", None),
        ("", "x.md", None),
        ("/", "x.md", None),
        ("..", "x.md", None),
    ],
)
def test_a_link_means(target: str, source: str, found: str | None) -> None:
    assert LinkResolver(by_stem(PATHS)).resolve(target, source) == found
