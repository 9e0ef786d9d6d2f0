"""What those who read the notes find: rules without a check of their own, for the catalogue.

The slips come from `text/` (front matter, dates, marks, settings) and from `vault/`
(files that are no notes), which have to know them anyway.
"""

from .rule import Rule

_FRONT = "Nothing in the note is read until then, since nobody knows what else would be read wrongly."

READING: tuple[Rule, ...] = (
    Rule("front-matter", "error", "The front matter cannot be read: it is never closed, a bracket or quote is open, two `: ` stand in a line.",
         _FRONT, "Look at the place that is named; in doubt, put the value in quotes."),
    Rule("yaml-tab", "error", "A tab indents a line of the front matter.", f"YAML does not allow it. {_FRONT}", "Indent with spaces."),
    Rule("duplicate-key", "error", "A property stands twice.", "Programs differ in which of the two they take.",
         "Join the two, or delete one."),
    Rule("yaml-anchor", "error", "The front matter has a YAML anchor or alias (`&`, `*`).",
         "A few lines of them can grow to gigabytes, and Obsidian does not write them.",
         "Write the value out, or put it in quotes when it is text."),
    Rule("yaml-tag", "error", "The front matter has a YAML tag (`!…`).", "What it makes of a value differs from reader to reader.",
         "Put the value in quotes."),
    Rule("yaml-depth", "error", "The front matter is nested too deeply.", "Nobody writes that by hand, and it can bring readers down.",
         "Write it flatter."),
    Rule("control-character", "error", "The front matter has a control character.", "YAML does not allow it.", "Delete it."),
    Rule("wrong-type", "error", "A value is a list or a mapping where a text is expected, or the other way round.",
         "It is left out, and missed in the answers.", "Write it as docs/format.md has it."),
    Rule("unknown-value", "error", "A value is none of those that are possible: a stage, a circle.", "It is left out.",
         "Use one of those that are named, or add the circle to `nb.yaml`."),
    Rule("unreadable-date", "error", "Where a date is expected stands none.", "It is left out, and what is due on it is not seen.",
         "Write it as YYYY-MM-DD."),
    Rule("unreadable-cadence", "error", "`every:` is no cadence.", "Nobody is reminded of this person.",
         "Write `2w`, `10d`, `3m`, `1y`, `4w/6w`, `weekly`, `monthly`, `quarterly`, `yearly` or `never`."),
    Rule("unquoted-link", "warning", "A `[[link]]` in front matter is not in quotes.",
         "In YAML that is a list in a list. It is read as it is meant, here; elsewhere it is not.", 'Write `"[[Name]]"`.'),
    Rule("ambiguous-date", "error", "A date can be two different days, or has no year.",
         "Dates are never guessed, so the entry or value is left out.", "Write it as YYYY-MM-DD, or set `date_order` in `nb.yaml`."),
    Rule("impossible-date", "error", "There is no such day.", "The entry or value is left out.", "Write the day that is meant."),
    Rule("confidential-mark", "warning", "A mark that keeps something confidential is misspelt, or says neither true nor false.",
         "Doubt closes: it is taken for the mark, so that nothing gets out.",
         "Write `#confidential`, `> [!confidential]` or `confidential: true`, or another word."),
    Rule("unclosed-comment", "warning", "A comment (`%%`, `<!--`) is never closed.", "The rest of the note is hidden.",
         "Close it with `%%` or `-->`."),
    Rule("conflict-markers", "error", "Git left both sides of a merge in a note.", "Entries stand there twice, or contradict each other.",
         "Keep what is right, and delete the lines `<<<<<<<`, `=======` and `>>>>>>>`."),
    Rule("conflict-copy", "warning", "A sync program or an editor left a copy beside a note.",
         "It is not read, and what was written into it alone would be lost.", "Take over what is missing in the note, then delete the copy."),
    Rule("encoding", "error", "A note is no UTF-8.", "Its signs cannot be told for sure.", "Save it as UTF-8."),
    Rule("nul", "error", "A note holds a byte that no text has.", "It is damaged, or no text at all.", "Take it from a backup or from git."),
    Rule("too-large", "error", "A note is larger than any note should be.", "Reading it would make every command wait.", "Split it up."),
    Rule("unreadable-file", "error", "A note cannot be read from the disk.", "It is missing in every answer.", "Give yourself the right to read it."),
    Rule("unreadable-folder", "error", "A folder cannot be read from the disk.", "All notes in it are missing.",
         "Give yourself the right to read it."),
    Rule("file-name", "error", "The name of a file is no UTF-8, or its ending is `.MD` in capitals.", "It is not read.", "Rename it."),
    Rule("not-a-file", "error", "What has the name of a note is a pipe, a device or a folder.", "It cannot be read as a note.",
         "Rename it, or move it away."),
    Rule("broken-symlink", "error", "A symbolic link leads to nothing.", "The note that was there is missing.",
         "Delete it, or mend where it leads."),
    Rule("outside-symlink", "error", "A symbolic link leads out of the vault.", "It is not followed, so that a vault holds what it shows.",
         "Copy what you need into the vault."),
    Rule("settings", "error", "Something in `nb.yaml` is not known, or of the wrong type.", "The default holds instead.",
         "Write it as docs/format.md has it."),
)
