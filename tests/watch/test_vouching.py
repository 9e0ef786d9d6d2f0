"""A watcher vouches for the index: whenever it does, the index says what the notes do, at that very moment."""

import os
import random
import shutil
import signal
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from tempfile import mkdtemp
from threading import Thread

import pytest

from kithbook.query.agenda import agenda
from kithbook.query.book_ledger import BookLedger
from kithbook.report.plain import to_plain
from kithbook.vault.index import Index, index_key
from kithbook.vault.refresh import refresh
from kithbook.vault.vault import Vault
from kithbook.vault.vouching import ask_watcher, meeting_place
from kithbook.watch.mounts import is_on_own_disk
from kithbook.watch.watcher import Pace, Watcher

DAY = date(2026, 11, 22)
BUSY = Pace(quiet=0.002, longest=0.05, settled=0.01, retry=0.005, pulse=0.01)


@pytest.fixture
def root(monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    folder = Path(mkdtemp(prefix="nb"))
    monkeypatch.setenv("XDG_STATE_HOME", str(folder / "state"))
    monkeypatch.setenv("XDG_CACHE_HOME", str(folder / "cache"))
    (folder / "vault/people").mkdir(parents=True)
    (folder / "vault/nb.yaml").write_text("")
    (folder / "vault/people/Ada.md").write_text("- [ ] Send the plans 📅 2026-11-20\n")
    yield folder / "vault"
    shutil.rmtree(folder)


def made_by_nobody(_vault: Vault, _day: date) -> None:
    """The reports are of no account here."""


@pytest.fixture
def watcher(root: Path) -> Iterator[Watcher]:
    with watching(root, BUSY) as found:
        yield found


@contextmanager
def watching(root: Path, pace: Pace) -> Iterator[Watcher]:
    found = Watcher(str(root), made_by_nobody, print, lambda: DAY, pace)
    thread = Thread(target=found.run)
    thread.start()
    try:
        yield found
    finally:
        found.stop()
        thread.join(10)


def vouched_for(root: Path, seconds: float = 5) -> str | None:
    end = time.monotonic() + seconds
    while (mark := ask_watcher(str(root))) is None and time.monotonic() < end:
        time.sleep(0.002)
    return mark


def answer_from_index(root: Path, mark: str | None) -> object:
    """What the index with that mark answers, without a look at any file; None when it has another one. Without a mark: as it is."""
    vault = Vault(str(root))
    index = Index.open(vault.root, index_key(vault.root, vault.settings))
    try:
        index.begin(writing=False)
        mark = mark or index.mark
        if index.mark != mark:
            return None
        index.give_up()
        problems = refresh(index, vault.root, vault.settings, DAY, mark)
        return to_plain(agenda(vault._ledger(index, problems, DAY), DAY, limit=None))
    finally:
        index.close()


def answer_from_notes(root: Path) -> object:
    vault = Vault(str(root))
    from kithbook.model.book import assemble

    readings, problems = vault._from_notes(DAY)
    book = assemble([reading.summary for reading in readings], vault.settings, [*vault._problems, *problems])
    return to_plain(agenda(BookLedger(vault.books.dated(book)), DAY, limit=None))


FOLDERS = ("people", "people/far", "people/new/deep", "notes")
NAMES = ("Ada", "Bo", "Cy")


def change(root: Path, chance: random.Random) -> None:
    """One change of the kinds that people, editors and sync programs make."""
    notes = [file for file in root.rglob("*.md") if file.is_file()]
    file = root / chance.choice(FOLDERS) / f"{chance.choice(NAMES)}.md"
    text = f"- 2026-10-01 email in: hello\n- [ ] Promise {chance.randrange(10**6)} 📅 2026-11-20\n"
    kind = chance.choice(("write", "write", "write", "rename", "append", "delete", "move", "folder", "link", "rules", "time"))
    for folder in (file.parent, root / "people") if kind in ("write", "rename", "move", "link") else ():
        folder.mkdir(parents=True, exist_ok=True)
    if kind == "write":
        file.write_text(text)
    elif kind == "rename":
        (other := file.with_suffix(".tmp")).write_text(text)
        other.replace(file)
    elif kind == "rules":
        (root / ".gitignore").write_text(chance.choice(("", "Bo.md\n", "far\n")))
    elif kind == "folder":
        place, to = root / chance.choice(FOLDERS), root / chance.choice(("notes", "elsewhere"))
        if place.is_dir() and not to.exists():
            place.rename(to)
        elif to.is_dir():
            shutil.rmtree(to)
    elif kind == "link":
        (link := root / "people/link.md").unlink(missing_ok=True)
        if chance.random() < 0.5:
            link.symlink_to(chance.choice(("nowhere", "Ada.md")))
    elif notes:
        other = chance.choice(notes)
        if other.is_symlink():
            return
        if kind == "append":
            with other.open("a") as opened:
                opened.write(text)
        elif kind == "delete":
            other.unlink()
        elif kind == "time":
            os.utime(other, (1, chance.randrange(10**9)))
        else:
            other.replace(file)


@pytest.mark.parametrize("seed", range(2))
def test_what_is_vouched_for_is_so(seed: int, root: Path, watcher: Watcher) -> None:
    chance = random.Random(seed)
    vouched = 0
    for turn in range(150):
        change(root, chance)
        time.sleep(chance.choice((0, 0, 0.005, 0.02, 0.04)))
        mark = vouched_for(root, 0.3) if turn % 5 == 0 else ask_watcher(str(root))
        if mark is not None and (answer := answer_from_index(root, mark)) is not None:
            vouched += 1
            assert answer == answer_from_notes(root)
    assert vouched > 3  # there are links now and then, and machines with other things to do


def test_other_processes_that_write_in_the_index_do_not_mislead_it(root: Path, watcher: Watcher) -> None:
    stop = False

    def others() -> None:
        while not stop:
            vault = Vault(str(root))
            index = Index.open(vault.root, index_key(vault.root, vault.settings))
            try:
                refresh(index, vault.root, vault.settings, DAY)
            except Exception:  # the other one was writing
                pass
            finally:
                index.close()

    threads = [Thread(target=others) for _ in range(2)]
    for thread in threads:
        thread.start()
    try:
        chance = random.Random(3)
        for _ in range(100):
            change(root, chance)
            time.sleep(chance.choice((0, 0.01, 0.03)))
            mark = ask_watcher(str(root))
            if mark is not None and (answer := answer_from_index(root, mark)) is not None:
                assert answer == answer_from_notes(root)
    finally:
        stop = True
        for thread in threads:
            thread.join()


def a_hard_link(root: Path) -> None:
    os.link(root / "people/Ada.md", root.parent / "outside.md")
    (root / "people/Bo.md").write_text("")  # whatever has it look again


def a_symbolic_link(root: Path) -> None:
    (root / "people/link.md").symlink_to("Ada.md")


def a_folder_that_cannot_be_read(root: Path) -> None:
    (root / "closed").mkdir()
    (root / "closed").chmod(0)


@pytest.mark.parametrize("odd", [a_hard_link, a_symbolic_link, a_folder_that_cannot_be_read])
def test_in_doubt_nobody_is_told_anything(odd: Callable[[Path], None], root: Path, watcher: Watcher) -> None:
    assert vouched_for(root)
    if odd is a_folder_that_cannot_be_read and os.geteuid() == 0:
        pytest.skip("root may read everything")
    odd(root)
    time.sleep(0.2)
    assert ask_watcher(str(root)) is None


def test_what_linux_tells_nobody_of_is_found_at_the_next_look_at_everything(root: Path) -> None:
    with watching(root, BUSY._replace(again=0.3)):
        assert vouched_for(root)
        os.link(root / "people/Ada.md", root.parent / "outside.md")
        with (root.parent / "outside.md").open("a") as file:
            file.write("- [ ] Written by another name 📅 2026-11-20\n")
        end = time.monotonic() + 10
        while ask_watcher(str(root)) is not None:
            assert time.monotonic() < end
            time.sleep(0.05)
    assert "Written by another name" in str(answer_from_index(root, None))


def test_another_folder_at_the_same_place_is_not_meant(root: Path, watcher: Watcher) -> None:
    assert vouched_for(root)
    root.rename(root.with_name("away"))
    shutil.copytree(root.with_name("away"), root)
    for _ in range(20):
        mark = ask_watcher(str(root))
        if mark is not None and (answer := answer_from_index(root, mark)) is not None:
            assert answer == answer_from_notes(root)
        time.sleep(0.01)


def test_the_socket_is_for_its_owner_alone(root: Path, watcher: Watcher) -> None:
    assert vouched_for(root)
    assert Path(meeting_place(str(root))).stat().st_mode & 0o777 == 0o600


TABLE = """\
22 1 8:1 / / rw - ext4 /dev/sda1 rw
30 22 0:50 / /home/ana/far rw - nfs4 server:/ rw
31 22 0:51 / /home/ana/my\\040vault/usb rw - vfat /dev/sdb1 rw
"""


@pytest.mark.parametrize(("folder", "own"), [
    ("/home/ana/vault", True), ("/home/ana/far", False), ("/home/ana/far/vault", False), ("/home/ana/farther", True),
    ("/home/ana/my vault", False), ("/home/ana/my vault/notes", True), ("/home/ana/my vault/usb", False)])
def test_only_disks_of_this_machine_are_vouched_for(folder: str, own: bool) -> None:
    assert is_on_own_disk(folder, TABLE) is own


# Real processes

def start(root: Path, environment: dict[str, str], *options: str) -> subprocess.Popen[str]:
    process = subprocess.Popen(["nb", "--vault", str(root), "watch", *options], env=environment, text=True,
                               stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    end = time.monotonic() + 20
    while not (root / "reports/promises.md").exists() or ask_watcher(str(root)) is None:
        assert time.monotonic() < end
        time.sleep(0.02)
    return process


@pytest.fixture
def here(environment: dict[str, str], root: Path) -> dict[str, str]:
    """The environment of a process that has the same index as this one."""
    return environment | {name: os.environ[name] for name in ("XDG_STATE_HOME", "XDG_CACHE_HOME")}


def asked(root: Path, environment: dict[str, str], *arguments: str) -> str:
    result = subprocess.run(["nb", "--vault", str(root), *arguments], env=environment, capture_output=True, text=True,
                            check=False, timeout=60)
    return result.stdout + result.stderr + f"[{result.returncode}]"


@pytest.mark.parametrize(("number", "code"), [(signal.SIGTERM, 0), (signal.SIGINT, 130)])
def test_it_ends_cleanly(number: signal.Signals, code: int, root: Path, here: dict[str, str]) -> None:
    process = start(root, here)
    assert f"this vault is watched already, by process {process.pid}" in asked(root, here, "watch")
    process.send_signal(number)
    out, err = process.communicate(timeout=20)
    assert process.returncode == code
    assert err == ""
    assert [line.split(" ", 1)[1] for line in out.splitlines()] == [
        f"watching {root}", "reports/agenda.md written", "reports/promises.md written"]
    assert not Path(meeting_place(str(root))).exists()


def test_one_that_is_stopped_or_killed_is_not_trusted(root: Path, here: dict[str, str]) -> None:
    process = start(root, here, "--quiet")
    try:
        note = root / "people/Ada.md"
        for turn in range(3):
            note.write_text(f"- [ ] Promise {turn} 📅 2026-11-20\n")
            assert f"Promise {turn}" in asked(root, here, "promises")
        process.send_signal(signal.SIGSTOP)
        note.write_text("- [ ] Promise while stopped 📅 2026-11-20\n")
        assert ask_watcher(str(root)) is None
        assert "while stopped" in asked(root, here, "promises")
        process.send_signal(signal.SIGCONT)
        assert vouched_for(root, 20)
        process.kill()
        process.wait()
        note.write_text("- [ ] Promise after the kill 📅 2026-11-20\n")
        assert Path(meeting_place(str(root))).exists()
        assert "after the kill" in asked(root, here, "promises")
    finally:
        process.kill()
    process = start(root, here)  # the lock went with the process
    process.terminate()
    process.communicate(timeout=20)
    assert process.returncode == 0
