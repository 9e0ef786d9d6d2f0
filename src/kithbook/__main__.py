"""The console scripts `nb` and `kithbook`."""

import gc
import os
import sys
from contextlib import suppress
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
    from .cli.app import App
    from .cli.main import run

    app = App()  # and all that it has read, until the process ends
    _end(run(sys.argv[1:], app))


def _end(code: int) -> NoReturn:
    for stream in filter(None, (sys.stdout, sys.stderr)):  # one that is closed is None
        with suppress(OSError, ValueError):
            stream.flush()
    # Taking some hundred thousand records apart at the end would be felt, and frees nothing that the system does not.
    os._exit(code)


if __name__ == "__main__":
    main()
