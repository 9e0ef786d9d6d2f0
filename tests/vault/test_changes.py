"""Changing notes that others change, too: nothing is lost, whatever happens in between."""

import errno
import itertools
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from kithbook.errors import VaultError
from kithbook.vault import changes
from kithbook.vault.change_log import Change
from kithbook.vault.changes import CutShort, Wanted, change_notes, take_back_cut_short, undo_change

MakeVault = Callable[[Mapping[str, str | bytes]], Path]
NB = Path(sys.executable).parent / "nb"


@pytest.fixture(autouse=True)
def state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))


def append(line: bytes) -> Callable[[bytes], bytes]:
    return lambda data: data + line


def test_an_editor_that_saves_in_between_keeps_its_words(make_vault: MakeVault) -> None:
    root = make_vault({"a.md": "one\n"})
    saves = iter([b"two\n", b"three\n"])

    def edit(data: bytes) -> bytes:
        saved = next(saves, None)
        if saved is not None:  # the editor saves while we edit
            with (root / "a.md").open("ab") as file:
                file.write(saved)
        return data + b"ours\n"

    change_notes(str(root), [Wanted("a.md", edit)], "test")
    assert (root / "a.md").read_bytes() == b"one\ntwo\nthree\nours\n"


def test_an_editor_that_saves_by_rename_keeps_its_words(make_vault: MakeVault) -> None:
    root = make_vault({"a.md": "one\n"})
    saves = iter([b"all new\n"])

    def edit(data: bytes) -> bytes:
        saved = next(saves, None)
        if saved is not None:
            (root / "a.md.tmp").write_bytes(saved)
            (root / "a.md.tmp").replace(root / "a.md")
        return data + b"ours\n"

    change_notes(str(root), [Wanted("a.md", edit)], "test")
    assert (root / "a.md").read_bytes() == b"all new\nours\n"


def test_several_notes_are_changed_all_or_none(make_vault: MakeVault) -> None:
    root = make_vault({"a.md": "a\n", "b.md": "b\n"})
    (root / "b.md").chmod(0o444)
    with pytest.raises(VaultError, match="b.md is read-only"):
        change_notes(str(root), [Wanted("a.md", append(b"x\n")), Wanted("b.md", append(b"x\n"))], "test")
    assert (root / "a.md").read_bytes() == b"a\n"
    assert sorted(os.listdir(root)) == ["a.md", "b.md", "nb.yaml"]


def test_a_new_note_is_never_written_over_another(make_vault: MakeVault) -> None:
    root = make_vault({"a.md": "a\n"})
    with pytest.raises(VaultError, match="there already"):
        change_notes(str(root), [Wanted("a.md", text=b"new\n")], "test")
    assert (root / "a.md").read_bytes() == b"a\n"


def test_mode_and_links_stay(make_vault: MakeVault) -> None:
    root = make_vault({"real/a.md": "a\n"})
    (root / "real/a.md").chmod(0o640)
    (root / "a.md").symlink_to("real/a.md")
    change_notes(str(root), [Wanted("a.md", append(b"x\n"))], "test")
    assert (root / "a.md").is_symlink()
    assert (root / "real/a.md").read_bytes() == b"a\nx\n"
    assert (root / "real/a.md").stat().st_mode & 0o777 == 0o640


def test_a_note_outside_the_vault_is_not_written(make_vault: MakeVault, tmp_path: Path) -> None:
    root = make_vault({})
    (tmp_path / "outside.md").write_text("mine\n")
    (root / "a.md").symlink_to(tmp_path / "outside.md")
    with pytest.raises(VaultError, match="leads out of the vault"):
        change_notes(str(root), [Wanted("a.md", append(b"x\n"))], "test")
    assert (tmp_path / "outside.md").read_text() == "mine\n"


def test_a_note_that_is_saved_while_it_moves_keeps_its_words_and_its_mode(make_vault: MakeVault) -> None:
    root = make_vault({"a.md": "one\n"})
    (root / "a.md").chmod(0o600)
    saves = iter([b"two\n"])

    def edit(data: bytes) -> bytes:
        with (root / "a.md").open("ab") as file:
            file.write(next(saves, b""))
        return data + b"ours\n"

    change_notes(str(root), [Wanted("b.md", edit, source="a.md")], "test")
    assert sorted(os.listdir(root)) == ["b.md", "nb.yaml"]
    assert (root / "b.md").read_bytes() == b"one\ntwo\nours\n"
    assert (root / "b.md").stat().st_mode & 0o777 == 0o600
    undo_change(str(root))
    assert sorted(os.listdir(root)) == ["a.md", "nb.yaml"]
    assert (root / "a.md").read_bytes() == b"one\ntwo\n"
    assert (root / "a.md").stat().st_mode & 0o777 == 0o600


def test_what_was_cut_short_is_taken_back(make_vault: MakeVault, monkeypatch: pytest.MonkeyPatch) -> None:
    root = make_vault({"a.md": "a\n", "b.md": "b\n", "c.md": "c\n"})
    make = changes._make

    def killed(root_: str, change: Change) -> bool:
        if change.path == "b.md":
            os._exit(9)
        return make(root_, change)

    if (child := os.fork()) == 0:
        monkeypatch.setattr(changes, "_make", killed)
        change_notes(str(root), [Wanted("a.md", append(b"x\n")), Wanted("b.md", append(b"x\n"))], "both")
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 9
    assert (root / "a.md").read_bytes() == b"a\nx\n"
    with pytest.raises(VaultError, match="cut short"):  # it may rest on what was read of half a change
        change_notes(str(root), [Wanted("c.md", append(b"y\n"))], "one that had read before")
    change_notes(str(root), [Wanted("c.md", append(b"x\n"))], "the next one")
    assert [(root / name).read_bytes() for name in ("a.md", "b.md", "c.md")] == [b"a\n", b"b\n", b"c\nx\n"]
    assert undo_change(str(root))[0] == "the next one"
    with pytest.raises(VaultError, match="nothing to take back"):
        undo_change(str(root))


def test_what_failed_is_not_carried_out_later(make_vault: MakeVault) -> None:
    root = make_vault({"a.md": "a\n", "b.md": "b\n"})
    (root / "b.md").chmod(0o444)
    both = [Wanted("a.md", append(b"x\n")), Wanted("b.md", append(b"x\n"))]
    with pytest.raises(VaultError, match="read-only"):
        change_notes(str(root), both, "both")
    change_notes(str(root), [Wanted("nb.yaml", append(b"# x\n"))], "another")
    assert (root / "a.md").read_bytes() == b"a\n"
    (root / "b.md").chmod(0o644)
    change_notes(str(root), both, "both")
    assert [(root / name).read_bytes() for name in ("a.md", "b.md")] == [b"a\nx\n", b"b\nx\n"]


def test_an_undo_that_was_cut_short_can_be_done_again(make_vault: MakeVault, monkeypatch: pytest.MonkeyPatch) -> None:
    root = make_vault({"a.md": "a\n", "b.md": "b\n"})
    change_notes(str(root), [Wanted("a.md", append(b"x\n")), Wanted("b.md", append(b"x\n"))], "both")
    make = changes._make
    if (child := os.fork()) == 0:
        monkeypatch.setattr(changes, "_make", lambda root_, change: os._exit(9) if change.path == "a.md" else make(root_, change))
        undo_change(str(root))
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 9
    assert take_back_cut_short(str(root)) == CutShort("both", was_undo=True)
    assert take_back_cut_short(str(root)) is None
    assert undo_change(str(root))[0] == "both"
    assert [(root / name).read_bytes() for name in ("a.md", "b.md")] == [b"a\n", b"b\n"]


NO_CALLS = ("fspath", "_path_normpath", "getpid", "umask", "fsencode", "access", "_exit")  # these touch no file, or never fail


class Stop:
    """Stops this process in front of its system call number `at`, counted from now on."""

    def __init__(self, at: int, stop: Callable[[], None]) -> None:
        self.left = at
        self.stop = stop
        sys.setprofile(self)

    def __call__(self, _frame: object, event: str, function: object) -> None:
        of_file = hasattr(getattr(function, "__self__", None), "fileno")
        if event == "c_call" and (of_file or (function.__module__ == "posix" and function.__name__ not in NO_CALLS)):  # type: ignore[attr-defined]
            self.left -= 1
            if self.left == 0:
                self.stop()


def killed() -> None:
    os._exit(9)


def full_disk() -> None:
    raise OSError(errno.ENOSPC, "No space left on device")


def broken_disk() -> None:
    raise OSError(errno.EIO, "Input/output error")


OLD = {"a.md": b"a\n", "b.md": b"b\n"}
CASES: dict[str, tuple[list[Wanted], dict[str, bytes]]] = {
    "edit": ([Wanted("a.md", append(b"x\n"))], {**OLD, "a.md": b"a\nx\n"}),
    "new": ([Wanted("c.md", text=b"c\n")], {**OLD, "c.md": b"c\n"}),
    "move and follow": ([Wanted("b.md", append(b"x\n")), Wanted("c.md", append(b"x\n"), source="a.md")],
                        {"b.md": b"b\nx\n", "c.md": b"a\nx\n"}),
}


@pytest.mark.parametrize(("case", "stop"), [
    *((case, killed) for case in CASES), ("edit", full_disk), ("edit", broken_disk), ("move and follow", full_disk)],
    ids=lambda value: value if isinstance(value, str) else value.__name__)
def test_stopped_at_any_system_call_notes_are_the_old_ones_or_the_new_ones(
        case: str, stop: Callable[[], None], make_vault: MakeVault) -> None:
    wanted, new = CASES[case]
    root = make_vault({})
    for at in itertools.count(1):
        for file in root.glob("*.md"):
            file.unlink()
        for name, data in OLD.items():
            (root / name).write_bytes(data)
        if (child := os.fork()) == 0:
            code = 1
            try:
                reached = Stop(at, stop)
                change_notes(str(root), wanted, "test")
                code = 0 if reached.left <= 0 else 7
            except VaultError:
                code = 3
            finally:
                os._exit(code)
        code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        take_back_cut_short(str(root))
        change_notes(str(root), [Wanted("nb.yaml", append(b"# x\n"))], "the next one")
        found = {name: (root / name).read_bytes() for name in os.listdir(root) if name != "nb.yaml"}
        assert (code, found) in ((9, OLD), (9, new), (3, OLD), (0, new), (7, new)), at
        if code == 7:  # there are no more calls
            return


def test_fifty_at_once_all_land(make_vault: MakeVault, environment: dict[str, str]) -> None:
    root = make_vault({"people/Ada.md": "Hello.\n"})
    running = [
        subprocess.Popen([NB, "log", "ada", f"call: number {number}"], cwd=root, env=environment, stdout=subprocess.DEVNULL)
        for number in range(50)
    ]
    assert [process.wait(timeout=120) for process in running] == [0] * 50
    text = (root / "people/Ada.md").read_text()
    assert all(f"call: number {number}\n" in text for number in range(50))


def test_a_kill_at_any_moment_leaves_the_old_note_or_the_new_one(make_vault: MakeVault, environment: dict[str, str]) -> None:
    root = make_vault({"people/Ada.md": "- 2026-01-01 call: old\n"})
    note = root / "people/Ada.md"
    good = {note.read_bytes()}
    for number in range(25):
        process = subprocess.Popen([NB, "log", "ada", f"call: number {number}"], cwd=root, env=environment,
                                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(0.05 + 0.01 * number)
        process.send_signal(signal.SIGKILL)
        process.wait()
        found = note.read_bytes()
        lines = found.decode().splitlines()
        assert lines[-1] == "- 2026-01-01 call: old"
        assert all(line.startswith("- 2026-11-22 call: number ") for line in lines[:-1])
        good.add(found)
    subprocess.run([NB, "log", "ada", "call: the last"], cwd=root, env=environment, check=True, capture_output=True)
    assert note.read_text().startswith("- 2026-11-22 call: the last\n")
    assert os.listdir(root / "people") == ["Ada.md"]
