"""Text that must not be shown: confidential or private.

It has a type of its own from the parser on, so that forgetting about it fails
loudly: it is no `str`, and turning it into one raises.
"""

from typing import Literal, NoReturn

Reason = Literal["confidential", "private"]


class Withheld:
    """A text that may be shown only where a person asked for it (`reveal`)."""

    __slots__ = ("_text", "reason")

    def __init__(self, text: str, reason: Reason = "confidential") -> None:
        self._text = text
        self.reason: Reason = reason

    def reveal(self) -> str:
        """The text itself. Call it only for a terminal, on request."""
        return self._text

    def __str__(self) -> NoReturn:
        raise TypeError(f"{self.reason} text cannot be printed")

    def __format__(self, _spec: str) -> NoReturn:
        raise TypeError(f"{self.reason} text cannot be printed")

    def __repr__(self) -> str:
        return f"<{self.reason}>"

    def __reduce__(self) -> NoReturn:
        raise TypeError(f"{self.reason} text cannot be pickled")

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Withheld) and other._text == self._text

    def __hash__(self) -> int:
        return hash((Withheld, self._text))


Text = str | Withheld


def shown(text: Text) -> str | None:
    """What every output may hold of a text: itself, or nothing when it is withheld."""
    return None if isinstance(text, Withheld) else text
