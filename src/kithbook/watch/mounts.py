"""Whether all of a folder lies on a disk of this machine: what others change on theirs, the system does not tell of."""

import os
import re
import select

_TABLE = "/proc/self/mountinfo"
# Of these it is known that every change made on this machine is told of, and that none is made elsewhere.
_OWN_DISKS = frozenset(["bcachefs", "btrfs", "ext2", "ext3", "ext4", "f2fs", "jfs", "overlay", "reiserfs", "tmpfs", "xfs", "zfs"])


def is_on_own_disk(root: str, table: str) -> bool:
    """Whether the folder `root` is on a disk of this machine, and nothing else is mounted within it.

    `table` is the text of `/proc/self/mountinfo`.
    """
    kind, longest = "", -1
    for line in table.splitlines():
        left, _, right = line.partition(" - ")
        place = re.sub(r"\\([0-7]{3})", lambda match: chr(int(match[1], 8)), left.split(" ")[4])
        if place.startswith(f"{root.rstrip('/')}/"):
            return False
        if (root == place or root.startswith(f"{place.rstrip('/')}/")) and len(place) >= longest:
            kind, longest = right.split(" ")[0], len(place)
    return kind in _OWN_DISKS


class Mounts:
    """The table of what is mounted where. Raises `OSError` where there is none."""

    def __init__(self) -> None:
        self._file = os.open(_TABLE, os.O_RDONLY | os.O_CLOEXEC)
        self._poll = select.poll()
        self._poll.register(self._file, select.POLLPRI | select.POLLERR)

    def changed(self) -> bool:
        """Whether anything was mounted or unmounted since this was last asked."""
        return bool(self._poll.poll(0))

    def text(self) -> str:
        """The table as it is now."""
        os.lseek(self._file, 0, os.SEEK_SET)
        parts = []
        while part := os.read(self._file, 1 << 16):
            parts.append(part)
        return b"".join(parts).decode("utf-8", "surrogateescape")

    def close(self) -> None:
        os.close(self._file)
