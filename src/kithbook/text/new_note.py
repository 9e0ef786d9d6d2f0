"""A new contact's note, in the form that Obsidian itself writes: block lists, double quotes only where needed.

Here, and only here, front matter is dumped: no bytes of anybody's are at stake.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

import frontmatter
import yaml
from frontmatter.default_handlers import YAMLHandler

from ..model.pattern import pattern

Value = str | date | Sequence[str]

_LOOKS_LIKE_NUMBER = pattern(r"[-+]?[\d ()./_-]+")


class SetInDumper(yaml.SafeDumper):
    """PyYAML's, with lists set in."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        super().increase_indent(flow, False)


class _Dumper(SetInDumper):
    """With double quotes."""

    def choose_scalar_style(self) -> str:
        style: str = super().choose_scalar_style()
        return '"' if style == "'" else style


class _Text(str):
    """A text that would be read as a number, a date or a yes by some reader, and is put in quotes."""


_Dumper.add_representer(_Text, lambda dumper, text: dumper.represent_scalar("tag:yaml.org,2002:str", str(text), style='"'))


class _Handler(YAMLHandler):
    def export(self, metadata: Mapping[str, Any], **_options: Any) -> str:
        return yaml.dump(dict(metadata), Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=10_000,
                         default_flow_style=False).rstrip("\n")


def _safe(value: Value) -> Any:
    if isinstance(value, str):
        return _Text(value) if _LOOKS_LIKE_NUMBER.fullmatch(value) else value
    if isinstance(value, date):
        return value
    return [_safe(item) for item in value]


def compose_note(properties: Mapping[str, Value], body: str) -> str:
    """A note of these properties (empty ones are left out) and this body."""
    kept = {key: _safe(value) for key, value in properties.items() if value}
    if not kept:
        return body
    post = frontmatter.Post(body.strip("\n"), handler=_Handler(), **kept)
    return f"{frontmatter.dumps(post)}\n"
