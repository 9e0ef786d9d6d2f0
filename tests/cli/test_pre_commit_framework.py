"""The hook under the real pre-commit framework, from a clone of this repository. No network is needed.

The hooks are of `language: system`: the framework calls the `nb` that is installed, and makes no environment.
"""

import shutil
import subprocess
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from conftest import ROOT

MakeVault = Callable[[Mapping[str, str | bytes]], Path]
LATE = "- [ ] Bring back the ladder 📅 2026-11-01\n"


@pytest.fixture
def git(environment: dict[str, str]) -> Callable[..., subprocess.CompletedProcess[str]]:
    home = Path(environment["HOME"])
    (home / ".gitconfig").write_text("[user]\nname = x\nemail = x@example.org\n[init]\ndefaultBranch = main\n")

    def call(folder: Path, *arguments: str, tool: str = "git") -> subprocess.CompletedProcess[str]:
        return subprocess.run([tool, *arguments], cwd=folder, env=environment, capture_output=True, text=True, check=False)

    return call


@pytest.fixture
def vault(git: Callable[..., subprocess.CompletedProcess[str]], make_vault: MakeVault, tmp_path: Path) -> Path:
    """A vault whose hooks the framework runs, ours among them."""
    ours = tmp_path / "kithbook"
    ours.mkdir()
    shutil.copy(ROOT / ".pre-commit-hooks.yaml", ours)
    for arguments in (["init", "-q"], ["add", "-A"], ["commit", "-qm", "hooks"]):
        assert git(ours, *arguments).returncode == 0
    revision = git(ours, "rev-parse", "HEAD").stdout.strip()
    root = make_vault({".pre-commit-config.yaml": f"""\
default_install_hook_types: [pre-commit, pre-merge-commit, pre-push]
repos:
  - repo: {ours}
    rev: {revision}
    hooks: [{{id: nb}}, {{id: nb-merge}}, {{id: nb-push}}]
"""})
    assert git(root, "init", "-q").returncode == 0
    made = git(root, "install", tool="pre-commit")
    assert made.returncode == 0, made.stdout + made.stderr
    assert git(root, "add", "-A").returncode == 0
    first = git(root, "commit", "-qm", "first")
    assert first.returncode == 0, first.stdout + first.stderr
    return root


def test_commit_merge_and_push(vault: Path, git: Callable[..., subprocess.CompletedProcess[str]], tmp_path: Path) -> None:
    (vault / "people").mkdir()
    note = vault / "people" / "Raj.md"
    note.write_text(LATE)
    git(vault, "add", "-A")
    held_back = git(vault, "commit", "-qm", "late")
    assert held_back.returncode == 1
    assert "people/Raj.md:1: stale promise to Raj" in held_back.stderr + held_back.stdout

    # What is judged is what is staged, also when the note was mended since.
    note.write_text("Neighbour.\n")
    assert git(vault, "commit", "-qm", "late").returncode == 1
    assert note.read_text() == "Neighbour.\n"
    assert git(vault, "commit", "-qam", "mended").returncode == 0

    git(vault, "checkout", "-qb", "side")
    note.write_text(LATE)
    assert git(vault, "commit", "-qnam", "late").returncode == 0
    git(vault, "checkout", "-q", "main")
    git(vault, "commit", "-q", "--allow-empty", "-m", "main")
    merge = git(vault, "merge", "-q", "--no-edit", "side")
    assert merge.returncode == 1 and "people/Raj.md:1" in merge.stderr + merge.stdout
    git(vault, "merge", "--abort")

    (vault / "Moon.md").write_text("<<<<<<< HEAD\n")
    git(vault, "add", "-A")
    git(vault, "commit", "-qnm", "moon")
    git(tmp_path, "init", "-q", "--bare", "there.git")
    git(vault, "remote", "add", "there", str(tmp_path / "there.git"))
    push = git(vault, "push", "-q", "there", "main")
    assert push.returncode == 1 and "Moon.md:1: git left both sides" in push.stderr + push.stdout


def test_ours_beside_the_frameworks_own(vault: Path, git: Callable[..., subprocess.CompletedProcess[str]]) -> None:
    """`nb hook install` where the framework is: both run, whoever is installed last; each can be taken away again."""
    (vault / ".pre-commit-config.yaml").write_text("repos: []\n")
    hooks = vault / ".git" / "hooks"
    before = {file.name: file.read_bytes() for file in hooks.iterdir()}
    assert "installed" in git(vault, "hook", "install", tool="nb").stdout
    assert "in place already" in git(vault, "hook", "install", tool="nb").stdout
    assert "installed; also there: the pre-commit framework" in git(vault, "hook", "status", tool="nb").stdout
    (vault / "people").mkdir()
    (vault / "people" / "Raj.md").write_text(LATE)
    git(vault, "add", "-A")
    assert "stale promise to Raj" in git(vault, "commit", "-qm", "late").stderr

    git(vault, "install", tool="pre-commit")
    assert "stale promise to Raj" in git(vault, "commit", "-qm", "late").stderr
    git(vault, "hook", "uninstall", tool="nb")
    assert {file.name: file.read_bytes() for file in hooks.iterdir()} == before

    git(vault, "hook", "install", tool="nb")
    git(vault, "uninstall", tool="pre-commit")
    assert "stale promise to Raj" in git(vault, "commit", "-qm", "late").stderr
    assert "pre-commit        installed\n" in git(vault, "hook", "status", tool="nb").stdout


def test_the_framework_on_top_of_ours(git: Callable[..., subprocess.CompletedProcess[str]], make_vault: MakeVault) -> None:
    root = make_vault({"people/Raj.md": LATE, ".pre-commit-config.yaml": "repos: []\n"})
    git(root, "init", "-q")
    own = root / ".git" / "hooks" / "pre-commit"
    own.parent.mkdir(exist_ok=True)
    own.write_text("#!/bin/sh\necho own hook\n")
    own.chmod(0o755)
    git(root, "hook", "install", tool="nb")
    git(root, "install", tool="pre-commit")
    assert "in place already" in git(root, "hook", "install", tool="nb").stdout
    git(root, "add", "-A")
    said = git(root, "commit", "-qm", "late")
    assert said.returncode == 1
    assert "own hook" in said.stderr + said.stdout and "stale promise to Raj" in said.stderr + said.stdout
    git(root, "uninstall", tool="pre-commit")
    git(root, "hook", "uninstall", tool="nb")
    assert own.read_text() == "#!/bin/sh\necho own hook\n"
