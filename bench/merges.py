"""Random pairs of concurrent edits, merged by plain git and by `nb`: conflicts, and lines lost or doubled.

    python bench/merges.py [PAIRS] [SEED]
    python bench/merges.py --git [PAIRS] [SEED]     with real repositories: two branches, `git merge`

Every word that is written is the only one of its kind, so that a judge that knows nothing
of how notes are merged can count: a word that a side wrote is there once, one that a side
removed and the other left alone is gone, any other is where it was. A promise that is
closed on one side is closed.
"""

import random
import re
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from kithbook.text.three_way import Merged, NotMerged, merge_versions
from kithbook.vault.merge_setup import install_merge_driver

WORD = re.compile(r"\bw\d+\b")
TASK = re.compile(r"^- \[(.)\] (?:\S+ )*?(w\d+)", re.MULTILINE)


class Writer:
    """Writes notes and edits them at random; each word is new."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)
        self.count = 0

    def word(self) -> str:
        self.count += 1
        return f"w{self.count}"

    def words(self, most: int = 6) -> str:
        return " ".join(self.word() for _ in range(self.random.randint(2, most)))

    def day(self) -> str:
        return f"2026-{self.random.randint(1, 11):02}-{self.random.randint(1, 28):02}"

    def entry(self, day: str | None = None) -> str:
        further = f"\n  {self.words()}" if self.random.random() < 0.2 else ""
        return f"- {day or self.day()} {self.random.choice(['call', 'coffee', 'email in'])}: {self.words()}{further}"

    def note(self) -> str:
        rnd = self.random
        tags = [self.word() for _ in range(rnd.randint(1, 4))]
        written = f"[{', '.join(tags)}]" if rnd.random() < 0.5 else "".join(f"\n  - {tag}" for tag in tags).replace("\n", "\n", 1)
        front = [f"role: {self.word()}", f"tags: {written}".replace(": \n", ":\n"), f"org: {self.word()}", "circle: close",
                 f"interests:\n  - {self.word()}\n  - {self.word()}"]
        rnd.shuffle(front)
        days = sorted((self.day() for _ in range(rnd.randint(0, 8))), reverse=rnd.random() < 0.7)
        log = [self.entry(day) for day in days]
        tasks = [f"- [ ] {self.words()} 📅 {self.day()}" for _ in range(rnd.randint(0, 4))]
        prose = [self.words(9) for _ in range(rnd.randint(1, 4))]
        return "\n".join(["---", *front, "---", "", *"\n\n".join(prose).split("\n"), "", "## Promises", "", *tasks, "", "## Log", "", *log, ""])

    def edit(self, text: str) -> str:
        for _ in range(self.random.choice((1, 1, 2, 2, 3, 5))):
            text = self.random.choice((self.log, self.log, self.log, self.tick, self.tick, self.promise, self.tag, self.scalar,
                                       self.property, self.prose, self.paragraph, self.reword, self.remove, self.untag))(text)
        return text

    def _lines(self, text: str, start: str) -> list[int]:
        return [number for number, line in enumerate(text.split("\n")) if line.startswith(start)]

    def _at(self, text: str, number: int, new: list[str], gone: int = 0) -> str:
        lines = text.split("\n")
        return "\n".join([*lines[:number], *new, *lines[number + gone:]])

    def log(self, text: str) -> str:
        entries = [(number, text.split("\n")[number][2:12]) for number in self._lines(text, "- 2026-")]
        day = self.random.choice(("2026-11-29", "2026-11-30", self.day()))
        entry = self.entry(day).split("\n")
        falling = [day for _, day in entries] == sorted((day for _, day in entries), reverse=True)
        for number, there in entries:
            if (there <= day) if falling else (there > day):
                return self._at(text, number, entry)
        return self._at(text, text.split("\n").index("## Log") + 2, entry) if not entries else text.rstrip("\n") + "\n" + "\n".join(entry) + "\n"

    def tick(self, text: str) -> str:
        tasks = self._lines(text, "- [ ]")
        if not tasks:
            return text
        number = self.random.choice(tasks)
        line = text.split("\n")[number]
        return self._at(text, number, [line.replace("[ ]", "[x]", 1) + f" ✅ {self.day()}"], 1)

    def promise(self, text: str) -> str:
        tasks = self._lines(text, "- [")
        at = tasks[-1] + 1 if tasks else text.split("\n").index("## Promises") + 2
        return self._at(text, at, [f"- [ ] {self.words()} 📅 {self.day()}"])

    def tag(self, text: str) -> str:
        if re.search(r"^tags: \[", text, re.MULTILINE):
            return re.sub(r"^(tags: \[.*)\]", lambda m: f"{m[1]}, {self.word()}]" if not m[1].endswith("[") else f"{m[1]}{self.word()}]", text, count=1, flags=re.MULTILINE)
        return re.sub(r"^tags:$", lambda m: f"tags:\n  - {self.word()}", text, count=1, flags=re.MULTILINE)

    def untag(self, text: str) -> str:
        return re.sub(r"^(tags: \[)w\d+, ", r"\1", text, count=1, flags=re.MULTILINE) if "tags: [" in text else re.sub(
            r"^(interests:\n)  - w\d+\n(?=  -)", r"\1", text, count=1, flags=re.MULTILINE)

    def scalar(self, text: str) -> str:
        return re.sub(rf"^({self.random.choice(('role', 'org'))}): .*$", lambda m: f"{m[1]}: {self.word()}", text, count=1, flags=re.MULTILINE)

    def property(self, text: str) -> str:
        return text.replace("\n---\n", f"\n{self.word()}: {self.word()}\n---\n", 1)

    def prose(self, text: str) -> str:
        lines = self._lines(text, "w")
        body = [number for number in lines if number > text.split("\n").index("---", 1) and not text.split("\n")[number].count(":")]
        if not body:
            return text
        number = self.random.choice(body)
        return self._at(text, number, [f"{text.split(chr(10))[number]} {self.word()}"], 1)

    def paragraph(self, text: str) -> str:
        at = text.split("\n").index("## Promises")
        return self._at(text, at, [self.words(9), ""])

    def reword(self, text: str) -> str:
        lines = [*self._lines(text, "- 2026-"), *self._lines(text, "- [")]
        if not lines:
            return text
        number = self.random.choice(lines)
        line = text.split("\n")[number]
        return self._at(text, number, [WORD.sub(lambda match: self.word(), line, count=1)], 1)

    def remove(self, text: str) -> str:
        lines = self._lines(text, "- 2026-")
        if not lines:
            return text
        number = self.random.choice(lines)
        further = text.split("\n")[number + 1 : number + 2]
        return self._at(text, number, [], 2 if further and further[0].startswith("  ") else 1)


def judge(base: str, ours: str, theirs: str, merged: str, *, conflict: bool) -> list[str]:
    """The words that are not there as often as they should be; promises that should be closed."""
    old, mine, yours, found = (Counter(WORD.findall(text)) for text in (base, ours, theirs, merged))
    wrong: list[str] = []
    for word in {*old, *mine, *yours, *found}:
        if word in old:
            wanted = min(mine[word], yours[word])
            if conflict and found[word] in (wanted, 1, 2) and (found[word] or not wanted):
                continue
        else:
            wanted = max(mine[word], yours[word])
        if conflict and found[word] == 2 > wanted and any(f": {word}" in text for text in (ours, theirs)):
            continue  # a property that contradicts stands in the front matter, and between the markers
        if found[word] != wanted:
            wrong.append(f"{word}: {found[word]} times and not {wanted}")
    if not conflict:
        signs = [{word: sign for sign, word in TASK.findall(text)} for text in (ours, theirs, merged)]
        wrong += [f"{word} is open" for word, sign in signs[2].items() if sign == " " and "x" in (signs[0].get(word), signs[1].get(word))]
        wrong += ["markers"] if "<<<<<<<" in merged else []
        lists = re.findall(r"^- (2026-\S+)", merged, re.MULTILINE)
        before = [re.findall(r"^- (2026-\S+)", text, re.MULTILINE) for text in (ours, theirs)]
        for down in (True, False):
            if all(days == sorted(days, reverse=down) and len(set(days)) > 1 for days in before) and lists != sorted(lists, reverse=down):
                wrong.append("entries out of order")
    return wrong


def merge_by_git(folder: Path, base: str, ours: str, theirs: str) -> tuple[str, bool]:
    for name, text in (("base", base), ("ours", ours), ("theirs", theirs)):
        (folder / name).write_text(text)
    result = subprocess.run(["git", "merge-file", "-p", "ours", "base", "theirs"], cwd=folder, capture_output=True, check=False)
    return result.stdout.decode(), result.returncode != 0


def merge_branches(folder: Path, edits: list[tuple[str, str, str]], *, with_nb: bool) -> list[tuple[str, bool]]:
    """All notes on two branches of a new repository, merged by `git merge`: what it leaves, and whether it is a conflict."""

    def git(*arguments: str) -> str:
        who = ("-c", "user.name=n", "-c", "user.email=e@x", "-c", "gc.auto=0")
        return subprocess.run(["git", *who, *arguments], cwd=folder, capture_output=True, check=False).stdout.decode()

    def commit(side: int) -> None:
        for number, edit in enumerate(edits):
            (folder / "people" / f"N{number}.md").write_text(edit[side])
        git("add", "-A")
        git("commit", "-qm", "edit")

    (folder / "people").mkdir(parents=True)
    git("init", "-q", "-b", "main")
    if with_nb:
        install_merge_driver(str(folder))
    commit(0)
    git("checkout", "-qb", "other")
    commit(2)
    git("checkout", "-q", "main")
    commit(1)
    said = git("merge", "--no-edit", "other")
    return [((folder / "people" / f"N{number}.md").read_text(), f"conflict in people/N{number}.md\n" in said) for number in range(len(edits))]


def main_with_git(pairs: int, seed: int) -> int:
    edits = []
    for number in range(pairs):
        writer = Writer(seed * 1_000_000 + number)
        base = writer.note()
        edits.append((base, writer.edit(base), writer.edit(base)))
    wrong = 0
    for with_nb in (False, True):
        with tempfile.TemporaryDirectory() as folder:
            start = time.perf_counter()
            merged = merge_branches(Path(folder) / "vault", edits, with_nb=with_nb)
            spent = time.perf_counter() - start
        bad = [judge(*edit, text, conflict=conflict) for edit, (text, conflict) in zip(edits, merged, strict=True)]
        conflicts = sum(conflict for _, conflict in merged)
        print(f"git merge {'with nb' if with_nb else 'alone'}: {conflicts} conflicts in {pairs} notes ({conflicts / pairs:.1%}), "
              f"{sum(map(bool, bad))} with lines lost, doubled or out of order, {spent:.1f} s")
        wrong += sum(map(bool, bad)) if with_nb else 0
    return int(wrong > 0)


def main() -> int:
    if sys.argv[1:2] == ["--git"]:
        return main_with_git(int((sys.argv[2:] or ["300"])[0]), int((sys.argv[3:] or ["1"])[0]))
    pairs = int(sys.argv[1]) if len(sys.argv) > 1 else 3000
    seed = int(sys.argv[2]) if len(sys.argv) > 2 else 1
    tally: Counter[str] = Counter()
    spent = 0.0
    with tempfile.TemporaryDirectory() as folder:
        for number in range(pairs):
            writer = Writer(seed * 1_000_000 + number)
            base = writer.note()
            ours, theirs = writer.edit(base), writer.edit(base)
            plain, conflict = merge_by_git(Path(folder), base, ours, theirs)
            tally["git: conflicts"] += conflict
            tally["git: wrong though clean"] += not conflict and bool(judge(base, ours, theirs, plain, conflict=False))
            start = time.perf_counter()
            try:
                merged = merge_versions(base, ours, theirs)
            except NotMerged as why:
                tally[f"nb: left to git ({why})"] += 1
                merged = Merged(plain, int(conflict))
            spent += time.perf_counter() - start
            tally["nb: conflicts"] += merged.contradictions > 0
            wrong = judge(base, ours, theirs, merged.text, conflict=merged.contradictions > 0)
            if wrong:
                tally["nb: lost, doubled or out of order"] += 1
                if tally["nb: lost, doubled or out of order"] < 4:
                    print(f"--- pair {number}: {wrong}", *(f"\n=== {name}\n{text}" for name, text in (
                        ("base", base), ("ours", ours), ("theirs", theirs), ("merged", merged.text))))
    print(f"{pairs} pairs, seed {seed}, {spent / pairs * 1e3:.2f} ms a merge")
    for what, count in sorted(tally.items()):
        print(f"  {count:6}  {count / pairs:6.1%}  {what}")
    return int(tally["nb: lost, doubled or out of order"] > 0)


if __name__ == "__main__":
    raise SystemExit(main())
