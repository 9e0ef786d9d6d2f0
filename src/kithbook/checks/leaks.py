"""Confidential words that got out: into another file, or into history. `vault/leaks.py` and `vault/committed.py` find them."""

from .rule import Rule

LEAK = Rule(
    "leak", "error", "A file repeats in the open what is marked as confidential elsewhere, or names somebody confidential.",
    "Reports, exports and other people see that file. It is said where, and never what.",
    "Take the words out, mark them here, too, or take the mark away where they are confidential.")
COMMITTED_BEFORE = Rule(
    "committed-before", "warning", "What is confidential now was committed before it was marked.",
    "A mark does not reach back: whoever has the history has the words.",
    "docs/confidentiality.md says how to rewrite history, and what that cannot mend.")
LEAK_RULE_IDS = frozenset([LEAK.id, COMMITTED_BEFORE.id])
