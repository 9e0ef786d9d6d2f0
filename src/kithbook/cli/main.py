"""The list of commands, and the boundary at which errors become exit codes."""

import os
import sys
from collections.abc import Sequence
from importlib import import_module
from typing import Any

import click
from click.core import ParameterSource

from .. import __version__
from ..errors import UserError
from .app import App
from .output import OutputClosed, echo_error, program_name

# A command is loaded only when it is called: its module has its name.
COMMANDS = (
    "init",
    "agenda",
    "add",
    "log",
    "event",
    "promise",
    "promises",
    "scan",
    "replies",
    "thanks",
    "loops",
    "balance",
    "kept",
    "stats",
    "list",
    "show",
    "timeline",
    "find",
    "brief",
    "ask",
    "who-else",
    "match",
    "intro",
    "query",
    "graph",
    "page",
    "reflect",
    "review",
    "check",
    "done",
    "defer",
    "drop",
    "reply",
    "thank",
    "snooze",
    "edit",
    "rename",
    "merge",
    "resolve",
    "undo",
    "import",
    "export",
    "ics",
    "report",
    "watch",
    "hook",
    "trust",
    "completion",
    "merge-driver",
)

EXIT_BUG = 4
EXIT_INTERRUPTED = 130


class _Commands(click.Group):
    """Loads a command's module when it is asked for, and lists them in the order above."""

    def list_commands(self, _context: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, _context: click.Context, name: str) -> click.Command | None:
        if name not in COMMANDS:
            return None
        module = f"{name}_command" if name in ("list", "import") else name.replace("-", "_")
        command: click.Command = import_module(f".{module}", __package__).command
        below = command.commands.values() if isinstance(command, click.Group) else ()
        for one in (command, *below):
            if not any(option.name == "vault" for option in one.params):
                one.params += _global_options(hidden=True)
        return command


def _global_options(*, hidden: bool) -> list[click.Parameter]:
    """The options that hold for every command. People type them before its name and behind it."""

    def take(context: click.Context, option: click.Parameter, value: Any) -> None:
        app = context.ensure_object(App)
        given = context.get_parameter_source(str(option.name))
        if value == "" and not hidden:  # not given, as an empty variable is
            value = os.environ.get(str(option.envvar))
        if value and not (hidden and given is ParameterSource.ENVIRONMENT):
            setattr(app, f"given_{option.name}", value)

    def option(*names: str, **settings: Any) -> click.Option:
        return click.Option(names, hidden=hidden, expose_value=False, **settings)

    return [
        option("--vault", "-V", metavar="DIR", envvar="NB_VAULT", callback=take,
               help="The vault; else $NB_VAULT, else upwards from here."),
        option("--today", metavar="DATE", envvar="NB_TODAY", callback=take,
               help="The day to answer for, as YYYY-MM-DD, 2w and such; else $NB_TODAY."),
        option("--debug", is_flag=True, help="Show the traceback of an error of ours."),
    ]


@click.group(cls=_Commands, params=_global_options(hidden=False), context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="kithbook")
def nb() -> None:
    """Tend relationships in plain Markdown notes.

    \b
      nb agenda               what this week asks for
      nb show dagny           what you know of somebody
      nb promises --stale     what has lain too long
    """


def run(arguments: Sequence[str], app: App) -> int:
    """Run a command; its exit code. Every error ends here, as a line that says how to mend it."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    if "_NB_COMPLETE" in os.environ:
        from .completing import prepare_shells

        prepare_shells()
    try:
        code: Any = nb.main(args=list(arguments), prog_name=program_name(), complete_var="_NB_COMPLETE", standalone_mode=False, obj=app)
        return code if isinstance(code, int) else 0
    except (Exception, KeyboardInterrupt) as error:
        failed = exit_code_of(error, debug="--debug" in arguments)
        if isinstance(error, click.NoSuchOption) and any(map(_is_text, arguments)):
            echo_error("a text that begins with a dash goes behind `--`, and all options before that", 'nb log ana -- "- a text"')
        return failed


def _is_text(argument: str) -> bool:
    """Whether what is taken for options can be meant as a text."""
    return argument.startswith("-") and (" " in argument or not argument.lstrip("-")[:1].isalpha()) and argument.strip("-") != ""


def exit_code_of(error: BaseException, *, debug: bool) -> int:
    """The exit code for an error, which is said in a line with how to mend it."""
    if isinstance(error, UserError):
        echo_error(error.message, error.remedy)
        return error.exit_code
    if isinstance(error, click.ClickException):
        error.show()
        return error.exit_code
    if isinstance(error, (KeyboardInterrupt, click.exceptions.Abort)):
        return EXIT_INTERRUPTED
    if isinstance(error, OutputClosed):
        return 0
    return _report_bug(error, debug=debug)


def _traceback(error: BaseException) -> str:
    """Where an error came from, and of what type it is. Its words are left out: they can be those of a note."""
    import traceback

    before = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    first = f"{_traceback(before)}\nand then\n\n" if before is not None else ""
    return f"{first}{''.join(traceback.format_tb(error.__traceback__))}{type(error).__name__}\n"


def _report_bug(error: BaseException, *, debug: bool) -> int:
    """An error of ours: a line, and the traceback in a file (or shown, with `--debug`)."""
    text = _traceback(error)
    if debug:
        sys.stderr.write(text)
        return EXIT_BUG
    from ..vault.state import state_folder, write_state

    try:
        place = os.path.join(state_folder(), "crash.txt")
        write_state(place, text.encode("utf-8", "backslashreplace"))
    except OSError:
        place = ""
    echo_error(f"this is a fault of nb, not of yours: {type(error).__name__}",
               f"the report is in {place}" if place else "run it again with --debug to see where")
    return EXIT_BUG
