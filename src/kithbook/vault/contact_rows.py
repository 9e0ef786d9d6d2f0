"""What the index keeps of a contact, worked out from all that is said of them."""

from collections.abc import Collection, Iterator, Mapping
from datetime import date

from ..model.contact import Contact
from ..model.people import KnowsPeople
from ..model.settings import Settings
from ..query.coming_days import yearly_of
from ..query.introductions import underway
from ..query.keep_in_touch import suggest
from ..query.lookup import Listed, touched, undated_row
from ..query.outlook import outlook
from ..query.promises import open_row, presses_from, seeds_of
from ..query.spoken import spoken_rows
from .contact_list import pack_listed
from .due import NEVER
from .due_values import ContactRows, KeptPromise
from .naming import Naming


def rows_of(contact: Contact, sources: tuple[str, ...], since: int, names: Mapping[str, str], withheld: Collection[str], secret: Naming,
            origin: Mapping[tuple[str, int], int], people: KnowsPeople, settings: Settings, today: date) -> ContactRows:
    """The rows of a contact of whom the notes `sources` say something, too.

    `since` is the first day (an ordinal) for which all these notes hold. `names` has the names of
    those who share promises, as far as they may be kept, `withheld` notes with somebody in `secret`, whom nothing that is kept may name,
    `origin` where the days of undated promises are known from, and `people` whom links mean in what is said of the contact.
    """
    if contact.confidential:
        return ContactRows(contact.path, "", 0, True, sources)
    owners = {owner for promise in contact.promises for owner in promise.contacts}
    owners.discard(contact.path)
    if any(owner not in names for owner in owners):
        return _live(contact, sources, secret)
    ahead = outlook(contact, settings, today)
    led = [promise for promise in contact.promises if promise.contacts[0] == contact.path]
    seeds = {(seed.path, seed.line): seed for seed in seeds_of(led)} if led else {}
    promises = []
    for promise in led:
        place = promise.path, promise.line
        shared = tuple([contact.name if owner == contact.path else names[owner] for owner in promise.contacts])
        row = open_row(promise, "", [contact])._replace(contacts=shared)
        presses = presses_from(promise, settings) if promise.is_open else None
        promises.append(KeptPromise(row, seeds[place], presses.toordinal() if presses else NEVER, origin.get(place, 0)))
    listed = Listed(undated_row(contact, contact.profile), tuple([touched(contact, first, last, settings) for first, last in ahead.contacts]))
    rows = ContactRows(contact.path, contact.name, max(since, ahead.since.toordinal()), False, sources, contact.profile.tags,
                       ahead.owings, ahead.callings, suggest(contact.profile), yearly_of(contact), promises,
                       underway(contact, people, today), pack_listed(listed), spoken_rows(contact))
    if not {contact.path, *sources}.isdisjoint(withheld) and any(map(secret.are_said, _texts((rows._replace(listed=None), listed.row)))):
        return _live(contact, sources, secret)
    return rows


def _live(contact: Contact, sources: tuple[str, ...], secret: Naming) -> ContactRows:
    tags = tuple(tag for tag in contact.profile.tags if not secret.are_said(tag))
    return ContactRows(contact.path, "" if secret.are_said(contact.name) else contact.name, 0, True, sources, tags)


def _texts(value: object) -> Iterator[str]:
    """All texts in rows."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple | list):
        for part in value:
            yield from _texts(part)
