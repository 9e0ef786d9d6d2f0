"""Conflict markers: what git leaves in a file where it could not merge."""

import re

# A line of seven `=` alone is a heading in Markdown; the others are nothing else.
_MARKER = re.compile(rb"^(?:<{7}|\|{7}|>{7})(?: |\r?$)", re.MULTILINE)
_SIGNS = (b"<<<<<<<", b">>>>>>>", b"|||||||")


def find_conflicts(data: bytes) -> list[int]:
    """The lines (from 1) on which a conflict begins; those of other markers when none begins."""
    if not any(sign in data for sign in _SIGNS):
        return []
    found = [(data.count(b"\n", 0, marker.start()) + 1, marker[0][:1]) for marker in _MARKER.finditer(data)]
    return [line for line, sign in found if sign == b"<"] or [line for line, _ in found]
