"""An event's note that is there already, with more people in it."""

from collections.abc import Callable, Sequence
from datetime import date

from ..errors import VaultError
from ..text.front_edit import add_item
from ..text.front_matter import split_note
from ..text.lines import plain_text
from ..text.links import find_links
from ..text.note import NoteReader
from ..text.yaml_core import YamlFault


def with_attendees(path: str, links: Sequence[str], day: date, reader: NoteReader) -> Callable[[bytes], bytes]:
    """An edit that adds links to those who were there on `day`; all else in the note stays. It raises `VaultError`."""

    def edit(data: bytes) -> bytes:
        before = reader.read(path, data)
        if before.kind != "other" or before.date != day:
            raise VaultError(f"{path} is there already, and is no note of a meeting on {day}", "nothing was changed; choose another name")
        text = data.decode()
        try:
            for link in links:
                text = add_item(text, "attendees", link)
        except YamlFault:
            raise _not_sure(path) from None
        after = reader.read(path, text.encode())
        there = {target for entry in after.entries if entry.date == day for target in entry.links}
        body, changed = (split_note(plain_text(each)).body for each in (data.decode(), text))
        if not (there.issuperset(find_links(" ".join(links))) and after.confidential == before.confidential and body == changed):
            raise _not_sure(path)
        return text.encode()

    return edit


def _not_sure(path: str) -> VaultError:
    return VaultError(f"{path} cannot be changed for sure", "nothing was changed; use an editor")
