"""Runs a command as a person would, and gives what they would see."""

import os
import subprocess
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

from preloaded import folder_of_nb


def run(command: str, folder: Path, environment: dict[str, str], home: Path) -> list[str]:
    """What the shell prints for a command: stdout, then stderr behind `! `, then the exit code when it is not 0.

    Paths below `home`, which differ from run to run, are shown with `…` in its place.
    """
    environment = {**environment, "PATH": f"{folder_of_nb()}{os.pathsep}{environment['PATH']}"}
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


def converse(command: str, folder: Path, environment: Mapping[str, str], talk: Sequence[tuple[str, str]]) -> tuple[str, int]:
    """What a terminal shows for a command, each text being typed once the words before it have come; and the exit code.

    So single keys can be tried, for which a terminal forgets what was typed beforehand.
    """
    import pty
    import termios
    from select import select

    ours, theirs = pty.openpty()
    settings = termios.tcgetattr(theirs)
    settings[3] &= ~termios.ECHO
    termios.tcsetattr(theirs, termios.TCSANOW, settings)
    process = subprocess.Popen(["bash", "-c", command], cwd=folder, env=dict(environment), stdin=theirs, stdout=theirs,
                               stderr=theirs, start_new_session=True)
    os.close(theirs)
    shown, read_to = "", 0
    turns = list(talk)
    try:
        while select([ours], [], [], 30)[0] and (data := os.read(ours, 4096)):
            shown += data.decode("utf-8", "replace").replace("\r\n", "\n")
            while turns and (at := shown.find(turns[0][0], read_to)) >= 0:
                read_to = at + len(turns[0][0])
                _wait_until_raw(ours, wanted=not turns[0][1].endswith("\n"))
                os.write(ours, turns.pop(0)[1].encode())
        process.kill()
    except OSError:  # on Linux, the end
        pass
    os.close(ours)
    return shown, process.wait(60)


def _wait_until_raw(terminal: int, *, wanted: bool) -> None:
    """Wait until single keys are read there, or else whole lines."""
    import termios

    for _ in range(500):
        is_raw = not termios.tcgetattr(terminal)[3] & termios.ICANON
        if is_raw == wanted:
            return
        time.sleep(0.01)
