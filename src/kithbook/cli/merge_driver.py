"""`nb merge-driver`: what git calls to merge a note."""

import click

from ..vault.merge_driver import MergeFiles, merge_files

_LARGEST_MARKER = 1000


@click.command(short_help="Merge a note for git.")
@click.argument("base")
@click.argument("ours")
@click.argument("theirs")
@click.argument("size", required=False, default="7")
@click.argument("path", required=False, default="")
@click.argument("labels", nargs=-1)
@click.option("--result", metavar="FILE", help="Where the merged note goes; else in place of OURS.")
def command(base: str, ours: str, theirs: str, size: str, path: str, labels: tuple[str, ...], result: str | None) -> int:
    """Merge two versions of a note that grew apart. git calls this; `nb init` sets it up.

    BASE, OURS and THEIRS are files, SIZE is the length of conflict markers, PATH the note's.
    The merged note goes in place of OURS. Exit code 0 when all is merged, 1 when
    contradictions are left between conflict markers. What is no note that can be read is
    merged as `git merge-file` does it.

    \b
      git config merge.kithbook.driver "nb merge-driver %O %A %B %L %P"
    """
    from ..text.conflict_markers import MarkerStyle

    named = [label if label and not label.startswith("%") else "" for label in (*labels, "", "", "")[:3]]  # an older git names none
    style = MarkerStyle(ours=named[1] or "ours", theirs=named[2] or "theirs", base=named[0] or "base",
                        size=max(1, min(int(size), _LARGEST_MARKER)) if size.isascii() and size.isdigit() else 7)
    return merge_files(MergeFiles(base, ours, theirs, result or ours), path, style)
