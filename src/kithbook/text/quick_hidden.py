"""A quick look at the bytes of a note: can anything in it be withheld at all? In doubt it can.

For most notes that is all that a hook at every commit has to know, and it loads nothing for it.
"""

import re

from ..model.pattern import pattern

# A tag or a property as long as the mark is, however it is spelt, or of letters that only look alike; a callout;
# a comment; a line that is private.
_SIGNS = pattern(
    rb"\xef|\[[^\[\]\n]*!|::|%%|<!--|\+\+\+|(?i:nfid|reflection|rating)|"
    rb"(?i:ential)[^\s:=]{0,400}[ \t]{0,400}[:=]|[\xc9\xca\xcd-\xd6\xe1\x9d][^\n:=]{0,400}[:=]|^[ \t>]*[\"']?[^\s:\"'#-]{9,41}[\"']?[ \t]*[:=]",
    re.MULTILINE)
_KEY = pattern(rb"^[ \t]*(?:-[ \t]+)?[\"']?([^\s:\"'#-][^:\"'\n]*)[\"']?[ \t]*:", re.MULTILINE)
_ODD_KEY = pattern(rb"^[ \t]*-[^ \t\n-]", re.MULTILINE)
# Tags as long as the mark is: in the text, and where properties list them.
_TAG = pattern(rb"#[ \t]*([\w/\x80-\xff-]{10,}|[\w/-]*[\x80-\xff][\w/\x80-\xff-]*)")
_TAGS = pattern(rb"^[\"']?tags?[\"']?[ \t]*:([^\n]*(?:\n[ \t]*-[^\n]*)*)", re.MULTILINE | re.IGNORECASE)
_WORD = pattern(rb"[\w/\x80-\xff-]{10,}")
# Of these the mark has ten. A slip takes four of them at the most, and with two it is still taken for the mark.
_PARTS = frozenset(b"confidential"[at : at + 3] for at in range(10))
_FEWEST_PARTS = 2
# Properties that are no mark and not private, however one looks at them.
_OPEN = frozenset((
    b"name", b"aliases", b"alias", b"org", b"role", b"location", b"email", b"phone", b"url", b"tags", b"tag", b"every", b"circle",
    b"stage", b"paused", b"met", b"met_at", b"met_via", b"birthday", b"dates", b"interests", b"needs", b"offers", b"goals",
    b"challenges", b"knows", b"type", b"date", b"attendees", b"people", b"created", b"updated", b"anniversary", b"generated"))


def may_hide(data: bytes) -> bool:
    """Whether a note with these bytes may hold anything confidential or private, by the kinds that come with `nb`."""
    front, body = b"", data
    if data.startswith(b"---\n"):
        end = data.find(b"\n---\n", 3)
        if end < 0:
            return True
        front, body = data[4 : end + 1], data[end + 4 :]
    elif not data[:1].isascii() or data[:1].isspace() or data[:2] in (b"--", b"++", b".."):
        return True  # something that may have been meant for properties
    if b"#" in front or b"%%" in front or b"<!--" in front or b"\r" in data or b"nfid" in front.lower():
        return True
    if not {key.strip().lower() for key in _KEY.findall(front)} <= _OPEN or _ODD_KEY.search(front):
        return True
    tags = [word for listed in _TAGS.findall(front) for word in _WORD.findall(listed)]
    if any(map(_may_be_mark, [*tags, *_TAG.findall(body)])):
        return True
    return _SIGNS.search(body) is not None


def _may_be_mark(tag: bytes) -> bool:
    """Whether a tag may be the mark, spelt with two slips at the most."""
    parts = [part for part in tag.split(b"/") if not part.isascii() or len(_PARTS & _threes(part.lower())) >= _FEWEST_PARTS]
    if not parts:
        return False
    from .marks import is_mark  # which few tags are worth

    return any(is_mark(part.decode("utf-8", "replace")) for part in parts)


def _threes(word: bytes) -> set[bytes]:
    return {word[at : at + 3] for at in range(len(word) - 2)}
