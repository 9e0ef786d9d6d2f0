"""`nb.yaml`, read: every setting, and what is wrong with it, with its line."""

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from ..model.dates import Cadence, Gap, parse_cadence, parse_gap
from ..model.entry import KINDS
from ..model.problem import Problem
from ..model.settings import Settings
from .front_matter import Fields, read_front_matter
from .log_head import WORDS
from .written_date import read_written_date
from .yaml_core import Node, YamlFault

SETTINGS_FILE = "nb.yaml"


class _Wrong(Exception):
    def __init__(self, node: Node, message: str, fix: str) -> None:
        super().__init__(message)
        self.node, self.message, self.fix = node, message, fix


def _text(node: Node) -> str:
    if isinstance(node.data, (list, dict)) or node.data is None:
        raise _Wrong(node, "a text is expected", "write one value")
    return node.raw


def _texts(node: Node) -> tuple[str, ...]:
    if node.data is None:
        return ()
    if isinstance(node.data, list):
        return tuple(_text(item) for item in node.data)
    return (_text(node),)


def _mapping(node: Node) -> dict[str, Node]:
    if node.data is None:
        return {}
    if not isinstance(node.data, dict):
        raise _Wrong(node, "a mapping is expected", "write `key: value` lines under it, indented")
    return node.data


def _gap(node: Node) -> Gap:
    gap = parse_gap(_text(node))
    if gap is None:
        raise _Wrong(node, f"`{node.raw}` is no span of time", "write it as 10d, 2w, 3m or 1y")
    return gap


def _cadence(node: Node) -> Cadence | str:
    cadence = parse_cadence(_text(node))
    if cadence is None:
        raise _Wrong(node, f"`{node.raw}` is no cadence", "write it as 2w, 3m or 4w/6w (ideal/latest)")
    return cadence


def _choice(*allowed: str) -> Callable[[Node], str | None]:
    def read(node: Node) -> str | None:
        if node.data is None:
            return None
        # YAML 1.2 leaves `off` a text; `false` is what it means.
        text = "off" if node.data is False and "off" in allowed else _text(node)
        if text not in allowed:
            raise _Wrong(node, f"`{text}` is not known", f"use one of {', '.join(allowed)}")
        return text

    return read


def _kind(node: Node) -> str:
    kind = _text(node).lower()
    kind = kind if kind in KINDS else WORDS.get(kind, kind)
    if kind not in KINDS:
        raise _Wrong(node, f"there is no kind `{node.raw}`", f"use one of {', '.join(KINDS)}")
    return kind


def _pause(node: Node) -> object:
    if isinstance(node.data, bool) or node.data is None:
        return node.data or None
    written = read_written_date(_text(node))
    if written is None or written.day is None:
        raise _Wrong(node, f"`{node.raw}` is no date", "write it as YYYY-MM-DD")
    return written.day


def _map_of(read: Callable[[Node], object]) -> Callable[[Node], Mapping[str, object]]:
    return lambda node: {key: read(item) for key, item in _mapping(node).items()}


class _Key(NamedTuple):
    """How a key is read. `parts` are the keys below it, each with the setting that it sets."""

    read: Callable[[Node], Any]
    parts: Mapping[str, tuple[str, Callable[[Node], Any]]] | None = None


_HOOK = _choice("block", "warn", "off")
_SEVERITY = _choice("error", "warning", "info", "off")
_KEYS: dict[str, _Key] = {
    **dict.fromkeys(("contacts_folders", "contact_types", "contact_tags", "ignore"), _Key(_texts)),
    "templates_folder": _Key(_text),
    "reports_folder": _Key(_text),
    "circles": _Key(_map_of(_cadence)),
    "tags": _Key(_map_of(_cadence)),
    "kinds": _Key(_map_of(_kind)),
    "date_order": _Key(_choice("dmy", "mdy")),
    "stale": _Key(_mapping, {"grace": ("stale_grace", _gap), "undated": ("stale_undated", _gap)}),
    "replies": _Key(_mapping, {"after": ("replies_after", _gap)}),
    "follow_up": _Key(_mapping, {"after": ("follow_up_after", _gap), "within": ("follow_up_within", _gap)}),
    "loops": _Key(_mapping, {"after": ("loops_after", _gap)}),
    "hook": _Key(_map_of(_HOOK)),
    "checks": _Key(_map_of(_SEVERITY)),
    "git": _Key(_choice("off", "commit")),
    "paused": _Key(_pause),
    "synonyms": _Key(_map_of(_texts)),
    "queries": _Key(_map_of(_text)),
}
_HOOK_KEYS = ("stale", "elsewhere", "leaks", "conflicts")


def parse_settings(text: str, base: Settings) -> tuple[Settings, list[Problem]]:
    """The settings in `text`, on top of `base`. What is wrong is a problem, and the default holds."""
    try:
        fields = read_front_matter(text.removeprefix("\ufeff").replace("\r\n", "\n"), 1)
    except YamlFault as fault:
        return base, [Problem(SETTINGS_FILE, fault.line, fault.column, "settings", "error", fault.message, fault.fix)]
    values: dict[str, Any] = {}
    problems: list[Problem] = []
    for key, node in fields.items():
        _read_key(key, node, values, problems, fields)
    from dataclasses import replace

    return replace(base, **values), problems


def _read_key(key: str, node: Node, values: dict[str, Any], problems: list[Problem], fields: Fields) -> None:
    def wrong(node: Node, message: str, fix: str) -> None:
        problems.append(Problem(SETTINGS_FILE, node.line, node.column, "settings", "error", message, fix))

    known = _KEYS.get(key)
    at_key = node._replace(line=node.key_line, column=node.key_column)
    if known is None:
        wrong(at_key, f"there is no setting `{key}`", _nearest(key, tuple(_KEYS)))
        return
    try:
        value = known.read(node)
        if known.parts is None:
            if key == "hook":
                for name, item in _mapping(node).items():
                    if name not in _HOOK_KEYS:
                        wrong(item._replace(line=item.key_line, column=item.key_column),
                              f"there is no setting `hook.{name}`", _nearest(name, _HOOK_KEYS))
            if key == "kinds":
                value = {word.lower(): kind for word, kind in value.items()}
            if value is not None:
                values[key] = value
            return
        for name, item in value.items():
            part = known.parts.get(name)
            if part is None:
                wrong(item._replace(line=item.key_line, column=item.key_column),
                      f"there is no setting `{key}.{name}`", _nearest(name, tuple(known.parts)))
            else:
                values[part[0]] = part[1](item)
    except _Wrong as fault:
        wrong(fault.node, f"`{key}`: {fault.message}", fault.fix)


def _nearest(word: str, known: tuple[str, ...]) -> str:
    from difflib import get_close_matches

    near = get_close_matches(word, known, n=1)
    return f"did you mean `{near[0]}`?" if near else f"the settings here are {', '.join(known)}"
