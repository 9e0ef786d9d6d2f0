"""The words by which a gift is known for what it was: information, an introduction, an idea, help.

A table of words and nothing else, English and German; `giving.py` reads it. The four kinds are
those of the essays on networking that docs/format.md follows. A word counts as a whole, in
any case and without accents; a phrase where its words stand side by side. A tag counts as its
word does (`#idea`). The first kind of the table with a word in the text is the answer.
"""

from typing import Literal

Giving = Literal["introductions", "information", "ideas", "help", "other"]

GIVING_WORDS: dict[Giving, tuple[str, ...]] = {
    "introductions": (
        "introduction", "introductions", "introduced", "intro", "put in touch", "put them in touch", "put her in touch",
        "put him in touch", "brought together", "vouched", "recommended her", "recommended him", "recommended them", "referral",
        "vorgestellt", "bekannt gemacht", "vermittelt", "empfehlung", "weiterempfohlen", "kontakt hergestellt", "zusammengebracht",
    ),
    "information": (
        "article", "articles", "link", "links", "paper", "report", "news", "newsletter", "information", "info", "facts", "data",
        "address", "number", "numbers", "phone number", "email address", "name of", "names of", "contact details", "list of",
        "guide", "manual", "documentation", "podcast", "story of", "notes on", "told her about", "told him about",
        "told them about", "lead", "job ad", "job advert", "recording", "minutes", "slides",
        "artikel", "bericht", "auskunft", "information", "informationen", "adresse", "anschrift", "nummer", "telefonnummer", "unterlagen",
        "anleitung", "liste", "hinweis auf", "name des", "name der", "namen des", "namen der", "stellenanzeige", "nachricht von",
        "protokoll", "folien",
    ),
    "ideas": (
        "idea", "ideas", "advice", "advised", "suggestion", "suggestions", "suggested", "feedback", "thoughts", "opinion",
        "tip", "tips", "hint", "brainstorm", "brainstormed", "comments", "how to", "second opinion", "sounding board", "mentoring",
        "mentored", "coaching", "coached", "what could", "what might",
        "idee", "ideen", "rat", "ratschlag", "geraten", "vorschlag", "vorschläge", "vorgeschlagen", "rückmeldung", "meinung", "tipp",
        "tipps", "gedanken", "beraten", "beratung",
    ),
    "help": (
        "help", "helped", "helping", "hand with", "held", "lent", "loan", "borrowed", "carried", "moved", "move", "moving", "repaired", "mended",
        "fixed", "built", "painted", "drove", "lift", "brought", "fetched", "found", "read", "proofread", "reviewed", "edited",
        "checked", "translated", "wrote", "reference", "interview", "babysat", "looked after", "watered", "fed", "cooked", "cover",
        "covered", "stood in", "hall", "room", "desk", "chairs", "tools", "machine", "an hour", "an evening", "a morning",
        "an afternoon", "a day", "a weekend", "morning with", "evening with", "afternoon with", "took", "read aloud", "keys",
        "hilfe", "geholfen", "gehalten", "mitgeholfen", "ausgeholfen", "geliehen", "verliehen", "getragen", "umzug", "repariert", "gebaut",
        "gestrichen", "gefahren", "abgeholt", "gebracht", "gefunden", "gelesen", "gegengelesen", "korrigiert", "übersetzt",
        "geschrieben", "gekocht", "vertreten", "eingesprungen", "aufgepasst", "gegossen", "zeugnis", "einen abend", "einen nachmittag",
        "einen vormittag", "eine stunde", "ein wochenende", "werkzeug", "saal", "stühle",
    ),
}
