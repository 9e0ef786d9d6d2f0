"""What Obsidian is given of its own in a vault: bases, types of properties, and templates for a person.

Bases are written by the syntax of Obsidian's help (Bases syntax; Functions). They see properties,
tags and links, and neither log entries nor promises: those come in by way of the reports, whose
links to notes a base can follow.
"""

import re
from collections.abc import Mapping, Sequence
from json import dumps
from typing import Any

import yaml

from ..model.settings import Settings
from .new_note import SetInDumper

# `birthday` may lack its year, and `every` is no duration of Obsidian's: both are text there.
PROPERTY_TYPES: Mapping[str, str] = {
    **dict.fromkeys(("type", "org", "role", "location", "circle", "every", "stage", "met_at", "met_via", "birthday"), "text"),
    **dict.fromkeys(("email", "phone", "url", "interests", "needs", "offers", "goals", "challenges", "knows",
                     "pluses", "minuses", "dealbreakers"), "multitext"),
    **dict.fromkeys(("met", "paused"), "date"),
    "confidential": "checkbox",
}

_TITLES = {"file.name": "Note", "file.mtime": "Note changed", "note.every": "Every", "note.circle": "Circle", "note.stage": "Stage"}
_WHO = ("file.name", "note.circle", "note.every")
# Obsidian shows all there is; but a base is on the screen when somebody looks over one's shoulder.
_OPEN_NOTE = ('file.ext == "md"', "!note.confidential")


def compose_bases(settings: Settings) -> dict[str, str]:
    """The text of each base, by the name of its file."""
    return {
        "People.base": _base([*_OPEN_NOTE, f"!file.inFolder({_quoted(settings.templates_folder)})", _is_contact(settings)], [
            _table("Everybody", (*_WHO, "note.stage", "note.org", "note.role", "note.location", "note.tags", "note.met", "file.mtime")),
            _table("By circle", (*_WHO[:1], "note.every", "note.org", "note.tags"), group="note.circle"),
            _table("Needs and offers", ("file.name", "note.needs", "note.offers", "note.interests", "note.goals"),
                   {"or": [f"!note.{key}.isEmpty()" for key in ("needs", "offers", "interests", "goals")]}),
            _table("Neither circle nor cadence", ("file.name", "note.org", "note.tags", "file.mtime"),
                   {"and": ["note.circle.isEmpty()", "note.every.isEmpty()"]}),
            _table("Paused", ("file.name", "note.paused", "note.circle"), {"and": ["note.paused"]})]),
        "Promises.base": _base(_OPEN_NOTE, [
            _table("Where promises are open", (*_WHO, "file.folder"), {"and": [_linked_from(settings, "promises")]}),
            _table("Theirs, by tag", (*_WHO, "file.folder"), {"and": ['file.hasTag("waiting", "theirs")']})]),
        "Waiting to hear from me.base": _base(_OPEN_NOTE, [
            _table("This week's agenda", (*_WHO, "note.org", "file.folder"), {"and": [_linked_from(settings, "agenda")]}),
            _table("Reply owed, by tag", (*_WHO, "note.org", "file.folder"), {"and": ['file.hasTag("reply-owed")']})]),
    }


def _base(filters: Sequence[Any], views: Sequence[Mapping[str, Any]]) -> str:
    named = {prop: {"displayName": _TITLES[prop]} for prop in _TITLES if any(prop in view["order"] for view in views)}
    text: str = yaml.dump({"filters": {"and": list(filters)}, "properties": named, "views": list(views)},
                          Dumper=SetInDumper, sort_keys=False, allow_unicode=True, width=10_000)
    return text


def _table(name: str, order: Sequence[str], filters: Mapping[str, Any] | None = None, group: str | None = None) -> dict[str, Any]:
    view: dict[str, Any] = {"type": "table", "name": name}
    if filters is not None:
        view["filters"] = filters
    if group is not None:
        view["groupBy"] = {"property": group, "direction": "ASC"}
    return {**view, "order": list(order)}


def _is_contact(settings: Settings) -> dict[str, list[str]]:
    """The filter for what is a contact; Obsidian tells letters apart, so that the usual ways to write a type are named."""
    ways = [f"file.inFolder({_quoted(folder)})" for folder in settings.contacts_folders]
    if settings.contact_tags:
        ways.append(f"file.hasTag({', '.join(map(_quoted, settings.contact_tags))})")
    types = dict.fromkeys(way for word in settings.contact_types for way in (word, word.lower(), word.capitalize()))
    if types:
        ways.append(f"list(note.type).containsAny({', '.join(map(_quoted, types))})")
    return {"or": ways}


def _linked_from(settings: Settings, report: str) -> str:
    return f"file({_quoted(f'{settings.reports_folder}/{report}.md')}).hasLink(file.file)"


def _quoted(text: str) -> str:
    return dumps(text, ensure_ascii=False)


def compose_template(settings: Settings, *, templater: bool) -> str:
    """The template of a person's note, for the Templates of Obsidian or for the plugin Templater.

    The day stands in the front matter so that the template is known for one in whatever folder it lies.
    """
    day = '<% tp.date.now("YYYY-MM-DD") %>' if templater else '"{{date:YYYY-MM-DD}}"'
    name = "<% tp.file.title %>" if templater else "{{title}}"
    if settings.contact_types:
        first = settings.contact_types[0]
        kind = f"type: {first if re.fullmatch(r'[A-Za-z-]+', first) else _quoted(first)}\n"
    else:
        kind = "".join(f"tags:\n  - {_quoted(tag)}\n" for tag in settings.contact_tags[:1])
    return (
        f"---\n{kind}aliases: []\norg:\nrole:\nlocation:\nemail: []\nphone: []\ncircle:\nmet:\nbirthday:\ninterests: []\n"
        f"created: {day}\n---\n\nWhat would I tell a friend about {name}, in one sentence?\n\n"
        f"## Promises\n\n## Log\n{'<% tp.file.cursor() %>' if templater else ''}\n")
