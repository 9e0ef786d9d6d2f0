"""`nb.yaml`, read: every setting, and what is wrong with it, with its line."""

from collections.abc import Callable, Collection, Iterable, Mapping
from posixpath import normpath
from typing import Any

from ..model.dates import Cadence, Gap, parse_cadence, parse_gap
from ..model.entry import KINDS
from ..model.problem import Problem
from ..model.record import NamedTuple
from ..model.resolve import fold
from ..model.settings import Settings
from ..model.settings_file import SETTINGS_FILE
from .front_matter import read_front_matter
from .lines import plain_text
from .log_head import WORDS
from .written_date import read_written_date
from .yaml_core import Node, YamlFault


class _Wrong(Exception):
    def __init__(self, node: Node, message: str, fix: str) -> None:
        super().__init__(message)
        self.node, self.message, self.fix = node, message, fix


def _text(node: Node) -> str:
    if isinstance(node.data, (list, dict)) or node.data is None:
        raise _Wrong(node, "a text is expected", "write one value")
    return node.raw


def _folder(node: Node) -> str:
    """A folder of the vault, counted from its root, without slashes around it."""
    text = _text(node)
    if "\\" in text or not text.isprintable():
        raise _Wrong(node, "this is no name of a folder", "write it with `/` between its parts")
    path = normpath(text) if text.strip() else ""
    if path.startswith(("/", "~")) or path[1:2] == ":":
        raise _Wrong(node, "folders are counted from the root of the vault", "write it without the `/`, `~` or drive before it")
    if path == ".." or path.startswith("../"):
        raise _Wrong(node, "this folder lies outside of the vault", "name one inside it")
    if path in ("", "."):
        raise _Wrong(node, "this is the vault itself", "name a folder in it")
    return path


def _file(what: str, example: str) -> Callable[[Node], str]:
    """The path of a file in the vault that is made anew from the notes, with the ending of the example."""
    ending = example[example.rindex("."):]

    def read(node: Node) -> str:
        path = _folder(node)
        if not path.endswith(ending) or any(part.startswith(".") for part in path.split("/")):
            raise _Wrong(node, f"`{node.raw}` is no name for a {what}", f"write it as {example}")
        return path

    return read


def _list_of(read: Callable[[Node], str]) -> Callable[[Node], tuple[str, ...]]:
    def read_all(node: Node) -> tuple[str, ...]:
        return tuple(read(item) for item in (node.data if isinstance(node.data, list) else [node]))

    return read_all


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


def _choice(*allowed: str) -> Callable[[Node], str]:
    def read(node: Node) -> str:
        # YAML 1.2 leaves `off` a text; `false` is what it means.
        text = "off" if node.data is False and "off" in allowed else _text(node).lower()
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
    if isinstance(node.data, bool):
        return node.data or None
    written = read_written_date(_text(node))
    if written is None or written.day is None or _text(node)[written.end :].strip():
        raise _Wrong(node, f"`{node.raw}` is no date", "write it as YYYY-MM-DD, or `true`")
    return written.day


def _whose(node: Node) -> dict[str, str]:
    """Phrases, and whose promise each is."""
    if not isinstance(node.data, dict):
        raise _Wrong(node, "a mapping is expected", "write `phrase: me`, or `them` or `us`")
    read = _choice("me", "them", "us")
    return {" ".join(phrase.lower().split()): read(item) for phrase, item in node.data.items() if phrase.strip()}


class _Key(NamedTuple):
    """How a key is read: as one value (`read`), as a mapping of any names to values (`each`),
    or by the keys below it, each with the setting that it sets (`parts`)."""

    read: Callable[[Node], Any] | None = None
    each: Callable[[Node], Any] | None = None
    parts: Mapping[str, tuple[str, Callable[[Node], Any]]] | None = None


_BLOCKS = _choice("block", "warn", "off")
_KEYS: dict[str, _Key] = {
    "contacts_folders": _Key(_list_of(_folder)),
    **dict.fromkeys(("contact_types", "contact_tags", "ignore"), _Key(_list_of(_text))),
    "templates_folder": _Key(_folder),
    "reports_folder": _Key(_folder),
    "circles": _Key(each=_cadence),
    "tags": _Key(each=_cadence),
    "kinds": _Key(each=_kind),
    "date_order": _Key(_choice("dmy", "mdy")),
    "stale": _Key(parts={"grace": ("stale_grace", _gap), "undated": ("stale_undated", _gap)}),
    "replies": _Key(parts={"after": ("replies_after", _gap)}),
    "follow_up": _Key(parts={"after": ("follow_up_after", _gap), "within": ("follow_up_within", _gap)}),
    "loops": _Key(parts={"after": ("loops_after", _gap)}),
    "paused": _Key(_pause),
    "hook": _Key(parts={name: (f"hook.{name}", _BLOCKS) for name in ("stale", "elsewhere", "leaks", "conflicts")}),
    "checks": _Key(each=_choice("error", "warning", "info", "off")),
    "git": _Key(_choice("off", "commit")),
    "synonyms": _Key(each=_list_of(_text)),
    "queries": _Key(each=_text),
    "calendar": _Key(_file("calendar", "reports/calendar.ics")),
    "page": _Key(_file("page", "reports/page.html")),
    "scan": _Key(parts={"languages": ("scan_languages", _list_of(_choice("en", "de"))), "phrases": ("scan_phrases", _whose)}),
}


def parse_settings(text: str, base: Settings,
                   rules: Callable[[], Collection[str]] | None = None) -> tuple[Settings, list[Problem]]:
    """The settings in `text`, on top of `base`. What is wrong is a problem, and the default holds.

    `rules` gives the names that `checks:` may hold; without it, any will do.
    """
    text = plain_text(text)
    try:
        fields = read_front_matter(text, 1)
    except YamlFault as fault:
        message = fault.message.replace("the front matter", SETTINGS_FILE)
        return base, [Problem(SETTINGS_FILE, fault.line, fault.column, "settings", "error", message, fault.fix)]
    reader = _SettingsReader()
    for key, node in fields.items():
        reader.read(key, node)
    values = reader.values
    contacts = values.get("contacts_folders", base.contacts_folders)
    if "templates_folder" in values and (hidden := hidden_contacts(contacts, values["templates_folder"])):
        reader.hides(hidden, fields["templates_folder"])
        del values["templates_folder"]
    if rules is not None and values.get("checks"):
        values["checks"] = reader.known_rules(fields["checks"], values["checks"], rules())
    if hook := {key.removeprefix("hook."): values.pop(key) for key in list(values) if key.startswith("hook.")}:
        values["hook"] = hook
    return base._replace(**values), reader.problems


def hidden_contacts(contacts_folders: Iterable[str], templates_folder: str) -> str | None:
    """A folder of contacts that is that of templates or lies in it, where nobody would be seen."""
    templates = templates_folder.strip("/")
    return next((folder for folder in contacts_folders if f"{folder.strip('/')}/".startswith(f"{templates}/")), None)


def _near(name: str, known: Collection[str]) -> str:
    """The one of the known names that is spelt most like it, if any."""
    from difflib import get_close_matches

    return next(iter(get_close_matches(name, known, n=1)), "")


class _SettingsReader:
    """Collects the values of settings, and what is wrong with them."""

    def __init__(self) -> None:
        self.values: dict[str, Any] = {}
        self.problems: list[Problem] = []

    def read(self, key: str, node: Node) -> None:
        known = _KEYS.get(key)
        if known is None:
            self._unknown(key, key, node, tuple(_KEYS))
        elif node.data is None:
            return
        elif known.read is not None:
            self._take(key, key, node, known.read, self.values)
        elif not isinstance(node.data, dict):
            self._wrong(node, f"`{key}`: a mapping is expected", "write `key: value` lines under it, indented")
        elif known.each is not None:
            found: dict[str, Any] = {}
            for name, item in node.data.items():
                if key == "kinds" and len(name.split()) != 1:
                    self._wrong(item._replace(line=item.key_line, column=item.key_column), f"`kinds`: `{name}` is not one word",
                                "write one word, without spaces")
                    continue
                self._take(f"{key}.{name}", fold(name.strip()) if key == "kinds" else name, item, known.each, found)
            self.values[key] = found
        elif known.parts is not None:
            for name, item in node.data.items():
                if name not in known.parts:
                    self._unknown(f"{key}.{name}", name, item, tuple(known.parts))
                elif item.data is not None:
                    setting, read = known.parts[name]
                    self._take(f"{key}.{name}", setting, item, read, self.values)

    def _take(self, shown: str, name: str, node: Node, read: Callable[[Node], Any], into: dict[str, Any]) -> None:
        """Read one value; a wrong one is left out."""
        try:
            value = read(node)
        except _Wrong as fault:
            self._wrong(fault.node, f"`{shown}`: {fault.message}", fault.fix)
        else:
            into[name] = value

    def hides(self, contacts: str, node: Node) -> None:
        """Say that notes in that place would be no contacts."""
        self._wrong(node, f"`templates_folder`: `{contacts}` in `contacts_folders` lies there, and nobody in it would be seen",
                    "give templates a folder of their own")

    def known_rules(self, node: Node, checks: Mapping[str, str], known: Collection[str]) -> dict[str, str]:
        """What `checks:` says of rules that there are; the others are wrong."""
        for name, item in node.data.items() if isinstance(node.data, dict) else ():
            if name not in known:
                near = _near(name, known)
                self._wrong(item._replace(line=item.key_line, column=item.key_column), f"`checks`: there is no rule `{name}`",
                            f"did you mean `{near}`?" if near else "docs/checks.md lists them")
        return {name: severity for name, severity in checks.items() if name in known}

    def _unknown(self, shown: str, name: str, node: Node, known: tuple[str, ...]) -> None:
        near = _near(name, known)
        fix = f"did you mean `{near}`?" if near else f"the settings here are {', '.join(known)}"
        self._wrong(node._replace(line=node.key_line, column=node.key_column), f"there is no setting `{shown}`", fix)

    def _wrong(self, node: Node, message: str, fix: str) -> None:
        self.problems.append(Problem(SETTINGS_FILE, node.line, node.column, "settings", "error", message, fix))
