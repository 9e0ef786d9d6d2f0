"""What is left of a line once its containers are open: text, a heading, a row, code (CommonMark 4)."""

import re

from .blocks import Block, BlockKind, Body, Container
from .line_signs import FENCE, HEADING, SETEXT, heading_title, is_rule, makes_table, pass_all_white


class LeafReader:
    """Adds a line's content to a body, within the containers that are open."""

    def __init__(self, body: Body) -> None:
        self.body = body
        self.stack: list[Container] = []
        self.open: Block | None = None  # the block that a further line of text continues
        self.fence = ""  # the marker of the fenced code that is open, how deep it stands, and since which line
        self.fence_depth = self.fence_line = 0
        self.doubt = False  # whether that may be no code
        self.whole = (0, 0)  # what is hidden as a whole and under way: indented or doubtful code
        self.quote_start = 0
        self.headings: list[tuple[int, Block]] = []  # whose section goes on, with the depth of each
        self.nested = False  # whether one of them stands in a container
        # The line under way: its number, and its length without white space at the end.
        self.number = self.size = 0

    def _leaf(self, text: str, start: int, wide: int, item: Block | None, *, lazy: bool, code: bool) -> None:
        """What is left of a line: code, a heading, a row, or text of a new (`item`) or an open block."""
        content = text[start : self.size]
        sign = content[0]
        if item is not None and (item.sign is not None or code):
            item.text = content
            if code:
                self.open = None
        elif sign in "`~" and (fence := FENCE.match(content)):
            self._open_fence(fence[1] or fence[2])
        elif sign == "#" and (heading := HEADING.match(content)):
            self._heading(content, start, wide, heading, item)
        elif item is not None:
            item.text = content
            if is_rule(text, start, self.size):
                self.open = None
        elif self.open is not None and not lazy and sign in "=-" and SETEXT.match(content):
            self._underline(sign)
        elif is_rule(text, start, self.size):
            self.open = None
        elif self.open is None:
            self.open = self._add("row" if sign == "|" else "paragraph", start, content, wide)
        elif self.open.kind == "row" and (sign == "|" or ("|" in content and not lazy)):
            self.open = self._add("row", start, content, wide)
        elif not lazy and makes_table(content, self.open):
            self.open.kind = "row"
            self.open = self._add("row", start, content, wide)
        else:
            self._continue(content)

    def _text_only(self, text: str, at: int, column: int, depth: int) -> None:
        """A line of text that is nothing else, whatever it looks like."""
        start, wide = pass_all_white(text, at, column)
        if depth < len(self.stack) and self.open is None:
            self._close(depth)
        if self.open is not None:
            self._continue(text[start : self.size])
        else:
            self.open = self._add("paragraph", start, text[start : self.size], wide)

    def _indented(self, content: str) -> None:
        """A line that is indented too far to begin anything: text of what is open, else code."""
        if self.open is not None:
            self._continue(content)
            return
        self.body.indented.add(self.number)
        first, last = self.whole
        if first and not any(map(str.strip, self.body.lines[last + 1 - self.body.first : self.number - self.body.first])):
            self.whole = first, self.number
        else:
            self._begin_whole()
            self.whole = self.number, self.number

    def _begin_whole(self) -> None:
        if self.whole[0]:
            self.body.wholes.append(self.whole)

    def _open_fence(self, marker: str) -> None:
        """Fenced code begins, unless it is within HTML: then, for some readers, it is no code."""
        around = self.open
        self.doubt = around is not None and any(line.lstrip()[:1] == "<" for line in (around.text, *(around.more or ())))
        self.fence, self.fence_depth, self.fence_line, self.open = marker, len(self.stack), self.number, None
        if self.doubt:
            self._begin_whole()
            self.whole = self.number, self.number
        else:
            self.body.code.add(self.number)

    def _code(self, text: str, at: int, column: int) -> None:
        """A line of fenced code, or its end."""
        if self.doubt:
            self.whole = self.whole[0], self.number
        else:
            self.body.code.add(self.number)
        start, wide = pass_all_white(text, at, column)
        content = text[start : self.size]
        if wide - column <= 3 and content.startswith(self.fence) and not content.strip(self.fence[0]):
            self.fence = ""

    def _heading(self, content: str, start: int, wide: int, marks: re.Match[str], item: Block | None) -> None:
        """A heading; one that is the whole of an item is taken for the item's text."""
        title = heading_title(content[marks.end() :])
        if item is not None:
            item.text, item.column, item.level = title, start + marks.end() + 1, len(marks[1])
            self.open = None
        else:
            self._begin_section(self._add("heading", start + marks.end(), title, wide), len(marks[1]))

    def _underline(self, sign: str) -> None:
        """The underline of a heading (setext)."""
        block = self.open
        if block is not None and block.kind == "paragraph":
            self._begin_section(block, 1 if sign == "=" else 2)
            self.body.underlines.add(self.number)
        self.open = None

    def _begin_section(self, block: Block, level: int) -> None:
        """A section ends where the next one of its level begins, or the container it stands in ends."""
        block.kind, block.level = "heading", level
        depth = len(self.stack)
        while self.headings and self.headings[-1][0] == depth and self.headings[-1][1].level >= level:
            self.headings.pop()[1].end = block.line - 1
        self.headings.append((depth, block))
        self.nested = depth > 0
        self.open = None

    def _close(self, depth: int) -> None:
        """Close the containers deeper than `depth`: this line is the first outside of them."""
        del self.stack[depth:]
        self.open = None
        while self.headings and self.headings[-1][0] > depth:
            self.headings.pop()[1].end = self.number - 1
        self.nested = bool(self.headings) and self.headings[-1][0] > 0
        if self.quote_start and all(container.width for container in self.stack):
            self.body.wholes.append((self.quote_start, self.number - 1))
            self.quote_start = 0

    def _innermost_item(self, depth: int) -> Block | None:
        return next((c.block for c in reversed(self.stack[:depth]) if c.block is not None), None)

    def _add(self, kind: BlockKind, start: int, text: str, indent: int) -> Block:
        block = Block(kind, self.number, start + 1, text, indent, self._innermost_item(len(self.stack)))
        self.body.blocks.append(block)
        return block

    def _continue(self, content: str) -> None:
        assert self.open is not None
        if self.open.more is None:
            self.open.more = []
        self.open.more.append(content)
