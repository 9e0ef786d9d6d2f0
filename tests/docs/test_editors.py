"""What the pages on editors tell one to set up works in those editors; one that is not installed is passed over."""

import json
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from conftest import ROOT
from running import run, run_on_terminal

NOTES = {
    "nb.yaml": "",
    "people/Ada: the Löwe.md": "- 2026-11-01 call: hello\n- 03/04/2026 call: in März or April?\n- [] Send hör the article\n",
    "people/Ada Lovelace.md": "---\naliases: [Countess]\n---\nMärz\n- [ ] Größe due:2026-11-25 zählen\n",
    "people/Bo.md": "- 2026-11-01 call: grüße, mit [[Countess]]\n",
}
# Where each slip is, and the words that stand there.
PLACES = [
    ("people/Ada Lovelace.md", 5, "w", "due:2026-11-25 zählen"),
    ("people/Ada: the Löwe.md", 1, "w", "- 2026-11-01 call: hello"),
    ("people/Ada: the Löwe.md", 2, "e", "03/04/2026 call: in März or April?"),
    ("people/Ada: the Löwe.md", 3, "w", "- [] Send hör the article"),
    ("people/Bo.md", 1, "w", "[[Countess]]"),
]

VIM_SCRIPT = """\
silent make!
let g:said = []
for g:slip in filter(getqflist(), 'v:val.valid')
  execute 'buffer' g:slip.bufnr
  call cursor(g:slip.lnum, 1)
  execute 'normal!' g:slip.col .. '|'
  call add(g:said, [bufname('%'), line('.'), g:slip.type, strpart(getline('.'), col('.') - 1)])
endfor
Person countess
call add(g:said, bufname('%'))
Nb list
call add(g:said, getline(1, '$'))
call writefile([json_encode(g:said)], 'said.json')
qa!
"""
EMACS_SCRIPT = r"""
(setq said nil root default-directory)
(nb-check)
(with-current-buffer "*nb-check*"
  (while (get-buffer-process (current-buffer)) ; there until all that it has said is read
    (accept-process-output nil 0.1))
  (compilation--ensure-parse (point-max)))
(while (condition-case nil (progn (next-error) t) (error nil))
  (with-current-buffer (window-buffer (selected-window))
    (push (vector (file-relative-name buffer-file-name root) (line-number-at-pos) ""
                  (buffer-substring-no-properties (point) (line-end-position)))
          said)))
(nb-person "countess")
(push (file-relative-name buffer-file-name root) said)
(condition-case error (nb-person "nobody here") (user-error (push (error-message-string error) said)))
(nb-agenda)
(push (with-current-buffer "*nb agenda*" (buffer-string)) said)
(let ((coding-system-for-write 'utf-8))
  (write-region (json-serialize (vconcat (nreverse said))) nil (expand-file-name "said.json" root)))
"""


def block_of(page: str, language: str) -> str:
    found = re.search(rf"^```{language}[^\n]*\n(.*?)^```$", (ROOT / "docs" / page).read_text(), re.M | re.S)
    assert found
    return found[1]


@pytest.fixture
def vault(tmp_path: Path) -> Path:
    root = tmp_path / "vault"
    for path, text in NOTES.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text)
    return root


def said_by(arguments: list[str], vault: Path, environment: dict[str, str]) -> list[Any]:
    """What the script has an editor write down."""
    if shutil.which(arguments[0]) is None:
        pytest.skip(f"{arguments[0]} is not installed")
    done = subprocess.run(arguments, cwd=vault, env=environment, stdin=subprocess.DEVNULL, capture_output=True, timeout=60, check=False)
    file = vault / "said.json"
    assert file.exists(), done.stdout.decode() + done.stderr.decode()
    said: list[Any] = json.loads(file.read_text())
    return said


@pytest.mark.parametrize("editor", [["vim", "-es", "-N", "-u", "NONE"], ["nvim", "--headless", "-es", "-u", "NONE"]], ids=["vim", "nvim"])
def test_vim(editor: list[str], vault: Path, environment: dict[str, str]) -> None:
    (vault / "nb.vim").write_text(block_of("neovim.md", "vim"))
    (vault / "try.vim").write_text(VIM_SCRIPT)
    *places, person, listed = said_by([*editor, "-S", "nb.vim", "-S", "try.vim"], vault, environment)
    assert list(map(tuple, places)) == PLACES
    assert person == "people/Ada Lovelace.md"
    assert any(line.startswith("Ada Lovelace") for line in listed)


def test_emacs(vault: Path, environment: dict[str, str]) -> None:
    (vault / "nb.el").write_text(block_of("emacs.md", "elisp"))
    (vault / "try.el").write_text(EMACS_SCRIPT)
    arguments = ["emacs", "-Q", "--batch", "-l", "nb.el", "-l", "try.el"]
    *places, person, refused, agenda = said_by(arguments, vault, environment)
    assert [(path, line, text) for path, line, _, text in places] == [(path, line, text) for path, line, _, text in PLACES]
    assert person == "people/Ada Lovelace.md"
    assert "nobody here is called `nobody here`" in refused
    assert "Promises to keep" in agenda


def test_vs_code(vault: Path, environment: dict[str, str]) -> None:
    """The matcher reads what its task prints on a terminal, as VS Code has one."""
    tasks = {task["label"]: task for task in json.loads(block_of("vscode.md", "json"))["tasks"]}
    task = tasks["nb: check"]
    shown, _ = run_on_terminal(task["command"], vault, environment)
    pattern = task["problemMatcher"]["pattern"]
    found = [re.match(pattern["regexp"], line) for line in shown.split("\n")]
    parts = ("file", "line", "column", "severity", "code", "message")
    read = [[match[pattern[part]] for part in parts] for match in found if match]
    problems = json.loads("\n".join(line for line in run("nb check --json", vault, environment, vault.parent) if line[:1] not in "!["))["problems"]
    assert read == [[str(problem[key]) for key in ("path", "line", "column", "severity", "rule", "message")] for problem in problems]
    assert len(read) == len(PLACES)
    for label in ("nb: agenda", "nb: watch"):
        assert run(f"{tasks[label]['command']}{' --once' if label == 'nb: watch' else ''}", vault, environment, vault.parent)


def test_the_address_of_a_person_for_a_shell(vault: Path, environment: dict[str, str]) -> None:
    (vault.parent / "bin").mkdir()
    jq = vault.parent / "bin" / "jq"  # what it is asked for here, where there is none
    jq.write_text("#!/usr/bin/env python3\nimport json, sys\nassert sys.argv[1:] == ['-r', '.contact.path']\nprint(json.load(sys.stdin)['contact']['path'])\n")
    jq.chmod(0o755)
    written = re.search(r"`code \"\$\((nb show --json anke \| jq [^)]*)\)\"`", (ROOT / "docs" / "vscode.md").read_text())
    assert written
    path = f"{vault.parent}/bin:{environment['PATH']}"
    assert run(written[1].replace("anke", "countess"), vault, {**environment, "PATH": path}, vault.parent)[0] == "people/Ada Lovelace.md"
