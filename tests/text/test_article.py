"""An article's title, address and text, in whatever form it comes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from growth import grows_evenly
from kithbook.text.article import read_article

PAGES = {
    "Markdown": ("# The *mill*\n\nhttps://x.example/mill.\n\nFlour.", "The *mill*", "https://x.example/mill"),
    "front matter": ("---\ntitle: 'The mill: again'\nsource: https://x.example/a\n---\n# Other\n", "The mill: again", "https://x.example/a"),
    "broken front matter": ("---\ntitle: [\n---\n# The mill\n", "The mill", ""),
    "a line of text": ("The mill turns\r\nFlour.", "The mill turns", ""),
    "a link as title": ("[The mill](https://x.example/a?b=1)\n", "The mill", "https://x.example/a?b=1"),
    "an address alone": ("https://x.example/a", "", "https://x.example/a"),
    "HTML": ("<!DOCTYPE html><title>The mill | Paper</title><h1>The  mill</h1><p>Flour", "The mill", ""),
    "HTML with a better title": ('<html><meta property="og:title" content="Mill &amp; tide"><meta property="og:url" content="https://x.example/m"><h1>x</h1>',
                                 "Mill & tide", "https://x.example/m"),
    "nothing": ("", "", ""),
}


@pytest.mark.parametrize("form", PAGES)
def test_title_and_address(form: str) -> None:
    text, title, url = PAGES[form]
    assert read_article(text)[:2] == (title, url)


def test_what_is_no_part_of_the_article_is_not_read() -> None:
    text = read_article("<html><script>a = 'secret'</script><nav>menu</nav><p>one</p><p>two</p><style>b</style></html>").text
    assert text.split() == ["one", "two"]


PIECES = st.sampled_from(("<html>", "<![", "<![CDATA[", "<!--", "-->", "<!x", "<?", "</", "<p", " a='", '"', ">", "&#x110000;", "&", "<script>", "</script>",
                          "</title>", "<title>", "---\n", "title: [\n", "# ", "https://x.example/", "](", "[", "text", "\n", "\0", "\ud800"))


@given(st.lists(PIECES, max_size=30).map("".join))
def test_it_is_read_whatever_it_says(text: str) -> None:
    for begins in ("", "<html>", "---\n"):
        article = read_article(begins + text)
        assert "\n" not in article.title


@pytest.mark.parametrize("begins", ["", "<html>"])
@pytest.mark.parametrize("piece", ["<p>", "<!--", "<![", "[", "https://", "<a b='", "<a ", "</script", "<meta a=", "&", "---\n", "<title>", "<script>"])
def test_a_long_one_takes_no_longer_than_its_length(begins: str, piece: str) -> None:
    assert grows_evenly(lambda size: read_article(begins + piece * size), 20_000)
