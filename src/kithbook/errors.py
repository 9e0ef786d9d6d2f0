"""What stops a command, and with which exit code.

A fault in a note is never one of these: it is a `model.problem.Problem`, a value
that is collected and reported while every other note is answered.
"""


class UserError(Exception):
    """A command cannot go on, and the person can mend it.

    `message` says what is wrong, `remedy` how to mend it (may be empty).
    """

    exit_code = 2

    def __init__(self, message: str, remedy: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.remedy = remedy


class UsageError(UserError):
    """What was typed cannot be read, or names nobody or several people."""


class VaultError(UserError):
    """The vault, a file in it or the machine around it is at fault."""

    exit_code = 3


def cannot_be_read(name: str, error: OSError, remedy: str) -> UserError:
    """A file that was named and cannot be read: the wrong name when there is no such file, else the machine's fault."""
    kind = UsageError if isinstance(error, (FileNotFoundError, NotADirectoryError, IsADirectoryError)) else VaultError
    return kind(f"{name} cannot be read: {error.strerror or error}", remedy)
