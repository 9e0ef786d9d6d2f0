"""One line of a `.gitignore`, as git reads it (gitignore(5), and wildmatch.c where that page says nothing).

git asks of each file and folder by itself whether a rule means it, and does not look into a folder that
is left out. So a rule here matches the path it means and nothing below that. pathspec, which asks of a
path whether any rule means it or a folder above, cannot tell what `people/*` and `!people/team/` are together.
"""

import re

from ..model.pattern import pattern
from ..model.record import NamedTuple

_CLASSES = {
    b"alnum": "0-9A-Za-z", b"alpha": "A-Za-z", b"blank": " \\t", b"cntrl": "\\x00-\\x1f\\x7f", b"digit": "0-9",
    b"graph": "!-~", b"lower": "a-z", b"print": " -~", b"punct": "!-/:-@\\[-`{-~", b"space": " \\t-\\r", b"upper": "A-Z",
    b"xdigit": "0-9A-Fa-f",
}
_WILD = pattern(rb"[*?\[\\]")
_TRAILING_BLANKS = pattern(rb"(?<!\\) +\Z")
_STAR, _ANY_FOLDERS, _ALL_BELOW = "*", "**/", "**"
_NOTE = b".md"


class IgnorePattern(NamedTuple):
    """What a line means: `regex` (for bytes, with DOTALL) matches at the beginning of the paths from the folder of the rules on.

    `ending`: the bytes that every path which it matches ends with; `whole` when there is no more to its last name.
    """

    regex: str
    negated: bool
    folders_only: bool
    ending: bytes
    whole: bool

    @property
    def may_be_note(self) -> bool:
        """Whether it can match a file whose name ends in `.md`."""
        return not self.folders_only and (self.ending.endswith(_NOTE) or (not self.whole and _NOTE.endswith(self.ending)))


def read_pattern(line: bytes) -> IgnorePattern | None:
    """The rule in a line; None for an empty line, a remark, or what is no rule to git."""
    line = _TRAILING_BLANKS.sub(b"", line)
    if line.startswith(b"#"):
        return None
    negated = line.startswith(b"!")
    line = line[1:] if negated else line
    folders_only = line.endswith(b"/")
    line = line[:-1] if folders_only else line
    if not line:
        return None
    in_place = b"/" in line
    line = line[1:] if line.startswith(b"/") else line
    tokens = _tokens(line, in_place=in_place)
    if tokens is None:
        return None
    literals = _ending(tokens)
    regex = _regex(tokens) if in_place else f"(?>.*/)?+{_run(tokens, last=True)}"
    return IgnorePattern(regex, negated, folders_only, literals, len(literals) == len(tokens))


def _ending(tokens: list[str | int]) -> bytes:
    """The plain signs that a pattern ends with."""
    count = 0
    while count < len(tokens) and isinstance(tokens[-1 - count], int):
        count += 1
    return bytes(token for token in tokens[len(tokens) - count :] if isinstance(token, int))


def _tokens(line: bytes, *, in_place: bool) -> list[str | int] | None:
    """The signs of a pattern: a byte that stands for itself, a gap (`*`, `**/`, `**`), or a regular expression for one byte.

    None when it can match nothing: a bracket without an end, a backslash before nothing.
    """
    wild = _WILD.search(line)
    plain = wild.start() if wild else len(line)  # git compares these first, and reads the rest by itself
    tokens: list[str | int] = []
    at = 0
    while at < len(line):
        sign = line[at : at + 1]
        end = at + 1
        if sign == b"\\":
            if end == len(line):
                return None
            tokens.append(line[end])
            end += 1
        elif sign == b"*":
            while line[end : end + 1] == b"*":
                end += 1
            begins = at in (0, plain) or line[at - 1 : at] == b"/"
            if not in_place or end == at + 1 or not begins or (line[end : end + 1] not in (b"", b"/") and line[end : end + 2] != b"\\/"):
                tokens.append(_STAR)
            elif line[end : end + 1] == b"/":
                tokens.append(_ANY_FOLDERS)
                end += 1
            else:
                tokens.append(_ALL_BELOW)
        elif sign == b"?":
            tokens.append("[^/]")
        elif sign == b"[":
            found = _set(line, at)
            if found is None:
                return None
            token, end = found
            tokens.append(token)
        else:
            tokens.append(line[at])
        at = end
    return tokens


def _set(line: bytes, at: int) -> tuple[str, int] | None:
    """The regular expression for the bracket that opens at `at`, and where it ends; None when it never does."""
    at += 1
    negated = line[at : at + 1] in (b"!", b"^")
    at += negated
    parts: list[str] = []
    before = None
    first = True
    while first or line[at : at + 1] != b"]":
        first = False
        named = re.compile(rb"\[:([^\]]*)\]").match(line, at)
        if named is not None and named[1].endswith(b":"):
            if named[1][:-1] not in _CLASSES:
                return None
            parts.append(_CLASSES[named[1][:-1]])
            before, at = None, named.end()
            continue
        is_range = line[at : at + 1] == b"-" and before is not None and line[at + 1 : at + 2] not in (b"", b"]")
        at += is_range
        at += line[at : at + 1] == b"\\"
        if at >= len(line):
            return None
        sign = line[at]
        if is_range and before is not None:
            parts += [f"\\x{before:02x}-\\x{sign:02x}"] if before <= sign else []
            before = None
        else:
            parts.append(f"\\x{sign:02x}")
            before = sign
        at += 1
        if at >= len(line):
            return None
    inside = "".join(parts)
    return f"(?!/)[{'^' if negated else ''}{inside}]", at + 1


def _regex(tokens: list[str | int]) -> str:
    """The regular expression for a pattern with folders in it.

    What stands between two gaps of folders fits where it fits first, or nowhere: no way back is kept, so
    that no pattern takes long.
    """
    runs: list[list[str | int]] = [[]]
    gaps: list[str] = []
    for token in tokens:
        if token in (_ANY_FOLDERS, _ALL_BELOW):
            gaps.append(str(token))
            runs.append([])
        else:
            runs[-1].append(token)
    parts = [_run(runs[0], last=len(runs) == 1)]
    for number, (gap, run) in enumerate(zip(gaps, runs[1:], strict=True), 2):
        before = "(?:.*?/)??" if gap == _ANY_FOLDERS else ".*?"
        parts.append(f"(?>{before}{_run(run, last=number == len(runs))})")
    return "".join(parts)


def _run(tokens: list[str | int], *, last: bool) -> str:
    """The regular expression for what stands between two gaps of folders; `last`: the path ends with it."""
    chunks = [""]
    for token in tokens:
        if token == _STAR:
            chunks.append("")
        else:
            chunks[-1] += f"\\x{token:02x}" if isinstance(token, int) else token
    chunks[-1] += "\\Z" if last else ""
    return chunks[0] + "".join(f"(?>[^/]*?{chunk})" for chunk in chunks[1:])
