"""The page as text: what it allows itself, what it escapes, and that the same notes give the same page."""

import json
import re
from base64 import b64encode
from collections.abc import Callable
from hashlib import sha256
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

from hypothesis import example, given, settings
from hypothesis import strategies as st

from conftest import ROOT, TODAY
from kithbook.cli.app import App
from kithbook.cli.page import page_data, page_text
from kithbook.report.page import render_page

PLAIN = page_data(App.for_vault(str(ROOT / "example-vault"), TODAY))


class Tags(HTMLParser):
    """All tags of a page with their attributes, and what stands in scripts and styles."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.raw: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        if self.cdata_elem is not None:
            self.raw.append(data)


TAGS = [tag for tag, _ in Tags(render_page(PLAIN)).tags]


def network(text: str) -> Any:
    found = re.search('<script type="application/json" id="data">(.*?)</script>', text)
    assert found is not None
    return json.loads(found[1])


def test_nothing_but_its_own_script_and_style_may_run() -> None:
    page = Tags(render_page(PLAIN))
    policy = next(attributes["content"] for tag, attributes in page.tags if attributes.get("http-equiv") == "Content-Security-Policy")
    style, data, script = page.raw
    assert json.loads(data)
    expected = {kind: b64encode(sha256(text.encode()).digest()).decode() for kind, text in (("style", style), ("script", script))}
    assert policy == (f"default-src 'none'; script-src 'sha256-{expected['script']}'; style-src 'sha256-{expected['style']}'; "
                      "base-uri 'none'; form-action 'none'")
    asking = {"src", "srcset", "action", "formaction", "style", "xlink:href", "poster", "data"}
    for tag, attributes in page.tags:
        assert tag not in {"link", "img", "iframe", "object", "embed", "base"}
        assert not asking & attributes.keys()
        assert not any(name.startswith("on") for name in attributes)
        assert (attributes.get("href") or "#").startswith("#")


@settings(deadline=None, max_examples=8)
@given(st.text(alphabet=st.sampled_from("<>&\"'/!-{}[]%`$\u2028\u202e\x85\\ scriptx="), max_size=20))
@example("</script><script>alert(1)</script>")
@example("<!--<script>")
@example("{{ 7 * 7 }}{% raw %}")
def test_whatever_a_note_says_stays_text(said: str) -> None:
    people = [{**person, "contact": said, "role": said, "org": said, "tags": [said]} for person in PLAIN["graph"]["people"]]
    promises = [{**row, "text": said, "contact": said, "path": said} for row in PLAIN["agenda"]["promises"]]
    text = render_page({**PLAIN, "graph": {**PLAIN["graph"], "people": people}, "agenda": {**PLAIN["agenda"], "promises": promises}})
    assert [tag for tag, _ in Tags(text).tags] == TAGS
    assert len(network(text)["people"]) == len(people)


def test_the_same_notes_give_the_same_page() -> None:
    app = App.for_vault(str(ROOT / "example-vault"), TODAY)
    assert page_text(app) == render_page(PLAIN)


def test_the_page_says_what_the_reports_say(make_vault: Callable[..., Path]) -> None:
    root = make_vault({"people/Ada.md": "- [ ] Bring plums 📅 2026-11-20\n- 2026-11-19 email in: when?\n"})
    text = page_text(App.for_vault(str(root), TODAY))
    for said in ("Promises to keep", "Bring plums", "2 days late", "people/Ada.md:1", "Replies owed", "people/Ada.md:2"):
        assert said in text


def test_an_empty_vault_has_a_page(make_vault: Callable[..., Path]) -> None:
    text = page_text(App.for_vault(str(make_vault({})), TODAY))
    assert "Nothing is open." in text
    assert network(text)["people"] == []


def test_who_is_confidential_is_nowhere_on_it(make_vault: Callable[..., Path]) -> None:
    root = make_vault({  # Annabel's name only begins as Ann's does
        "people/Ann.md": "---\nconfidential: true\ncircle: plumbers\nmet_via: '[[Bram]]'\n---\n- 2026-11-01 call: soup\n",
        "people/Annabel.md": "---\ncircle: anns\nknows: ['[[Bram]]']\n---\n- 2026-11-01 call: soup\n",
        "people/Bram.md": "---\ncircle: anns\nknows: ['[[Ann]]']\n---\n- 2026-11-02 call: of Ann\n- [ ] Write to Ann 📅 2026-11-20\n"})
    text = page_text(App.for_vault(str(root), TODAY))
    assert [person[0] for person in network(text)["people"]] == ["Annabel", "Bram"]
    assert len(network(text)["ties"]) == 1
    assert not re.search(r"\bann\b|plumbers", re.sub("<(style|script)>.*?</\\1>", "", text, flags=re.S), re.I)
