"""What is wrong with what a commit or a push would carry: conflict markers, stale promises, leaks.

Looked at is what is staged or pushed, in the vaults of the repository that it touches.
Nothing is written. How severe a finding is, `hook:` in `nb.yaml` says: an error blocks.
"""

import os
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date

from ..model.problem import Problem, Severity
from ..model.record import NamedTuple
from ..model.settings import Settings
from ..model.settings_file import SETTINGS_FILE
from ..text.conflict import conflict_problem, find_conflicts
from ..text.quick_hidden import may_hide
from ..text.quick_stale import may_hold_stale
from .config import load_settings, read_settings, settings_of_obsidian
from .known_secrets import nothing_is_known
from .listing import notes_among
from .staged import Change, Contents, Repository, pushed_changes, staged_changes

_SEVERITIES: Mapping[str, Severity] = {"block": "error", "warn": "warning"}
_DEFAULTS = {"stale": "block", "elsewhere": "warn", "leaks": "block", "conflicts": "block"}


class _Vault(NamedTuple):
    """A vault of the repository: its settings as they are to hold, and the files of it that are changed, by path in it."""

    root: str
    prefix: str
    settings: Settings
    changes: Mapping[str, Change]
    faults: Sequence[Problem]


def judge_staged(repository: Repository, today: date) -> list[Problem]:
    """What is wrong with what is staged, sorted, with paths from the top of the repository."""
    problems: list[Problem] = []
    with Contents(repository) as contents:  # which starts while the first question is answered
        for vault in _vaults(repository, staged_changes(repository), contents):
            problems += _judge_vault(vault, today, repository, contents)
            if _wants(vault.settings, "elsewhere") and not any(problem.severity == "error" for problem in problems):
                from .stale_elsewhere import count_stale_elsewhere

                number = count_stale_elsewhere(vault.root, vault.settings, vault.changes, today)
                problems += _as_severe(vault.settings, "elsewhere", _elsewhere(vault.prefix, number))
    return sorted(problems)


def _elsewhere(prefix: str, number: int | None) -> list[Problem]:
    if not number:
        return []
    said = "a promise of yours is" if number == 1 else f"{number} promises of yours are"
    return [Problem(prefix or ".", 1, 1, "stale-promise", "warning", f"{said} stale in other notes", "nb promises --mine --stale")]


def _judge_vault(vault: _Vault, today: date, repository: Repository, contents: Contents) -> list[Problem]:
    from_top = vault.prefix
    unmerged = [
        Problem(path, 1, 1, "conflict-markers", "error", "git has not merged this yet", "merge it, then git add it")
        for path, change in vault.changes.items() if change.unmerged and path.endswith(".md")]
    files = {path: change for path, change in vault.changes.items() if change.blob}
    notes = {*notes_among(vault.root, files, vault.settings.ignore, vault.settings.templates_folder), SETTINGS_FILE}
    data = _read(vault, None if _wants(vault.settings, "leaks") else notes, contents)
    read = {path: found for path, found in data.items() if path in notes}
    problems = _as_severe(vault.settings, "conflicts", [*unmerged, *_conflicts(read)])
    problems += _leaks(vault, data)
    read.pop(SETTINGS_FILE, None)
    if _wants(vault.settings, "stale"):
        candidates = [path for path, found in read.items() if may_hold_stale(found, today)]
        if candidates:
            from .stale import Staged, find_stale

            inside = len(from_top)
            former = {path: files[path].former[inside:] for path in read if files[path].former.startswith(from_top)}
            staged = Staged(vault.root, from_top, vault.settings, read, {path: name for path, name in former.items() if name})
            problems += _as_severe(vault.settings, "stale", find_stale(staged, candidates, today, repository, contents))
    return [problem._replace(path=from_top + problem.path) for problem in [*vault.faults, *problems]]


def _read(vault: _Vault, wanted: Collection[str] | None, contents: Contents) -> dict[str, bytes]:
    """The contents of the files that are changed: of those that are `wanted`, or of all."""
    files = {path: change.blob for path, change in vault.changes.items() if change.blob and (wanted is None or path in wanted)}
    read = zip(files, contents.read(files.values()), strict=True)
    return {path: found for path, found in read if found is not None}


def _leaks(vault: _Vault, data: Mapping[str, bytes]) -> list[Problem]:
    """Where these files, notes or not, repeat confidential text."""
    if not data or not _wants(vault.settings, "leaks"):
        return []
    notes = (found for path, found in data.items() if path.endswith(".md"))
    if "reflection" not in vault.settings.kinds.values() and not any(map(may_hide, notes)) and nothing_is_known(vault.root):
        return []
    from .leaks import find_leaks

    return _as_severe(vault.settings, "leaks", find_leaks(vault.root, vault.settings, data))


def _conflicts(files: Mapping[str, bytes]) -> list[Problem]:
    return [conflict_problem(path, line) for path, data in files.items() for line in find_conflicts(data)]


def _wants(settings: Settings, what: str) -> bool:
    return settings.hook.get(what, _DEFAULTS[what]) in _SEVERITIES


def _as_severe(settings: Settings, what: str, problems: Iterable[Problem]) -> list[Problem]:
    """The problems as severe as the settings have them; none when they are not to be looked for."""
    severity = _SEVERITIES.get(settings.hook.get(what, _DEFAULTS[what]))
    return [problem._replace(severity=severity) for problem in problems] if severity else []


# Which vaults

def _vaults(repository: Repository, changes: Sequence[Change], contents: Contents) -> list[_Vault]:
    """The vaults that the changes lie in: the nearest folder above that has an `nb.yaml`, staged, on disk or committed."""
    staged_settings = {change.path[: -len(SETTINGS_FILE)]: change for change in changes
                       if change.path.rpartition("/")[2] == SETTINGS_FILE and change.blob}
    roots: dict[str, str | None] = {}
    grouped: dict[str, dict[str, Change]] = {}
    for change in changes:
        folder = change.path[: change.path.rfind("/") + 1]
        if folder not in roots:
            roots[folder] = _root_above(repository, folder, staged_settings, contents)
        prefix = roots[folder]
        if prefix is not None:
            grouped.setdefault(prefix, {})[change.path[len(prefix) :]] = change
    return [_vault(repository, prefix, own, contents) for prefix, own in grouped.items()]


def _root_above(repository: Repository, folder: str, staged: Mapping[str, Change], contents: Contents) -> str | None:
    """The vault's root (from the top, ending in `/` or empty) for files in a folder; None when they are in no vault."""
    parts = folder.split("/")[:-1]
    above = ["".join(f"{part}/" for part in parts[:count]) for count in range(len(parts), -1, -1)]
    for prefix in above:
        if prefix in staged or os.path.lexists(os.path.join(repository.top, prefix, SETTINGS_FILE)):
            return prefix
    asked = [prefix for prefix in above if "\n" not in prefix]
    return next((prefix for prefix in asked if contents.has(f":{prefix}{SETTINGS_FILE}")), None)


def _vault(repository: Repository, prefix: str, changes: Mapping[str, Change], contents: Contents) -> _Vault:
    """A vault with its settings: as they are staged, when they are, else as they are on disk, else as they are committed."""
    root = os.path.join(repository.top, prefix).rstrip("/") or "/"
    staged = changes.get(SETTINGS_FILE)
    on_disk = os.path.lexists(os.path.join(root, SETTINGS_FILE))
    data: bytes | None = None
    if staged is not None and staged.blob:
        data = next(contents.read([staged.blob]))
    elif not on_disk and "\n" not in prefix:
        data = next(contents.read([f":{prefix}{SETTINGS_FILE}"]))
    if data is not None:
        settings, faults = read_settings(data, settings_of_obsidian(root))
    else:
        settings, faults = load_settings(root)
    return _Vault(root, prefix, settings, changes, [fault._replace(severity="warning") for fault in faults])


# Pushes

_NOTHING = "0"


def judge_pushed(repository: Repository, refs: Iterable[str], remote: str) -> list[Problem]:
    """What is wrong with the commits of a push. `refs` are the lines that git gives a pre-push hook."""
    problems: list[Problem] = []
    with Contents(repository) as contents:
        for line in refs:
            words = line.split()
            if len(words) != 4 or not words[1].strip(_NOTHING):
                continue  # nothing, or a branch that is deleted
            tip, there = words[1], words[3]
            known = [there] if there.strip(_NOTHING) and contents.has(there) else []
            changes = pushed_changes(repository, tip, [*known, f"--remotes={remote}"] if _is_name(remote) else known)
            problems += _judge_commits(repository, changes, contents)
    return sorted(set(problems))


def _is_name(remote: str) -> bool:
    return bool(remote) and "/" not in remote and ":" not in remote and not any(sign in remote for sign in "*?[")


def _judge_commits(repository: Repository, changes: Sequence[tuple[str, Change]], contents: Contents) -> list[Problem]:
    """Conflict markers that are still there at the end, and leaks in any version. The newest commit comes first."""
    problems: list[Problem] = []
    for number, version in enumerate(_versions(changes)):
        # Settings hold as they are at the end.
        wanted = [change for path, (_, change) in version.items() if not number or path.rpartition("/")[2] != SETTINGS_FILE]
        for vault in _vaults(repository, wanted, contents):
            files = [path for path, change in vault.changes.items() if change.blob]
            notes = {*notes_among(vault.root, files, vault.settings.ignore, vault.settings.templates_folder)}
            data = _read(vault, None if _wants(vault.settings, "leaks") else notes, contents)
            found = _leaks(vault, data)
            if number == 0:
                found += _as_severe(vault.settings, "conflicts", _conflicts({path: text for path, text in data.items() if path in notes}))
            for problem in found:
                path = vault.prefix + problem.path
                commit = f" (commit {version[path][0][:10]})" if path in version else ""
                fix = problem.fix if number == 0 or problem.rule != "leak" else (
                    "it is in a commit: rewrite it (git rebase -i), as docs/confidentiality.md says")
                problems.append(problem._replace(path=path, message=problem.message + commit, fix=fix))
    return problems


def _versions(changes: Sequence[tuple[str, Change]]) -> list[dict[str, tuple[str, Change]]]:
    """The last version of every file, the one before it, and so on: by path, the commit and the change."""
    versions: list[dict[str, tuple[str, Change]]] = []
    count: dict[str, int] = {}
    for commit, change in changes:
        place = count[change.path] = count.get(change.path, -1) + 1
        if place == len(versions):
            versions.append({})
        versions[place][change.path] = commit, change
    return versions
