"""The block structure of a note's body: items, headings, table rows, paragraphs, and what is hidden.

A small reader of Markdown's container rules (CommonMark 5.1 to 5.3: block quotes, lists,
lazy continuation), with fenced code left out and comments (`%%…%%`, `<!-- … -->`) taken
away. It never fails: whatever a line is, it is at least part of a paragraph.
"""

import re
from typing import Literal

BlockKind = Literal["item", "heading", "row", "paragraph"]


class Block:
    """One block. `text` is its first line without the marker, `more` its further lines.

    `line` and `column` say where `text` begins (from 1), `end` is the last line of all that
    belongs to it: what is nested in an item, the section of a heading. `sign` is what
    stands in a checkbox. `parent` is the item in which it is nested.
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

    def whole_text(self) -> str:
        """The block's own text, line for line (nested blocks are their own)."""
        return "\n".join([self.text, *self.more]) if self.more else self.text


class Body:
    """The blocks in order, the spans of block quotes, and the lines as they may be read on.

    `lines` are the body's lines with comments blanked; `code` are the numbers of the lines
    in fenced code; `quotes` are spans (first, last line) of outermost block quotes.
    `unclosed` is the line of a comment that is never closed.
    """

    __slots__ = ("blocks", "code", "first", "lines", "quotes", "unclosed")

    def __init__(self, lines: list[str], first: int) -> None:
        self.lines = lines
        self.first = first
        self.blocks: list[Block] = []
        self.code: set[int] = set()
        self.quotes: list[tuple[int, int]] = []
        self.unclosed: int | None = None


_ITEM = re.compile(r"([-*+]|\d{1,9}[.)])(?:([ \t]+)|$)")
_CHECKBOX = re.compile(r"\[(.)\](?:[ \t]+|$)")
_HEADING = re.compile(r"(#{1,6})(?:[ \t]+|$)")
_FENCE = re.compile(r"(`{3,})[^`]*$|(~{3,})")
_RULE = re.compile(r"(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$")
_SETEXT = re.compile(r"(?:=+|-+)[ \t]*$")
_COMMENT_OR_CODE = re.compile(r"(`+)|%%|<!--")


class _Container:
    """An open block quote (`width` 0) or list item (`width`: the columns before its content)."""

    __slots__ = ("block", "width")

    def __init__(self, width: int, block: Block | None) -> None:
        self.width = width
        self.block = block


def _skip_white(text: str, at: int, column: int, limit: int = 1 << 30) -> tuple[int, int]:
    """Pass at most `limit` columns of white space (tab stops of four): where we are, and in which column."""
    goal = column + limit
    while at < len(text) and column < goal:
        if text[at] == " ":
            column += 1
        elif text[at] == "\t":
            column += 4 - column % 4
        else:
            break
        at += 1
    return at, column


class _Scanner:
    """Reads the lines one by one, knowing which containers are open."""

    def __init__(self, lines: list[str], first: int) -> None:
        self.body = Body(lines, first)
        self.stack: list[_Container] = []
        self.open: Block | None = None  # the block that a further line of text continues
        self.fence = ""  # the marker of the fenced code that is open, and how deep it stands
        self.fence_depth = 0
        self.comment = ""  # what closes the comment that is open
        self.quote_start = 0

    def scan(self) -> Body:
        body = self.body
        add = body.blocks.append
        number = body.first - 1
        for text in body.lines:
            number += 1
            # Most lines by far: an item at the margin without any sign that needs a closer look.
            if (
                text[:2] == "- "
                and ((sign := text[2:3]) not in _LOOK_CLOSER or (text[6:7] == "-" and sign in "0123456789"))
                and not (self.quote_start or self.fence or self.comment or "%%" in text or "<!--" in text)
            ):
                self.open = block = Block("item", number, 3, text[2:])
                self.stack = [_Container(2, block)]
                add(block)
            elif text or self.stack or self.fence:
                self._line(text, number)
            else:
                self.open = None
        last = body.first + len(body.lines) - 1
        self._close(0, last + 1)
        if not self.comment:
            body.unclosed = None
        _set_ends(body.blocks, last)
        return body

    def _line(self, text: str, number: int) -> None:
        if self.comment:
            end = text.find(self.comment)
            at = len(text) if end < 0 else end + len(self.comment)
            text = " " * at + text[at:]
            self.body.lines[number - self.body.first] = text
            if end >= 0:
                self.comment = ""
            if not text.strip():
                return
        depth, at, column = self._match_containers(text)
        if not text[at:].strip():
            self._blank(depth, number)
            return
        if self.fence and depth >= self.fence_depth:
            self.body.code.add(number)
            content = text[at:].strip()
            if content.startswith(self.fence) and not content.strip(self.fence[0]):
                self.fence = ""
            return
        self.fence = ""
        if "%%" in text or "<!--" in text:
            text = self._blank_comments(text, at, number)
            if not text[at:].strip():
                return
        self._content(text, at, column, depth, number)

    def _match_containers(self, text: str) -> tuple[int, int, int]:
        """How many of the open containers the line continues, and where its content begins."""
        at = column = depth = 0
        for container in self.stack:
            after, wide = _skip_white(text, at, column)
            if container.width:
                if wide - column < container.width and after < len(text):
                    break
                at, column = _skip_white(text, at, column, container.width)
            elif wide - column <= 3 and text[after : after + 1] == ">":
                at, column = _skip_white(text, after + 1, wide + 1, 1)
            else:
                break
            depth += 1
        return depth, at, column

    def _blank(self, depth: int, number: int) -> None:
        """A line without content ends paragraphs, and block quotes when it has no `>`."""
        self.open = None
        for place, container in enumerate(self.stack[depth:], depth):
            if not container.width:
                self._close(place, number)
                self.fence = ""
                return

    def _close(self, depth: int, number: int) -> None:
        """Close the containers deeper than `depth`; line `number` is the first outside of them."""
        del self.stack[depth:]
        self.open = None
        if self.quote_start and all(container.width for container in self.stack):
            self.body.quotes.append((self.quote_start, number - 1))
            self.quote_start = 0

    def _blank_comments(self, text: str, at: int, number: int) -> str:
        """The line with its comments as spaces; one that is not closed stays open behind it."""
        parts, start = [text[:at]], at
        while match := _COMMENT_OR_CODE.search(text, at):
            if match[1]:  # a code span ends at the next run of as many backticks, if there is one
                close = re.compile(rf"(?<!`){match[1]}(?!`)").search(text, match.end())
                at = close.end() if close else match.end()
                continue
            closer = "%%" if match[0] == "%%" else "-->"
            end = text.find(closer, match.end())
            at = len(text) if end < 0 else end + len(closer)
            parts += text[start : match.start()], " " * (at - match.start())
            start = at
            if end < 0:
                self.comment = closer
                self.body.unclosed = number
        text = "".join([*parts, text[start:]])
        self.body.lines[number - self.body.first] = text
        return text

    def _content(self, text: str, at: int, column: int, depth: int, number: int) -> None:
        """A line with content: it opens containers, then it is a leaf or continues a paragraph."""
        continued = depth == len(self.stack)
        item: Block | None = None
        while True:
            start, wide = _skip_white(text, at, column)
            indent = wide - column
            if indent > 3 or start == len(text):
                break
            if text[start] == ">":
                self._close(depth, number)
                self.quote_start = self.quote_start or number
                self.stack.append(_Container(0, None))
                at, column = _skip_white(text, start + 1, wide + 1, 1)
                item = None
            elif (marker := self._item_marker(text, start, continued)) and (item is None or item.sign is None):
                parent = self._innermost_item(depth)
                self._close(depth, number)
                item = Block("item", number, 0, "", start, parent)
                at, column = self._open_item(item, text, marker, wide, indent)
            else:
                break
            depth += 1
            continued = True
        if item is not None:
            item.column = start + 1
        if start == len(text):
            return
        if not continued and not (self.open and not self._starts_block(text, start, indent)):
            self._close(depth, number)
        self._leaf(text, start, indent, number, item)

    def _innermost_item(self, depth: int) -> Block | None:
        return next((c.block for c in reversed(self.stack[:depth]) if c.block is not None), None)

    def _item_marker(self, text: str, start: int, continued: bool) -> re.Match[str] | None:
        """The marker of a list item. In a paragraph a list begins only with text, and only at 1."""
        marker = _ITEM.match(text, start)
        if not marker or _RULE.match(text, start):
            return None
        if self.open is not None and self.open.kind == "paragraph" and continued:
            empty = marker.end() >= len(text.rstrip())
            if empty or not (marker[1] in "-*+" or marker[1][:-1] == "1"):
                return None
        return marker

    def _open_item(self, item: Block, text: str, marker: re.Match[str], column: int, indent: int) -> tuple[int, int]:
        """Open the item; where its content begins, behind the checkbox."""
        at = marker.end(1)
        column += len(marker[1])
        after, wide = _skip_white(text, at, column)
        if after == len(text) or wide - column > 4:
            after, wide = _skip_white(text, at, column, 1)
        self.stack.append(_Container(indent + len(marker[1]) + max(1, wide - column), item))
        self.body.blocks.append(item)
        self.open = item
        checkbox = _CHECKBOX.match(text, after)
        if checkbox:
            item.sign = checkbox[1]
            return checkbox.end(), wide + checkbox.end() - after
        return after, wide

    def _starts_block(self, text: str, start: int, indent: int) -> bool:
        """Whether the line cannot continue a paragraph."""
        return indent <= 3 and bool(
            _HEADING.match(text, start) or _FENCE.match(text, start) or _RULE.match(text, start)
        )

    def _leaf(self, text: str, start: int, indent: int, number: int, item: Block | None) -> None:
        """What is left of a line: code, a heading, a row, or text of a new (`item`) or an open block."""
        content = text[start:].rstrip()
        if indent > 3 and item is None:
            if self.open is not None:
                self._continue(content)
            else:
                self.body.code.add(number)
            return
        fence = _FENCE.match(text, start)
        if fence and (item is None or item.sign is None):
            self.fence, self.fence_depth, self.open = fence[1] or fence[2], len(self.stack), None
            self.body.code.add(number)
            return
        heading = _HEADING.match(content)
        if item is not None:
            item.text = content[heading.end() :] if heading and item.sign is None else content
        elif heading:
            title = re.sub(r"(?:^|[ \t]+)#+$", "", content[heading.end() :])
            self._add("heading", number, start + heading.end(), title).level = len(heading[1])
            self.open = None
        elif self.open is not None and self.open.kind == "paragraph" and not self.open.more and _SETEXT.match(content):
            self.open.kind, self.open.level = "heading", 1 if content[0] == "=" else 2
            self.open = None
        elif _RULE.match(content):
            self.open = None
        elif content[0] == "|" and (self.open is None or self.open.kind == "row"):
            self.open = self._add("row", number, start, content)
        elif self.open is not None:
            self._continue(content)
        else:
            self.open = self._add("paragraph", number, start, content)

    def _add(self, kind: BlockKind, number: int, start: int, text: str) -> Block:
        block = Block(kind, number, start + 1, text, parent=self._innermost_item(len(self.stack)))
        self.body.blocks.append(block)
        return block

    def _continue(self, content: str) -> None:
        assert self.open is not None
        if self.open.more is None:
            self.open.more = []
        self.open.more.append(content)


# First signs of an item's text that need the whole reading: nested markers, checkboxes, white space.
_LOOK_CLOSER = frozenset(["", " ", "\t", "-", "*", "+", ">", "#", "[", "`", "~", "_", *"0123456789"])


def _set_ends(blocks: list[Block], last: int) -> None:
    """Where each block ends with all that belongs to it: nested blocks, a heading's section."""
    headings: list[Block] = []
    for block in blocks:
        end = block.line + (len(block.more) if block.more else 0)
        outer: Block | None = block
        while outer is not None and outer.end < end:
            outer.end = end
            outer = outer.parent
        if block.kind == "heading":
            while headings and headings[-1].level >= block.level:
                headings.pop().end = block.line - 1
            headings.append(block)
    for heading in headings:
        heading.end = last


def scan_body(body: str, first_line: int = 1) -> Body:
    """The structure of a note's body, which begins on line `first_line` of its file."""
    return _Scanner(body.split("\n"), first_line).scan()
