"""What things are: contacts, entries, promises, notes, problems, dates, the book of all.

No files, no clock, only the standard library. Records that come in hundreds of
thousands (entries, promises, contacts) are NamedTuples (`record.py`): as immutable and
as typed as a frozen dataclass and a quarter of its cost to make, which decides whether ten
thousand notes are read in half a second. So is the book, since loading
`dataclasses` takes longer than reading a note. The rest are frozen, slotted dataclasses.
"""
