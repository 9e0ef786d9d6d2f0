#!/usr/bin/env python3
"""Times `nb hook run pre-commit` beside what it cannot do without, as whole processes, in one run.

    bench/hook.py [--contacts 10000] [--runs 15]

The measure is `git diff --cached --name-only -z` plus the start of the bare interpreter. Three
notes are staged, in four ways. Prints medians and ratios.
"""

import argparse
import os
import shutil
import statistics
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from run import HERE, NB, TODAY, make_vault, seconds

GIT = ["git", "-c", "user.name=bench", "-c", "user.email=bench@example.org", "-c", "gc.auto=0"]
STAGED = {
    "a line in the log": "\n- 2026-11-22 call: about the garden\n",
    "a promise to come": "\n- [ ] Send her the seeds 📅 2026-12-01\n",
    "an undated promise": "\n- [ ] Send her the seeds\n",
    "a stale promise": "\n- [ ] Send her the seeds 📅 2026-10-01\n",
}


def make_repository(contacts: int) -> Path:
    """The generated vault of that size under git, all of it committed."""
    folder = HERE / "out" / f"hook-{contacts}"
    if not folder.exists():
        shutil.copytree(make_vault(contacts), folder)
        for command in (["init", "-q"], ["add", "-A"], ["commit", "-q", "--allow-empty", "-m", "all"]):
            subprocess.run([*GIT, *command], cwd=folder, check=True)
    return folder


def stage(folder: Path, line: str) -> None:
    """Three notes of people, who are open for nothing else, with a line more; nothing else is staged."""
    subprocess.run([*GIT, "reset", "-q", "--hard"], cwd=folder, check=True)
    notes = [note for note in sorted((folder / "people").rglob("*.md")) if "- [ ]" not in note.read_text()][:3]
    for note in notes:
        note.write_text(note.read_text() + line)
    subprocess.run([*GIT, "add", "--", *map(str, notes)], cwd=folder, check=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--contacts", type=int, default=10_000)
    parser.add_argument("--runs", type=int, default=15)
    options = parser.parse_args()
    folder = make_repository(options.contacts)
    os.chdir(folder)
    environment = {**os.environ, "NB_TODAY": TODAY}
    run: Callable[[list[str]], float] = lambda command: seconds(command, environment)  # noqa: E731
    diff, bare, hook = ["git", "diff", "--cached", "--name-only", "-z"], [sys.executable, "-c", "pass"], [NB, "hook", "run", "pre-commit"]
    print(f"{options.contacts} contacts, three notes staged, {options.runs} runs in turn, {os.cpu_count()} cores\n")
    print(f"{'staged':22} {'git diff ms':>12} {'python ms':>10} {'hook ms':>8} {'x both':>7}")
    for name, line in STAGED.items():
        stage(folder, line)
        turns = [(run(diff), run(bare), run(hook)) for _ in range(options.runs + 1)][1:]  # the first warms the file cache
        diffs, bares, hooks = (statistics.median(column) for column in zip(*turns, strict=True))
        ratio = statistics.median(mine / (first + second) for first, second, mine in turns)
        print(f"{name:22} {1000 * diffs:12.1f} {1000 * bares:10.1f} {1000 * hooks:8.1f} {ratio:7.1f}")


if __name__ == "__main__":
    main()
