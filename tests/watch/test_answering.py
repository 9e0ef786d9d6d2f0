"""A watcher answers commands as they would answer themselves: the same bytes and exit code, of this very moment, or not at all."""

import os
import shutil
import signal
import subprocess
import sys
import sysconfig
import time
from collections.abc import Iterator
from pathlib import Path
from tempfile import mkdtemp

import pytest

from kithbook.vault.answering import Said, answering_place, ask_for_answer, packed, unpacked
from running import run_on_terminal

NOTES = {
    "nb.yaml": "",
    "me.md": "---\nbirthday: 1984-03-01\n---\n",
    "people/Ada.md": "---\nevery: 2w\nbirthday: 1990-11-24\n---\n- 2026-10-01 call: hello\n- [ ] Send the plans 📅 2026-11-20\n",
    "people/Zoë.md": "---\ncircle: close\n---\n- 2026-11-01 lunch out: plans → [[Ada]]\n- [ ] Write 📅 2026-11-2x\n- [ ] Ask after the 🌱\n",
    "people/Broken.md": "---\nevery: [\n---\n- 2026-10-01 call: hello\n",
}


def new_vault() -> Path:
    folder = Path(mkdtemp(prefix="nb"))
    for path, text in NOTES.items():
        (folder / "vault" / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / "vault" / path).write_text(text)
    return folder


@pytest.fixture(scope="module")
def here() -> Iterator[Path]:
    folder = new_vault()
    yield folder
    shutil.rmtree(folder)


def environment_in(here: Path) -> dict[str, str]:
    return {"PATH": f"{sysconfig.get_path('scripts')}:{os.environ['PATH']}", "HOME": str(here / "home"), "XDG_STATE_HOME": str(here / "state"),
            "XDG_CACHE_HOME": str(here / "cache"), "NB_TODAY": "2026-11-22", "TERM": "xterm-256color"}


@pytest.fixture(scope="module")
def surroundings(here: Path) -> dict[str, str]:
    return environment_in(here)


def start(here: Path, surroundings: dict[str, str]) -> subprocess.Popen[bytes]:
    process = subprocess.Popen(["nb", "watch", "--quiet"], cwd=here / "vault", env=surroundings, start_new_session=True)
    until_it_answers(here, surroundings)
    return process


def until_it_answers(here: Path, surroundings: dict[str, str]) -> None:
    end = time.monotonic() + 60
    while not is_answered(here, surroundings):
        assert time.monotonic() < end
        time.sleep(0.02)


def is_answered(here: Path, surroundings: dict[str, str]) -> bool:
    """Whether the command line gets by without loading the program."""
    result = subprocess.run([sys.executable, "-X", "importtime", "-m", "kithbook", "agenda"], cwd=here / "vault",
                            env=surroundings, capture_output=True, check=True)
    return b"kithbook.cli.app" not in result.stderr


@pytest.fixture(scope="module")
def watcher(here: Path, surroundings: dict[str, str]) -> Iterator[subprocess.Popen[bytes]]:
    process = start(here, surroundings)
    yield process
    process.kill()
    process.wait()


def both_ways(here: Path, surroundings: dict[str, str], *arguments: str) -> list[tuple[bytes, bytes, int]]:
    """What the command line says when the watcher may be asked, and when it may not."""
    lines = [["nb", *arguments], ["nb", "--vault", str(here / "vault"), *arguments]]
    found = [subprocess.run(line, cwd=here / "vault/people", env=surroundings, capture_output=True, check=False) for line in lines]
    return [(result.stdout, result.stderr, result.returncode) for result in found]


@pytest.mark.usefixtures("watcher")
@pytest.mark.parametrize("words", [
    "", "--json", "--format md", "--format=json", "--days 0", "--days 30 --limit 1", "--limit 0", "--days x", "--days",
    "--format html", "nonsense", "--json=1",
])
def test_it_says_what_the_command_says(words: str, here: Path, surroundings: dict[str, str]) -> None:
    answered, run = both_ways(here, surroundings, "agenda", *words.split())
    assert answered == run
    until_it_answers(here, surroundings)


@pytest.mark.usefixtures("watcher")
@pytest.mark.parametrize("setting", [
    {"NB_TODAY": "2026-12-24"}, {"NB_TODAY": "tomorrow"}, {"COLUMNS": "40"}, {"NB_TODAY": "", "TZ": "Pacific/Kiritimati"},
    {"TZ": "Pacific/Pago_Pago"}, {"LANG": "C", "LC_ALL": "C"}, {"NB_VAULT": ".."},
])
def test_it_has_the_environment_of_whoever_asks(setting: dict[str, str], here: Path, surroundings: dict[str, str]) -> None:
    with_it = surroundings | setting
    if not with_it["NB_TODAY"]:
        del with_it["NB_TODAY"]
    answered, run = both_ways(here, with_it, "agenda")
    assert answered == run


@pytest.mark.usefixtures("watcher")
@pytest.mark.parametrize("setting", [{}, {"NO_COLOR": "1"}, {"TERM": "dumb"}, {"COLUMNS": "44"}])
def test_it_knows_the_terminal_of_whoever_asks(setting: dict[str, str], here: Path, surroundings: dict[str, str]) -> None:
    shown = [run_on_terminal(f"stty cols 52; nb {vault} agenda", here / "vault", surroundings | setting)
             for vault in ("", f"--vault {here / 'vault'}")]
    assert shown[0] == shown[1]
    assert ("\x1b[" in shown[0][0]) == (not setting or "COLUMNS" in setting)


@pytest.mark.usefixtures("watcher")
def test_who_has_had_enough_of_it_is_left_alone(here: Path, surroundings: dict[str, str]) -> None:
    result = subprocess.run(["bash", "-c", "set -o pipefail; nb agenda | head -1; nb agenda >&-; nb agenda | true; echo $?"],
                            cwd=here / "vault", env=surroundings, capture_output=True, text=True, check=True)
    assert result.stdout.splitlines()[0] == "Sun 22 Nov to Sun 29 Nov 2026"
    assert "Traceback" not in result.stderr


@pytest.mark.usefixtures("watcher")
def test_what_was_written_a_moment_ago_is_in_it(here: Path, surroundings: dict[str, str]) -> None:
    note = here / "vault/people/Eva.md"
    for turn in range(8):
        note.write_text(f"- [ ] Promise {turn} 📅 2026-11-20\n")
        found = subprocess.run(["nb", "agenda"], cwd=here / "vault", env=surroundings, capture_output=True, text=True, check=True)
        assert f"Promise {turn}" in found.stdout
    until_it_answers(here, surroundings)
    (here / "vault/nb.yaml").write_text("nonsense: 1\n")
    answered, run = both_ways(here, surroundings, "agenda")
    assert answered == run
    (here / "vault/nb.yaml").write_text("")


def test_one_that_is_stopped_or_killed_is_not_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    here = new_vault()
    surroundings = environment_in(here)
    watcher = start(here, surroundings)
    for name, value in surroundings.items():
        monkeypatch.setenv(name, value)
    monkeypatch.chdir(here / "vault")
    root = str(here / "vault")

    def ask() -> object:
        return ask_for_answer(root, ["agenda"], dict(os.environb), "")

    end = time.monotonic() + 60
    while not ask():  # on a busy machine not each is begun in time
        assert time.monotonic() < end
    for stop in (os.kill, os.killpg):  # the watcher alone, and with the one that answers
        stop(watcher.pid, signal.SIGSTOP)
        (here / "vault/people/Eva.md").write_text(f"- [ ] While stopped by {stop.__name__} 📅 2026-11-20\n")
        assert ask() is None
        found = subprocess.run(["nb", "agenda"], env=surroundings, capture_output=True, text=True, check=True, timeout=30)
        assert f"While stopped by {stop.__name__}" in found.stdout
        stop(watcher.pid, signal.SIGCONT)
        until_it_answers(here, surroundings)
    watcher.kill()
    watcher.wait()
    (here / "vault/people/Eva.md").write_text("- [ ] After the kill 📅 2026-11-20\n")
    assert Path(answering_place(root)).exists()
    assert ask() is None
    again = start(here, surroundings)  # neither its lock nor its sockets are in the way
    again.terminate()
    assert again.wait(20) == 0
    assert not Path(answering_place(root)).exists()
    shutil.rmtree(here)


def child_of(process: int) -> int:
    return int(Path(f"/proc/{process}/task/{process}/children").read_text().split()[0])


def test_one_that_is_killed_by_itself_is_followed_by_another(here: Path, surroundings: dict[str, str], watcher: subprocess.Popen[bytes]) -> None:
    until_it_answers(here, surroundings)
    answering = child_of(child_of(watcher.pid))
    os.kill(answering, signal.SIGKILL)
    until_it_answers(here, surroundings)
    assert child_of(child_of(watcher.pid)) != answering


def test_whoever_asks_can_be_interrupted(here: Path, surroundings: dict[str, str], watcher: subprocess.Popen[bytes]) -> None:
    until_it_answers(here, surroundings)
    lines = ["import os, signal", "signal.signal(signal.SIGINT, signal.default_int_handler)",  # which is ignored where tests run in the background
             "from kithbook.vault import answering", "answering._SECONDS_TO_BEGIN = 60",
             "import kithbook.__main__, kithbook.cli.answered, sys", "sys.argv = ['nb', 'agenda']",
             "os.write(2, b'ready')", "kithbook.__main__.main()"]
    answering = child_of(child_of(watcher.pid))
    os.kill(answering, signal.SIGSTOP)  # it takes the question, and says nothing
    asking = subprocess.Popen([sys.executable, "-c", "\n".join(lines)], cwd=here / "vault", env=surroundings, stderr=subprocess.PIPE)
    assert asking.stderr is not None
    assert asking.stderr.read(5) == b"ready"
    time.sleep(0.5)
    asking.send_signal(signal.SIGINT)
    assert asking.communicate(timeout=20)[1] == b""
    assert asking.returncode == 130
    os.kill(answering, signal.SIGCONT)


def test_an_answer_that_breaks_off_is_none() -> None:
    said: Said = [(1, b"one\n"), (2, b""), (1, b"\0\0\0")]
    whole = packed(said, 3)
    assert unpacked(whole) == (said, 3)
    assert not any(unpacked(whole[:length]) for length in range(len(whole)))
