"""What `nb check` found: as lines that editors can jump by, with excerpts, and as GitHub's annotations."""

from collections.abc import Mapping, Sequence

from .layout import clean, width_of, wrap
from .plain import Plain
from .style import Style
from .words import count

_INDENT = "    "


def render_check(plain: Plain, style: Style, shown: Mapping[str, Sequence[str]], *, folded: bool) -> str:
    """Every problem with its place, the line it stands on, and how to mend it; the sum at the end.

    `shown` are the lines that may be shown, by path. `path:line:col:` and what follows is one
    line, for programs that read it; `folded`, it is wrapped for the eye.
    """
    lines: list[str] = []
    for row in plain["problems"]:
        severity = style.late(row["severity"]) if row["severity"] == "error" else row["severity"]
        place = f"{clean(row['path'])}:{row['line']}:{row['column']}:"
        said = clean(row["message"])
        if folded and width_of(f"{place} {row['severity']} {row['rule']}: {said}") > style.width:
            lines.append(f"{place} {severity} {row['rule']}:")
            lines += [f"{_INDENT}{line}" for line in wrap(said, style.width - len(_INDENT))]
        else:
            lines.append(f"{place} {severity} {row['rule']}: {said}")
        text = shown.get(row["path"], ())
        has_place = (row["line"], row["column"]) != (1, 1) and row["line"] <= len(text)
        if has_place and row["rule"] != "leak":  # what it repeats is not shown once more
            lines += [style.faint(f"{_INDENT}{line}") for line in point_at(text[row["line"] - 1], row["column"], style.width - len(_INDENT))]
        if row["fix"]:
            lines += [f"{_INDENT}{line}" for line in wrap(clean(row["fix"]), style.width - len(_INDENT))]
    if not lines:
        return "All is well: nothing to mend.\n"
    return "\n".join([*lines, "", tally(plain["problems"])]) + "\n"


def tally(problems: Sequence[Plain]) -> str:
    """`3 errors, 2 warnings in 4 files`."""
    severities = [row["severity"] for row in problems]
    words = (("error", "error", ""), ("warning", "warning", ""), ("info", "thing to know", "things to know"))
    parts = [count(number, one, many) for severity, one, many in words if (number := severities.count(severity))]
    return f"{', '.join(parts)} in {count(len({row['path'] for row in problems}), 'file')}"


def point_at(line: str, column: int, width: int) -> list[str]:
    """An excerpt of a line and, below it, a caret at `column` (from 1). Nothing for a line without text, or a mere rule."""
    line = line.rstrip()
    if not line or line == "---":
        return []
    at = min(column - 1, len(line))
    start = min(at, len(line) - len(line.lstrip()))
    ahead = min(len(line) - at, width // 3)  # of what stands at the place, so much is in sight
    start = max(start, at + ahead - width + 1) if len(line) - start > width else start
    before, behind = ([_cell(sign) for sign in part] for part in (line[start:at], line[at : at + width]))
    while width_of("".join(before)) + ahead > width:  # wide signs
        before, start = before[1:], start + 1
    if start > 0 and line[:start].strip() and before:
        before[0] = "…"
    room = width - width_of("".join(before))
    cut = at + width < len(line)
    while behind and width_of("".join(behind)) > room - cut:
        behind, cut = behind[:-1], True
    return ["".join([*before, *behind, "…" if cut else ""]), " " * width_of("".join(before)) + "^"]


def _cell(sign: str) -> str:
    """A sign as it is shown: nothing that a terminal would act on."""
    return " " if sign.isspace() else clean(sign)


def render_github(plain: Plain, place: str = "") -> str:
    """The problems as workflow commands, which GitHub shows beside the lines; `place` is the vault below the repository."""
    levels = {"error": "error", "warning": "warning", "info": "notice"}
    lines = []
    for row in plain["problems"]:
        message = clean(f"{row['message']} ({row['fix']})" if row["fix"] else row["message"])
        file, title = _property(clean(place + row["path"])), _property(f"nb {row['rule']}")
        lines.append(f"::{levels[row['severity']]} file={file},line={row['line']},col={row['column']},title={title}::{_data(message)}\n")
    return "".join(lines)


def _data(text: str) -> str:
    """Text as a workflow command takes it (`escapeData` of actions/toolkit)."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    """A property as a workflow command takes it (`escapeProperty`)."""
    return _data(text).replace(":", "%3A").replace(",", "%2C")
