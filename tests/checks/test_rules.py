"""The rules are what docs/checks.md says, every one of them is shown in a transcript, and no other is ever reported."""

import ast
import re

import pytest

from conftest import ROOT
from kithbook.checks.rule import Rule
from kithbook.checks.rules import RULE_IDS, RULES

PAGE = ROOT / "docs" / "checks.md"
START = "<!-- rules -->\n"
REPORTED = re.compile(r"^\S.*:\d+:\d+: (?:error|warning|info) ([a-z-]+):", re.M)
# Where a rule is named when something is reported: the call, and which of its arguments says it.
CALLS = {"Problem": 3, "YamlFault": 0, "TextFault": 0, "_fault_at": 2, "_wrong": 1, "_warn": 2, "_date_fault": 2, "_report": 1,
         "_fault": 0, "TaskFault": 0}


def test_every_rule_has_a_name_of_its_own() -> None:
    assert len(set(RULE_IDS)) == len(RULE_IDS)


def test_no_rule_is_reported_that_is_not_listed() -> None:
    named = {
        call.args[place].value
        for file in (ROOT / "src" / "kithbook").rglob("*.py")
        for call in ast.walk(ast.parse(file.read_text()))
        if isinstance(call, ast.Call)
        for place in [CALLS.get(getattr(call.func, "id", getattr(call.func, "attr", "")))]
        if place is not None and len(call.args) > place and isinstance(call.args[place], ast.Constant)
        and isinstance(call.args[place].value, str) and re.fullmatch("[a-z-]+", call.args[place].value)
    }
    assert len(named) > 15
    assert named <= set(RULE_IDS)


def test_every_rule_is_shown_in_a_transcript() -> None:
    shown = {rule for file in (ROOT / "tests" / "transcripts").glob("*.txt") for rule in REPORTED.findall(file.read_text())}
    assert shown == set(RULE_IDS)


def entry_of(rule: Rule) -> str:
    """What docs/checks.md says of a rule."""
    fixed = " · mended by `--fix`" if rule.fixes else ""
    return f"### `{rule.id}`\n\n{rule.severity}{fixed}\n\n{rule.says} {rule.why}\n\nTo mend it: {rule.mending[0].lower()}{rule.mending[1:]}\n"


def test_the_page_has_every_rule(request: pytest.FixtureRequest) -> None:
    head, _, entries = PAGE.read_text().partition(START)
    wanted = "\n".join(map(entry_of, sorted(RULES, key=lambda rule: rule.id)))
    if request.config.getoption("--update"):
        PAGE.write_text(f"{head}{START}{wanted}")
        entries = wanted
    assert entries == wanted, "docs/checks.md: see the difference; --update accepts it"
