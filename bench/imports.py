#!/usr/bin/env python3
"""What loading the program costs each command: CPU beside that of a bare interpreter, taking turns, and how many modules.

    bench/imports.py [--runs 9]

Asked of a vault with one contact, so that loading is all there is.
"""

import argparse
import os
import resource
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median

COMMANDS = (
    "--version", "agenda", "agenda --days 14", "agenda --json", "agenda --format md", "replies", "promises", "list", "show ada", "brief ada",
    "ask ada", "find hello", "who-else hello", "match", "query circle:close", "log ada hello --dry-run", "scan", "check",
)


def cpu_of(command: list[str], vault: str) -> float:
    """Milliseconds of CPU that a command takes."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, cwd=vault, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return 1000 * (after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)


def modules_of(command: list[str], vault: str) -> int:
    """How many modules a command loads."""
    result = subprocess.run([command[0], "-X", "importtime", *command[1:]], cwd=vault, capture_output=True, text=True, check=False)
    return sum(line.startswith("import time:") for line in result.stderr.splitlines()) - 1


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--runs", type=int, default=9)
    runs = options.parse_args().runs
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # else each run compiles what was changed
    with tempfile.TemporaryDirectory() as folder:
        os.environ |= {"NB_TODAY": "2026-11-22", "XDG_CACHE_HOME": f"{folder}/cache"}
        vault = Path(folder, "vault")
        (vault / "people").mkdir(parents=True)
        (vault / "nb.yaml").write_text("")
        (vault / "people/Ada.md").write_text("---\nevery: 2w\n---\n- 2026-10-01 call: hello\n")
        commands = {"(bare Python)": [sys.executable, "-c", "pass"],
                    **{typed: [sys.executable, "-m", "kithbook", *typed.split()] for typed in COMMANDS}}
        for command in 2 * [*commands.values()]:  # the index is made
            cpu_of(command, str(vault))
        times: dict[str, list[float]] = {typed: [] for typed in commands}
        for _ in range(runs):
            for typed, command in commands.items():
                times[typed].append(cpu_of(command, str(vault)))
        bare = median(times["(bare Python)"])
        print(f"{'':24}  modules  CPU (ms)  x bare Python")
        for typed, command in commands.items():
            took = median(times[typed])
            print(f"{typed:24}  {modules_of(command, str(vault)):7}  {took:8.1f}  {took / bare:13.1f}")


if __name__ == "__main__":
    main()
