"""The console scripts `nb` and `kithbook`."""

from __future__ import annotations

import gc
import os
import sys

TYPE_CHECKING = False  # what `typing` says takes as long to load as all else here
if TYPE_CHECKING:
    from typing import NoReturn


def main() -> NoReturn:
    """Run the command line and exit."""
    if sys.getfilesystemencoding() != "utf-8":
        # Names of notes are UTF-8 whatever the locale; only a new interpreter can be told so
        # (`-P`: one that takes no module from the folder we are in).
        os.execv(sys.executable, [sys.executable, "-P", "-X", "utf8", "-m", "kithbook", *sys.argv[1:]])
    # A command lives for a moment and frees nothing: looking for garbage among some
    # hundred thousand records would cost a third of the time that reading them takes.
    gc.disable()
    if sys.argv[1:3] == ["hook", "run"]:  # at every commit: without all that commands for people need
        from .cli.hook_run import is_usual_call, run_usual

        if is_usual_call(sys.argv[1:]):
            _end(run_usual(sys.argv[1:]))
    if sys.argv[1:2] == ["agenda"]:  # while a watcher runs, nothing need be loaded
        from .cli.answered import answered, may_be_answered

        if may_be_answered(sys.argv[1:]) and (code := answered(sys.argv[1:])) is not None:
            _end(code)
    from .cli.app import App

    app = App()  # and all that it has read, until the process ends
    from .cli.usual import usual_answer

    answer = usual_answer(sys.argv[1:]) if "_NB_COMPLETE" not in os.environ else None
    if answer is not None:
        _end(answer(app))
    from .cli.main import run

    _end(run(sys.argv[1:], app))


def _end(code: int) -> NoReturn:
    for stream in filter(None, (sys.stdout, sys.stderr)):  # one that is closed is None
        try:
            stream.flush()
        except (OSError, ValueError):
            continue
    # Taking some hundred thousand records apart at the end would be felt, and frees nothing that the system does not.
    os._exit(code)


if __name__ == "__main__":
    main()
