#!/usr/bin/env python3
"""Times `nb` beside `git status` and a plain search over the same notes, as whole processes, in one run.

    bench/run.py [--contacts 10000] [--runs 9]

Prints medians and ratios. Times of one machine mean little; a ratio of two commands that
took turns means the same on most. Needs git and ripgrep.
"""

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NamedTuple

HERE = Path(__file__).parent
TODAY = "2026-11-22"
NB = str(Path(sys.executable).parent / "nb")
GIT = ["git", "-c", "user.name=bench", "-c", "user.email=bench@example.org", "-c", "gc.auto=0"]


class Case(NamedTuple):
    """A command, what is done before each run of it, and its environment beside the usual one."""

    command: list[str]
    before: Callable[[], object] = lambda: None
    environment: Mapping[str, str] = {}


def make_vault(contacts: int) -> Path:
    """The generated vault of that size, made once, and committed."""
    folder = HERE / "out" / f"vault-{contacts}"
    if not folder.exists():
        subprocess.run([sys.executable, HERE / "gen_vault.py", "--n", str(contacts), "--out", folder], check=True)
    if not (folder / ".git").exists():
        for command in (["init", "-q"], ["add", "-A"], ["commit", "-q", "-m", "all"]):
            subprocess.run([*GIT, *command], cwd=folder, check=True)
    return folder


def seconds(command: list[str], environment: dict[str, str]) -> float:
    """How long one run takes, its output read and thrown away."""
    start = time.perf_counter()
    subprocess.run(command, env=environment, capture_output=True, check=False)
    return time.perf_counter() - start


def make_cases(vault: Path, cache: str) -> dict[str, Case]:
    """What is timed, by its name."""
    notes = sorted((vault / "people").rglob("*.md"))
    changed, name = notes[len(notes) // 2], notes[len(notes) // 3].stem
    text = changed.read_text()

    def nb(*arguments: str) -> list[str]:
        return [NB, "--vault", str(vault), *arguments]

    def change() -> None:
        changed.write_text(f"{text}\n- 2026-11-{1 + time.monotonic_ns() % 20:02} call: changed\n")

    def complete(words: str) -> Case:
        return Case([NB], environment={"_NB_COMPLETE": "bash_complete", "COMP_WORDS": words, "COMP_CWORD": "2", "NB_VAULT": str(vault)})

    return {
        "git status": Case(["git", "-C", str(vault), "status"]),
        "rg -c '^- \\[ \\]'": Case(["rg", "-c", r"^- \[ \]", str(vault)]),
        "python -c pass": Case([sys.executable, "-c", "pass"]),
        "nb --version": Case([NB, "--version"]),
        "nb agenda, warm": Case(nb("agenda")),
        "nb agenda --json, warm": Case(nb("agenda", "--json")),
        "nb agenda, one note changed": Case(nb("agenda"), change),
        "nb agenda, the first time": Case(nb("agenda"), lambda: shutil.rmtree(cache, ignore_errors=True)),
        "nb agenda, without an index": Case(nb("agenda"), environment={"XDG_CACHE_HOME": "/dev/null/none"}),
        "nb promises, warm": Case(nb("promises")),
        "nb list, warm": Case(nb("list")),
        "nb show NAME, warm": Case(nb("show", name)),
        "nb log --dry-run": Case(nb("log", name, "call: hello", "--dry-run")),
        "Tab behind nb done": complete("nb done "),
        "nb find quarterly": Case(nb("find", "quarterly")),
        "nb check": Case(nb("check")),
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--contacts", type=int, default=10_000)
    parser.add_argument("--runs", type=int, default=9)
    options = parser.parse_args()
    vault = make_vault(options.contacts)
    with tempfile.TemporaryDirectory() as cache:
        cases = make_cases(vault, cache)
        environment = {**os.environ, "NB_TODAY": TODAY, "XDG_CACHE_HOME": cache}
        times: dict[str, list[float]] = {name: [] for name in cases}
        for turn in range(options.runs + 1):
            for name, (command, before, own) in cases.items():
                before()
                taken = seconds(command, {**environment, **own})
                if turn:  # the first warms the file cache, and makes the index
                    times[name].append(taken)
    subprocess.run([*GIT, "checkout", "-q", "."], cwd=vault, check=True)
    print(f"{options.contacts} contacts, {options.runs} runs in turn, {os.cpu_count()} cores\n")
    print(f"{'command':28} {'median ms':>10} {'x git status':>13} {'x rg':>7}")
    for name, taken in times.items():
        ratios = [statistics.median(mine / theirs for mine, theirs in zip(taken, other, strict=True))
                  for other in (times["git status"], times["rg -c '^- \\[ \\]'"])]
        print(f"{name:28} {1000 * statistics.median(taken):10.0f} {ratios[0]:13.1f} {ratios[1]:7.1f}")


if __name__ == "__main__":
    main()
