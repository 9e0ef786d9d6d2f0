"""Whatever is wrong where something is confidential or private: no form of `nb check` shows a word of it."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from running import run

SLIPS = """\
- [] SECRET one
-[ ]SECRET two
- [ ] SECRET 📅 2026-11-20 three
- [ ] SECRET due:2026-11-20 four
- [x] SECRET ➕ 2026-11-10 ✅ 2026-11-01
- 2026-02-30 call: SECRET
- 03/04/2026 SECRET
- 2027-01-01 lunch with [[SECRET Babbage]]: SECRET
- 2026-11-01 call: [[Babbag]] and [[SECRETIVE]]
- SECRET #confidentail
```
SECRET
"""
LINES = SLIPS.split("```")[0].splitlines()

VAULT = {
    "people/Whole.md": f"---\nconfidential: true\nSECRETmail: x\nemial: SECRET@x\nmet: SECRET\nknows: ['[[SECRET]]']\n---\n{SLIPS}",
    "people/Bare.md": f"confidential: yes\n{SLIPS}",
    "people/Broken.md": f"---\nconfidential: true\nrole: 'SECRET\n---\n{SLIPS}",
    "people/Private.md": "---\npluses: [[SECRET]]\nminuses: {SECRET: x}\ndealbreakers: ['[[SECRET Babbage]]']\nplusses: SECRET\n---\n"
                         "- 2027-01-01 reflection: SECRET [[Babbag]]\n- 2026-02-30 rating: SECRET\n- 12 Nov reflection: SECRET\n",
    "people/Callout.md": "> [!confidential]\n" + "".join(f"> {line}\n" for line in SLIPS.splitlines()),
    "people/Section.md": f"# SECRET #confidential\n{SLIPS}",
    "people/Lines.md": "".join(f"{line} #confidential\n" for line in LINES),
    "people/Comment.md": "%%\n" + "".join(f"{line}\n" for line in LINES) + "%%\n",
    "people/Front.md": "---\nrole: SECRET %% x %%\norg: '[[SECRET]] #confidential'\nmet: SECRET #confidential\n---\n",
    "people/Babbage.md": "---\naliases: [Babbag]\n---\n",
    "meetings/2026-11-01 Board.md": "---\nconfidential: true\nattendees: ['[[SECRET]]', '[[Babbag]]']\n---\n- 03/04/2026 [[Babbag]] SECRET\n",
}


@pytest.mark.parametrize("options", ["", "--json", "--format md", "--format github", "--fix --dry-run", "--fix"])
def test_nothing_is_shown(options: str, make_vault: Callable[[Mapping[str, str | bytes]], Path], tmp_path: Path,
                          environment: dict[str, str]) -> None:
    vault = make_vault(VAULT)
    shown = "\n".join(run(f"nb check {options}", vault, environment, tmp_path))
    assert "secret" not in shown.lower()
    assert "impossible-date" in shown and ("near-checkbox" in shown or options == "--fix")  # that something is wrong is said
