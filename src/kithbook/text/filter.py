"""How filters are written (docs/query.md): `tag:climbing last>90d (circle:close or has:needs) sort:last`.

Conditions beside each other all have to hold; `or` is weaker than that, `not` or a `-`
before one turns it round. Whether the fields exist is for `query/filter_fields.py` to say.
"""

from datetime import date
from typing import Any

from ..model.dates import parse_gap
from ..model.filter import (
    TABLES,
    Comparison,
    Condition,
    Either,
    Every,
    Filter,
    FilterFault,
    Not,
    Order,
    Table,
    Value,
    Word,
)
from ..model.record import NamedTuple
from .spoken_date import parse_spoken_date

_SIGNS = ("<=", ">=", "!=", ":", "=", "<", ">")
_ENDS_WORD = frozenset(' \t\n\r()"')
_ENDS_NAME = _ENDS_WORD | frozenset(":=<>!,")
_DEEPEST = 40
_LONGEST = 4000
_MORE = ("sort", "limit", "show")


def parse_filter(text: str, today: date) -> Filter:
    """The filter that `text` says; days in words (`yesterday`, `fri`) are seen from `today`. Raises `FilterFault`."""
    if len(text) > _LONGEST:
        raise FilterFault(f"this is longer than {_LONGEST} signs", _LONGEST, "ask in several steps")
    return _Reader(text, today).read()


class _Name(NamedTuple):
    """A bare or quoted word, where it begins."""

    text: str
    column: int
    quoted: bool


class _Reader:
    """Reads from left to right, one sign after the other."""

    def __init__(self, text: str, today: date) -> None:
        self._text = text
        self._today = today
        self._at = 0
        self._depth = 0
        self._more: dict[str, Any] = {}

    def read(self) -> Filter:
        self._skip_blanks()
        table: Table = next((name for name in TABLES if self._take_word(name)), "people")
        condition = self._either()
        if self._at < len(self._text):
            raise FilterFault("this `)` closes nothing", self._at + 1, "take it out, or open it before")
        return Filter(table, condition, **self._more)

    # Conditions

    def _either(self) -> Condition:
        parts = [self._every()]
        while self._take_word("or"):
            parts.append(self._every())
        if len(parts) == 1:
            return parts[0]
        if any(part == Every(()) for part in parts):
            raise FilterFault("`or` has nothing on one of its sides", self._at + 1, 'write a condition there, or "or" for the word')
        return Either(tuple(parts))

    def _every(self) -> Condition:
        parts: list[Condition] = []
        while self._skip_blanks() and self._text[self._at] != ")" and not self._sees_word("or"):
            if self._take_word("and"):
                continue
            part = self._condition()
            if part is not None:
                parts.append(part)
        return parts[0] if len(parts) == 1 else Every(tuple(parts))

    def _condition(self) -> Condition | None:
        """One condition; None when it only says how to answer (`sort:`, `limit:`, `show:`)."""
        column = self._at + 1
        if self._text[self._at] == "-" or self._take_word("not"):
            self._at += self._text[self._at : self._at + 1] == "-"
            if not self._skip_blanks() or self._text[self._at] == ")" or self._sees_word("or"):
                raise FilterFault("nothing stands behind this `not`", column, "write the condition that is to be turned round")
            return Not(self._below(self._needed))
        if self._text[self._at] == "(":
            self._at += 1
            inner = self._below(self._either)
            if self._at >= len(self._text):
                raise FilterFault("this `(` is not closed", column, "write a `)` where it ends")
            self._at += 1
            return inner
        name = self._name()
        sign = self._sign()
        if sign is None:
            return Word(self._value(name.text, name.column))
        if name.quoted:
            raise FilterFault("a field is written without quotation marks", name.column, "take them away")
        field = name.text.lower()
        if field in _MORE:
            self._take_more(field, name.column, sign)
            return None
        return Comparison(field, name.column, sign, self._values(field))

    def _needed(self) -> Condition:
        column = self._at + 1
        condition = self._condition()
        if condition is None:
            raise FilterFault("this says how to answer and cannot be turned round", column, "take the `not` away")
        return condition

    def _below(self, read: Any) -> Condition:
        if self._depth >= _DEEPEST:
            raise FilterFault("this is nested too deep", self._at + 1, "ask in several steps")
        self._depth += 1
        found: Condition = read()
        self._depth -= 1
        return found

    def _take_more(self, field: str, column: int, sign: str) -> None:
        if sign not in (":", "="):
            raise FilterFault(f"`{field}` takes a `:`", column, f"write `{field}:`")
        if self._depth:
            raise FilterFault(f"`{field}:` holds for the whole answer", column, "write it outside of the brackets")
        if field in self._more:
            raise FilterFault(f"`{field}:` stands here twice", column, "take one of them away")
        values = self._values(field)
        if field == "sort":
            self._more["sort"] = tuple(
                Order(value.text.removeprefix("-").lower(), value.column, value.text.startswith("-")) for value in values)
        elif field == "show":
            self._more["show"] = tuple(Value(value.text.lower(), value.column) for value in values)
        else:
            number = values[0].text
            if len(values) > 1 or not (number.isascii() and number.isdecimal()) or len(number) > 9:
                raise FilterFault(f"`{number}` is no number of rows", values[0].column, "write one, as in `limit:20`")
            self._more["limit"] = int(number)

    # Words and values

    def _skip_blanks(self) -> bool:
        """Go to the next sign that is no blank; whether there is one."""
        while self._at < len(self._text) and self._text[self._at].isspace():
            self._at += 1
        return self._at < len(self._text)

    def _sees_word(self, word: str) -> bool:
        """Whether this very word stands here, by itself."""
        end = self._at + len(word)
        if self._text[self._at : end].lower() != word or (end < len(self._text) and self._text[end] not in _ENDS_WORD):
            return False
        rest = self._text[end:].lstrip()
        return not rest.startswith(_SIGNS)

    def _take_word(self, word: str) -> bool:
        found = self._skip_blanks() and self._sees_word(word)
        if found:
            self._at += len(word)
        return found

    def _name(self) -> _Name:
        column = self._at + 1
        if self._text[self._at] == '"':
            return _Name(self._quoted(), column, True)
        begin = self._at
        while self._at < len(self._text) and self._text[self._at] not in _ENDS_NAME and not self._text[self._at].isspace():
            self._at += 1
        if begin == self._at:
            raise FilterFault(f"`{self._text[begin]}` has no field before it", column, "write `field:value`, or put it into quotation marks")
        return _Name(self._text[begin : self._at], column, False)

    def _quoted(self) -> str:
        end = self._text.find('"', self._at + 1)
        if end < 0:
            raise FilterFault("this quotation mark is not closed", self._at + 1, 'write a `"` where it ends')
        text = self._text[self._at + 1 : end]
        self._at = end + 1
        return text

    def _sign(self) -> Any:
        """The sign of a comparison, when the next one is one."""
        at = self._at
        self._skip_blanks()
        for sign in _SIGNS:
            if self._text.startswith(sign, self._at):
                self._at += len(sign)
                return sign
        self._at = at
        return None

    def _values(self, field: str) -> tuple[Value, ...]:
        """What stands behind a sign: values with commas between them."""
        values = [self._one_value(field)]
        while self._text.startswith(",", self._at):
            self._at += 1
            values.append(self._one_value(field))
        return tuple(values)

    def _one_value(self, field: str) -> Value:
        self._skip_blanks()
        column = self._at + 1
        if self._text.startswith('"', self._at):
            return self._value(self._quoted(), column)
        begin = self._at
        while self._at < len(self._text) and self._text[self._at] not in _ENDS_WORD and self._text[self._at] != ",":
            self._at += 1
        if begin == self._at:
            raise FilterFault(f"`{field}` is compared with nothing", column, "write a value behind it")
        return self._value(self._text[begin : self._at], column)

    def _value(self, text: str, column: int) -> Value:
        gap = parse_gap(text) if text[:1].isdigit() else None
        return Value(text, column, gap, None if gap is not None else parse_spoken_date(text, self._today))
