#!/usr/bin/env python3
"""Times `nb` beside a plain search over the same notes, as whole processes, in one run.

    bench/run.py [--contacts 10000] [--runs 9]

Prints medians and ratios. Times of one machine mean little; a ratio of two commands that
took turns means the same on most. Needs ripgrep.
"""

import argparse
import os
import statistics
import subprocess
import sys
import time
from pathlib import Path

HERE = Path(__file__).parent
TODAY = "2026-11-22"
NB = str(Path(sys.executable).parent / "nb")


def make_vault(contacts: int) -> Path:
    """The generated vault of that size, made once."""
    folder = HERE / "out" / f"vault-{contacts}"
    if not folder.exists():
        subprocess.run([sys.executable, HERE / "gen_vault.py", "--n", str(contacts), "--out", folder], check=True)
    return folder


def seconds(command: list[str], environment: dict[str, str]) -> float:
    """How long one run takes, its output read and thrown away."""
    start = time.perf_counter()
    subprocess.run(command, env=environment, capture_output=True, check=False)
    return time.perf_counter() - start


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--contacts", type=int, default=10_000)
    parser.add_argument("--runs", type=int, default=9)
    options = parser.parse_args()
    vault = str(make_vault(options.contacts))
    commands = {
        "rg -c '^- \\[ \\]'": ["rg", "-c", r"^- \[ \]", vault],
        "python -c pass": [sys.executable, "-c", "pass"],
        "nb --version": [NB, "--version"],
        "nb agenda": [NB, "--vault", vault, "agenda"],
        "nb agenda --json": [NB, "--vault", vault, "agenda", "--json"],
        "nb agenda --format md": [NB, "--vault", vault, "agenda", "--format", "md"],
        "nb promises": [NB, "--vault", vault, "promises"],
        "nb find quarterly": [NB, "--vault", vault, "find", "quarterly"],
        "nb check": [NB, "--vault", vault, "check"],
    }
    environment = {**os.environ, "NB_TODAY": TODAY}
    times: dict[str, list[float]] = {name: [] for name in commands}
    for turn in range(options.runs + 1):
        for name, command in commands.items():
            taken = seconds(command, environment)
            if turn:  # the first warms the file cache
                times[name].append(taken)
    searched = times["rg -c '^- \\[ \\]'"]
    print(f"{options.contacts} contacts, {options.runs} runs in turn, {os.cpu_count()} cores\n")
    print(f"{'command':24} {'median ms':>10} {'x rg':>7}")
    for name, taken in times.items():
        ratio = statistics.median(mine / theirs for mine, theirs in zip(taken, searched, strict=True))
        print(f"{name:24} {1000 * statistics.median(taken):10.0f} {ratio:7.1f}")


if __name__ == "__main__":
    main()
