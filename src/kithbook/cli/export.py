"""`nb export`: the people, for other programs."""

from __future__ import annotations

from collections.abc import Iterator

import click

from ..errors import UsageError
from .app import App
from .options import pass_app
from .saving import output_option, save

FORMATS = ("vcf", "ics", "csv", "json", "jsonld", "friends")


@click.command(short_help="Your people, for an address book or another program.")
@click.argument("format", type=click.Choice(FORMATS))
@click.option("--version", "version", type=click.Choice(["3", "4"]), help="With vcf: the version of the cards. [default: 4]")
@output_option
@pass_app
def command(app: App, format: str, version: str | None, output: str | None, force: bool, dry_run: bool) -> None:
    """Everybody as vCards, a calendar (see nb ics), a table, JSON, or the file of the program friends.

    With json and friends comes what happened, with json also what was promised. Confidential
    people and texts are in none of them, and nothing private. docs/export.md says what is in each.
    With -o, a file that is there is left alone, but with --force, unless nb has written it there
    and nobody has edited it since.

    \b
      nb export vcf -o people.vcf
      nb export vcf --version 3 -o phone.vcf
      nb export csv | head
      nb export json -o people.json
      nb export friends -o friends.txt
    """
    if version is not None and format != "vcf":
        raise UsageError("--version is for vcf", "leave it out")
    from ..exchange.icalendar import SEAL

    save(app, _text(app, format, "3" if version == "3" else "4"), output, format, force=force, dry_run=dry_run,
         seal=SEAL if format == "ics" else None)


def _text(app: App, format: str, version: str) -> str | Iterator[str]:
    if format == "ics":
        from .ics import calendar_text

        return calendar_text(app)
    from ..report.exporting import contacts_of, people_of
    from ..report.plain import envelope, render_json, render_json_of_rows

    if format == "json":
        return render_json_of_rows(envelope(app.today, {}), "contacts", contacts_of(app.book(whole=True), app.today))
    if format == "friends":
        from ..exchange.friends_write import write_friends
        from ..report.exporting import friends_of

        return write_friends(*friends_of(app.book(whole=True), app.today))
    people = people_of(app.book())
    if format == "vcf":
        from ..exchange.vcard_write import write_vcards

        return write_vcards(people, "3" if version == "3" else "4")
    from ..exchange.contact_write import as_json_ld, write_csv

    return write_csv(people) if format == "csv" else render_json(as_json_ld(people))
