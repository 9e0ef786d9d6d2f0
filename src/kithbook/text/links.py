"""Links and tags as Obsidian writes them."""

import re

# [[target#part|shown]] and [shown](target.md); embeds (![[…]]) are no links to people.
_WIKILINK = re.compile(r"(?<!!)\[\[([^\[\]|#^\n]{1,300})(?:[#^][^\[\]|\n]{0,300})?(?:\|([^\[\]\n]{0,300}))?\]\]")
_MARKDOWN_LINK = re.compile(r"(?<!!)\[([^\[\]\n]{0,300})\]\((?:<([^<>\n]{1,500})>|([^\s()<>]{1,500}))\)")
_ANY_LINK = re.compile(f"{_WIKILINK.pattern}|{_MARKDOWN_LINK.pattern}")
_WITH = re.compile(r"(?<![\w/])(?:with|w/)\s*", re.I)
_AND = re.compile(r"\s*(?:,|;|&|\+|\band\b)?\s*(?:and\s+)?", re.I)
_TAG = re.compile(r"(?<![\w/#&;])#([^\s#,.;:!?()\[\]{}<>'\"`“”‘’…*|\\^~=+$%@&]+)")
_NOT_TEXT = re.compile(r"`[^`\n]*`|\]\([^)\n]*\)|\[\[[^\]\n]*\]\]")


def _target(match: re.Match[str]) -> str | None:
    """The note that a link names, as written; None for a link that leaves the vault."""
    if match[1] is not None:
        return match[1].strip() or None
    target = match[4] if match[4] is not None else match[5]
    if ":" in target.split("/", 1)[0] or target.startswith("#"):
        return None
    if "%" in target:
        from urllib.parse import unquote

        target = unquote(target)
    return target.partition("#")[0].strip() or None


def find_links(text: str) -> tuple[str, ...]:
    """The targets of all links to notes in `text`, in order, each once."""
    if "[[" not in text and "](" not in text:
        return ()
    targets = (_target(match) for match in _ANY_LINK.finditer(text))
    return tuple(dict.fromkeys(target for target in targets if target))


def find_with_links(text: str) -> tuple[str, ...]:
    """The targets of the links that follow the word `with` (or `w/`) directly, with commas or `and` between."""
    targets: dict[str, None] = {}
    for word in _WITH.finditer(text):
        at = word.end()
        while True:
            match = _ANY_LINK.match(text, at)
            if not match:
                break
            target = _target(match)
            if target:
                targets[target] = None
            at = match.end()
            joint = _AND.match(text, at)
            at = joint.end() if joint else at
    return tuple(targets)


def link_target(text: str) -> str:
    """What a front-matter value points at: the target of a link, or the text itself."""
    found = find_links(text)
    return found[0] if found else text.strip()


def show_links(text: str) -> str:
    """`text` as one reads it: a link as the words that it shows."""
    if "[[" not in text and "](" not in text:
        return text

    def words(match: re.Match[str]) -> str:
        if match[1] is not None:
            return match[2] or match[1].rsplit("/", 1)[-1].removesuffix(".md")
        return match[3] or match[4] or match[5]

    return _ANY_LINK.sub(words, text)


def find_tags(text: str) -> tuple[str, ...]:
    """The inline tags, lower case and without `#`, each once. A number is no tag."""
    if "#" not in text:
        return ()
    if "`" in text or "](" in text or "[[" in text:
        text = _NOT_TEXT.sub(" ", text)
    tags = (match[1].strip("-/_").lower() for match in _TAG.finditer(text))
    return tuple(dict.fromkeys(tag for tag in tags if tag and not tag.isdigit()))
