"""What a person goes by in front matter that cannot be read: doubt closes, and a slip in one line must not let the names out."""

import re
from collections.abc import Iterator

from ..model.contact import Profile
from ..model.pattern import pattern

_KEY = pattern(r"[ \t]*+[\"']?+(name|aliases|alias|email|phone|url)[\"']?+[ \t]*+:(.*)", re.IGNORECASE)
_ITEM = pattern(r"[ \t]*+-[ \t]++(.*)|[ \t]++(\S.*)")
_BETWEEN = pattern(r"[,\[\]{}]")
_FIELDS = {"name": "aliases", "alias": "aliases"}


def salvage_names(front: str, name: str) -> Profile:
    """The profile of somebody called `name`, with all that may be a name, an address or a number of theirs.

    Quotes, brackets and commas count wherever they stand, and what stands under a key counts for it.
    """
    found: dict[str, list[str]] = {"aliases": [], "email": [], "phone": [], "url": []}
    for key, text in _values(front):
        # A comma may belong to a name, or part two of them: both are taken.
        texts = (" ".join(part.split()).strip(" \"'") for part in (_BETWEEN.sub(" ", text), *_BETWEEN.split(text)))
        found[_FIELDS.get(key, key)] += filter(None, texts)
    aliases, email, phone, url = (tuple(dict.fromkeys(texts)) for texts in found.values())
    return Profile(name, aliases, email=email, phone=phone, url=url)


def _values(front: str) -> Iterator[tuple[str, str]]:
    key = ""
    for line in front.splitlines():
        if begun := _KEY.match(line):
            key = begun[1].lower()
            yield key, begun[2]
        elif key and (item := _ITEM.match(line)):
            yield key, item[1] or item[2] or ""
        else:
            key = ""
