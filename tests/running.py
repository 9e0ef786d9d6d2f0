"""Runs a command as a person would, and gives what they would see."""

import os
import subprocess
from collections.abc import Mapping
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


def run_on_terminal(command: str, folder: Path, environment: Mapping[str, str], typed: str = "") -> tuple[str, int]:
    """What a terminal shows for a command (but what is typed, which is typed beforehand), and the exit code."""
    import pty
    import termios

    ours, theirs = pty.openpty()
    settings = termios.tcgetattr(theirs)
    settings[3] &= ~termios.ECHO
    termios.tcsetattr(theirs, termios.TCSANOW, settings)
    os.write(ours, typed.encode())
    process = subprocess.Popen(["bash", "-c", command], cwd=folder, env=dict(environment), stdin=theirs, stdout=theirs,
                               stderr=theirs, start_new_session=True)
    os.close(theirs)
    shown = b""
    try:
        while data := os.read(ours, 4096):
            shown += data
    except OSError:  # on Linux, the end
        pass
    os.close(ours)
    return shown.decode().replace("\r\n", "\n"), process.wait(60)


def trimmed(lines: list[str]) -> list[str]:
    """Without the empty lines at the end, which are there for the eye."""
    while lines and not lines[-1]:
        lines = lines[:-1]
    return lines
