"""Sets git up to merge the notes of a vault with `nb merge-driver`.

Two places tell git: `.gitattributes` in the vault, which goes along with it, which driver
its notes have; the configuration of this clone what that driver is. Where it is not
configured (somebody without `nb`), git merges notes as any text.
"""

import os
import sys

from ..model.record import NamedTuple
from ..text.lines import insert_lines, split_lines
from .change_log import Change
from .changes import Wanted, change_notes
from .files import read_plain_file
from .git import get_setting, remove_settings, set_setting

ATTRIBUTES_FILE = ".gitattributes"
_DRIVER = "kithbook"
_IN_CONFIG = "git's merging of notes"
_LINE = f"*.md merge={_DRIVER}"
# nb works on copies, and only what it says to have finished is taken. When it is missing, fails or
# dies, git's own merge of texts takes its place. git puts its files in place of `%A` and the like.
_COMMAND = (
    "n={nb}; [ -x \"$n\" ] || n=nb; r=%A.nb; rm -f \"$r\"; "
    "\"$n\" merge-driver --result \"$r\" -- %O %A %B %L %P %S %X %Y </dev/null >/dev/null 2>&1; c=$?; "
    "if [ -f \"$r\" ] && [ \"$c\" -le 1 ] && mv -f \"$r\" %A; then exit \"$c\"; fi; "
    "rm -f \"$r\"; git merge-file --marker-size=%L -L ours -L base -L theirs %A %O %B; [ $? -eq 0 ]"
)


class MergeSetup(NamedTuple):
    """How far git is set up: whether notes name the driver, whether this clone knows it.

    `others` are the lines of `.gitattributes` (from 1) that give notes another merge, as they are written.
    """

    in_attributes: bool
    in_config: bool
    others: tuple[tuple[int, str], ...]


def merge_setup(root: str) -> MergeSetup:
    """How far git is set up to merge the notes of a vault."""
    lines = _attribute_lines(root)
    own = max((number for number, line in enumerate(lines, 1) if line.split() == _LINE.split()), default=0)
    others = tuple((number, line.strip()) for number, line in enumerate(lines, 1) if _sets_other_merge(line))
    return MergeSetup(own > 0, get_setting(root, f"merge.{_DRIVER}.driver") == driver_command(), others)


def install_merge_driver(root: str) -> list[str]:
    """Set git up; what was done, in words. Safe to repeat."""
    wanted = wanted_attributes(root)
    done: list[str] = []
    if wanted is not None:
        change_notes(root, [wanted], "had git merge notes with nb")
        done.append(ATTRIBUTES_FILE)
    return done + configure_merge_driver(root)


def missing_of_merge_driver(root: str) -> list[str]:
    """What `install_merge_driver` would do, in words."""
    done = [] if wanted_attributes(root) is None else [ATTRIBUTES_FILE]
    return done + configure_merge_driver(root, dry_run=True)


def changes_of_merge_driver(root: str) -> list[Change]:
    """What `install_merge_driver` would do to files."""
    wanted = wanted_attributes(root)
    return [] if wanted is None else change_notes(root, [wanted], "", dry_run=True)


def configure_merge_driver(root: str, *, dry_run: bool = False) -> list[str]:
    """Tell this clone what the driver is; what was done, or with `dry_run` would be, in words."""
    command = driver_command()
    if get_setting(root, f"merge.{_DRIVER}.driver") == command:
        return []
    if dry_run:
        return [_IN_CONFIG]
    named = set_setting(root, f"merge.{_DRIVER}.name", "merges notes of people (nb merge-driver)")
    return [_IN_CONFIG] if named and set_setting(root, f"merge.{_DRIVER}.driver", command) else []


def remove_merge_driver(root: str, *, dry_run: bool = False) -> list[str]:
    """Have this clone merge notes as any text again; what was done, or with `dry_run` would be, in words.

    `.gitattributes` stays: it goes along with the vault, and is for all its clones.
    """
    if dry_run:
        return [_IN_CONFIG] if get_setting(root, f"merge.{_DRIVER}.driver") is not None else []
    return [_IN_CONFIG] if remove_settings(root, f"merge.{_DRIVER}") else []


def wanted_attributes(root: str) -> Wanted | None:
    """The line for notes in `.gitattributes`; None when it is there, or when notes have another driver that somebody chose."""
    lines = _attribute_lines(root)
    if any(line.split() == _LINE.split() for line in lines) or any(
            _sets_other_merge(line) and "merge=union" not in line.split() for line in lines):
        return None
    if not os.path.lexists(os.path.join(root, ATTRIBUTES_FILE)):
        return Wanted(ATTRIBUTES_FILE, text=f"{_LINE}\n".encode())
    return Wanted(ATTRIBUTES_FILE, _with_line)


def driver_command() -> str:
    """What git runs: a line for its shell, by which every death of `nb` ends in `git merge-file`."""
    beside = os.path.join(os.path.dirname(sys.executable), "nb")
    quoted = "'" + beside.replace("'", "'\\''").replace("%", "%%") + "'"
    return _COMMAND.replace("{nb}", quoted)


def _attribute_lines(root: str) -> list[str]:
    try:
        data = read_plain_file(os.path.join(root, ATTRIBUTES_FILE), 1 << 20)
    except OSError:
        return []
    return data.decode("utf-8", "replace").splitlines()


def _sets_other_merge(line: str) -> bool:
    """Whether a line gives notes (`*.md`, or all files) another merge than ours."""
    pattern, *attributes = line.split() or [""]
    return pattern in ("*", "**", "*.md", "**/*.md", "/*.md") and any(
        attribute.lstrip("-!") == "merge" or (attribute.startswith("merge=") and attribute != f"merge={_DRIVER}")
        for attribute in attributes)


def _with_line(data: bytes) -> bytes:
    text = data.decode("utf-8", "surrogateescape")
    lines = split_lines(text)
    return insert_lines(lines, len(lines), [_LINE]).encode("utf-8", "surrogateescape")
