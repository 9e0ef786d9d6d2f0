"""Runs a command as a person would, and gives what they would see."""

import subprocess
from pathlib import Path


def run(command: str, folder: Path, environment: dict[str, str], home: Path) -> list[str]:
    """What the shell prints for a command: stdout, then stderr behind `! `, then the exit code when it is not 0.

    Paths below `home`, which differ from run to run, are shown with `…` in its place.
    """
    result = subprocess.run(["bash", "-c", command], cwd=folder, env=environment, stdin=subprocess.DEVNULL,
                            capture_output=True, timeout=60, check=False)
    out = result.stdout.decode().replace(str(home), "…")
    err = result.stderr.decode().replace(str(home), "…")
    lines = out.removesuffix("\n").split("\n") if out else []
    lines += [f"! {line}".rstrip() for line in err.removesuffix("\n").split("\n")] if err else []
    return [*lines, f"[{result.returncode}]"] if result.returncode else lines


def trimmed(lines: list[str]) -> list[str]:
    """Without the empty lines at the end, which are there for the eye."""
    while lines and not lines[-1]:
        lines = lines[:-1]
    return lines
