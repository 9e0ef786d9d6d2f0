"""What git leaves out is no note, and what it keeps is one, in whatever way its rules are put."""

import os
import subprocess
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from kithbook.vault.listing import list_notes, notes_among

_NAMES = ["a", "b", "ab", "a.b", "a b", "[a]", "é", "!a", "#a"]
_NOTES = [f"{folder}{name}.md" for folder in ("", *(f"{one}/" for one in _NAMES), "a/b/", "a/a/", "b/a/", "a/b/a/", "ab/b/a/")
          for name in _NAMES]
_SIGNS = ["a", "b", "*", "**", "/", "/", "?", ".md", ".md", "[ab]", "[!a]", "[^b-z]", "[[:alpha:]]", "[]a]", "[a-", "\\", "\\*",
          "-", " ", "é", "!", "#", ".", "\\[a\\]", "[[:nope:]]", "[[:a]", "\r"]
_RULE = st.one_of(
    st.builds("".join, st.tuples(st.sampled_from(["", "", "!"]), st.builds("".join, st.lists(st.sampled_from(_SIGNS), max_size=7)))),
    st.sampled_from(["*", "!*/", "!*.md", "a/*", "!a/b/", "/a/*", "!/a/b/", "**/a/", "a/**", "!a/b/*.md", "a/", "!a", "/*", "!/b"]))
_RULES = st.lists(_RULE, max_size=5).map("\n".join)


@pytest.fixture(scope="module")
def repository(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("ignored")
    for path in _NOTES:
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).touch()
    subprocess.run(["git", "init", "-q", root], check=True)
    return root


def _kept_by_git(root: Path) -> set[str]:
    environment = {**os.environ, "HOME": str(root.parent), "XDG_CONFIG_HOME": str(root.parent), "GIT_CONFIG_NOSYSTEM": "1"}
    found = subprocess.run(["git", "ls-files", "-o", "--exclude-standard", "-z"], cwd=root, env=environment, check=True, capture_output=True)
    return {path for path in os.fsdecode(found.stdout).split("\0") if path.endswith(".md")}


@given(_RULES, _RULES, _RULES)
@example("*\n!*/\n!*.md", "", "")
@example("a/*\n!a/b/", "", "")
@example("a/**\n!a/*.md", "", "")
@example("/a/*\n!/a/b/", "", "")
@example("*", "!a.md", "b/")
@example("\ufeffa.md\r\nb.md\r\n", "", "")
@settings(max_examples=400)
def test_the_notes_are_those_that_git_does_not_leave_out(repository: Path, rules: str, inner: str, excluded: str) -> None:
    (repository / ".gitignore").write_text(rules, newline="")
    (repository / "a" / ".gitignore").write_text(inner, newline="")
    (repository / ".git" / "info" / "exclude").write_text(excluded, newline="")
    kept = _kept_by_git(repository)
    assert set(list_notes(str(repository), (), "").paths) == kept
    assert set(notes_among(str(repository), _NOTES, (), "")) == kept
