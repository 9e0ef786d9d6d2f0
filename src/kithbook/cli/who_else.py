"""`nb who-else`: whom an article, a lead or a topic would serve, and why."""

import re
import sys
from collections.abc import Sequence

import click

from ..errors import UsageError, cannot_be_read
from ..model.pattern import pattern
from ..model.resolve import stem_of
from ..query.topic import Topic, topic_of_article, typed_topic
from ..query.who_else import WhoElse, who_else
from ..query.wording import Wording
from ..report.layout import clean
from ..report.plain import to_plain
from ..report.who_else import render_who_else
from .app import App
from .completing import complete_names, complete_tags
from .options import pass_app, reading
from .output import terminal_style

_MOST = 10
_NOT_IN_ENTRY = pattern(r"[\[\]#`<>|]|%%|==|\^(?=[\w-]+$)")


@click.command(short_help="Whom an article, a lead or a topic would serve.")
@click.argument("words", nargs=-1, metavar="TOPIC...|-", shell_complete=complete_tags)
@click.option("--file", "file", metavar="ARTICLE", type=click.Path(), help="An article in Markdown, text or HTML; - is stdin.")
@click.option("--limit", type=click.IntRange(0), default=_MOST, show_default=True, help="At most so many people; 0: all.")
@click.option("--share", is_flag=True, help="Log that you gave it to those whom you choose.")
@click.option("--to", "to", multiple=True, metavar="NAME", shell_complete=complete_names, help="With --share: to whom. May be repeated.")
@click.option("--dry-run", is_flag=True, help="With --share: show the change as a diff, and write nothing.")
@reading
@pass_app
def command(app: App, words: tuple[str, ...], file: str | None, limit: int, share: bool, to: tuple[str, ...], dry_run: bool,
            form: str) -> None:
    """Who else do I know that might be interested in this?

    By what people are interested in, need, struggle with, want to reach and offer, by their
    tags, and by what you talked about, the last two years above all; and it says why. Those
    who had it already (a `gave … #topic` in their log, or the same link) are left out. Of an
    article, the title and the words that it keeps coming back to count. Words that mean the
    same stand under `synonyms:` in nb.yaml. Nothing confidential is looked at.

    \b
      nb who-else solar panels
      nb who-else --file article.html
      pbpaste | nb who-else -
      nb who-else solar panels --share --to ana --to raj
    """
    if (to or dry_run) and not share:
        raise UsageError(f"{'--to' if to else '--dry-run'} is about what --share logs", "add --share, or leave it away")
    if share and not to and not app.can_ask:
        raise UsageError("--share asks to whom, and nobody is there to answer", "say it: --share --to NAME")
    if share:
        app.take_back_cut_short()
    wording = Wording(app.vault.settings.synonyms)
    topic = _read_topic(app, words, file, wording)
    paths = app.paths_of(to)
    if not to:
        today = app.today
        found = app.look_through(lambda shelf: who_else(topic, shelf, today, wording, limit or None))
        answer = {"topic": topic.title, "url": topic.url or None, **to_plain(found)}
        if not share:
            app.answer(answer, form, render_who_else, "who-else")
            return
        click.echo(render_who_else({"today": str(today), **answer}, terminal_style()), err=True, nl=False)
        paths = _chosen(found)
    if paths:
        _log(app, topic, wording, paths, dry_run=dry_run)


def _read_topic(app: App, words: tuple[str, ...], file: str | None, wording: Wording) -> Topic:
    """The topic that was typed, or that of the article; raises `UsageError` when there is none."""
    if words == ("-",):
        words, file = (), file or "-"
    if words and file:
        raise UsageError("a topic and an article are two questions", "give TOPIC or --file")
    if not words and not file:
        raise UsageError("it is not said what about", "give a TOPIC, or --file ARTICLE")
    if file:
        from ..text.article import read_article

        article = read_article(_read_file(app, file))
        topic = topic_of_article(article.title, article.url, article.text, wording)
    else:
        from .typed import read_line, refuse_marked

        topic = typed_topic(read_line(" ".join(words), "topic"), wording)
        refuse_marked(topic.title, "whoever it is shared with")
    if not topic.weights:
        raise UsageError("there is no word in it that says what it is about", "say more of it")
    return topic


def _read_file(app: App, name: str) -> str:
    """The text of an article; of a note of the vault, what of it may be shown."""
    from ..text.article import MAX_BYTES
    from ..text.decode import decode_leniently
    from ..vault.files import read_plain_file

    try:
        data = sys.stdin.buffer.read(MAX_BYTES) if name == "-" else read_plain_file(name, MAX_BYTES)
    except OSError as error:
        raise cannot_be_read(name, error, "name an article in Markdown, text or HTML") from None
    shown = None if name == "-" else app.vault.files.shown_text(name)
    return decode_leniently(data) if shown is None else shown


def _chosen(found: WhoElse) -> list[str]:
    """The notes of those to whom it is given, asked one by one."""
    chosen: list[str] = []
    for row in found.who_else:
        if click.confirm(f"Share it with {clean(row.contact)}?", default=False, err=True):
            chosen.append(row.contact_path)
    return chosen


def _log(app: App, topic: Topic, wording: Wording, paths: Sequence[str], *, dry_run: bool) -> None:
    """Write down that it was given."""
    from ..text.insert import NewEntry
    from ..text.note import NoteReader
    from ..vault.note_change import NoteChanger
    from .typed import read_line
    from .writing import report_changes

    title = " ".join(_NOT_IN_ENTRY.sub(" ", topic.title).split())
    slug = "-".join(word for word in re.findall(r"[^\W_]+", topic.title.lower()) if wording.keys(word))
    text = read_line(" ".join(part for part in (title, topic.url, f"#{slug}" if slug and not slug.isdecimal() else "") if part))
    said = f"given to {', '.join(map(stem_of, paths))} on {app.today}"
    changer = NoteChanger(app.vault.root, NoteReader(app.vault.settings, prose=True), dry_run=dry_run)
    changes, _ = changer.log(paths, NewEntry(app.today, "gave", "gave", None, (), text, ()), said)
    report_changes(app, changes, f"{said}: {text}", "who-else", dry_run=dry_run)
