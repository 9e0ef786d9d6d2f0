"""What is marked confidential is in no output: each form of docs/format.md, and each way around it that we thought of.

In these texts everything that must stay hidden has the word SECRET in it, and everything
that must not be lost has the word OPEN.
"""

import pytest
from reading import all_that_is_shown, entry, promise, prose, read_body

from kithbook.model.withheld import Withheld, shown

HIDDEN = {
    # callouts
    "a callout": "> [!confidential]\n> SECRET\n\nOPEN",
    "a callout with a title": "> [!confidential] SECRET\n> SECRET\n\nOPEN",
    "any case": "> [!CONFIDENTIAL]\n> SECRET\n\nOPEN",
    "folded": "> [!confidential]- SECRET\n> SECRET\n\nOPEN",
    "unfolded": "> [!confidential]+ SECRET\n> SECRET\n\nOPEN",
    "with metadata": "> [!confidential|wide] SECRET\n> SECRET\n\nOPEN",
    "a space in the sign": "> [! confidential] SECRET\n> SECRET\n\nOPEN",
    "no space behind the sign": ">[!confidential]\n>SECRET\n\nOPEN",
    "a tab behind the sign": ">\t[!confidential]\n>\tSECRET\n\nOPEN",
    "up to three spaces before": "   > [!confidential]\n   > SECRET\n\nOPEN",
    "the mark on a later line": "> SECRET\n> [!confidential]\n> SECRET\n\nOPEN",
    "the mark on the last line": "> SECRET\n>\n> [!confidential]\n\nOPEN",
    "a tag in the quote": "> SECRET\n> #confidential\n\nOPEN",
    "nested in another": "> [!note] SECRET\n> > [!confidential]\n> > SECRET\n> SECRET\n\nOPEN",
    "nested in a bare quote": "> > [!confidential]\n> > SECRET\n\nOPEN",
    "another nested in it": "> [!confidential]\n> > [!note]\n> > SECRET\n> SECRET\n\nOPEN",
    "in an item": "- OPEN\n  > [!confidential]\n  > SECRET\n- OPEN",
    "as an item": "- > [!confidential]\n  > SECRET\n- OPEN",
    "in a numbered item": "1. > [!confidential]\n   > SECRET\n2. OPEN",
    "in a nested item": "- OPEN\n  - OPEN\n    > [!confidential] SECRET\n    > SECRET\n  - OPEN",
    "with a list": "> [!confidential]\n> - SECRET\n>   - SECRET\n> 1. SECRET\n\nOPEN",
    "with tasks": "> [!confidential]\n> - [ ] SECRET\n\n- [ ] OPEN",
    "with entries": "> [!confidential]\n> - 2026-11-01 call: SECRET\n\n- 2026-11-02 call: OPEN",
    "with headings": "> [!confidential]\n> # SECRET\n> SECRET\n\nOPEN",
    "with code": "> [!confidential]\n> ```\n> SECRET\n> ```\n> SECRET\n\nOPEN",
    "with a comment": "> <!-- SECRET -->\n> [!confidential] <!-- x\n> SECRET -->\n> SECRET\n\nOPEN",
    "with a table": "> [!confidential]\n> | SECRET | SECRET |\n> |---|---|\n> | SECRET | x |\n\nOPEN",
    "lazy continuation": "> [!confidential] SECRET\nSECRET\nSECRET\n\nOPEN",
    "lazy continuation of an item in it": "> [!confidential]\n> - SECRET\nSECRET\n\nOPEN",
    "lazy continuation in an item": "- OPEN\n  > [!confidential] SECRET\nSECRET\n\nOPEN",
    "a list ends it": "> [!confidential] SECRET\n- OPEN",
    "its lines indented far": "> [!confidential]\n>\n    > SECRET\n\nOPEN",
    # tags on items and paragraphs
    "an item": "- OPEN\n- SECRET #confidential\n- OPEN",
    "an item with the tag before": "- #confidential SECRET\n- OPEN",
    "the tag in any case": "- SECRET #Confidential\n- SECRET #CONFIDENTIAL\n- OPEN",
    "a nested tag": "- SECRET #confidential/health\n- SECRET #Confidential/health/eyes\n- OPEN",
    "the tag nested in another": "- SECRET #health/confidential\n- OPEN",
    "the tag in brackets": "- SECRET (#confidential)\n- OPEN",
    "the tag without a space before": "- SECRET#confidential\n- OPEN",
    "a task": "- [ ] SECRET #confidential 📅 2026-11-01\n- [ ] OPEN",
    "a done task": "- [x] SECRET #confidential\n- OPEN",
    "a numbered item": "1. SECRET #confidential\n2. OPEN",
    "what is indented under it": "- SECRET #confidential\n  - SECRET\n    - SECRET\n- OPEN",
    "what is indented with tabs": "- SECRET #confidential\n\t- SECRET\n\t\tSECRET\n- OPEN",
    "what is indented behind a blank line": "- SECRET #confidential\n\n  SECRET\n\n      SECRET\n\nOPEN",
    "what is indented by a single space": "- SECRET #confidential\n\n SECRET\n\nOPEN",
    "code in it": "- SECRET #confidential\n  ```\n  SECRET\n  ```\n- OPEN",
    "a nested item only": "- OPEN\n  - SECRET #confidential\n    - SECRET\n  - OPEN\n- OPEN",
    "tabs and spaces mixed": "- OPEN\n  - SECRET #confidential\n\t- SECRET\n- OPEN",
    "the tag on the next line of an item": "- SECRET\n  SECRET #confidential\n- OPEN",
    "the tag on the next line, not indented": "- SECRET\nSECRET #confidential\n\nOPEN",
    "the tag behind a comment line": "- SECRET\n  %% x %%\n  SECRET #confidential\n- OPEN",
    "the tag in a comment": "- SECRET %% #confidential %%\n- SECRET <!-- #confidential -->\n- OPEN",
    "the tag behind the blank of an item": "- SECRET\n\n  #confidential\n- OPEN",
    "a paragraph": "OPEN\n\nSECRET\nSECRET #confidential\nSECRET\n\nOPEN",
    "what is indented under a paragraph": "SECRET #confidential\n\n    SECRET\n\nOPEN",
    "a paragraph of an item": "- OPEN\n\n  SECRET #confidential\n\n  OPEN",
    "a table row": "| a | b |\n|---|---|\n| SECRET | #confidential |\n| OPEN | x |",
    "a table by its head": "| a | #confidential |\n|---|---|\n| SECRET | x |\n| SECRET | x |\n\nOPEN",
    "indented code": "OPEN\n\n    SECRET #confidential\n\n    SECRET\n\nOPEN",
    "a callout in indented code": "OPEN\n\n\t> [!confidential]\n\t> SECRET\n\nOPEN",
    # headings
    "a section": "# OPEN\nOPEN\n## SECRET #confidential\nSECRET\n\nSECRET\n## OPEN",
    "a section with smaller ones": "# SECRET #confidential\nSECRET\n## SECRET\n- SECRET\n# OPEN",
    "an underlined heading": "SECRET #confidential\n===\nSECRET\n\nSECRET\n\n# OPEN",
    "an underlined heading of two lines": "SECRET\nSECRET #confidential\n---\nSECRET\n\nSECRET\n\n# OPEN",
    "a heading in a quote ends no section": "# SECRET #confidential\n> # SECRET\n\nSECRET\n\n# OPEN",
    "a heading in an item ends no section": "# SECRET #confidential\n- # SECRET\n\n  # SECRET\n\nSECRET\n\n# OPEN",
    "a heading in code ends no section": "# SECRET #confidential\n```\n# SECRET\n```\nSECRET\n# OPEN",
    "a heading in an item": "- OPEN\n- # SECRET #confidential\n  SECRET\n- OPEN",
    "entries and tasks of a section": "## Log #confidential\n- 2026-11-01 call: SECRET\n- [ ] SECRET\n## OPEN",
    # a line of nothing but tags speaks for what it stands in
    "tags alone in a section": "# OPEN\nOPEN\n## SECRET\n#confidential\n\nSECRET\n\n## OPEN",
    "tags alone before all headings": "#person #confidential\n\nSECRET\n\n# SECRET\n- SECRET",
    # comments
    "a comment": "OPEN %% SECRET %% OPEN\n\n<!-- SECRET -->\nOPEN",
    "a comment over lines": "OPEN\n%%\nSECRET\n\n- 2026-11-01 call: SECRET\n- [ ] SECRET\n%%\nOPEN",
    "an HTML comment over lines": "OPEN <!-- SECRET\n\nSECRET\n--> OPEN",
    "a comment in an entry": "- 2026-11-01 call: OPEN %% SECRET %% OPEN",
    "a comment in a task": "- [ ] OPEN %% SECRET #gave [[SECRET]] %%",
    "a comment that seems to close another": "OPEN <!-- SECRET %% SECRET --> OPEN %% SECRET %% OPEN",
    "a comment within code signs": "OPEN %% SECRET ` SECRET %% OPEN `x` OPEN",
    "an unclosed comment": "OPEN\n%% SECRET\nSECRET\n\n# SECRET\n- [ ] SECRET",
    "an unclosed HTML comment": "OPEN <!-- SECRET\n\n- 2026-11-01 call: SECRET",
    "an empty HTML comment may be an open one": "OPEN <!--> SECRET\nSECRET",
    # doubt closes
    "a misspelt tag": "- SECRET #confidental\n- SECRET #confidencial\n- SECRET #confidentail\n- SECRET #konfidential\n- OPEN",
    "a misspelt callout": "> [!confidental]\n> SECRET\n\nOPEN",
    "a longer word": "- SECRET #confidentially\n- SECRET #confidential-ish\n- SECRET #confidential_2026\n- OPEN",
    "a space in the tag": "- SECRET # confidential\n- OPEN",
    "wide signs": "- SECRET ＃confidential\n- SECRET #ｃｏｎｆｉｄｅｎｔｉａｌ\n- OPEN",
    "a wide callout": "> ［！confidential］\n> SECRET\n\nOPEN",
    "letters that look alike": "- SECRET #соnfidеntiаl\n- SECRET #conﬁdential\n- OPEN",
    "accents": "- SECRET #cónfídéntíál\n- SECRET #confide\u0301ntial\n- OPEN",
    "soft hyphens": "- SECRET #con\u00adfi\u00adden\u00adtial\n- OPEN",
    "zero-width signs": "- SECRET #\u200bconfidential\n- SECRET #con\u200dfiden\u2060tial\n- SECRET #confidential\ufeff\n- OPEN",
    "zero-width signs in a callout": "> [\u200b!\u200bconfidential]\n> SECRET\n\nOPEN",
    "a zero-width sign before a callout": "\u200b> [!confidential] SECRET\n> SECRET\n\nOPEN",
    "a callout without its quote": "[!confidential] SECRET\nSECRET\n\nOPEN",
    "signs of direction": "- SECRET #\u202econfidential\n- OPEN",
    "a backslash": "- SECRET \\#confidential\n- OPEN",
    "in a link": "- SECRET [#confidential](x.md)\n- OPEN",
    "in bold": "- SECRET **#confidential**\n- OPEN",
    "a comment within the tag": "- SECRET #<!-- x -->confidential\n- SECRET #%%%%confidential\n- OPEN",
    "code that began on the line before": "- OPEN\n- SECRET `x\n  y` SECRET #confidential `z`\n- OPEN",
    "an escaped backtick": "- SECRET \\` #confidential `\n- OPEN",
    "a backtick within a comment": "- SECRET %% ` %% #confidential `x`\n- OPEN",
    "a fence that is none": "OPEN\n\n``` a` SECRET #confidential\nSECRET\n\nOPEN",
    "a fence closed in between": "```\n    ```\n```\nSECRET #confidential\n\nOPEN",
    "a fence within HTML": "<div>\n```\nSECRET\n\nSECRET #confidential\n```\n\nOPEN",
    # what belongs to an entry
    "an entry": "- 2026-11-01 call: SECRET #confidential\n- 2026-11-02 call: OPEN",
    "a nested item of an entry": "- 2026-11-01 call: OPEN\n  - SECRET #confidential\n    SECRET\n  - OPEN",
    "a nested callout of an entry": "- 2026-11-01 call: OPEN\n  > [!confidential]\n  > SECRET\n\n  OPEN",
    "tags and links of an entry": "- 2026-11-01 call: x #SECRET [[SECRET]] #confidential\n- OPEN",
    "tags of a task": "- [ ] x #SECRET #confidential\n- OPEN",
    "a paragraph of entries": "2026-11-01 call: SECRET\n2026-11-02 call: SECRET #confidential\n\nOPEN",
    "a part of a dated section": "### 2026-11-01 Lunch\nOPEN\n\nSECRET #confidential\n\nOPEN",
    "a dated section": "### 2026-11-01 Lunch #confidential\nSECRET\n\n- SECRET\n### OPEN",
    "a row that is an entry": "| 2026-11-01 | call | out | SECRET #confidential |\n| 2026-11-02 | call | out | OPEN |",
    "an entry without a text of its own": "- 2026-11-01\n  - SECRET #confidential\n- OPEN",
    # private
    "a reflection": "- 2026-11-01 reflection: SECRET\n  SECRET\n- 2026-11-02 call: OPEN",
    "a rating": "- 2026-11-01 rating: 2 SECRET\n- OPEN",
    "a reflection in a table": "| 2026-11-01 | reflection | | SECRET |\n\nOPEN",
    "a reflection as a section": "### 2026-11-01 Reflection\nSECRET\n### OPEN",
    "a reflection among dated lines": "2026-11-01 reflection: SECRET\nSECRET\n2026-11-02 call: OPEN",
    "a reflection of an impossible day": "- 2026-02-30 reflection: SECRET\n- OPEN",
    "a reflection of a doubtful day": "- 03/04/2026 reflection: SECRET\n- OPEN",
    "a reflection without a day": "- reflection: SECRET\n  SECRET\n- OPEN",
    "a promise under a reflection": "- 2026-11-01 reflection: SECRET\n  - [ ] SECRET 📅 2026-11-24\n- [ ] OPEN",
    "a promise in the section of a reflection": "### 2026-11-01 Reflection\nSECRET\n- [ ] SECRET\n### OPEN\n- [ ] OPEN",
    "an entry in the section of a reflection": "## 2026-11-01 Reflection\n- 2026-10-01 call: SECRET #SECRET\n## OPEN",
    "an entry under a reflection": "- 2026-11-01 reflection: SECRET\n  - 2026-10-01 call: SECRET\n- OPEN",
    "the section of reflections": "### Reflections\nSECRET\n- 2026-10-01 call: SECRET\n### OPEN",
    "the section of one's own reflections": "## _My reflections_: on the year\nSECRET\n### SECRET\n- [ ] SECRET\n## OPEN",
    "the section of reflections of a day": "## 2026-11-01 Weekly reflections\nSECRET\n- 2026-10-01 call: SECRET\n## OPEN",
    "the section of a reflection on something": "## 1. Self-reflection on [[Ada]]\nSECRET\n## Reflecting OPEN\nOPEN\n## A look back, with reflections OPEN",
    "the section of a reflection without a day": "### Reflection\nSECRET on [[Ada]]\n- [ ] SECRET\n- 2026-10-01 call: SECRET\n### OPEN",
    # messages
    "what is wrong with a date": "- [ ] x 📅 SECRET-2026 #confidential\n- [ ] x [due:: SECRET] #confidential\n- OPEN",
}


@pytest.mark.parametrize("text", HIDDEN.values(), ids=HIDDEN.keys())
def test_the_marked_is_hidden_and_nothing_else(text: str) -> None:
    assert "secret" not in all_that_is_shown(text).lower()
    assert prose(text).count("OPEN") == text.count("OPEN")


TEXT = {
    "in inline code": "- write `#confidential` OPEN",
    "in longer inline code": "- write ``a ` #confidential`` OPEN",
    "in a fence": "```\n#confidential OPEN\n> [!confidential]\n```\nOPEN",
    "in a fence of tildes": "~~~\n#confidential OPEN\n~~~\nOPEN",
    "in a fence within an item": "- OPEN\n  ```\n  #confidential OPEN\n  ```\n- OPEN",
    "the bare word": "- this is confidential OPEN\n- [confidential] OPEN",
    "another tag": "- OPEN #confidence #confident #confidant #notconfidentialatall",
    "another callout": "> [!note] confidential OPEN\n> OPEN",
    "a percent sign": "- 100% OPEN, 50 % OPEN",
    "comment signs in code": "- `%%` OPEN `<!--` OPEN",
}


@pytest.mark.parametrize("text", TEXT.values(), ids=TEXT.keys())
def test_what_is_no_mark_hides_nothing(text: str) -> None:
    assert prose(text).count("OPEN") == text.count("OPEN")


def test_what_is_derived_from_a_confidential_entry_shows_without_its_text() -> None:
    found = entry("- 2026-11-10 email in with [[Bob]]: he is ill, says [[Cleo]] #reply-owed #cancer #confidential")
    assert (found.date.isoformat(), found.kind, found.direction) == ("2026-11-10", "email", "in")
    assert isinstance(found.text, Withheld)
    assert found.with_links == ("Bob",)  # it was a contact with him, too
    assert found.links == ("Bob",)  # but who else was spoken of stays in the note
    assert found.tags == ("reply-owed",)  # and so does what else it was about


def test_a_confidential_promise_keeps_contacts_dates_and_state() -> None:
    found = promise("- [ ] Ring [[Bob]] about it #waiting #confidential 📅 2026-11-25 🆔 abc")
    assert shown(found.text) is None
    assert (found.who, found.status, str(found.due), found.mark) == ("them", "open", "2026-11-25", "abc")
    assert found.links == ("Bob",)


def test_withheld_text_can_be_revealed_whole() -> None:
    text = entry("- 2026-11-10 call: his health #confidential\n  - worse\n    - much").text
    assert isinstance(text, Withheld)
    assert (text.reason, text.reveal()) == ("confidential", "his health #confidential\n- worse\n- much")


def test_a_reflection_is_private() -> None:
    text = entry("- 2026-11-10 reflection: I talk too much").text
    assert isinstance(text, Withheld)
    assert (text.reason, text.reveal()) == ("private", "I talk too much")


def test_in_a_confidential_note_everything_is_withheld() -> None:
    facts = read_body("- 2026-11-10 call: a #b\n- [ ] c #d 📅 2026-02-30", confidential=True)
    assert [shown(item.text) for item in (*facts.entries, *facts.tasks)] == [None, None]
    assert [item.tags for item in (*facts.entries, *facts.tasks)] == [(), ()]
    assert [one.message for one in facts.problems] == ["there is no such day"]


@pytest.mark.parametrize(
    ("text", "line", "column", "written"),
    [
        ("- a\n- b #confidental c", 2, 5, "confidental"),
        ("> [!Confidentail]\n> a", 1, 3, "Confidentail"),
        ("- a #confidentialstuff-about-him", 1, 5, "confidential…"),  # not what may follow it
        ("- a # confidential", 1, 5, "confidential"),
        ("- a ＃confidential", 1, 5, "confidential"),
        ("- a #con\u00adfidential", 1, 5, "confidential"),
        ("- a #health/confidential", 1, 5, "confidential"),
    ],
)
def test_a_misspelt_mark_is_reported_where_it_stands(text: str, line: int, column: int, written: str) -> None:
    (found,) = read_body(text).problems
    assert (found.line, found.column, found.rule, found.severity) == (line, column, "confidential-mark", "warning")
    assert found.message == f"`{written}` is read as `confidential`"
    assert found.fix


def test_a_mark_that_is_spelt_as_it_should_be_is_no_problem() -> None:
    assert not read_body("- a #confidential\n- b #Confidential/health\n\n> [!CONFIDENTIAL]- c").problems


def test_an_unclosed_comment_is_reported_where_it_opens() -> None:
    (found,) = read_body("a\n\nb <!-- c\nd").problems
    assert (found.line, found.column, found.rule) == (3, 3, "unclosed-comment")
