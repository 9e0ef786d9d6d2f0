"""The watcher keeps the reports right, whatever editors, git and the disk are up to. Real files, and the system's own events."""

import errno
import os
import shutil
import subprocess
import time
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path
from tempfile import mkdtemp
from threading import Thread

import pytest

from kithbook.cli.watch import Says
from kithbook.vault.exchange import exchange
from kithbook.vault.vault import Vault
from kithbook.watch.events import Events, may_matter
from kithbook.watch.watcher import Pace, Watcher

TODAY = date(2026, 11, 22)
QUICK = Pace(quiet=0.03, longest=0.3, settled=0.2, retry=0.03, pulse=0.05, again=60, polling=0.1, worth_a_line=0.1)
ADA = "- 2026-10-01 call: hello\n- [ ] Send the plans 📅 2026-11-24\n"


class Watched:
    """A vault that is watched by a thread of this process, on a day that can be set."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.today = TODAY
        self.said: list[str] = []
        self.runs = 0
        self.ill: Exception | None = None
        self._says = Says(quiet=True)
        self.watcher = Watcher(str(root), self._make_reports, self.said.append, lambda: self.today, QUICK)
        self.thread = Thread(target=self.watcher.run)

    def _make_reports(self, vault: Vault, day: date) -> None:
        self.runs += 1
        if self.ill:
            raise self.ill
        self._says.make_reports(vault, day)

    def report(self, name: str = "promises") -> str:
        try:
            return (self.root / f"reports/{name}.md").read_text()
        except FileNotFoundError:
            return ""


def eventually(holds: Callable[[], bool], seconds: float = 10) -> None:
    end = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < end
        time.sleep(0.01)


def settle() -> None:
    """Time enough for whatever the watcher would do of itself."""
    time.sleep(0.5)


@pytest.fixture
def place(monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder with a path short enough for a socket below it."""
    folder = Path(mkdtemp(prefix="nb"))
    monkeypatch.setenv("XDG_STATE_HOME", str(folder / "state"))
    monkeypatch.setenv("XDG_CACHE_HOME", str(folder / "cache"))
    yield folder
    shutil.rmtree(folder)


@pytest.fixture
def watched(place: Path) -> Iterator[Watched]:
    root = place / "vault"
    (root / "people").mkdir(parents=True)
    (root / "nb.yaml").write_text("")
    (root / "people/Ada.md").write_text(ADA)
    time.sleep(0.05)  # what was saved at this very moment is not to be relied on
    found = Watched(root)
    found.thread.start()
    try:
        eventually(lambda: "Send the plans" in found.report() and bool(found.report("agenda")))
        settle()
        yield found
    finally:
        found.watcher.stop()
        found.thread.join(10)
        assert not found.thread.is_alive()


def in_place(file: Path, text: str) -> None:
    file.write_text(text)


def by_rename(file: Path, text: str) -> None:
    (other := file.with_name(f".{file.name}.tmp")).write_text(text)
    other.replace(file)


def by_backup(file: Path, text: str) -> None:
    """As vim does it with `backupcopy=no`."""
    file.rename(file.with_name(f"{file.name}~"))
    file.write_text(text)
    file.with_name(f"{file.name}~").unlink()


def gone_first(file: Path, text: str) -> None:
    file.unlink()
    time.sleep(0.05)
    file.write_text(text)


@pytest.mark.parametrize("save", [in_place, by_rename, by_backup, gone_first])
def test_a_note_that_is_saved_reaches_the_reports(save: Callable[[Path, str], None], watched: Watched) -> None:
    save(watched.root / "people/Ada.md", ADA.replace("plans", "maps"))
    eventually(lambda: "maps" in watched.report() and "maps" in watched.report("agenda"))
    runs = watched.runs
    settle()
    assert watched.runs == runs  # what it wrote itself is no reason


def test_new_folders_and_moved_notes_are_seen(watched: Watched) -> None:
    (deep := watched.root / "people/far/away").mkdir(parents=True)
    (deep / "Bo.md").write_text("- [ ] Write to Bo 📅 2026-11-24\n")
    eventually(lambda: "Write to Bo" in watched.report())
    (deep / "Bo.md").rename(watched.root / "people/Boris.md")
    eventually(lambda: "Boris" in watched.report())
    shutil.rmtree(watched.root / "people/far")
    (watched.root / "people/Boris.md").unlink()
    eventually(lambda: "Write to Bo" not in watched.report())


def test_while_changes_keep_coming_the_reports_follow_all_the_same(watched: Watched) -> None:
    (watched.root / "people/Ada.md").write_text(ADA.replace("plans", "maps"))
    end = time.monotonic() + 10
    turn = 0
    while "maps" not in watched.report():
        assert time.monotonic() < end
        (watched.root / "people/Bo.md").write_text(f"- 2026-10-01 call: {turn}\n")
        turn += 1
        time.sleep(0.005)


def test_a_report_is_written_only_when_it_changes(watched: Watched) -> None:
    before = (watched.root / "reports/promises.md").stat()
    (watched.root / "people/Bo.md").write_text("- 2026-11-20 call: hello\n")
    (watched.root / "people/Ada.md").touch()
    settle()
    assert (watched.root / "reports/promises.md").stat() == before


def test_what_is_no_reason_to_look(watched: Watched) -> None:
    runs = watched.runs
    told: list[str] = []
    events = Events(str(watched.root), told.append)
    (watched.root / "people/Ada.md").read_text()
    (watched.root / ".obsidian").mkdir()
    (watched.root / ".obsidian/workspace.json").write_text("{}")
    (watched.root / "picture.png").write_bytes(b"")
    settle()
    events.stop()
    assert told == []
    assert watched.runs == runs
    assert not may_matter(".git/objects/ab/cdef", folder=False)
    assert may_matter(".git/refs/heads/main", folder=False)
    assert may_matter("people/.gitignore", folder=False)
    assert may_matter("templates/nb/agenda.md.j2", folder=False)


def test_a_slip_in_the_settings_reaches_the_report_though_they_say_what_they_said(watched: Watched) -> None:
    (watched.root / "nb.yaml").write_text("# fine\n")
    settle()
    assert "To look at" not in watched.report("agenda")
    (watched.root / "nb.yaml").write_text("synonyms: 5\n")
    eventually(lambda: "To look at" in watched.report("agenda"))
    (watched.root / "nb.yaml").write_text("# fine\n")
    eventually(lambda: "To look at" not in watched.report("agenda"))


def test_a_tick_in_the_report_closes_the_promise(watched: Watched) -> None:
    file = watched.root / "reports/promises.md"
    file.write_text(file.read_text().replace("- [ ] Send", "- [x] Send"))
    eventually(lambda: "- [x] Send the plans 📅 2026-11-24 ✅ 2026-11-22" in (watched.root / "people/Ada.md").read_text())
    eventually(lambda: "Send the plans" not in watched.report())


def test_a_report_with_words_of_somebodys_is_left_alone_and_that_is_said_once(watched: Watched) -> None:
    file = watched.root / "reports/agenda.md"
    file.write_text(file.read_text() + "my words\n")
    settle()
    (watched.root / "people/Ada.md").write_text(ADA.replace("plans", "maps"))
    eventually(lambda: "maps" in watched.report())
    settle()
    assert "my words" in file.read_text()
    assert [line for line in watched.said if "left alone" in line] == [
        "reports/agenda.md was edited since nb wrote it, and is left alone; take your changes over to the notes, then delete the report"]


@pytest.mark.parametrize("half", ["", ADA[:10]])
def test_a_half_saved_note_is_not_believed(half: str, watched: Watched) -> None:
    file = watched.root / "people/Ada.md"
    file.write_text(half)
    end = time.monotonic() + 0.15
    while time.monotonic() < end:
        assert "Send the plans" in watched.report()
    file.write_text(ADA)
    settle()
    assert "Send the plans" in watched.report()
    file.write_text(half)  # and this is meant
    eventually(lambda: "Send the plans" not in watched.report())


@pytest.mark.parametrize("sign", ["MERGE_HEAD", "rebase-merge", "index.lock"])
def test_nothing_is_written_while_git_is_in_the_middle_of_something(sign: str, watched: Watched) -> None:
    (folder := watched.root / ".git").mkdir()
    (folder / sign).write_text("")
    (watched.root / "people/Ada.md").write_text(ADA.replace("plans", "maps"))
    settle()
    assert "maps" not in watched.report()
    assert sum("git is in the middle of" in line for line in watched.said) == 1
    (folder / sign).unlink()
    eventually(lambda: "maps" in watched.report())


def test_a_checkout_of_many_files_is_one_run(watched: Watched) -> None:
    def git(*arguments: str) -> None:
        subprocess.run(["git", "-c", "user.name=A", "-c", "user.email=a@example.org", *arguments], cwd=watched.root, check=True,
                       capture_output=True, env={"PATH": os.environ["PATH"], "HOME": str(watched.root)})

    git("init", "--quiet", "--initial-branch=main")
    git("commit", "--quiet", "--allow-empty", "-m", "nobody")
    git("checkout", "--quiet", "-b", "all")
    for number in range(400):
        (watched.root / f"people/N{number}.md").write_text(f"- [ ] Promise {number} 📅 2026-11-24\n")
    git("add", "people")
    git("commit", "--quiet", "-m", "all")
    eventually(lambda: watched.report().count("Promise ") == 400)
    for branch, there in (("main", 0), ("all", 400)):
        settle()
        runs = watched.runs
        git("checkout", "--quiet", branch)
        eventually(lambda there=there: watched.report().count("Promise ") == there)  # type: ignore[misc]
        settle()
        # One run; a second when the first fell between git's last file and its last ref.
        assert watched.runs <= runs + 2


def test_a_vault_that_goes_away_and_comes_back(watched: Watched) -> None:
    before = watched.report()
    away = watched.root.with_name("away")
    watched.root.rename(away)
    eventually(lambda: "waiting: the vault is not there" in watched.said)
    settle()
    assert not watched.root.exists()
    watched.root.mkdir()  # as an empty place to mount it at
    settle()
    assert not [*watched.root.iterdir()]
    watched.root.rmdir()
    away.rename(watched.root)
    settle()
    assert watched.report() == before
    (watched.root / "people/Ada.md").write_text(ADA.replace("plans", "maps"))
    eventually(lambda: "maps" in watched.report())
    assert watched.said == ["waiting: the vault is not there"]


def test_midnight(watched: Watched) -> None:
    assert "due Tue 24 Nov" in watched.report()
    watched.today = TODAY + timedelta(1)
    eventually(lambda: "due tomorrow" in watched.report())


def test_a_fault_is_said_and_watching_goes_on(watched: Watched) -> None:
    watched.ill = RuntimeError("a secret of somebody's")
    (watched.root / "people/Ada.md").write_text(ADA.replace("plans", "maps"))
    eventually(lambda: bool(watched.said))
    assert watched.said[0].startswith("a fault of nb, not of yours: RuntimeError in test_watcher.py:")
    assert "secret" not in watched.said[0]
    watched.ill = None
    (watched.root / "people/Ada.md").write_text(ADA.replace("plans", "charts"))
    eventually(lambda: "charts" in watched.report())


def test_without_watches_it_looks_every_few_seconds(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_more(*_arguments: object, **_more: object) -> None:
        raise OSError(errno.ENOSPC, "inotify watch limit reached")

    monkeypatch.setattr("watchdog.observers.api.BaseObserver.start", no_more)
    (root := place / "vault").mkdir()
    (root / "nb.yaml").write_text("")
    found = Watched(root)
    found.thread.start()
    try:
        eventually(lambda: bool(found.report()))
        (root / "Ada.md").write_text("---\ntype: person\n---\n" + ADA)
        eventually(lambda: "Send the plans" in found.report())
        assert found.said == ["the system has no more watches to give (inotify watch limit reached): looking every 0 seconds instead"]
    finally:
        found.watcher.stop()
        found.thread.join(10)


def test_folders_that_are_exchanged_end_nothing(watched: Watched, capfd: pytest.CaptureFixture[str]) -> None:
    """watchdog loses its way when two folders are exchanged and one is deleted: then it is begun anew."""
    for name in ("first", "second"):
        (watched.root / name / "within").mkdir(parents=True)
    settle()
    if not exchange(str(watched.root / "first"), str(watched.root / "second")):
        pytest.skip("names cannot be exchanged here")
    shutil.rmtree(watched.root / "first")
    settle()
    (watched.root / "people/Ada.md").write_text(ADA.replace("plans", "maps"))
    eventually(lambda: "maps" in watched.report())
    eventually(lambda: watched.watcher._events is not None and watched.watcher._events.alive)
    assert not any("no more changes" in line for line in watched.said)
    assert "KeyError" not in capfd.readouterr().err
