"""What holds for every filter, whatever is typed."""

from contextlib import suppress
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from kithbook.model.book import assemble
from kithbook.model.filter import FilterFault
from kithbook.model.settings import Settings
from kithbook.query.filter import bind, run_filter
from kithbook.query.filter_fields import FIELDS, STATES
from kithbook.text.filter import parse_filter
from kithbook.text.note import NoteReader

TODAY = date(2026, 11, 22)
NOTES = {
    "people/Ana.md": "---\ncircle: close\ntags: [sailing]\nbirthday: 1980-02-29\nneeds: [rope]\n---\n- 2026-07-30 call: hello\n- [ ] Rope 📅 2026-11-20\n",
    "people/Bo.md": "---\npaused: true\nmet: 2026-01-01\n---\n- 2026-11-02 email in: rope #confidential\n- [x] Tar ✅ 2026-11-01\n",
    "people/Cy.md": "---\nconfidential: true\ncircle: close\n---\n- 2026-11-02 call: rope\n",
    "people/Di.md": "",
}
BOOK = assemble([NoteReader(Settings()).read(path, text.encode()) for path, text in NOTES.items()], Settings())

names = [name for fields in FIELDS.values() for field in fields for name in (field.name, *field.shorts)]
states = [state for of in STATES.values() for state in of]
values = st.sampled_from(["close", "90d", "2w", "2026-11-20", "2026-07", "2026", "3", "rope", '"a b"', "yes", "call", "me", "open", *states, "9999y"])
conditions = st.builds("{}{}{}".format, st.sampled_from([*names, "is", "has", "sort", "limit", "show"]),
                       st.sampled_from([":", "=", "!=", "<", "<=", ">", ">="]), values | st.sampled_from(names))
pieces = conditions | st.sampled_from(["or", "not", "(", ")", "-", "rope", "people", "entries", "promises", '"', ",", " "]) | st.text(max_size=4)
typed = st.lists(pieces, max_size=7).map(" ".join) | st.text(max_size=30)


@given(typed)
def test_whatever_is_typed_is_answered_or_pointed_at(text: str) -> None:
    try:
        found = run_filter(BOOK, bind(parse_filter(text, TODAY), BOOK.settings.circles, TODAY), TODAY)
    except FilterFault as fault:
        assert 1 <= fault.column <= len(text) + 1
        assert fault.message and fault.fix
    else:
        assert not any("Cy" in repr(value) for row in found.rows for value in row)


@given(st.sampled_from(["people", "entries", "promises"]), conditions,
       conditions.filter(lambda said: not said.startswith(("sort", "limit", "show"))))  # these change what is shown of a row, or of how many
def test_a_condition_and_its_opposite_share_the_rows(table: str, one: str, other: str) -> None:
    def rows(condition: str) -> set[str]:
        found = run_filter(BOOK, bind(parse_filter(f"{table} {condition} or not {condition}", TODAY), BOOK.settings.circles, TODAY), TODAY)
        return {repr(row) for row in found.rows}

    def of(condition: str) -> set[str]:
        return {repr(row) for row in run_filter(BOOK, bind(parse_filter(f"{table} {condition}", TODAY), BOOK.settings.circles, TODAY), TODAY).rows}

    with suppress(FilterFault):
        assert of(f"not {one}").isdisjoint(of(f"{one}")) and of(f"not {one}") | of(one) == rows(one)
        assert of(f"{one} {other}") == of(one) & of(other)
        assert of(f"{one} or {other}") == of(one) | of(other)


@given(st.sampled_from(["last", "met", "next", "due", "birthday"]), st.sampled_from(["3d", "2w", "4m", "1y"]))
def test_a_span_parts_those_who_have_a_day(field: str, span: str) -> None:
    table = "promises" if field == "due" else "people"

    def of(condition: str) -> int:
        return len(run_filter(BOOK, bind(parse_filter(f"{table} {condition}", TODAY), BOOK.settings.circles, TODAY), TODAY).rows)

    assert of(f"{field}<{span}") + of(f"{field}={span}") + of(f"{field}>{span}") == of(f"has:{field}")
    assert of(f"{field}<={span}") + of(f"{field}>{span}") == of(f"has:{field}")
