"""Who of us wrote something down, in a vault that several people share: `[by:: Ana]`, as Dataview writes a field."""

import re

from .pattern import pattern
from .resolve import fold, stem_of

_BY = pattern(
    r"[ \t]{0,9}(?:\[[ \t]{0,9}by[ \t]{0,9}::[ \t]{0,9}(\[\[[^\[\]#\n]{1,200}\]\]|[^\[\]()#`\n]{1,100})[ \t]{0,9}\]"
    r"|\([ \t]{0,9}by[ \t]{0,9}::[ \t]{0,9}(\[\[[^\[\]#\n]{1,200}\]\]|[^\[\]()#`\n]{1,100})[ \t]{0,9}\))", re.IGNORECASE)


def split_signature(text: str) -> tuple[str | None, str]:
    """Who has signed a text, and the text without that; nobody for one that is not signed."""
    found = _BY.search(text) if "::" in text else None
    if found is None:
        return None, text
    name = (found[1] or found[2]).strip()
    if name.startswith("[["):
        name = stem_of(name.strip("[]").partition("|")[0].strip())
    if not name:
        return None, text
    return name, (text[: found.start()] + text[found.end() :]).strip()


def sign(text: str, name: str | None) -> str:
    """A text that is signed by somebody, when somebody is named; as it is when it is signed already."""
    return text if not name or split_signature(text)[0] else f"{text} [by:: {name}]".lstrip()


def may_sign(name: str) -> bool:
    """Whether a signature by that name reads back as it."""
    return split_signature(sign("", name)) == (name, "")


def is_by(signed: str | None, names: frozenset[str]) -> bool:
    """Whether what is signed so was signed by somebody who goes by these names (folded)."""
    return signed is not None and fold(signed) in names
