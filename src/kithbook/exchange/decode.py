"""The bytes of an export as text: programs write UTF-8, UTF-16 and whatever their Windows is set to."""

from ..errors import VaultError


def decode_export(data: bytes) -> str:
    """The text, in UTF-8 or UTF-16 by its mark or its look, else in Windows' Western one. Line ends stay.

    Raises `VaultError` for what is no text at all.
    """
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return data.decode("utf-16", "replace")
    head = data[:4000]
    if head and head[1::2].count(0) > len(head) // 4:
        return data.decode("utf-16-le", "replace")
    if head and head[0::2].count(0) > len(head) // 4:
        return data.decode("utf-16-be", "replace")
    if head.count(0) * 20 > len(head):
        raise VaultError("this is no text file", "export it again, as the page about the import says")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")
