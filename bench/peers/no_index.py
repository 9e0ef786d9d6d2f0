#!/usr/bin/env python3
"""What one would write first: python-frontmatter, click and Jinja2, no index; whom to write to and which promises are due."""

import re
from datetime import date, timedelta
from pathlib import Path

import click
import frontmatter
import jinja2

TODAY = date(2026, 11, 22)
_ENTRY = re.compile(r"^- (\d{4}-\d\d-\d\d) ", re.MULTILINE)
_PROMISE = re.compile(r"^- \[ \] (.*?) 📅 (\d{4}-\d\d-\d\d)$", re.MULTILINE)
_DAYS = {"d": 1, "w": 7}
_TEMPLATE = """{% for name, text, due in promises %}- {{ name }}: {{ text }}, {{ due }}
{% endfor %}{% for late, name in people %}- {{ name }}, {{ late }} days late
{% endfor %}"""


@click.command()
@click.argument("vault", type=click.Path(path_type=Path))
def main(vault: Path) -> None:
    people, promises = [], []
    for file in vault.glob("people/**/*.md"):
        note = frontmatter.loads(file.read_text())
        name, every = str(note["name"]), str(note["every"])
        for text, due in _PROMISE.findall(note.content):
            if date.fromisoformat(due) <= TODAY + timedelta(7):
                promises.append((name, text, due))
        last = max(_ENTRY.findall(note.content), default="")
        if last and every[-1] in _DAYS:
            late = (TODAY - date.fromisoformat(last)).days - int(every[:-1]) * _DAYS[every[-1]]
            if late >= 0:
                people.append((late, name))
    print(jinja2.Template(_TEMPLATE).render(promises=sorted(promises, key=lambda p: p[2]), people=sorted(people, reverse=True)[:12]))


if __name__ == "__main__":
    main()
