"""Who a vCard describes."""

import re
from collections.abc import Iterable, Mapping
from urllib.parse import unquote

from ..model.exported import Export, Person, Remark
from .icalendar import PRODID
from .person import as_key, as_tags, each_once, one_line, own_people, read_birthday, several_lines
from .vcard import Card, Property, read_cards

_EXTENSION = re.compile(";ext=([^;]+)", re.IGNORECASE)
_HAS_DIGIT = re.compile(r"\d")
_APPLE_LABEL = re.compile(r"_\$!<(.*?)>!\$_")
# What says nothing of the person: about the card, how it is shown, or who synchronises it.
_OF_THE_CARD = frozenset([
    "VERSION", "PRODID", "REV", "UID", "N", "FN", "CLASS", "SORT-STRING", "CALADRURI", "CALURI", "FBURL", "SOURCE",
    "NAME", "PROFILE", "MAILER", "TZ", "GEO", "LABEL", "KIND", "AGENT", "CLIENTPIDMAP", "XML", "SORT-AS", "X-ABLABEL",
    "X-ABADR", "X-ABSHOWAS", "X-ABUID", "X-IMAGEHASH", "X-IMAGETYPE", "X-FILE-AS", "X-MS-OL-DESIGN",
    "X-MS-CARDPICTURE", "X-MS-OL-DEFAULT-POSTAL-ADDRESS", "X-EVOLUTION-FILE-AS", "X-COUCHDB-APPLICATION-ANNOTATIONS",
    "X-GENERATOR", "X-ADDRESSBOOKSERVER-KIND", "X-ETAG", "X-ID", "X-FC-TAGS", "X-FC-LIST-ID"
])
_READ = frozenset(["NICKNAME", "ORG", "TITLE", "ROLE", "EMAIL", "TEL", "URL", "ADR", "NOTE", "CATEGORIES", "BDAY", "X-ABSHOWAS"])
_SYSTEM_GROUPS = frozenset(["mycontacts", "my-contacts", "starred", "unfiled"])


def read_vcards(data: bytes) -> Export:
    """The people of a vCard file. Organisations, groups and nameless cards are left out, with a remark."""
    cards, remarks = read_cards(data)
    people = [person for card in cards if (person := _read_person(card, remarks)) is not None]
    if not cards:
        remarks.append(Remark(1, "fault", "there is no BEGIN:VCARD in this file"))
    return Export(own_people(people), tuple(remarks))


def _read_person(card: Card, remarks: list[Remark]) -> Person | None:
    by_name: dict[str, list[Property]] = {}
    for one in sorted(card.properties, key=lambda one: -one.preferred):
        by_name.setdefault(one.name, []).append(one)

    def texts(key: str) -> list[str]:
        return [one.text for one in by_name.get(key, ())]

    def first(key: str) -> str:
        return next((line for text in texts(key) if (line := one_line(text))), "")

    name = first("FN") or _composed(by_name)
    org = next((line for one in by_name.get("ORG", ()) if (line := ", ".join(each_once(one.parts())))), "")
    kind = (first("KIND") or first("X-ADDRESSBOOKSERVER-KIND")).casefold()
    if kind in ("org", "group", "location") or first("X-ABSHOWAS").upper() == "COMPANY":
        remarks.append(Remark(card.line, "skipped", f"{name or org or 'a card'} is no person"))
        return None
    nicknames = each_once(part for one in by_name.get("NICKNAME", ()) for part in one.parts(","))
    name = name or (nicknames[0] if nicknames else "")
    if not name or (org and name.casefold() == org.casefold() and not _composed(by_name)):
        remarks.append(Remark(card.line, "skipped", f"{org} is no person" if org else "a card without a name"))
        return None
    own = first("PRODID") == PRODID and bool(first("UID"))
    birthdays = texts("BDAY")
    birthday = next((day for text in birthdays if (day := read_birthday(text))), "")
    return Person(
        card.line, name,
        org=org, role=first("TITLE") or first("ROLE"), location=_location(by_name.get("ADR", [])),
        birthday=birthday,
        further=_further(card, by_name, birthday, own=own),
        notes=tuple(text for text in map(several_lines, texts("NOTE")) if text), own=own, uid=first("UID"),
        **(_own_lists(by_name) if own else _lists(by_name, name, nicknames)))  # type: ignore[arg-type]


def _own_lists(by_name: Mapping[str, list[Property]]) -> dict[str, tuple[str, ...]]:
    """The lists of a card of ours, as a note has them."""
    nicknames, tags = ([part for one in by_name.get(key, ()) for part in one.parts(",")] for key in ("NICKNAME", "CATEGORIES"))
    email, phone, url = ([one.text for one in by_name.get(key, ())] for key in ("EMAIL", "TEL", "URL"))
    lists = {"aliases": nicknames, "email": email, "phone": phone, "url": url, "tags": tags}
    return {key: each_once(texts, exactly=True) for key, texts in lists.items()}


def _lists(by_name: Mapping[str, list[Property]], name: str, nicknames: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """The lists of a card of another program's."""
    email, phone, url = ([one.text for one in by_name.get(key, ())] for key in ("EMAIL", "TEL", "URL"))
    tags = as_tags(part for one in by_name.get("CATEGORIES", ()) for part in one.parts(","))
    return {"aliases": tuple(nick for nick in nicknames if nick != name),
            "email": each_once(re.sub("^mailto:", "", text, flags=re.I) for text in email),
            "phone": each_once(number for text in phone if _HAS_DIGIT.search(number := _number(text))),
            "url": each_once(url), "tags": tuple(tag for tag in tags if tag not in _SYSTEM_GROUPS)}


def _composed(by_name: dict[str, list[Property]]) -> str:
    """The name put together of its parts: prefix, given, further, family, suffix are in another order in the card."""
    for one in by_name.get("N", ()):
        parts = [*one.parts(), "", "", "", "", ""]
        name = one_line(" ".join(parts[place] for place in (1, 2, 0)))
        if name:
            return name
    return ""


def _number(text: str) -> str:
    """A telephone number, of which vCard 4 makes a URI (RFC 3966); of its parameters, the extension is part of the number."""
    if text[:4].lower() != "tel:":
        return text
    number, _, parameters = unquote(text[4:]).partition(";")
    extension = _EXTENSION.search(f";{parameters}")
    return f"{number} ext. {extension[1]}" if extension else number


def _location(addresses: list[Property]) -> str:
    """Town and country of the first address that has one."""
    for one in addresses:
        parts = [*one.parts(), *[""] * 7]
        place = ", ".join(each_once([parts[3], parts[6]]))
        if place:
            return place
    return ""


def _address(one: Property) -> str:
    parts = [*one.parts(), *[""] * 7]
    return ", ".join(each_once([parts[0], parts[1], parts[2], f"{parts[5]} {parts[3]}", parts[4], parts[6]]))


def _further(card: Card, by_name: dict[str, list[Property]], birthday: str, *, own: bool) -> tuple[tuple[str, str], ...]:
    """What has no place of its own: addresses, chat names, anniversaries, and fields of one program alone."""
    labels = {one.group: _APPLE_LABEL.sub(r"\1", one.text) for one in by_name.get("X-ABLABEL", ()) if one.group}
    found: dict[str, list[str]] = {}
    place = _location(by_name.get("ADR", []))
    for one in card.properties:
        label = labels.get(one.group) if one.group else None
        if one.name == "ADR":
            if (address := _address(one)) != place:  # a town alone is the location
                found.setdefault("address", []).append(address)
        elif one.name == "BDAY" and not birthday:
            found.setdefault("vcf_birthday", []).append(one.text)
        elif one.name == "TEL" and not own and not _HAS_DIGIT.search(one.text):
            found.setdefault("vcf_phone", []).append(one.text)
        elif one.name == "ROLE" and by_name.get("TITLE"):
            found.setdefault("vcf_role", []).append(one.text)
        elif one.name not in _OF_THE_CARD | _READ:
            key = as_key("vcf", label or one.name.removeprefix("X-"))
            found.setdefault(key, []).append("; ".join(part for part in map(one_line, one.parts()) if part))
    return tuple((key, "; ".join(values)) for key, texts in found.items() if (values := each_once(texts)))
