"""Which lines of two texts are the same ones: the longest common run, read from what stands there only once."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Hashable, Sequence

_MOST_CELLS = 250_000  # of the table for what is left between lines that are found for sure

Pairs = list[tuple[int, int]]


def match_lines(one: Sequence[Hashable], other: Sequence[Hashable], light: Hashable = "") -> Pairs:
    """Places (from 0) of the same lines in both, rising in each. `light` ones (blank lines) count least."""
    pairs: Pairs = []
    stack = [(0, len(one), 0, len(other))]
    while stack:
        start, end, begin, stop = stack.pop()
        while start < end and begin < stop and one[start] == other[begin]:
            pairs.append((start, begin))
            start, begin = start + 1, begin + 1
        while start < end and begin < stop and one[end - 1] == other[stop - 1]:
            end, stop = end - 1, stop - 1
            pairs.append((end, stop))
        if start == end or begin == stop:
            continue
        anchors = _anchors(one, other, start, end, begin, stop)
        if not anchors:
            pairs += _common_run(one, other, (start, end, begin, stop), light)
            continue
        for at, where in anchors:
            stack.append((start, at, begin, where))
            pairs.append((at, where))
            start, begin = at + 1, where + 1
        stack.append((start, end, begin, stop))
    return sorted(pairs)


def _anchors(one: Sequence[Hashable], other: Sequence[Hashable], start: int, end: int, begin: int, stop: int) -> Pairs:
    """What stands once in each part, as far as the order is the same in both (patience diff)."""
    counts = Counter(one[start:end])
    counts_other = Counter(other[begin:stop])
    places = {other[where]: where for where in range(begin, stop) if counts_other[other[where]] == 1}
    both = [(at, places[one[at]]) for at in range(start, end) if counts[one[at]] == 1 and one[at] in places]
    tails: list[int] = []  # the longest rising run of the second places
    last: list[int] = []
    before: list[int] = []
    for number, (_, where) in enumerate(both):
        length = bisect_left(tails, where)
        before.append(last[length - 1] if length else -1)
        tails[length:length + 1] = [where]
        last[length:length + 1] = [number]
    run: Pairs = []
    number = last[-1] if last else -1
    while number >= 0:
        run.append(both[number])
        number = before[number]
    return run[::-1]


def _common_run(one: Sequence[Hashable], other: Sequence[Hashable], part: tuple[int, int, int, int], light: Hashable) -> Pairs:
    """The longest common run of two parts by a table; nothing for parts that are too long for one."""
    start, end, begin, stop = part
    wide = stop - begin
    if (end - start) * wide > _MOST_CELLS:
        return []
    best = [[0] * (wide + 1) for _ in range(end - start + 1)]
    for at in range(end - start - 1, -1, -1):
        row, below, line = best[at], best[at + 1], one[start + at]
        weight = 1 if line == light else 100
        for where in range(wide - 1, -1, -1):
            value = max(below[where], row[where + 1])
            if line == other[begin + where]:
                value = max(value, below[where + 1] + weight)
            row[where] = value
    pairs: Pairs = []
    at = where = 0
    while at < end - start and where < wide:
        if one[start + at] == other[begin + where] and best[at][where] == best[at + 1][where + 1] + (
                1 if one[start + at] == light else 100):
            pairs.append((start + at, begin + where))
            at, where = at + 1, where + 1
        elif best[at + 1][where] >= best[at][where + 1]:
            at += 1
        else:
            where += 1
    return pairs
