#!/usr/bin/env python3
"""Where the time of `nb agenda` goes: each stage timed within one process.

    bench/stages.py [--contacts 10000]
"""

import argparse
import gc
import time
from collections.abc import Callable
from datetime import date
from typing import Any

from run import make_vault

from kithbook.model.book import assemble
from kithbook.query.agenda import agenda
from kithbook.report.layout import Style
from kithbook.report.plain import envelope, to_plain
from kithbook.report.terminal import render_agenda
from kithbook.text.note import NoteReader
from kithbook.vault.config import load_settings
from kithbook.vault.files import read_plain_file
from kithbook.vault.listing import list_notes

TODAY = date(2026, 11, 22)


def timed(name: str, stage: Callable[[], Any]) -> Any:
    start = time.perf_counter()
    result = stage()
    print(f"{name:40} {1000 * (time.perf_counter() - start):8.0f} ms")
    return result


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--contacts", type=int, default=10_000)
    root = str(make_vault(parser.parse_args().contacts).resolve())
    gc.disable()
    settings, _ = load_settings(root)
    reader = NoteReader(settings)
    paths = timed("list the notes", lambda: list_notes(root, (), "templates").paths)
    data = timed("read the files", lambda: [read_plain_file(f"{root}/{path}") for path in paths])
    summaries = timed("parse them, in brief", lambda: list(map(reader.summarise, paths, data)))
    book = timed("put the book together", lambda: assemble(summaries, settings))
    answer = timed("ask", lambda: agenda(book, TODAY))
    timed("render as text", lambda: render_agenda(envelope(TODAY, to_plain(answer)), Style()))
    print(f"\n{'for comparison: parse them in full':40}", end=" ")
    start = time.perf_counter()
    for path, content in zip(paths, data, strict=True):
        reader.read(path, content)
    print(f"{1000 * (time.perf_counter() - start):7.0f} ms")


if __name__ == "__main__":
    main()
