"""`nb.yaml`: every key of the table in docs/format.md, and what is wrong with one."""

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kithbook.model.dates import Cadence, Gap
from kithbook.model.problem import Problem
from kithbook.model.settings import Settings
from kithbook.text.settings import parse_settings

WEEK, MONTH, WEEKS6 = Gap(7), Gap(months=1), Gap(42)


def test_an_empty_file_has_every_default() -> None:
    assert parse_settings("", Settings()) == (Settings(), [])
    assert Settings() == Settings(
        contacts_folders=("people",), contact_types=("person", "contact"), contact_tags=("person", "contact"), templates_folder="templates", reports_folder="reports", ignore=(),
        circles={"inner": Cadence(Gap(14), Gap(14)), "close": Cadence(MONTH, MONTH), "wide": Cadence(Gap(months=3), Gap(months=3)), "far": Cadence(Gap(months=12), Gap(months=12))},
        tags={}, kinds={}, date_order=None, stale_grace=Gap(0), stale_undated=Gap(14), replies_after=Gap(0), follow_up_after=Gap(2), follow_up_within=Gap(60), loops_after=Gap(21), paused=None,
        checks={}, git="off", synonyms={}, queries={}, calendar=None, page=None)


# what is written, and the setting that it sets
SETTINGS: list[tuple[str, dict[str, object]]] = [
    ("contacts_folders: [people, work/clients/]", {"contacts_folders": ("people", "work/clients")}),
    ("contacts_folders: friends", {"contacts_folders": ("friends",)}),
    ("contacts_folders: []", {"contacts_folders": ()}),
    ("contact_types: [human]", {"contact_types": ("human",)}),
    ("contact_tags:\n  - human\n  - friend", {"contact_tags": ("human", "friend")}),
    ("templates_folder: my/templates", {"templates_folder": "my/templates"}),
    ("reports_folder: ./out/", {"reports_folder": "out"}),
    ('ignore: ["*.tmp.md", /attic/]', {"ignore": ("*.tmp.md", "/attic/")}),
    ("circles:\n  inner: weekly\n  outer: 4w/6w", {"circles": {"inner": Cadence(WEEK, WEEK), "outer": Cadence(Gap(28), WEEKS6)}}),
    ("tags: {board: 1w, old: never}", {"tags": {"board": Cadence(WEEK, WEEK), "old": "never"}}),
    ("kinds: {Anruf: call, fika: Meeting, pint: beer}", {"kinds": {"anruf": "call", "fika": "meeting", "pint": "meeting"}}),
    ("date_order: dmy", {"date_order": "dmy"}),
    ("date_order: MDY", {"date_order": "mdy"}),
    ("stale: {grace: 3d}", {"stale_grace": Gap(3)}),
    ("stale:\n  undated: 1m", {"stale_undated": MONTH}),
    ("replies: {after: 1d}", {"replies_after": Gap(1)}),
    ("follow_up: {after: 1w, within: 30d}", {"follow_up_after": WEEK, "follow_up_within": Gap(30)}),
    ("loops: {after: 6w}", {"loops_after": WEEKS6}),
    ("paused: 2026-12-24", {"paused": date(2026, 12, 24)}),
    ("paused: true", {"paused": True}),
    ("paused: false", {"paused": None}),
    ("hook: {stale: warn, elsewhere: off, leaks: block, conflicts: false}", {"hook": {"stale": "warn", "elsewhere": "off", "leaks": "block", "conflicts": "off"}}),
    ("checks: {unknown-link: off, a: error, b: warning, c: info}", {"checks": {"unknown-link": "off", "a": "error", "b": "warning", "c": "info"}}),
    ("git: commit", {"git": "commit"}),
    ("git: off", {"git": "off"}),
    ("git: false", {"git": "off"}),
    ("synonyms: {money: [funding, cash], ship: boat}", {"synonyms": {"money": ("funding", "cash"), "ship": ("boat",)}}),
    ("queries: {old: 'last < 1y'}", {"queries": {"old": "last < 1y"}}),
    ("calendar: out/people.ics", {"calendar": "out/people.ics"}),
    ("page: out/people.html", {"page": "out/people.html"}),
]


@pytest.mark.parametrize(("text", "values"), SETTINGS)
def test_each_key_sets_its_setting_and_no_other(text: str, values: dict[str, object]) -> None:
    settings, problems = parse_settings(text, Settings())
    assert problems == []
    assert settings._asdict() == {**Settings()._asdict(), **values}


def test_the_keys_are_those_of_the_table() -> None:
    (problem,) = parse_settings("zzz: 1", Settings())[1]
    keys = "contacts_folders contact_types contact_tags ignore templates_folder reports_folder circles tags kinds date_order stale replies follow_up loops hook checks git paused scan synonyms queries calendar page"
    assert problem.fix is not None
    assert set(re.findall(r"\w+", problem.fix.partition("are")[2])) == set(keys.split())


@pytest.mark.parametrize("key", ["contacts_folders", "circles", "stale", "hook", "git", "paused", "kinds", "date_order", "templates_folder"])
def test_a_key_without_a_value_is_as_absent(key: str) -> None:
    assert parse_settings(f"{key}:\n", Settings()) == (Settings(), [])


@pytest.mark.parametrize(
    ("text", "line", "column", "message"),
    [
        ("circle: {inner: 2w}", 1, 1, "there is no setting `circle`"),
        ("git: off\nstale:\n  undatd: 2w", 3, 3, "there is no setting `stale.undatd`"),
        ("hook: {stail: off}", 1, 8, "there is no setting `hook.stail`"),
        ("Git: off", 1, 1, "there is no setting `Git`"),
        ("ignore: {a: b}", 1, 9, "`ignore`: a text is expected"),
        ("ignore:\n  - [a]", 2, 5, "`ignore`: a text is expected"),
        ("contacts_folders: [a, null]", 1, 23, "`contacts_folders`: a text is expected"),
        ("circles: 2w", 1, 10, "`circles`: a mapping is expected"),
        ("circles: [inner]", 1, 10, "`circles`: a mapping is expected"),
        ("circles:\n  inner: often", 2, 10, "`circles.inner`: `often` is no cadence"),
        ("circles:\n  inner: 6w/4w", 2, 10, "`circles.inner`: `6w/4w` is no cadence"),
        ("tags: {board: }", 1, 15, "`tags.board`: a text is expected"),
        ("kinds:\n  Anruf: ring-ring", 2, 10, "`kinds.Anruf`: there is no kind `ring-ring`"),
        ("date_order: ymd", 1, 13, "`date_order`: `ymd` is not known"),
        ("stale: 3d", 1, 8, "`stale`: a mapping is expected"),
        ("stale: {grace: 3 days}", 1, 16, "`stale.grace`: `3 days` is no span of time"),
        ("loops: {after: [3w]}", 1, 16, "`loops.after`: a text is expected"),
        ("paused: 2026-13-24", 1, 9, "`paused`: `2026-13-24` is no date"),
        ("paused: until spring", 1, 9, "`paused`: `until spring` is no date"),
        ("hook: off", 1, 7, "`hook`: a mapping is expected"),
        ("hook: {leaks: error}", 1, 15, "`hook.leaks`: `error` is not known"),
        ("checks: {stale: block}", 1, 17, "`checks.stale`: `block` is not known"),
        ("git: push", 1, 6, "`git`: `push` is not known"),
        ("synonyms: {a: {b: c}}", 1, 15, "`synonyms.a`: a text is expected"),
        ("calendar: reports/agenda.md", 1, 11, "`calendar`: `reports/agenda.md` is no name for a calendar"),
        ("calendar: .git/a.ics", 1, 11, "`calendar`: `.git/a.ics` is no name for a calendar"),
        ("page: reports/agenda.md", 1, 7, "`page`: `reports/agenda.md` is no name for a page"),
        ("calendar: ../a.ics", 1, 11, "`calendar`: this folder lies outside of the vault"),
        ("queries: {a: [b]}", 1, 14, "`queries.a`: a text is expected"),
        ("contacts_folders: /people", 1, 19, "`contacts_folders`: folders are counted from the root of the vault"),
        ("contacts_folders: [a, ~/people]", 1, 23, "`contacts_folders`: folders are counted from the root of the vault"),
        ("templates_folder: C:/t", 1, 19, "`templates_folder`: folders are counted from the root of the vault"),
        ("reports_folder: ../out", 1, 17, "`reports_folder`: this folder lies outside of the vault"),
        ("reports_folder: a/../../out", 1, 17, "`reports_folder`: this folder lies outside of the vault"),
        ("reports_folder: ..", 1, 17, "`reports_folder`: this folder lies outside of the vault"),
        ("reports_folder: .", 1, 17, "`reports_folder`: this is the vault itself"),
        ("reports_folder: ''", 1, 17, "`reports_folder`: this is the vault itself"),
        (r"reports_folder: a\b", 1, 17, "`reports_folder`: this is no name of a folder"),
        (r'reports_folder: "a\0b"', 1, 17, "`reports_folder`: this is no name of a folder"),
        ("- a", 1, 1, "nb.yaml is no list of `key: value` lines"),
        ("git: off\ngit: commit", 2, 1, "this key stands twice (first on line 1)"),
        ("git: @", 1, 6, "a value cannot start with this sign"),
        ("stale:\n\tgrace: 1d", 2, 1, "a tab in the indentation"),
    ],
)
def test_what_is_wrong_is_an_error_with_its_line_and_the_default_holds(text: str, line: int, column: int, message: str) -> None:
    settings, problems = parse_settings(text, Settings())
    (problem,) = problems
    assert problem == Problem("nb.yaml", line, column, "settings", "error", message, problem.fix)
    assert problem.fix
    if "\n" not in text:
        assert all(getattr(settings, name) == getattr(Settings(), name) for name in ("git", "stale_grace", "paused", "reports_folder", "templates_folder", "date_order", "loops_after"))


def test_what_is_right_beside_it_counts() -> None:
    settings, problems = parse_settings("circles: {inner: 1w, outer: often}\nstale: {grace: x, undated: 1w}\nzzz: 1\ngit: commit", Settings())
    assert [problem.line for problem in problems] == [1, 2, 3]
    assert (settings.circles, settings.stale_undated, settings.git) == ({"inner": Cadence(WEEK, WEEK)}, WEEK, "commit")


def test_a_slip_of_the_pen_is_guessed_at() -> None:
    (problem,) = parse_settings("contact_folders: x", Settings())[1]
    assert problem.fix == "did you mean `contacts_folders`?"


def test_what_obsidian_says_holds_until_nb_yaml_says_otherwise() -> None:
    base = Settings(templates_folder="Vorlagen", daily_format="DD.MM.YYYY")
    assert parse_settings("git: commit", base)[0] == Settings(templates_folder="Vorlagen", daily_format="DD.MM.YYYY", git="commit")
    assert parse_settings("templates_folder: x", base)[0].templates_folder == "x"


@pytest.mark.parametrize("text", ["\ufeffgit: commit\n", "# mine\r\ngit: commit\r\n", "git: commit\r", "---\ngit: commit\n"])
def test_marks_and_line_ends_of_other_systems_are_tolerated(text: str) -> None:
    assert parse_settings(text, Settings()) == (Settings(git="commit"), [])


@given(st.lists(st.sampled_from(["circles", "stale", "hook", "git", "paused", "ignore", "zzz", "checks", "reports_folder", "kinds", ":", ": ", "\n", "\n  ", "- ", "[", "]", "{", "}", "a", "2w", "true", "null", "../x", "2026-12-24", "'", '"', "&", "*", "!", "@", "#", "\t", "\x00"]), max_size=15).map("".join))
def test_no_text_makes_it_fail(text: str) -> None:
    settings, problems = parse_settings(text, Settings())
    assert isinstance(settings, Settings)
    assert all(problem.path == "nb.yaml" and problem.severity == "error" and problem.line >= 1 and problem.fix for problem in problems)
