"""git merges notes with nb: in real repositories, and whatever happens to nb, no side is lost."""

import signal
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from hashlib import sha256
from pathlib import Path

import pytest

from kithbook.vault.merge_setup import install_merge_driver, merge_setup, remove_merge_driver

sys.path.insert(0, str(Path(__file__).parents[2] / "bench"))
from merges import Writer, judge

BASE = "---\ntags: [a]\nrole: x\n---\n\n- [ ] Send it 📅 2026-11-25\n\n## Log\n\n- 2026-11-01 call: hi\n"
OURS = BASE.replace("[a]", "[a, b]").replace("- 2026-11-01", "- 2026-11-20 call: ours\n- 2026-11-01")
THEIRS = BASE.replace("[ ]", "[x]").replace("- 2026-11-01", "- 2026-11-22 lunch: theirs\n- 2026-11-01")
MERGED = (BASE.replace("[a]", "[a, b]").replace("[ ]", "[x]")
          .replace("- 2026-11-01", "- 2026-11-22 lunch: theirs\n- 2026-11-20 call: ours\n- 2026-11-01"))
Vault = Callable[[Mapping[str, str | bytes]], Path]


class Repository:
    """A repository with two branches that grew apart."""

    def __init__(self, folder: Path, environment: dict[str, str]) -> None:
        self.folder = folder
        who = {f"GIT_{role}_{what}": "n@x" for role in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
        self.environment = environment | who | {"XDG_STATE_HOME": str(folder.parent / "state")}
        self.git("init", "-q", "-b", "main")

    def git(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(["git", *arguments], cwd=self.folder, env=self.environment, capture_output=True, text=True, timeout=60, check=False)

    def commit(self, files: Mapping[str, str]) -> None:
        for path, text in files.items():
            (self.folder / path).parent.mkdir(parents=True, exist_ok=True)
            (self.folder / path).write_bytes(text.encode())
        self.git("add", "-A")
        assert self.git("commit", "-qm", "edit").returncode == 0

    def diverge(self, base: Mapping[str, str], ours: Mapping[str, str], theirs: Mapping[str, str]) -> None:
        self.commit(base)
        self.git("checkout", "-qb", "other")
        self.commit(theirs)
        self.git("checkout", "-q", "main")
        self.commit(ours)

    def read(self, path: str) -> str:
        return (self.folder / path).read_bytes().decode()


@pytest.fixture
def repository(make_vault: Vault, environment: dict[str, str], monkeypatch: pytest.MonkeyPatch) -> Repository:
    found = Repository(make_vault({}), environment)
    monkeypatch.setenv("XDG_STATE_HOME", found.environment["XDG_STATE_HOME"])
    return found


def test_git_merges_notes_with_nb(repository: Repository) -> None:
    install_merge_driver(str(repository.folder))
    edits = []
    for number in range(5):
        writer = Writer(number)
        base = writer.note()
        edits.append((base, writer.edit(base), writer.edit(base)))
    base, ours, theirs = ({f"people/N{number}.md": edit[side] for number, edit in enumerate(edits)} for side in range(3))
    repository.diverge(base, ours, theirs)
    result = repository.git("merge", "--no-edit", "other")
    conflicts = result.stdout.count("Merge conflict in")
    assert result.returncode == (1 if conflicts else 0)
    for path in base:
        text = repository.read(path)
        assert judge(base[path], ours[path], theirs[path], text, conflict="<<<<<<< " in text) == []
    assert not list(repository.folder.glob(".merge_file*"))


def test_a_vault_in_a_folder_of_a_repository(repository: Repository) -> None:
    vault = repository.folder / "my vault"
    vault.mkdir()
    (vault / "nb.yaml").write_text("date_order: dmy\n")
    install_merge_driver(str(vault))
    log = "- 01/10/2026 call: a\n"
    repository.diverge({"my vault/A b.md": log, "c.md": "a\n"}, {"my vault/A b.md": f"- 03/10/2026 call: c\n{log}", "c.md": "b\na\n"},
                       {"my vault/A b.md": f"- 02/10/2026 call: b\n{log}", "c.md": "c\na\n"})
    assert "conflict in c.md" in repository.git("merge", "--no-edit", "other").stdout  # no note of the vault
    assert repository.read("my vault/A b.md") == f"- 03/10/2026 call: c\n- 02/10/2026 call: b\n{log}"


def test_conflicts_have_the_labels_and_the_style_of_git(repository: Repository) -> None:
    install_merge_driver(str(repository.folder))
    repository.git("config", "merge.conflictStyle", "diff3")
    repository.diverge({"a.md": "One.\n"}, {"a.md": "One!\n"}, {"a.md": "One?\n"})
    assert repository.git("merge", "other").returncode == 1
    lines = repository.read("a.md").split("\n")
    assert [line[:7] for line in lines] == ["<<<<<<<", "One!", "|||||||", "One.", "=======", "One?", ">>>>>>>", ""]


def test_a_clone_without_nb_merges_as_git_does(repository: Repository) -> None:
    install_merge_driver(str(repository.folder))
    repository.git("config", "--remove-section", "merge.kithbook")
    repository.diverge({"a.md": BASE}, {"a.md": OURS}, {"a.md": THEIRS})
    assert repository.git("merge", "other").returncode == 1
    check_as_git_left_it(repository.read("a.md"))


def check_as_git_left_it(text: str) -> None:
    """What `git merge-file` makes of the three: both sides' entries between markers, the rest merged."""
    for line in ("- [x] Send it 📅 2026-11-25", "tags: [a, b]", "- 2026-11-20 call: ours", "- 2026-11-22 lunch: theirs", "- 2026-11-01 call: hi", "======="):
        assert text.split("\n").count(line) == 1


DEATHS = {
    "no program": None,
    "no interpreter": "#!/nowhere/python\n",
    "killed at once": "#!/bin/sh\nkill -9 $$\n",
    "an error that looks like a conflict": f"#!{sys.executable}\nimport nothing_of_that_name\n",
    "says it is done and did nothing": "#!/bin/sh\nexit 0\n",
    "killed after half of the result": "#!/bin/sh\nhead -c 20 \"$6\" > \"$3\"\nkill -9 $$\n",
    "no memory": "#!/bin/sh\nulimit -v 6000\nexec {nb} \"$@\"\n",
    "a full disk": "#!/bin/sh\nulimit -f 0\nexec {nb} \"$@\"\n",
    "a module that is broken": "#!/bin/sh\nPYTHONPATH={broken} exec {nb} \"$@\"\n",
}


@pytest.mark.parametrize("death", DEATHS)
def test_however_nb_dies_git_merges_the_texts(death: str, repository: Repository, tmp_path: Path) -> None:
    install_merge_driver(str(repository.folder))
    broken = tmp_path / "broken"
    (broken / "yaml").mkdir(parents=True)
    (broken / "click.py").write_text("raise SystemError('broken')\n")
    nb = Path(sys.executable).parent / "nb"
    program = tmp_path / "bin" / "nb"
    program.parent.mkdir()
    script = DEATHS[death]
    if script is not None:
        program.write_text(script.replace("{nb}", str(nb)).replace("{broken}", str(broken)))
        program.chmod(0o755)
    command = repository.git("config", "merge.kithbook.driver").stdout.rstrip("\n").replace(str(nb), str(program))
    repository.git("config", "merge.kithbook.driver", command)
    repository.environment["PATH"] = "/usr/bin:/bin"
    repository.diverge({"a.md": BASE}, {"a.md": OURS}, {"a.md": THEIRS})
    assert repository.git("merge", "other").returncode == 1
    check_as_git_left_it(repository.read("a.md"))
    assert not list(repository.folder.glob(".merge_file*"))


def test_a_kill_at_any_moment_leaves_ours_or_the_merged_note(tmp_path: Path, environment: dict[str, str]) -> None:
    names = ("base", "ours", "theirs")
    finished = 0
    for step in range(12):
        for name, text in zip(names, (BASE, OURS, THEIRS), strict=True):
            (tmp_path / name).write_text(text)
        driver = subprocess.Popen([str(Path(sys.executable).parent / "nb"), "merge-driver", *names], cwd=tmp_path, env=environment)
        time.sleep(0.02 * step)
        driver.send_signal(signal.SIGKILL)
        driver.wait()
        text = (tmp_path / "ours").read_text()
        assert text in (OURS, MERGED)
        finished += text == MERGED
    assert finished < 12


def report(body: str) -> bytes:
    return f"---\ngenerated: nb\ndigest: {sha256(body.encode()).hexdigest()[:16]}\n---\n\n{body}".encode()


def test_the_driver_alone(tmp_path: Path, environment: dict[str, str]) -> None:
    def merge(base: bytes, ours: bytes, theirs: bytes, *more: str) -> tuple[int, bytes]:
        for name, data in (("base", base), ("ours", ours), ("theirs", theirs)):
            (tmp_path / name).write_bytes(data)
        (tmp_path / "ours").chmod(0o640)
        result = subprocess.run(["nb", "merge-driver", "base", "ours", "theirs", *more], cwd=tmp_path, env=environment, timeout=30, check=False)
        assert (tmp_path / "ours").stat().st_mode & 0o777 == 0o640
        return result.returncode, (tmp_path / "ours").read_bytes()

    assert merge(BASE.encode(), OURS.encode(), THEIRS.encode()) == (0, MERGED.encode())
    assert merge(b"a\n", b"b\n", b"c\n", "9", "x.md", "base", "HEAD", "phone") == (1, b"<<<<<<<<< HEAD\nb\n=========\nc\n>>>>>>>>> phone\n")
    assert merge(b"", b"- 2026-11-02 call: a\n", b"- 2026-11-01 call: b\n") == (0, b"- 2026-11-02 call: a\n- 2026-11-01 call: b\n")
    assert merge(b"\xffa\nb\nc\n", b"\xffa\nb\nc\nd\n", b"e\n\xffa\nb\nc\n") == (0, b"e\n\xffa\nb\nc\nd\n")  # no UTF-8
    reports = [report("# A\n"), report("# B\n"), report("# C\n")]
    assert merge(*reports) == (0, reports[1])  # the next `nb report` writes it anew
    assert merge(reports[0], reports[1], reports[2] + b"mine\n")[0] == 1
    assert merge(b"a\0\n", b"a\0b\n", b"a\0c\n") == (1, b"a\0b\n")  # git merges no such thing
    assert merge(b"---\na: [\n---\n", b"---\na: [\nb: 1\n---\n", b"---\na: [\n---\nhi\n") == (0, b"---\na: [\nb: 1\n---\nhi\n")


def test_setting_up_keeps_what_is_there(repository: Repository) -> None:
    attributes = repository.folder / ".gitattributes"
    attributes.write_bytes(b"*.png binary\r\n*.md merge=union")
    root = str(repository.folder)
    assert install_merge_driver(root) == [".gitattributes", "git's merging of notes"]
    assert install_merge_driver(root) == []
    assert attributes.read_bytes() == b"*.png binary\r\n*.md merge=union\r\n*.md merge=kithbook"
    assert merge_setup(root)._replace(others=()) == (True, True, ())
    assert merge_setup(root).others == ((2, "*.md merge=union"),)
    assert remove_merge_driver(root) == ["git's merging of notes"]  # of this clone; the file is for all of them
    assert attributes.read_bytes() == b"*.png binary\r\n*.md merge=union\r\n*.md merge=kithbook"
    assert remove_merge_driver(root) == []
    attributes.write_text("*.md merge=mine\n")
    assert install_merge_driver(root) == ["git's merging of notes"]  # a driver that somebody chose stays


def test_two_machines_that_each_merged_the_other(repository: Repository) -> None:
    """git then merges the two bases first, and what it gives as the base can hold conflict markers."""
    note = "---\nrole: {}\n---\n# Ana\n\n- 2026-11-01 call: one\n"
    marked = note.format("<<<<<<< a\nrole: B\n=======\nrole: C\n>>>>>>> b").replace("role: <", "<")
    folder = repository.folder
    for name, text in (("base", marked), ("ours", note.format("B") + "- 2026-11-02 call: two\n"), ("theirs", note.format("B") + "- 2026-11-03 call: three\n")):
        (folder / name).write_text(text)
    result = subprocess.run([str(Path(sys.executable).parent / "nb"), "merge-driver", "base", "ours", "theirs", "7", "people/Ana.md"], cwd=folder,
                            capture_output=True, text=True, check=False)
    assert result.returncode == 0
    assert (folder / "ours").read_text() == note.format("B") + "- 2026-11-02 call: two\n- 2026-11-03 call: three\n"
