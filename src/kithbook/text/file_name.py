"""Which names a note can have, on every system and in every link."""


from ..model.pattern import pattern

_FORBIDDEN = pattern(r'[/\\:*?"<>|#^\[\]\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2066-\u2069]')
_RESERVED = frozenset(
    ["con", "prn", "aux", "nul", *(f"com{n}" for n in range(1, 10)), *(f"lpt{n}" for n in range(1, 10))])
_MOST_BYTES = 240


def fault_in_name(name: str) -> str | None:
    """Why `name` (without `.md`) cannot be a note's, or None."""
    bad = _FORBIDDEN.search(name)
    if bad:
        sign = bad[0] if bad[0].isprintable() else f"U+{ord(bad[0]):04X}"
        return f"`{sign}` is not possible in every file name and link"
    if name.startswith(".") or name.endswith((".", " ")):
        return "it begins or ends with a dot"
    if name.lower().endswith(".md"):
        return "`.md` is put behind it anyway"
    if name.split(".", 1)[0].casefold() in _RESERVED:
        return "Windows keeps that name to itself"
    if len(name.encode("utf-8", "replace")) > _MOST_BYTES:
        return "it is too long"
    return None


def name_for_file(name: str) -> str | None:
    """The file name (without `.md`) of a note for that name: signs that no file can have are replaced; None when nothing is left."""
    stem = " ".join(_FORBIDDEN.sub("-", name).split()).strip(". -~")  # what ends in ~ is an editor's copy
    while stem.lower().endswith(".md"):
        stem = stem[:-3].rstrip(". ")
    while len(stem.encode("utf-8", "replace")) > _MOST_BYTES:
        stem = stem[:-1].rstrip(". ")
    if stem.split(".", 1)[0].casefold() in _RESERVED:
        stem = f"_{stem}"
    return stem if stem and fault_in_name(stem) is None else None
