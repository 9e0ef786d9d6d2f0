"""What a commit would have git run besides: a program that signs, and filters; each only once its owner has allowed it.

Allowed is how it is set up: a setting that was changed asks anew.
"""

import os
from collections.abc import Iterable

from ..model.record import NamedTuple
from .git_run import run_git
from .trust import allow, is_allowed


class GitProgram(NamedTuple):
    """Something that git would run: what it does ("sign it"), and the settings that say how, as `key=value`."""

    does: str
    settings: tuple[str, ...]

    @property
    def _as_set(self) -> str:
        return "\n".join(self.settings)

    def is_allowed(self, root: str) -> bool:
        """Whether it is allowed, as it is set up now, in the vault at `root`."""
        return is_allowed(root, f"git: {self.does}", self._as_set)

    def allow(self, root: str) -> None:
        """Allow it so. Raises `VaultError`."""
        allow(root, {f"git: {self.does}": self._as_set})


def signing(root: str) -> GitProgram | None:
    """What signs commits; None when git is not told to sign."""
    wanted = run_git(root, "config", "--bool", "--get-all", "commit.gpgSign")
    # The last of them is our own `-c`; of the others the last one counts.
    if wanted is None or wanted.stdout.split()[-2:-1] != [b"true"]:
        return None
    return GitProgram("sign it", _settings(root, r"^(gpg\..*|user\.signingkey)$"))


def filters_on(root: str, paths: Iterable[str]) -> list[GitProgram] | None:
    """The filters that git runs on notes; None when it does not say. One that is named and not set up in this clone is among them."""
    named = b"".join(os.fsencode(path) + b"\0" for path in paths)
    said = run_git(root, "check-attr", "-z", "--stdin", "filter", stdin=named)
    if said is None or said.returncode != 0:
        return None
    names = sorted({os.fsdecode(name) for name in said.stdout.split(b"\0")[2::3]} - {"unspecified", "unset"})
    settings = _settings(root, r"^filter\.") if names else ()
    return [GitProgram(f"run the filter {name} on it", tuple(each for each in settings if each.startswith(f"filter.{name}.")))
            for name in names]


def _settings(root: str, keys: str) -> tuple[str, ...]:
    """The settings whose keys fit a regular expression, wherever git has them from."""
    found = run_git(root, "config", "-z", "--get-regexp", keys)
    rows = found.stdout.split(b"\0")[:-1] if found is not None and found.returncode == 0 else []
    return tuple(os.fsdecode(row).replace("\n", "=", 1) for row in rows)
