"""What is wrong with YAML that libyaml cannot read, in words that help.

Nothing of the text is repeated: it may be confidential, and who knows before it is read.
"""

import re

from ..model.pattern import pattern

# rule, message, line and column (from 1), how to mend it
Explanation = tuple[str, str, int, int, str]

_QUOTES = "put the value in quotes"
_VALUE = pattern(r"\s*(?:-\s+)*(?:[^\s:#][^:#]*:\s+)?(?=\S)")
# What a value cannot begin with, unless it is meant as YAML has it.
_AT_THE_START = {
    "*": ("yaml-anchor", "`*` at the start of a value stands for an alias, which is not read", _QUOTES),
    "&": ("yaml-anchor", "`&` at the start of a value stands for an anchor, which is not read", _QUOTES),
    "!": ("yaml-tag", "`!` at the start of a value stands for a tag, which is not read", _QUOTES),
    **dict.fromkeys("@`%", ("front-matter", "a value cannot start with this sign", _QUOTES)),
    **dict.fromkeys("|>", ("front-matter", "a text over several lines begins on the line below this sign", "begin it there, or " + _QUOTES)),
    **dict.fromkeys("\"'", ("front-matter", "something follows the closing quote", "put the whole value in one pair of quotes")),
    "[": ("front-matter", "something follows the closing bracket", 'write a list of links as ["[[A]]", "[[B]]"], or put the value in quotes'),
    "-": ("front-matter", "a list begins on a line of its own", "write each `- ` on a line under the key, or " + _QUOTES),
}


def explain(error: Exception, text: str, first_line: int, deepest: int) -> Explanation:
    """libyaml's complaint: what it is, and where it begins. `deepest`: how far values may be nested."""
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    line, column = (mark.line, mark.column) if mark else (0, 0)
    opened = getattr(error, "context_mark", None)
    context = str(getattr(error, "context", None) or "")
    problem = str(getattr(error, "problem", None) or "this cannot be read as YAML")
    lines = text.split("\n")
    if "nesting depth" in problem:  # libyaml's scanner looks ahead and may be first to see it
        return ("yaml-depth", f"values are nested more than {deepest} deep", first_line + line, _deep(lines, line, deepest), "write it flatter")
    tabbed = _tab_before(lines, line)
    if tabbed is not None and ("token" in problem or "tab" in problem):
        return "yaml-tab", "a tab in the indentation", first_line + tabbed, lines[tabbed].index("\t") + 1, "indent with spaces"
    if opened is not None and "quoted scalar" in context:
        return "front-matter", "a quote opens here and is never closed", first_line + opened.line, opened.column + 1, "close it"
    if opened is not None and "while parsing a flow" in context:
        return ("front-matter", "a bracket opens here and is not closed as it should be", first_line + opened.line, opened.column + 1,
                "close it, put commas between the values, or put the value in quotes")
    if "mapping values are not allowed" in problem:
        return "front-matter", "a second `: ` in one line", first_line + line, column + 1, _QUOTES
    here = lines[line] if line < len(lines) else ""
    value = _VALUE.match(here)
    if value and (known := _AT_THE_START.get(here[value.end()])) and value.end() <= column:
        rule, message, fix = known
        return rule, message, first_line + line, value.end() + 1, fix
    return ("front-matter", problem, first_line + line, column + 1,
            "put a value with special signs (such as `: `, `#`, `[`, `@`) in quotes")


def _tab_before(lines: list[str], line: int) -> int | None:
    """The line with a tab in its indentation: this one, or the one before."""
    for number in (line, line - 1):
        if 0 <= number < len(lines) and "\t" in lines[number][: len(lines[number]) - len(lines[number].lstrip())]:
            return number
    return None


def _deep(lines: list[str], line: int, deepest: int) -> int:
    """The column of the bracket that is one too deep on its line, as far as it stands there."""
    brackets = [match.start() + 1 for match in re.finditer(r"[\[{]", lines[line] if line < len(lines) else "")]
    return brackets[deepest] if len(brackets) > deepest else 1
