"""The facts of the generated vault as other tools keep them, and what each is asked for: its nearest to the week's agenda.

Each function writes to a folder and gives the command that is timed. Promises are tasks
with a due day, a cadence is one task on the day on which it comes round, a log is what the
tool has for it. A tool that is not there is passed over.
"""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from datetime import date, timedelta
from pathlib import Path
from typing import Any, NamedTuple

sys.path.insert(0, str(Path(__file__).parent.parent))
from gen_vault import TODAY, contacts

_WEEK = TODAY + timedelta(7)


class Asked(NamedTuple):
    """A command, and its environment beside the usual one."""

    command: list[str]
    environment: Mapping[str, str] = {}


def _tasks(count: int) -> Iterator[tuple[str, str, date]]:
    """What is open: who, what and by when."""
    for one in contacts(count):
        for done, text, due, _ in one.promises:
            if not done:
                yield one.name, text, due
        if one.next_due is not None:
            yield one.name, f"Keep in touch with {one.name}", one.next_due


def taskwarrior(folder: Path, count: int) -> Asked:
    (folder / "rc").write_text(f"data.location={folder}/data\nconfirmation=no\n")
    (folder / "data").mkdir()
    rows = [{"description": text, "project": "people", "tags": ["contact"], "status": "pending", "due": f"{due:%Y%m%d}T000000Z",
             "entry": "20260101T000000Z"} for _, text, due in _tasks(count)]
    subprocess.run(["task", f"rc:{folder}/rc", "import", "-"], input=json.dumps(rows), text=True, capture_output=True, check=True)
    return Asked(["task", f"rc:{folder}/rc", "rc.verbose=nothing", "rc.gc=off", f"due.before:{_WEEK}", "list"])


def todoman(folder: Path, count: int) -> Asked:
    (folder / "lists/people").mkdir(parents=True)
    for number, (_, text, due) in enumerate(_tasks(count)):
        (folder / f"lists/people/{number}.ics").write_text(
            "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//bench//EN\r\nBEGIN:VTODO\r\n"
            f"UID:{number}\r\nDTSTAMP:20260101T000000Z\r\nSUMMARY:{text}\r\nDUE;VALUE=DATE:{due:%Y%m%d}\r\nEND:VTODO\r\nEND:VCALENDAR\r\n")
    (folder / "config.py").write_text(f'path = "{folder}/lists/*"\ncache_path = "{folder}/cache"\n')
    return Asked(["todo", "--config", f"{folder}/config.py", "list", "--due", "168"])


def khard(folder: Path, count: int) -> Asked:
    (folder / "book").mkdir()
    for one in contacts(count):
        (folder / f"book/{one.i}.vcf").write_text(
            f"BEGIN:VCARD\r\nVERSION:3.0\r\nUID:{one.i}\r\nFN:{one.name}\r\nN:{';'.join(reversed(one.name.split()))};;;\r\n"
            f"EMAIL:{one.emails[0]}\r\nORG:{one.org}\r\nBDAY:{one.birthday:%Y%m%d}\r\nEND:VCARD\r\n")
    (folder / "khard.conf").write_text(f"[addressbooks]\n[[people]]\npath = {folder}/book\n[general]\n")
    return Asked(["khard", "-c", f"{folder}/khard.conf", "birthdays"])


def hledger(folder: Path, count: int) -> Asked:
    entries = sorted((day, one.name, kind, text) for one in contacts(count) for day, kind, text in one.log)
    (folder / "log.journal").write_text("".join(f"{day} {kind} {text.replace(';', ',')}\n    ({name})  1\n\n" for day, name, kind, text in entries))
    return Asked(["hledger", "-f", f"{folder}/log.journal", "balance", "--depth", "1", "-b", str(TODAY - timedelta(90))])


def jrnl(folder: Path, count: int) -> Asked:
    entries = sorted((day, one.name, kind, text) for one in contacts(count) for day, kind, text in one.log)
    (folder / "journal.txt").write_text("".join(f"[{day} 09:00] {kind} @{name.replace(' ', '')}. {text}\n\n" for day, name, kind, text in entries))
    (folder / "jrnl.yaml").write_text(f"journals:\n  default: {{journal: {folder}/journal.txt}}\nversion: v4.0\ncolors: {{}}\neditor: ''\n"
                                      "default_hour: 9\ndefault_minute: 0\ntagsymbols: '@'\ntimeformat: '%Y-%m-%d %H:%M'\nlinewrap: 79\nencrypt: false\nhighlight: true\n"
                                      "indent_character: '|'\ntemplate: false\ndisplay_format: short\n")
    return Asked(["jrnl", "--config-file", f"{folder}/jrnl.yaml", "-from", str(TODAY - timedelta(7)), "--short"])


def org_agenda(folder: Path, count: int) -> Asked:
    with (folder / "people.org").open("w") as file:
        for one in contacts(count):
            file.write(f"* {one.name}\n")
            if one.next_due is not None:
                file.write(f"  SCHEDULED: <{one.next_due}>\n")
            for done, text, due, _ in one.promises:
                file.write(f"** {'DONE' if done else 'TODO'} {text}\n   DEADLINE: <{due}>\n")
            file.writelines(f"  - [{day}] {kind}: {text}\n" for day, kind, text in one.log)
    return Asked(["emacs", "-Q", "--batch", "-l", "org", "-l", "org-agenda", "--eval",
                  f'(progn (setq large-file-warning-threshold nil org-agenda-files (list "{folder}/people.org")) (org-batch-agenda "a"))'])


def notmuch(folder: Path, count: int) -> Asked:
    for name in ("cur", "new", "tmp"):
        (folder / "mail" / name).mkdir(parents=True)
    for one in contacts(count):
        said = "\n".join(f"{day} {kind}: {text}" for day, kind, text in one.log)
        (folder / f"mail/cur/{one.i}:2,S").write_text(
            f"From: {one.name} <{one.emails[0]}>\nTo: me@example.org\nSubject: {one.name}\nMessage-ID: <{one.i}@example.org>\n"
            f"Date: {one.last:%a, %d %b %Y} 09:00:00 +0000\n\n{said}\n")
    (folder / "config").write_text(f"[database]\npath={folder}/mail\n[user]\nname=me\nprimary_email=me@example.org\n[new]\ntags=\n")
    environment = {"NOTMUCH_CONFIG": f"{folder}/config"}
    subprocess.run(["notmuch", "new"], env={**os.environ, **environment}, capture_output=True, check=True)
    return Asked(["notmuch", "search", "date:2026-11-15..2026-11-22"], environment)


PEERS: dict[str, tuple[str, Callable[[Path, int], Asked]]] = {
    "taskwarrior": ("task", taskwarrior), "todoman": ("todo", todoman), "khard": ("khard", khard), "hledger": ("hledger", hledger),
    "jrnl": ("jrnl", jrnl), "org-agenda": ("emacs", org_agenda), "notmuch": ("notmuch", notmuch)}


def converted(folder: Path, count: int, say: Callable[[str], Any] = print) -> dict[str, Asked]:
    """What is asked of each tool that is there, by its name."""
    asked: dict[str, Asked] = {}
    for name, (program, convert) in PEERS.items():
        if shutil.which(program) is None:
            say(f"{name} is not installed, and left out")
            continue
        place = folder / name
        place.mkdir()
        try:
            asked[name] = convert(place, count)
        except (OSError, subprocess.CalledProcessError) as error:
            say(f"{name} does not take the facts, and is left out: {error}")
    return asked
