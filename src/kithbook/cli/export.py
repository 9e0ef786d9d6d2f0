"""`nb export`: the people, for other programs."""

from __future__ import annotations

import click

from ..errors import UsageError
from .app import App, pass_app
from .saving import output_option, save

FORMATS = ("vcf", "ics", "csv", "json", "jsonld")


@click.command(short_help="Your people, for an address book or another program.")
@click.argument("format", type=click.Choice(FORMATS))
@click.option("--version", "version", type=click.Choice(["3", "4"]), help="With vcf: the version of the cards. [default: 4]")
@output_option
@pass_app
def command(app: App, format: str, version: str | None, output: str | None) -> None:
    """Everybody as vCards, a calendar (see nb ics), a table, or JSON; with json also what happened and what was promised.

    Confidential people and texts are in none of them, and nothing private.
    docs/export.md says what is in each.

    \b
      nb export vcf -o people.vcf
      nb export vcf --version 3 -o phone.vcf
      nb export csv | head
      nb export json -o people.json
    """
    if version is not None and format != "vcf":
        raise UsageError("--version is for vcf", "leave it out")
    save(app, _text(app, format, "3" if version == "3" else "4"), output)


def _text(app: App, format: str, version: str) -> str:
    if format == "ics":
        from .ics import calendar_text

        return calendar_text(app)
    from ..report.exporting import contacts_of, people_of
    from ..report.plain import envelope, render_json

    if format == "json":
        return render_json(envelope(app.today, {"contacts": contacts_of(app.book(whole=True), app.today)}))
    people = people_of(app.book())
    if format == "vcf":
        from ..exchange.vcard_write import write_vcards

        return write_vcards(people, "3" if version == "3" else "4")
    from ..exchange.contact_write import as_json_ld, write_csv

    return write_csv(person for _, person in people) if format == "csv" else render_json(as_json_ld(people))
