"""What a person goes by in front matter that cannot be read: doubt closes, and a slip in one line must not let the names out."""

import re
from collections.abc import Iterator
from itertools import pairwise

from ..model.contact import Profile
from ..model.pattern import pattern

# At the margin, in a list or in braces: where it stands says nothing in front matter that is broken.
_KEY = pattern(r"(?:^|(?<=[\s,{\[(]))[\"']?+(name|aliases|alias|email|phone|url)[\"']?+[ \t]*+:", re.IGNORECASE)
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
        keys = list(_KEY.finditer(line))
        for found, behind in pairwise([*keys, None]):
            assert found is not None
            key = found[1].lower()
            yield key, line[found.end() : behind.start() if behind else len(line)]
        if not keys and key and (item := _ITEM.match(line)):
            yield key, item[1] or item[2] or ""
        elif not keys:
            key = ""
