"""Links on a terminal: the short way for plain ones shows what the grammar of links does."""

from hypothesis import example, given
from hypothesis import strategies as st

from kithbook.report.terminal import show_links
from kithbook.text import links


@given(st.text("ab A.|#^/\\`!%[]()é\n", max_size=30))
@example("call [[Ana]] and [[Zoë Marchetti]], soon")
@example("[[a]][[b]]")
@example("[[ a]] [[b ]]")
def test_the_short_way_shows_the_same(text: str) -> None:
    assert show_links(text) == links.show_links(text)
