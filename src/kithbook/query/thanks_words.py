"""For what somebody is thanked, in words that one would write."""

import re
from collections.abc import Mapping

from ..model.entry import Entry
from ..model.pattern import pattern

_NOUNS: Mapping[str, str] = {"gave": "gift", "intro": "introduction", "referral": "referral"}
_TAG = pattern(r"(?:^|\s)#[^\s#]+")
_MOST = 100  # signs
# `for helped me move` nobody would say.
_TELLS = pattern(r"(?:\w+ed|I|he|she|they|we|gave|lent|sent|brought|took|made|let|told|paid|wrote|came|drove|found|got|put|kept|held|taught|bought)\b",
                    re.IGNORECASE)


def for_what(entry: Entry, home: str) -> str:
    """For what is thanked in the note `home`. A text that is withheld, or stands elsewhere, is not repeated there."""
    noun = _NOUNS.get(entry.kind)
    said = _TAG.sub("", entry.text).strip(" .") if isinstance(entry.text, str) and entry.path == home else ""
    if not said or "\n" in said or len(said) > _MOST:
        return f"for the {noun or 'help'} of {entry.date}"
    if entry.kind == "gave" and not _TELLS.match(said):
        return f"for {said}"
    if noun and noun != "gift":
        return f"for the {noun} {said}" if said.startswith("to ") else f"for the {noun}: {said}"
    return f"for this: {said}"
