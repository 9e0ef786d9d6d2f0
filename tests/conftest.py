"""What all tests share: an environment without anybody's settings, and vaults made on the spot."""

import os
import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest
from hypothesis import settings

ROOT = Path(__file__).parent.parent
TODAY = "2026-11-22"

settings.register_profile("no-deadline", deadline=None)  # how long a draw takes depends on what else the machine does
settings.load_profile("no-deadline")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update", action="store_true", help="write what the commands print into the transcripts")


@pytest.fixture(autouse=True, scope="session")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """A cache of their own for tests that run in this process."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))
        yield


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    """The environment of a machine on which nobody has set anything up."""
    home = tmp_path / "home"
    home.mkdir()
    # Where a mail server is set up, git would make an identity up.
    (home / ".gitconfig").write_text("[user]\n\tuseConfigOnly = true\n")
    return {
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
        "HOME": str(home),
        "LANG": "C.UTF-8",
        "TZ": "UTC",
        "NB_TODAY": TODAY,
        "GIT_CONFIG_NOSYSTEM": "1",
    }


@pytest.fixture
def make_vault(tmp_path: Path) -> Callable[[Mapping[str, str | bytes]], Path]:
    """Makes a vault of files (path: content)."""

    def make(files: Mapping[str, str | bytes]) -> Path:
        root = tmp_path / "vault"
        for path, content in {"nb.yaml": "", **files}.items():
            file = root / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content if isinstance(content, bytes) else content.encode())
        return root

    return make
