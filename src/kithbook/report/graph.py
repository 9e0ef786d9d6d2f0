"""The graph in the languages of Mermaid and Graphviz. Only who is tied to somebody is drawn."""

from collections.abc import Callable, Iterator

from ..model.pattern import pattern
from .layout import clean
from .plain import Plain
from .style import Style

# Letters, digits and what means nothing in a quoted label; all else is written by its number.
_NOT_PLAIN = pattern(r"[^\w \-.,'’()/+]")
_MERMAID = {"introduced": "---|introduced|", "brought": "-->|brought|", "knows": "---", "together": "-.-"}
_DOT = {"introduced": 'dir=none, color="#b4552d", label="introduced"', "brought": 'color="#b4552d", label="brought"',
        "knows": "dir=none", "together": "dir=none, style=dotted"}


def render_mermaid(plain: Plain, _style: Style) -> str:
    """A Mermaid flowchart, in a fence when it is to stand in a note."""
    lines = ["flowchart LR"]
    names = _drawn(plain)
    for number, (title, people) in enumerate(_circles(plain, names)):
        if title is not None:
            lines.append(f'  subgraph c{number}["{mermaid_text(title)}"]')
        lines += [f'  {"  " if title is not None else ""}{names[path]}["{mermaid_text(name)}"]' for path, name in people]
        if title is not None:
            lines.append("  end")
    lines += [f"  {names[tie['contact_path']]} {_MERMAID[tie['sort']]} {names[tie['other_path']]}" for tie in plain["ties"]]
    return "\n".join(lines) + "\n"


def render_dot(plain: Plain) -> str:
    """A Graphviz digraph."""
    lines = ["digraph network {", "  graph [overlap=false, rankdir=LR];", '  node [shape=box, style=rounded, fontname="sans-serif"];']
    names = _drawn(plain)
    for number, (title, people) in enumerate(_circles(plain, names)):
        if title is not None:
            lines += [f"  subgraph cluster_{number} {{", f"    label={dot_text(title)};"]
        lines += [f'  {"  " if title is not None else ""}{names[path]} [label={dot_text(name)}];' for path, name in people]
        if title is not None:
            lines.append("  }")
    lines += [f"  {names[tie['contact_path']]} -> {names[tie['other_path']]} [{_DOT[tie['sort']]}];" for tie in plain["ties"]]
    return "\n".join([*lines, "}"]) + "\n"


def mermaid_text(text: str) -> str:
    """A text as it stands in a quoted label: nothing in it is HTML, Markdown or an end of the label."""
    return _written(text, lambda sign: f"#{ord(sign)};")


def dot_text(text: str) -> str:
    """A text as a quoted string of Graphviz."""
    return '"' + clean(text).replace("\\", "\\\\").replace('"', '\\"') + '"'


def _written(text: str, by_number: Callable[[str], str]) -> str:
    return _NOT_PLAIN.sub(lambda sign: by_number(sign[0]), clean(text))


def _drawn(plain: Plain) -> dict[str, str]:
    """What those who are drawn are called in the drawing, by their paths."""
    tied = {tie[side] for tie in plain["ties"] for side in ("contact_path", "other_path")}
    if len(plain["people"]) == 1:  # somebody who was asked for
        tied.add(plain["people"][0]["contact_path"])
    return {person["contact_path"]: f"p{number}" for number, person in enumerate(plain["people"]) if person["contact_path"] in tied}


def _circles(plain: Plain, names: dict[str, str]) -> Iterator[tuple[str | None, list[tuple[str, str]]]]:
    """Circle for circle, those who are drawn (path and name); last those in none."""
    of: dict[str | None, list[tuple[str, str]]] = {}
    for person in plain["people"]:
        if person["contact_path"] in names:
            of.setdefault(person["circle"], []).append((person["contact_path"], person["contact"]))
    for circle in sorted(circle for circle in of if circle is not None):
        yield circle, of[circle]
    if None in of:
        yield None, of[None]
