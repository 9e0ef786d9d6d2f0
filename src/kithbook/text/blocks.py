"""What a body is made of: blocks, and the containers in which they stand."""

from typing import Literal

BlockKind = Literal["item", "heading", "row", "paragraph"]


class Block:
    """One block. `text` is its first line without the marker, `more` its further lines.

    `line` and `column` say where `text` begins (from 1), `end` is the last line of all that
    belongs to it: what is nested in an item, the section of a heading. `indent` is the
    column (from 0, tabs to stops of four) of its marker or, without one, its text. `sign` is
    what stands in a checkbox. `parent` is the item in which it is nested.
    """

    __slots__ = ("column", "end", "indent", "kind", "level", "line", "more", "parent", "sign", "text")

    def __init__(self, kind: BlockKind, line: int, column: int, text: str, indent: int = 0,
                 parent: "Block | None" = None, sign: str | None = None, level: int = 0) -> None:
        self.kind = kind
        self.line = line
        self.column = column
        self.text = text
        self.more: list[str] | None = None
        self.end = line
        self.indent = indent
        self.parent = parent
        self.sign = sign
        self.level = level

    @property
    def last(self) -> int:
        """The last line of the block's own text."""
        return self.line + len(self.more) if self.more else self.line

    def whole_text(self) -> str:
        """The block's own text, line for line (nested blocks are their own)."""
        return "\n".join([self.text, *self.more]) if self.more else self.text


class Body:
    """The blocks in order, and the lines as they may be read on.

    `lines` are the body's lines with comments blanked, `written` those of them as they were;
    `code` are the numbers of the lines in fenced code. `wholes` are spans (first, last line)
    that a mark anywhere in them hides as a whole: outermost block quotes, indented code. `indented` are the lines of the latter.
    `underlines` are the numbers of the lines under headings. `unclosed` is the line and column of a comment that is never closed,
    `open_fence` the line at which code begins that is never closed (0: none).
    """

    __slots__ = ("blocks", "code", "first", "indented", "lines", "open_fence", "unclosed", "underlines", "wholes", "written")

    def __init__(self, lines: list[str], first: int) -> None:
        self.lines = lines
        self.first = first
        self.written: dict[int, str] = {}
        self.blocks: list[Block] = []
        self.code: set[int] = set()
        self.indented: set[int] = set()
        self.underlines: set[int] = set()
        self.wholes: list[tuple[int, int]] = []
        self.unclosed: tuple[int, int] | None = None
        self.open_fence = 0

    def had_comments(self, first: int, last: int) -> bool:
        """Whether spaces stand in place of comments on these lines; how many, is not to be told."""
        return bool(self.written) and any(number in self.written for number in range(first, last + 1))


class Container:
    """An open block quote (`width` 0) or list item (`width`: the columns before its content)."""

    __slots__ = ("block", "width")

    def __init__(self, width: int, block: Block | None) -> None:
        self.width = width
        self.block = block


def set_ends(blocks: list[Block]) -> None:
    """Where each block ends with what is nested in it (a heading's section is the scanner's affair)."""
    for block in blocks:
        end = block.end = max(block.end, block.last)
        outer = block.parent
        while outer is not None and outer.end < end:
            outer.end = end
            outer = outer.parent
