"""What git calls to merge a note: three files in, one out.

Whatever goes wrong, the files end as `git merge-file` would leave them. The result is
written in one step, so that a kill at any moment leaves our version or the merged one.
"""

import os
import subprocess
from collections.abc import Sequence

from ..model.record import NamedTuple
from ..model.settings import DateOrder
from ..model.settings_file import SETTINGS_FILE
from ..text.conflict_markers import MarkerStyle
from ..text.decode import MAX_NOTE_BYTES
from ..text.three_way import NotMerged, merge_versions
from .files import read_plain_file, read_setting_file, replace_file
from .git import shows_base_in_conflicts

_MOST_CONFLICTS = 127  # of which git merge-file tells the number; anything above is an error of its own


class MergeFiles(NamedTuple):
    """The files that git names: the version both began with, ours and theirs; and where the result is to go."""

    base: str
    ours: str
    theirs: str
    result: str


def merge_files(files: MergeFiles, path: str, style: MarkerStyle) -> int:
    """Merge a note; 0 when all is merged, 1 when contradictions are left between markers.

    `path` is where the note lies, from the top of the work tree, which is the working folder.
    """
    try:
        return _merge_note(files, path, style)
    except Exception:  # whatever it is, both sides must come through
        return merge_as_text(files, style)


def _merge_note(files: MergeFiles, path: str, style: MarkerStyle) -> int:
    base, ours, theirs = (_read(file) for file in files[:3])
    if _are_untouched_reports(ours, theirs):  # nobody's words, and the next `nb report` writes it anew
        replace_file(files.result, ours.encode())
        return 0
    order = _date_order(path)
    merged = merge_versions(base or None, ours, theirs, style, order)
    if merged.contradictions and shows_base_in_conflicts(os.curdir):
        merged = merge_versions(base or None, ours, theirs, style._replace(diff3=True), order)
    replace_file(files.result, merged.text.encode())
    return int(merged.contradictions > 0)


def _are_untouched_reports(*texts: str) -> bool:
    if not all("generated: nb" in text[:30] for text in texts):
        return False
    from .reports import is_untouched_report

    return all(map(is_untouched_report, texts))


def _read(file: str) -> str:
    data = read_plain_file(file, MAX_NOTE_BYTES + 1)
    if len(data) > MAX_NOTE_BYTES:
        raise NotMerged("too large to be a note")
    return data.decode()


def _date_order(path: str) -> DateOrder | None:
    """How the vault of a note reads 03/04/2026, by the nearest `nb.yaml` in the work tree."""
    folder = os.path.dirname(path)
    while True:
        data = read_setting_file(os.path.join(folder, SETTINGS_FILE))
        if data is not None:
            break
        if not folder:
            return None
        folder = os.path.dirname(folder)
    if b"date_order" not in data:
        return None
    from .config import load_settings

    return load_settings(os.path.abspath(folder or os.curdir))[0].date_order


def merge_as_text(files: MergeFiles, style: MarkerStyle) -> int:
    """What git does to any text: 0, or 1 with conflicts (then, and when git cannot either, nothing of ours is lost)."""
    labels = [part for label in (style.ours, style.base, style.theirs) for part in ("-L", label)]
    return _run_merge_file([f"--marker-size={style.size}", *labels, "--", files.ours, files.base, files.theirs], files.result)


def _run_merge_file(arguments: Sequence[str], result: str) -> int:
    try:
        done = subprocess.run(["git", "merge-file", "-p", *arguments], stdin=subprocess.DEVNULL, capture_output=True, check=False)
        if 0 <= done.returncode <= _MOST_CONFLICTS:
            replace_file(result, done.stdout)
            return int(done.returncode > 0)
    except Exception:
        return 1
    return 1
