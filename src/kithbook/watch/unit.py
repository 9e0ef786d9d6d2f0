"""What has the watcher run from login on: a unit for systemd, a property list for launchd."""

import os
import re
import shutil
import sys


def program() -> list[str]:
    """How this program is called, whatever the working folder and the PATH are."""
    called = shutil.which(sys.argv[0]) or ""
    if os.path.basename(called) in ("nb", "kithbook"):
        return [os.path.abspath(called)]
    return [sys.executable, "-m", "kithbook"]


def systemd_unit(command: list[str], root: str) -> str:
    """A unit for `systemctl --user`."""
    return f"""\
[Unit]
Description=Keeps the reports of {_plain(os.path.basename(root))} fresh (kithbook)

[Service]
ExecStart={" ".join(map(_quoted, [*command, "--vault", root, "watch"]))}
Restart=on-failure
RestartSec=30
Nice=10

[Install]
WantedBy=default.target
"""


def _plain(text: str) -> str:
    return re.sub(r"[^\w .-]", "", text, flags=re.ASCII) or "a vault"


def _quoted(word: str) -> str:
    """A word of a command line as systemd reads it: `%` and `$` have a meaning even within quotes."""
    signs = {"\\": "\\\\", '"': '\\"', "%": "%%", "$": "$$", "\n": "\\n"}
    written = "".join(signs.get(sign, sign) for sign in word)
    return written if re.fullmatch(r"[\w./%$@:+,=-]+", written) else f'"{written}"'


def launchd_plist(command: list[str], root: str) -> str:
    """A property list for `launchctl`."""
    import plistlib
    from hashlib import sha256

    mark = sha256(os.fsencode(root)).hexdigest()[:8]
    return plistlib.dumps({
        "Label": f"kithbook.watch.{mark}",
        "ProgramArguments": [*command, "--vault", root, "watch"],
        "RunAtLoad": True,
        "KeepAlive": {"SuccessfulExit": False},
        "ThrottleInterval": 30,
        "ProcessType": "Background",
    }, sort_keys=False).decode()
