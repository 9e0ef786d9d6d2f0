"""How a terminal wants its text."""

from ..model.record import NamedTuple


class Style(NamedTuple):
    """Whether to colour, how wide a line may be, and by which name the program is called in what is said to type."""

    colour: bool = False
    width: int = 80
    program: str = "nb"

    def _with(self, code: str, text: str) -> str:
        return f"\x1b[{code}m{text}\x1b[0m" if self.colour and text else text

    def title(self, text: str) -> str:
        return self._with("1", text)

    def faint(self, text: str) -> str:
        return self._with("2", text)

    def late(self, text: str) -> str:
        return self._with("33", text)
