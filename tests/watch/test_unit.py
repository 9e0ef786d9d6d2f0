"""What `nb watch --unit` prints is what systemd and launchd read."""

import plistlib
import re
import shlex
import shutil
import subprocess
from pathlib import Path

import pytest

from kithbook.watch.unit import launchd_plist, systemd_unit

COMMAND = ["/opt/my tools/nb"]
ROOTS = ["/home/ana/vault", "/home/ana/my \"notes\" 100% $HOME", "/home/ana/Notizbücher\\x"]


@pytest.mark.parametrize("root", ROOTS)
def test_launchd(root: str) -> None:
    found = plistlib.loads(launchd_plist(COMMAND, root).encode())
    assert found["ProgramArguments"] == [*COMMAND, "--vault", root, "watch"]
    assert found["KeepAlive"] == {"SuccessfulExit": False}


@pytest.mark.parametrize("root", ROOTS)
def test_systemd(root: str) -> None:
    line = re.search(r"^ExecStart=(.*)$", systemd_unit(COMMAND, root), re.M)
    assert line is not None
    assert shlex.split(line[1].replace("%%", "%").replace("$$", "$")) == [*COMMAND, "--vault", root, "watch"]


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="systemd is not here")
def test_systemd_itself_is_content(tmp_path: Path) -> None:
    file = tmp_path / "nb.service"
    for root in ROOTS:
        file.write_text(systemd_unit(["/bin/true"], root))
        result = subprocess.run(["systemd-analyze", "verify", "--man=no", str(file)], capture_output=True, text=True, check=False)
        assert "nb.service" not in result.stderr, result.stderr
