"""Promises that stand in prose, found by rules that one can read (docs/scan.md).

A language is a module of tables: words and their tags, frames made of tags, forms of days.
What reads them knows no language: `tagging.py`, `days.py`, `promises.py`; `letter.py` knows e-mails.
"""
