"""What the system tells of changes in a vault, through watchdog. Each is a reason to look, and nothing more."""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING, Any, cast

if TYPE_CHECKING:
    import threading

    from watchdog.events import FileSystemEvent, FileSystemEventHandler

# Mere reading, of which watchdog tells as well; what is new in a folder is told of the file.
_READING = frozenset(["opened", "closed_no_write", "accessed"])
_SETTINGS = frozenset(["nb.yaml", ".gitignore", ".obsidian/templates.json", ".obsidian/daily-notes.json",
                       ".git/HEAD", ".git/packed-refs", ".git/info/exclude"])


def may_matter(path: str, *, folder: bool) -> bool:
    """Whether an answer can depend on the file or folder at `path` (relative, `/`)."""
    if path in _SETTINGS or path.startswith(".git/refs/"):
        return True
    parts = path.split("/")
    if any(part.startswith(".") for part in parts[:-1]):
        return False
    name = parts[-1]
    if name == ".gitignore":
        return True
    return not name.startswith(".") and (folder or name.endswith((".md", ".md.j2")))


class Events:
    """Tells of changes below `root` until it is stopped: `tell` gets each path, from another thread."""

    def __init__(self, root: str, tell: Callable[[str], None]) -> None:
        """Begin to listen. Raises `OSError` when the system has no watches left."""
        import logging
        import threading
        import warnings

        from watchdog.observers import Observer

        logging.getLogger("watchdog").addHandler(logging.NullHandler())  # what it says is not for the person who watches
        warnings.filterwarnings("ignore", module="watchdog")
        self._root = root
        self._tell = tell
        self._threads: list[threading.Thread] = []
        self._hook = threading.excepthook
        threading.excepthook = self._stumbled
        before = {*threading.enumerate()}
        self._observer: Any = Observer()
        self._observer.schedule(cast("FileSystemEventHandler", self), root, recursive=True)
        try:
            self._observer.start()
        except OSError:
            self.stop()
            raise
        self._threads += [thread for thread in threading.enumerate() if thread not in before]

    def _stumbled(self, fault: threading.ExceptHookArgs) -> None:
        """What is called when a thread ends by an exception: of watchdog's, nothing is printed, and it is a reason to look."""
        if fault.thread in self._threads:
            self._tell(".")
        else:
            self._hook(fault)

    def dispatch(self, event: FileSystemEvent) -> None:
        """What watchdog calls for each event."""
        if event.event_type in _READING or (event.is_directory and event.event_type in ("modified", "closed")):
            return
        for found in (event.src_path, event.dest_path):
            path = os.path.relpath(os.fsdecode(found), self._root).replace(os.sep, "/") if found else ""
            if path == "." or (path and may_matter(path, folder=event.is_directory)):
                self._tell(path)

    @property
    def alive(self) -> bool:
        """Whether it still tells: watchdog may stumble over folders that are exchanged, and be deaf from then on."""
        return all(thread.is_alive() for thread in self._threads)

    def stop(self) -> None:
        import threading

        if threading.excepthook == self._stumbled:
            threading.excepthook = self._hook
        with suppress(Exception):  # of a folder that is gone there is nothing to be had
            self._observer.stop()  # its threads end when they get to it
