"""A confidential note that cannot be read for a moment stays confidential."""

import ctypes
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from kithbook.cli.app import App
from kithbook.cli.main import run

_CAPABILITIES_3 = 0x20080522
_PASSING_RIGHTS = 1 << 1 | 1 << 2  # CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH


@contextmanager
def with_rights_that_hold() -> Iterator[None]:
    """Within it, root too can only read what its rights allow (capset(2))."""
    libc = ctypes.CDLL(None, use_errno=True)
    head = (ctypes.c_uint32 * 2)(_CAPABILITIES_3, 0)
    sets = (ctypes.c_uint32 * 6)()
    if os.geteuid() or libc.capget(head, sets):
        yield
        return
    before = sets[0]
    sets[0] &= ~_PASSING_RIGHTS
    assert libc.capset(head, sets) == 0
    try:
        yield
    finally:
        sets[0] = before
        libc.capset(head, sets)


@pytest.fixture
def vault(monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    with TemporaryDirectory() as place:
        root = Path(place, "vault")
        (root / "people").mkdir(parents=True)
        (root / "nb.yaml").touch()
        (root / "people/Zora Quill.md").write_text("---\nconfidential: true\naliases: [Zed Q]\n---\n- 2026-11-01 call: her brother lost the bakery at the harbour\n")
        (root / "people/Bo.md").write_text("- 2026-11-20 email in: saw Zora Quill at the clinic\n")
        (root / "people/Cy.md").write_text("- 2026-11-20 email in: of Zed Q and ink\n")
        for what in ("CACHE", "STATE"):
            monkeypatch.setenv(f"XDG_{what}_HOME", f"{place}/{what}")
        monkeypatch.setenv("NB_TODAY", "2026-11-22")
        with with_rights_that_hold():
            yield root


def kept(root: Path) -> bytes:
    return b"".join(path.read_bytes() for path in root.parent.glob("CACHE/kithbook/*/index.sqlite*"))


def test_what_cannot_be_read_stays_confidential(vault: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(["--vault", str(vault), "agenda", "--write"], App())
    run(["--vault", str(vault), "check"], App())
    (vault / "people/Zora Quill.md").chmod(0)
    (vault / "letter.txt").write_text("Her brother lost the bakery at the harbour, said Zed Q.\n")
    for path, text in (("people/Bo.md", "- [ ] Buy ink\n"), ("people/Dee.md", "- 2026-11-20 email in: Zora Quill was there\n")):
        with (vault / path).open("a") as file:
            file.write(text)
    capsys.readouterr()
    run(["--vault", str(vault), "agenda", "--write"], App())
    run(["--vault", str(vault), "export", "json"], App())
    run(["--vault", str(vault), "check", "letter.txt"], App())
    out = capsys.readouterr().out
    report = (vault / "reports/agenda.md").read_text()
    assert "Quill" not in out + report
    assert report.count("(confidential) (email") == 2
    assert "letter.txt:1:1: error leak: this repeats what is confidential" in out
    assert all(word not in kept(vault) for word in (b"clinic", b"was there", b"of Zed Q"))
    (vault / "people/Zora Quill.md").chmod(0o600)
    run(["--vault", str(vault), "agenda", "--write"], App())
    assert (vault / "reports/agenda.md").read_text().count("(confidential) (email") == 3
    assert all(word not in kept(vault) for word in (b"clinic", b"was there", b"of Zed Q"))


def test_what_could_never_be_read_may_be_confidential(vault: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (vault / "people/Zora Quill.md").chmod(0)
    run(["--vault", str(vault), "agenda", "--write"], App())
    err = capsys.readouterr().err
    assert "(confidential) (email" in (report := (vault / "reports/agenda.md").read_text())
    assert "Quill" not in report
    assert "1 note needs attention" in err
    assert b"clinic" not in kept(vault)


@pytest.mark.parametrize("instead", [
    lambda place: place.symlink_to("../../nowhere"), lambda place: place.symlink_to("/etc/passwd"), os.mkfifo, lambda place: place.write_bytes(b"\xff\xfec\xd8")],
    ids=["a link to nothing", "a link out of the vault", "a pipe", "UTF-16"])
def test_nor_does_anything_name_whose_note_is_something_else(instead: Callable[[Path], None], vault: Path, capsys: pytest.CaptureFixture[str]) -> None:
    note = vault / "people/Zora Quill.md"
    for turn in range(3):  # made, found as it was, and come to be so
        if turn != 1:
            note.unlink()
            instead(note)
        run(["--vault", str(vault), "report"], App())
        run(["--vault", str(vault), "export", "json"], App())
        out = capsys.readouterr().out
        reports = (vault / "reports/agenda.md").read_text()
        assert "Quill" not in out + reports
        assert "(confidential) (email" in reports
        assert b"clinic" not in kept(vault)
        if turn == 1:
            note.unlink()
            note.write_text("---\nconfidential: true\n---\n")
            run(["--vault", str(vault), "report"], App())
