"""The block structure of a note's body: items, headings, table rows, paragraphs, and what is hidden.

A small reader of Markdown's container rules (CommonMark 5.1 to 5.3: block quotes, lists,
lazy continuation), with fenced code left out and comments (`%%…%%`, `<!-- … -->`) taken
away. It never fails: whatever a line is, it is at least part of a paragraph.
"""

import re

from .blocks import Block, BlockKind, Body, Container, set_ends
from .comments import blank_comments
from .leaves import LeafReader
from .line_signs import CHECKBOX, HEADING, item_marker, pass_all_white, pass_white, starts_block

__all__ = ["Block", "BlockKind", "Body", "scan_body"]

# Containers (quotes, list items) nested deeper than this are text: nobody writes them, and
# a line of ten million `>` is to be read as quickly as any other.
MAX_DEPTH = 100

# First signs of an item's text that need the whole reading: nested markers, checkboxes, white space.
_LOOK_CLOSER = frozenset(["", *" \t-*+>#[`~_|0123456789"])


def scan_body(body: str, first_line: int = 1) -> Body:
    """The structure of a note's body, which begins on line `first_line` of its file."""
    return _Scanner(body.split("\n"), first_line).scan()


class _Scanner(LeafReader):
    """Reads the lines one by one, knowing which containers are open."""

    def __init__(self, lines: list[str], first: int) -> None:
        super().__init__(Body(lines, first))
        self.comment = ""  # what closes the comment that is open

    def scan(self) -> Body:
        body = self.body
        for number, text in enumerate(body.lines, body.first):
            if not text:
                self.number = number
                self._blank(0)
            elif text[0] not in "-#" or self.quote_start or self.fence or self.comment or self.nested or not self._plain(text, number):
                self.number = number
                self._line(text)
        last = body.first + len(body.lines) - 1
        self.number = last + 1
        self._close(0)
        for _, heading in self.headings:
            heading.end = last
        body.open_fence = self.fence_line if self.fence and not self.doubt else 0
        self._begin_whole()
        set_ends(body.blocks)
        return body

    def _plain(self, text: str, number: int) -> bool:
        """Most lines by far: an item or a heading at the margin without any sign that needs a closer look."""
        if "%%" in text or "<!--" in text:
            return False
        if text[:2] == "- ":
            if text[2:3] not in _LOOK_CLOSER or (text[6:7] == "-" and text[5] in "0123456789"):
                block = Block("item", number, 3, text[2:])
            elif text[4:6] == "] " and text[2] == "[" and text[6:7].strip():
                block = Block("item", number, 7, text[6:].rstrip(), sign=text[3])
            else:
                return False
            self.open = block
            self.stack = [Container(2, block)]
            self.body.blocks.append(block)
            return True
        heading = HEADING.match(text)
        if heading is None:
            return False
        self.number = number
        self._close(0)
        self._heading(text.rstrip(), 0, 0, heading, None)
        return True

    def _line(self, text: str) -> None:
        depth, at, column = self._match_containers(text)
        self.size = len(text.rstrip())
        if at >= self.size:
            self._blank(depth)
            return
        if self.fence and depth >= self.fence_depth:
            self._code(text, at, column)
            return
        self.fence = ""
        if not (self.comment or "%%" in text or "<!--" in text):
            self._content(text, at, column, depth)
            return
        start = pass_all_white(text, at, column)[0]
        text = self._without_comments(text, at)
        self.size = len(text.rstrip())
        if at >= self.size:  # nothing else: what is open goes on behind it
            if self.open is not None:
                self._continue("")
        elif text[start].isspace():  # what follows a comment on its line begins no block
            self._text_only(text, at, column, depth)
        else:
            self._content(text, at, column, depth)

    def _match_containers(self, text: str) -> tuple[int, int, int]:
        """How many of the open containers the line continues, and where its content begins."""
        at = column = depth = 0
        for container in self.stack:
            if container.width:
                after, wide = pass_white(text, at, column, container.width)
                if wide - column < container.width and after < len(text):
                    break
                at, column = after, wide
            else:  # however far it is indented: what looks like more of a quote is not shown in place of it
                after, wide = pass_all_white(text, at, column)
                if text[after : after + 1] != ">":
                    break
                at, column = pass_white(text, after + 1, wide + 1, 1)
            depth += 1
        return depth, at, column

    def _blank(self, depth: int) -> None:
        """A line without content ends paragraphs, block quotes when it has no `>`, and items that are empty."""
        self.open = None
        inner = self.stack[-1].block if self.stack else None
        if inner is not None and inner.line == self.number - 1 and not (inner.text or inner.sign or inner.level or self.fence):
            self._close(len(self.stack) - 1)
        for place, container in enumerate(self.stack[depth:], depth):
            if not container.width:
                self._close(place)
                self.fence = ""
                return

    def _without_comments(self, text: str, at: int) -> str:
        """The line with its comments as spaces; one that is not closed stays open behind it."""
        blanked = blank_comments(text, at, self.comment)
        if blanked.opened >= 0:
            self.body.unclosed = self.number, blanked.opened + 1
        elif not blanked.closer:
            self.body.unclosed = None
        self.comment = blanked.closer
        if blanked.text != text:
            self.body.written[self.number] = text
            self.body.lines[self.number - self.body.first] = blanked.text
        return blanked.text

    def _content(self, text: str, at: int, column: int, depth: int) -> None:
        """A line with content: it opens containers, then it is a leaf or continues a paragraph."""
        continued = depth == len(self.stack)
        item: Block | None = None
        while True:
            start, wide = pass_all_white(text, at, column)
            indent = wide - column
            if indent > 3 or start >= self.size or depth >= MAX_DEPTH:
                break
            if text[start] == ">":
                self._close(depth)
                self.quote_start = self.quote_start or self.number
                self.stack.append(Container(0, None))
                at, column = pass_white(text, start + 1, wide + 1, 1)
                item = None
            elif marker := item_marker(text, start, self.size, self.open if continued else None):
                item = Block("item", self.number, 0, "", wide, self._innermost_item(depth))
                self._close(depth)
                at, column = self._open_item(item, text, marker, wide, indent)
            else:
                break
            depth += 1
            continued = True
            if item is not None and item.sign is not None:  # behind a checkbox there is only text
                start = wide = at
                indent = 0
                break
        if item is not None:
            item.column = start + 1
        if start >= self.size:
            self.open = item if item is not None and item.sign is not None else None
            return
        lazy = not continued
        if lazy and (self.open is None or (indent <= 3 and starts_block(text, start, self.size))):
            self._close(depth)
            lazy = False
        if indent > 3 and item is None:
            self._indented(text[start : self.size])
        else:
            self._leaf(text, start, wide, item, lazy=lazy, code=indent > 3)

    def _open_item(self, item: Block, text: str, marker: re.Match[str], column: int, indent: int) -> tuple[int, int]:
        """Open the item; where its content begins, behind the checkbox."""
        at = marker.end()
        column += len(marker[1])
        after, wide = pass_white(text, at, column, 5)
        if after >= self.size or wide - column > 4:
            after, wide = pass_white(text, at, column, 1)
        self.stack.append(Container(indent + len(marker[1]) + max(1, wide - column), item))
        self.body.blocks.append(item)
        self.open = item
        checkbox = CHECKBOX.match(text, after)
        if checkbox:
            item.sign = checkbox[1]
            return checkbox.end(), wide
        return after, wide
