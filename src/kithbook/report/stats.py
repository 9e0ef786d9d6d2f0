"""The months as small bars on a terminal."""

from collections.abc import Sequence

from .balance import people
from .layout import wrap
from .plain import Plain
from .style import Style
from .words import day_name, times

_WIDEST_BAR = 32
_NARROWEST_BAR = 6
_EIGHTHS = " ▏▎▍▌▋▊▉"
_SHADES = "█▒░·"
_ENDINGS = (("kept_on_time", "{} on time"), ("kept_late", "{} late"), ("dropped_with_word", "{} dropped, and said so"),
            ("dropped", "{} dropped"))
_ACTS = (("gave", "gave {}"), ("asked", "asked {}"), ("received", "were given {}"), ("was_asked", "were asked {}"))


def render_stats(plain: Plain, style: Style) -> str:
    """Contact, promises and give and ask, a month a line; what there was nothing of in all months is left out."""
    months = plain["months"]
    lines = wrap(touch_sentence(plain), style.width)
    if plain["touches"]:
        said = [f"{times(row['touches'])}, {people(row['people'])}" if row["touches"] else "–" for row in months]
        lines += _section("In touch", months, [(row["touches"],) for row in months], said, style)
    for title, parts in (("Promises of yours", _ENDINGS), ("Give and ask", _ACTS)):
        numbers = [tuple(row[key] for key, _ in parts) for row in months]
        if any(map(any, numbers)):
            said = [", ".join(words.format(row[key]) for key, words in parts if row[key]) or "–" for row in months]
            lines += _section(title, months, numbers, said, style)
    return "\n".join(lines) + "\n"


def touch_sentence(plain: Plain) -> str:
    """How often there was contact, in words."""
    first = day_name(plain["since"]).split(" ", 1)[1]
    if not plain["touches"]:
        return f"Nobody was in touch since {first}, as far as your notes know."
    return f"Since {first} you were in touch {times(plain['touches'])}, with {people(plain['people'])}."


def _section(title: str, months: Sequence[Plain], numbers: Sequence[Sequence[int]], said: Sequence[str], style: Style) -> list[str]:
    names = [day_name(row["month"]).split(" ", 1)[1] for row in months]
    most = max(map(sum, numbers))
    room = min(_WIDEST_BAR, style.width - 14 - max(map(len, said)))
    if room < _NARROWEST_BAR:
        room = 0
    lines = ["", style.title(title)]
    for name, parts, words in zip(names, numbers, said, strict=True):
        bar = f"{_bar(parts, most, room):{room}}  " if room else ""
        first, *more = wrap(words, max(10, style.width - 12 - len(bar)))
        lines += [f"  {name}  {bar}{first}".rstrip(), *(" " * 12 + " " * len(bar) + line for line in more)]
    return lines


def _bar(parts: Sequence[int], most: int, room: int) -> str:
    """A bar of `room` columns for `most`; one number in eighths of a column, several as shades."""
    if len(parts) == 1:
        whole, eighths = divmod(max(parts[0] * room * 8 // most, parts[0] > 0), 8)
        return "█" * whole + (_EIGHTHS[eighths] if eighths else "")
    ends = [0]
    for part in parts:  # whatever there was can be seen
        ends.append(max(ends[-1] + (part > 0), round((sum(parts[: len(ends)])) * room / most)))
    return "".join(shade * (end - start) for shade, start, end in zip(_SHADES, ends, ends[1:], strict=False))[:room]
