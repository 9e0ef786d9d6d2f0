"""Answers as Markdown, through Jinja2 templates. The only module that knows Jinja2.

The templates lie in `templates/` at the top of the repository (inside the package in a
wheel), where each says which variables it gets: plain data alone, the same as `--json`.
A vault's own templates run in the same sandbox.
"""

import marshal
from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache
from pathlib import Path

from jinja2 import (
    BaseLoader,
    ChoiceLoader,
    Environment,
    FileSystemLoader,
    FunctionLoader,
    StrictUndefined,
    TemplateNotFound,
    TemplateSyntaxError,
)
from jinja2.runtime import Macro
from jinja2.sandbox import ImmutableSandboxedEnvironment

from ..errors import UserError, VaultError
from ..model.pattern import pattern
from ..model.record import NamedTuple
from .brief import how_known, owed_words, question, why_unknown
from .checking import tally
from .may_ask import first_words
from .plain import Plain
from .query import lay_out_table
from .quoting import unstopped
from .words import ago, count, day_name, days_between, each_once, gap_words, one_line, times, when

_ENDING = ".md.j2"

# What would start or end something in Markdown, HTML or Obsidian's own syntax; links and
# emphasis of the note are left to work, but for a link that is not closed: it would go on to the end of ours.
_MARKUP = pattern(r"[<`]|\[\[(?![^\[\]\n]*\]\])|%%|!(?=\[)|\$\$|\^(?=[\w-]+$)")
_NOT_IN_LINK = pattern(r"[\[\]|#^\\<`]|%%|\$\$")
_CONTROL = pattern("[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]+")


def template_folder() -> Path:
    """Where the templates are: beside this package's code in a wheel, at the top of a checkout."""
    package = Path(__file__).resolve().parent.parent
    inside = package / "templates"
    return inside if inside.is_dir() else package.parent.parent / "templates"


def escape_text(text: str | None) -> str:
    """A text from a note as one line of Markdown."""
    if text is None:
        return "(confidential)"
    line = _CONTROL.sub(" ", one_line(text))
    return _MARKUP.sub(lambda sign: "".join(f"\\{char}" for char in sign[0]), line)


def link_note(path: str | None, shown: str | None) -> str:
    """A wikilink to a note; its words alone when the path has signs that no link can hold. Of whom it may not be said is not told."""
    if path is None or shown is None:
        return escape_text(None)
    words = one_line(_NOT_IN_LINK.sub(" ", _CONTROL.sub(" ", shown)))
    target = path.removesuffix(".md")
    if _NOT_IN_LINK.search(target) or _CONTROL.search(target):
        return escape_text(words)
    return f"[[{target}|{words}]]" if words else f"[[{target}]]"


def markdown_table(plain: Plain) -> str:
    """The rows of a query as a table."""
    return lay_out_table(plain, escape_text, link_note)


def _each(rows: Iterable[Plain], caller: Macro) -> str:
    """What a template says of each of some rows."""
    return "".join([caller(row) for row in rows])


def _where(rows: Iterable[Plain], **wanted: object) -> list[Plain]:
    """The rows whose fields have some values."""
    for name, value in wanted.items():
        rows = [row for row in rows if row[name] == value]
    return list(rows)


class _Said(NamedTuple):
    """What is said of rows, by the code that says it: of the `same` row (under its identity, with it), and of one that is `alike`."""

    same: dict[object, dict[int, tuple[Plain, str]]]
    alike: dict[tuple[object, bytes], str]


class _SaidBefore:
    """The same, as it was said the last time: the watcher renders again and again, and few rows are others.

    For our own templates alone: what they say of a row depends on the row and on the day, and on nothing else.
    """

    def __init__(self) -> None:
        self._about = ("", "")
        self._said: dict[tuple[str, str], _Said] = {}
        self._now = _Said({}, {})

    def begin(self, template: str, today: str) -> None:
        self._about, self._now = (template, today), _Said({}, {})

    def end(self) -> None:
        """What was not said this time is forgotten."""
        self._said = {about: said for about, said in self._said.items() if about[1] == self._about[1]}
        self._said[self._about] = self._now

    def each(self, rows: Iterable[Plain], caller: Macro) -> str:
        before = self._said.get(self._about, _Said({}, {}))
        by = caller._func.__code__
        same, now = before.same.get(by, {}), self._now.same.setdefault(by, {})
        lines: list[str] = []
        for row in rows:
            known = same.get(id(row))
            if known is None or known[0] is not row:
                known = row, self._as_before(before, by, row, caller)
            now[id(row)] = known
            lines.append(known[1])
        return "".join(lines)

    def _as_before(self, before: "_Said", by: object, row: Plain, caller: Macro) -> str:
        key = by, marshal.dumps(row, 2)  # of this version the bytes depend on the values alone
        said = before.alike.get(key)
        self._now.alike[key] = said = caller(row) if said is None else said
        return said


_said_before = _SaidBefore()


@lru_cache(maxsize=1)  # the watcher renders again and again
def _environment(own: tuple[tuple[str, str], ...]) -> Environment:
    """The templates; in a sandbox as soon as one of them is the vault's."""
    named = {name: (text, name, None) for name, text in own}  # an error says in which it arose
    loaders: list[BaseLoader] = [FunctionLoader(named.get), FileSystemLoader(template_folder())]
    environment = (ImmutableSandboxedEnvironment if own else Environment)(
        loader=ChoiceLoader(loaders), undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True,
        keep_trailing_newline=True, autoescape=False)
    environment.globals.clear()
    environment.filters.update(
        each=_each if own else _said_before.each, md=escape_text, note=link_note, day=day_name, when=when, ago=ago, days_to=days_between,
        count=count, times=times, tally=tally, where=_where, table=markdown_table, gap=gap_words, question=question, how_known=how_known, owed_words=owed_words,
        why_unknown=why_unknown, unstopped=unstopped, first_words=first_words, each_once=each_once)
    return environment


def render_markdown(name: str, plain: Plain, own: Mapping[str, str] | None = None,
                    query: Callable[[str], str] | None = None) -> str:
    """The answer `plain` through the template `name`; `own` are the vault's templates by file name.

    `query` is what templates may call for a table of their own. Raises `VaultError` when a vault's own template fails.
    """
    own = own or {}
    file = name + _ENDING
    try:
        _said_before.begin(name, plain.get("today", ""))
        text = _environment(tuple(sorted(own.items()))).get_template(file).render({"query": query, **plain})
        _said_before.end()
        return text
    except Exception as error:  # they may call whatever there is in Python with whatever does not fit it
        if not own:
            raise
        remedy = error.remedy if isinstance(error, UserError) else ""
        raise VaultError(f"the vault's template {_place_of(error, file, own)} fails: {_said_of(error)}",
                         remedy or "mend it, or delete it to have the built-in one") from None


def _place_of(error: Exception, file: str, own: Mapping[str, str]) -> str:
    """The template of the vault in which an error arose, and its line."""
    place = f"{error.name or file}:{error.lineno}" if isinstance(error, TemplateSyntaxError) else file
    trace = error.__traceback__
    while trace is not None:
        if (name := trace.tb_frame.f_code.co_filename) in own and not isinstance(error, TemplateSyntaxError):
            place = f"{name}:{trace.tb_lineno}"
        trace = trace.tb_next
    return place


def _said_of(error: Exception) -> str:
    said = f"there is no template {error}" if isinstance(error, TemplateNotFound) else str(error)
    return said.rstrip(".") or type(error).__name__
