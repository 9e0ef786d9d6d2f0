#!/usr/bin/env python3
"""Times `nb` beside `git status`, a plain search and other tools over the same facts, as whole processes, in one run.

    bench/run.py [--contacts 1000 10000 100000] [--runs 9] [--peers]

Prints, for each size, medians and ratios. Times of one machine mean little; a ratio of two
commands that took turns means the same on most. Needs git and ripgrep. With `--peers` the warm
agenda takes turns with other tools, those that are installed (`peers/convert.py`).
"""

import argparse
import os
import shutil
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from contextlib import closing, suppress
from pathlib import Path
from typing import NamedTuple

HERE = Path(__file__).parent
TODAY = "2026-11-22"
NB = str(Path(sys.executable).parent / "nb")
GIT = ["git", "-c", "user.name=bench", "-c", "user.email=bench@example.org", "-c", "gc.auto=0"]


# What makes something anew that the others rest on is timed by itself; of it, what reads all notes in full is left out where
# that takes minutes.
_ANEW = ("nb agenda, the first time", "nb agenda, without an index", "nb find, the first time", "nb check")
_SLOW = ("nb find, the first time", "nb check")
_MANY = 50_000

GIT_STATUS = "git status"
RG = "rg -c '^- \\[ \\]'"


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
    subprocess.run(command, env=environment, stdin=subprocess.DEVNULL, capture_output=True, check=False)
    return time.perf_counter() - start


def make_cases(vault: Path, cache: str) -> dict[str, Case]:
    """What is timed, by its name."""
    notes = sorted((vault / "people").rglob("*.md"))
    changed, name = notes[len(notes) // 2], notes[len(notes) // 3].stem
    text = changed.read_text()

    def nb(*arguments: str) -> list[str]:
        return [NB, *arguments]

    def forget() -> None:
        shutil.rmtree(cache, ignore_errors=True)

    def forget_words() -> None:
        forget()
        seconds([NB, "agenda"], {**os.environ, "NB_VAULT": str(vault), "NB_TODAY": TODAY, "XDG_CACHE_HOME": cache})

    def forget_answers() -> None:
        for place in Path(cache).glob("kithbook/*/index.sqlite"):
            with closing(sqlite3.connect(place)) as index:
                index.execute("delete from answer")
                index.commit()

    def ask_json() -> None:
        seconds(nb("agenda", "--json"), {**os.environ, "NB_VAULT": str(vault), "NB_TODAY": TODAY, "XDG_CACHE_HOME": cache})

    def change() -> None:
        changed.write_text(f"{text}\n- 2026-11-{1 + time.monotonic_ns() % 20:02} call: changed\n")

    def complete(words: str) -> Case:
        return Case([NB], environment={"_NB_COMPLETE": "bash_complete", "COMP_WORDS": words, "COMP_CWORD": "2"})

    cases = {
        GIT_STATUS: Case(["git", "-C", str(vault), "status"]),
        RG: Case(["rg", "-c", r"^- \[ \]", str(vault)]),
        "python -c pass": Case([sys.executable, "-c", "pass"]),
        "nb --version": Case([NB, "--version"]),
        "nb agenda, warm": Case(nb("agenda")),
        "nb agenda, first time that day": Case(nb("agenda"), forget_answers),
        "nb agenda --json, warm": Case(nb("agenda", "--json"), ask_json),
        "nb agenda, one note changed": Case(nb("agenda"), change),
        "nb agenda, the first time": Case(nb("agenda"), forget),
        "nb agenda, without an index": Case(nb("agenda"), environment={"XDG_CACHE_HOME": "/dev/null/none"}),
        "nb promises, warm": Case(nb("promises")),
        "nb list, warm": Case(nb("list")),
        "nb show NAME, warm": Case(nb("show", name)),
        "nb log --dry-run": Case(nb("log", name, "call: hello", "--dry-run")),
        "Tab behind nb done": complete("nb done "),
        "nb brief NAME": Case(nb("brief", name)),
        "nb ask NAME": Case(nb("ask", name)),
        "nb match": Case(nb("match")),
        "nb match NAME": Case(nb("match", name)),
        "nb who-else sailing": Case(nb("who-else", "sailing")),
        "nb find quarterly": Case(nb("find", "quarterly")),
        "nb find, the first time": Case(nb("find", "quarterly"), forget_words),
        "nb check": Case(nb("check")),
    }
    return {name: case for name, case in cases.items() if len(notes) < _MANY or name not in _SLOW}


def timed(cases: Mapping[str, Case], environment: dict[str, str], runs: int) -> dict[str, list[float]]:
    """How long each takes, in turn; the first turn, which warms caches and makes the index, is left out."""
    times: dict[str, list[float]] = {name: [] for name in cases}
    for turn in range(runs + 1):
        for name, (command, before, own) in cases.items():
            before()
            taken = seconds(command, {**environment, **own})
            if turn:
                times[name].append(taken)
    return times


def print_times(times: Mapping[str, list[float]]) -> None:
    """Medians, and ratios to `git status` and `rg` of the same turn."""
    print(f"{'command':32} {'median ms':>10} {'x git status':>13} {'x rg':>7}")
    for name, taken in times.items():
        ratios = [f"{statistics.median(mine / theirs for mine, theirs in zip(taken, times[other], strict=True)):.1f}" if other in times else ""
                  for other in (GIT_STATUS, RG)]
        print(f"{name:32} {1000 * statistics.median(taken):10.0f} {ratios[0]:>13} {ratios[1]:>7}")
    print()


def measure_watcher(vault: Path, environment: dict[str, str], runs: int) -> None:
    """The agenda while `nb watch` runs, and how long the reports take to follow a note that is saved."""
    notes = sorted((vault / "people").rglob("*.md"))
    reports = [vault / "reports" / name for name in ("agenda.md", "promises.md")]
    watcher = subprocess.Popen([NB, "watch", "--quiet"], env=environment)
    try:
        until(reports[-1].exists, 120)
        time.sleep(2)
        cases = make_cases(vault, "")
        print_times(timed({GIT_STATUS: cases[GIT_STATUS], "nb agenda, watcher running": cases["nb agenda, warm"]}, environment, runs))
        taken: list[list[float]] = [[] for _ in reports]
        for number in range(runs):
            note, before = notes[len(notes) // 4 + number], [report.stat().st_mtime_ns for report in reports]
            text = note.read_text()
            note.write_text(f"{text}\n- [ ] Send her picture {number} 📅 2026-11-20\n")
            start = time.perf_counter()
            for report, stamp, times in zip(reports, before, taken, strict=True):  # in the order in which they are written
                until(lambda report=report, stamp=stamp: report.stat().st_mtime_ns != stamp, 30)
                times.append(time.perf_counter() - start)
            time.sleep(1.5)
        for report, times in zip(reports, taken, strict=True):
            print(f"a note is saved, {report.name} is written: {1000 * statistics.median(times):.0f} ms")
        print()
    finally:
        watcher.terminate()
        watcher.wait()
        shutil.rmtree(vault / "reports", ignore_errors=True)


def until(told: Callable[[], bool], longest: float) -> None:
    end = time.monotonic() + longest
    while not told() and time.monotonic() < end:
        time.sleep(0.002)


def measure_build(vault: Path, environment: dict[str, str], cache: str) -> None:
    """How much memory the first build takes at most, all its processes counted, where the system tells."""
    if not Path("/proc/self/smaps_rollup").exists():
        return
    shutil.rmtree(cache, ignore_errors=True)
    process = subprocess.Popen([NB, "agenda"], env=environment, stdout=subprocess.DEVNULL)
    peak = 0
    while process.poll() is None:
        peak = max(peak, sum(map(proportional, family(process.pid))))
        time.sleep(0.1)
    print(f"memory of the first build: {peak // 1024} MB\n")


def family(process: int) -> list[int]:
    """A process and its children, theirs, and so on."""
    with suppress(OSError):
        children = Path(f"/proc/{process}/task/{process}/children").read_text().split()
        return [process, *(one for child in children for one in family(int(child)))]
    return []


def proportional(process: int) -> int:
    """The memory of a process in kB; what it shares with others by its part."""
    with suppress(OSError):
        return next((int(line.split()[1]) for line in Path(f"/proc/{process}/smaps_rollup").read_text().splitlines() if line[:4] == "Pss:"), 0)
    return 0


def peers(contacts: int, folder: Path) -> dict[str, Case]:
    """What is asked of other tools."""
    sys.path.insert(0, str(HERE / "peers"))
    from convert import converted

    vault = make_vault(contacts)
    cases = {name: Case(command, environment=own) for name, (command, own) in converted(folder, contacts).items()}
    return {**cases, "python-frontmatter, no index": Case([sys.executable, str(HERE / "peers/no_index.py"), str(vault)])}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--contacts", type=int, nargs="+", default=[1000, 10_000])
    parser.add_argument("--runs", type=int, default=9)
    parser.add_argument("--peers", action="store_true", help="Ask other tools, too, and nothing else of nb than the warm agenda.")
    options = parser.parse_args()
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # else what has changed is compiled at each run
    for contacts in options.contacts:
        vault = make_vault(contacts)
        print(f"{contacts} contacts, {options.runs} runs in turn, {os.cpu_count()} cores\n")
        with tempfile.TemporaryDirectory() as cache, tempfile.TemporaryDirectory() as elsewhere:
            environment = {**os.environ, "NB_VAULT": str(vault), "NB_TODAY": TODAY, "XDG_CACHE_HOME": cache, "XDG_STATE_HOME": elsewhere}
            try:
                cases = make_cases(vault, cache)
                if options.peers:
                    nb = {name: cases[name] for name in (GIT_STATUS, "nb agenda, warm")}
                    print_times(timed({**nb, **peers(contacts, Path(elsewhere))}, environment, options.runs))
                    continue
                beside = {name: cases[name] for name in (GIT_STATUS, RG)}
                print_times(timed({name: case for name, case in cases.items() if name not in _ANEW}, environment, options.runs))
                print_times(timed({**beside, **{name: case for name, case in cases.items() if name in _ANEW}}, environment, min(3, options.runs)))
                measure_build(vault, environment, cache)
                measure_watcher(vault, environment, options.runs)
            finally:
                subprocess.run([*GIT, "checkout", "-q", "."], cwd=vault, check=True)


if __name__ == "__main__":
    main()
