"""Links that follow a note to its new name. What a link displays stays as it was."""

import re
from collections.abc import Callable
from posixpath import dirname, relpath
from urllib.parse import quote, unquote

from .code_spans import blank_code
from .front_matter import split_note
from .lines import split_lines
from .structure import scan_body

# [[target#part|shown]] and [shown](target.md#part), embeds of both, in their pieces.
_WIKILINK = re.compile(r"(!?)\[\[([^\[\]|#^\n]{1,300})((?:[#^][^\[\]|\n]{0,300})?)((?:\\?\|[^\[\]\n]{0,300})?)\]\]")
_MARKDOWN = re.compile(r"(\[[^\[\]\n]{0,300}\]\()(<?)([^\s()<>#][^()<>#\n]{0,500}?)((?:#[^()<>\n]{0,300})?)(>?\))")

Means = Callable[[str], bool]


def relink(text: str, source: str, means: Means, new_path: str) -> str:
    """The note `source` with its links to a note (`means` tells them) leading to `new_path`. Code is left alone."""
    lines = split_lines(text)
    plain = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    split = split_note(plain)
    code = scan_body(split.body, split.body_line).code
    return "".join(
        line if number in code or not ("[[" in line or "](" in line) else _relink_line(line, source, means, new_path)
        for number, line in enumerate(lines, 1))


def _relink_line(line: str, source: str, means: Means, new_path: str) -> str:
    shown = blank_code(line)
    in_table = line.lstrip(" \t>").startswith("|")

    def wikilink(match: re.Match[str]) -> str:
        target = match[2].strip()
        if shown[match.start()] == " " or not means(target):
            return match[0]
        new = new_path.removesuffix(".md") if "/" in target else new_path.rsplit("/", 1)[-1].removesuffix(".md")
        new += ".md" if target.endswith(".md") else ""
        display = match[4]
        if not display and not match[1]:  # what it displays so far is the target itself
            said = target if not match[3] else f"{target} > {match[3].lstrip('#^')}"
            display = ("\\|" if in_table else "|") + said
        return f"{match[1]}[[{new}{match[3]}{display}]]"

    def markdown(match: re.Match[str]) -> str:
        target = unquote(match[3])
        if shown[match.start()] == " " or not means(target):
            return match[0]
        from_root = target.lstrip("/").startswith(dirname(new_path)) and not target.startswith(".")
        new = new_path if from_root or not dirname(source) else relpath(new_path, dirname(source))
        new = new if match[2] else quote(new, safe="/")
        return f"{match[1]}{match[2]}{new}{match[4]}{match[5]}"

    return _MARKDOWN.sub(markdown, _WIKILINK.sub(wikilink, line))
