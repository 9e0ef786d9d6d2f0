"""German: words, and the frames in which promises are put."""

from collections.abc import Mapping, Sequence

from .german_days import BEFORE, DAYS, NOT_DUE, NUMBERS, OPENINGS
from .language import Frame, Language, Tables

SIGNS = ("ich du er sie wir ihr mir mich ihm ihn uns und der die das den dem ein eine einen nicht mit zu für auf ist hat habe hab muss will"
         " schicke melde bis am im von noch mal wenn dass sich wird werde auch nach bei morgen nächste woche ihnen schulde versprochen hab")

_BASES = ["schick", "send", "mail", "schreib", "meld", "bring", "besorg", "frag", "klär", "prüf", "schau", "such", "mach", "hol", "stell", "kümmer", "überweis", "zahl", "back", "koch", "organisier", "reservier", "buch", "bestell", "korrigier", "reparier", "druck", "erledig", "teil", "antwort", "ruf", "leih", "leit", "lad", "helf", "les", "übernehm", "empfehl", "geb", "nehm", "führ", "beantwort", "verlink", "kopier", "scann", "notier", "sag", "reich", "liefer", "bezahl", "einricht", "zeig", "erklär", "feil", "übersetz", "bereit"]
_STRONG = ["gibt", "leiht", "lädt", "hilft", "liest", "übernimmt", "empfiehlt", "nimmt", "ruft", "leitet", "fährt", "hält", "lässt", "trägt", "weiß"]

WORDS: Mapping[str, str] = {
    "ICH": "ich",
    "MIR": "mir mich uns",
    "MEIN": "mein meine meinen meinem meiner meines unser unsere unseren unserem",
    "WIR": "wir",
    "ER": "er sie",
    "IHM": "ihm ihr ihnen ihn",
    "SEIN": "sein seine seinen seinem seiner ihre ihren ihrem ihrer",
    "SICH": "sich",
    "DU": "du dir dich euch",
    "WERDE": "werde",
    "WIRD": "wird",
    "WERDEN": "werden",
    "WILL": "will",
    "WOLLTE": "wollte",
    "MUSS": "muss muß",
    "SOLL": "soll sollte",
    "SOLLTEN": "sollten müssten müssen wollen sollen müßten",
    "LASS": "lass lasst",
    "HABE": "habe hab",
    "HAT": "hat",
    "VERSPROCHEN": "versprochen zugesagt zugesichert versichert geschworen angeboten vereinbart ausgemacht abgemacht",
    "VERSPRICHT": "verspricht versprach schwört bietet",
    "SCHULDE": "schulde",
    "SCHULDET": "schuldet",
    "SAGT": "sagt sagte meint meinte schreibt schrieb versichert bestätigt bestätigte",
    "NICHT": "nicht kein keine keinen keinem nie niemals nichts leider",
    "IF": "wenn falls ob",
    "FRAGT": "fragt fragte bittet bat gefragt gebeten wissen wünscht möchte",
    "WUERDE": "würde würden könnte könnten hätte wäre",
    "AND": "und sowie",
    "BUT": "aber doch",
    "ZU": "zu",
    "WIE": "wie",
    "ADV": "noch mal auch dann gleich sicher bestimmt gerne gern heute jetzt unbedingt endlich wohl ja schon bitte doch einmal wieder",
    "AN": "an",
    "MELDET": "meldet kümmert revanchiert",
    "MELDEN": "melden kümmern revanchieren",
    "PREP": "bis am im in auf für mit von bei nach zum zur vor über wegen um ab aus",
    "DET": "der die das den dem des ein eine einen einem einer diese diesen dieses",
    "JOINT": "treffen essen reden sprechen telefonieren wiedersehen sehen zusammensetzen unternehmen gehen trinken kochen quatschen",
    "ACTI": " ".join(f"{base}e {base}" for base in _BASES) + " gebe geb nehme nehm helfe lese leihe werfe",
    "ACTT": " ".join(f"{base}t {base}et" for base in _BASES) + " " + " ".join(_STRONG),
}

PHRASES: Mapping[str, str] = {
    "BROKEN": "doch nicht,nicht geklappt,abgesagt,ist erledigt,hat sich erledigt,wie versprochen,wie vereinbart,wie zugesagt,schon erledigt,hat er nicht,hat sie nicht",
    "AUFMICH": "geht auf mich,auf meine rechnung,gehen auf mich",
    "AUFIHN": "geht auf ihn,geht auf sie,gehen auf ihn,gehen auf sie",
}

# Infinitives, plain and with `zu` in them, are known by their ends.
ENDINGS: Sequence[tuple[str, str]] = (("en", "INF"), ("ern", "INF"), ("eln", "INF"))

_START = "(?:^|(?<=STOP)|(?<=ASKED)|(?<=COLON)|(?<=DASH)|(?<=COMMA)|(?<=AND)|(?<=BUT)|(?<=QUOTE))"
_OPEN = "(?:^|(?<=STOP)|(?<=ASKED)|(?<=COLON)|(?<=DASH))"
_IN = "[^STOP ASKED NICHT COMMA]*"
_REST = "[^STOP ASKED]*"
_INF = "(?:INF|JOINT|ACTI|MELDEN)"

FRAMES: Sequence[Frame] = (
    Frame("werde", "me", 0.9, "WERDE", f"(?:ICH)?{_IN}?WERDE(?P<head>){_IN}{_INF}"),
    Frame("wird mir", "them", 0.8, "WIRD", f"(?:ER|NAME|CAP)WIRD(?P<head>)(?={_IN}(?:MIR|MEIN|MELDEN)){_IN}{_INF}"),
    Frame("wir werden", "us", 0.75, "WERDEN", f"WIR WERDEN(?P<head>){_IN}{_INF}"),
    # hat mir versprochen; habe zugesagt
    Frame("habe versprochen", "me", 0.85, "VERSPROCHEN", f"(?:ICH)?HABE(?P<head>){_IN}?(?:ICH)?{_IN}?VERSPROCHEN"),
    Frame("hat versprochen", "them", 0.85, "VERSPROCHEN", f"(?:ER|NAME|CAP)HAT(?P<head>){_IN}VERSPROCHEN"),
    Frame("hat versprochen (ohne wer)", "them", 0.8, "VERSPROCHEN", f"{_START}HAT(?P<head>){_IN}VERSPROCHEN"),
    Frame("haben vereinbart", "us", 0.75, "VERSPROCHEN", f"(?:WIR)?(?:WORD|INF)?WIR?(?P<head>){_IN}VERSPROCHEN"),
    Frame("versprochen", "me", 0.75, "VERSPROCHEN", f"{_OPEN}(?P<head>)VERSPROCHEN"),
    Frame("verspricht", "them", 0.8, "VERSPRICHT", "(?:ER|NAME|CAP)(?:MIR)?VERSPRICHT(?P<head>)"),
    # sagt, sie würde sich melden
    Frame("sagt, sie würde", "them", 0.75, "SAGT", f"SAGT{_REST}?ER(?:WUERDE|WILL|WIRD|ACTT|ACTI)(?P<head>){_REST}"),
    # will sich melden; wollte mir schicken
    Frame("will mir", "them", 0.7, "WILL WOLLTE", f"(?:ER|NAME|CAP)(?:WILL|WOLLTE)(?P<head>)(?={_IN}(?:MIR|MELDEN|MEIN)){_IN}{_INF}"),
    Frame("will sich", "them", 0.7, "WILL WOLLTE", f"{_START}(?:WILL|WOLLTE)(?P<head>)(?={_IN}(?:MIR|MELDEN)){_IN}{_INF}"),
    Frame("ich will", "me", 0.65, "WILL", f"(?:ICH WILL|WILL ICH|{_START}WILL)(?P<head>)(?={_IN}(?:IHM|DAY|NAME)){_IN}{_INF}"),
    # muss, sollte, schulde
    Frame("muss", "me", 0.75, "MUSS SOLL", f"(?:ICH(?:MUSS|SOLL)|(?:MUSS|SOLL)ICH|{_START}(?:MUSS|SOLL)(?!ER))(?P<head>){_IN}{_INF}"),
    Frame("wir müssten", "us", 0.7, "SOLLTEN", f"(?:WIR SOLLTEN|SOLLTEN WIR)(?P<head>){_IN}{_INF}"),
    Frame("lass uns", "us", 0.65, "LASS", f"LASS MIR(?P<head>){_IN}"),
    Frame("schulde", "me", 0.75, "SCHULDE", "(?P<head>)SCHULDE"),
    Frame("schuldet mir", "them", 0.75, "SCHULDET", f"(?P<head>)SCHULDET{_IN}MIR"),
    # ich schicke ihr; morgen rufe ich an; melde mich
    Frame("ich schicke", "me", 0.8, "ACTI", f"(?:ICH(?:ADV)*(?P<head>)ACTI|(?P<head2>)ACTI ICH)(?={_REST}(?:IHM|DAY|MIR|AN NAME))"),
    Frame("schicke", "me", 0.75, "ACTI", f"(?:{_START}|(?<=DAY))(?P<head>)ACTI(?={_REST}(?:IHM|DAY|MIR))"),
    Frame("sie schickt", "them", 0.75, "ACTT", f"(?:(?:ER|NAME|CAP)(?P<head>)ACTT|(?P<head2>)ACTT ER)(?={_REST}(?:MIR|MEIN|DAY))"),
    Frame("meldet sich", "them", 0.7, "ACTT", f"{_START}(?P<head>)ACTT(?={_REST}(?:MIR|MEIN|DAY))"),
    Frame("sie meldet sich", "them", 0.75, "MELDET", f"(?:(?:ER|NAME|CAP|{_START})(?P<head>)MELDET|(?P<head2>)MELDET ER)(?={_REST}SICH)"),
    # wir treffen uns am Freitag
    Frame("wir treffen uns", "us", 0.7, "JOINT", f"(?:WIR(?P<head>)JOINT|(?P<head2>)JOINT WIR|{_OPEN}(?P<head3>)JOINT MIR)(?={_REST}DAY)"),
    Frame("geht auf mich", "me", 0.7, "AUFMICH", "(?P<head>)AUFMICH"),
    Frame("geht auf ihn", "them", 0.7, "AUFIHN", "(?P<head>)AUFIHN"),
)

VETOES: Mapping[str, str] = {
    "before": "(?:FRAGT[^STOP]{0,6}|WIE(?:ICH|ER)?|IF|WUERDE)$",
    "after": "(?:BROKEN|NICHT|WUERDE(?=STOP|$))",
    "broken": "(?:STOP|COMMA|BUT|DASH)(?:ICH|ER)?(?:BROKEN|(?:HAT|HABE)(?:ER|ICH)?NICHT)",
    "third": "(?:ACTT|INF)SEIN(?:NAME|WORD)",
    "subject": "HAT|WIRD|WILL|SAGT|VERSPRICHT",
    "clause_end": "QUOTE|COMMA(?:ICH|ER|WIR|DU|SAGT|BUT|IF)",
    "addressed": "DU",
    "mine": "MIR|MEIN|WIR|SICH",
    "request": "FRAGT",
    "asked_me": "FRAGT[^STOP]*MIR",
    "told of": "(?!)",
    "owner": "(?!)",
    "not_taken": "(?!)", "told_behind": "(?!)",
    "goes_on": "(?!)",
    "speech": "(?!)",
    "others": "(?!)",
    "passive_them": "(?!)",
    "to them": "(?!)",
    "told": "(?!)",
    "request_both": "(?!)",
    "i_answer": "(?!)",
    "third_told": "(?!)",
    "day_beside": "(?!)",
    "place": "(?!)",
    "set_off": "COMMA$",
    "asked_them": "FRAGT(?:IHM|NAME)",
    "he_says": "COMMA SAGT ER(?=STOP|COMMA|$)",
    "i_said": "ICH SAGT|SAGT ICH|HABE",
}


def _is_past(word: str) -> bool:
    return word.startswith("ge") and word.endswith(("t", "en")) and len(word) > 5


GERMAN = Language(Tables(
    code="de", signs=SIGNS, words=WORDS, phrases=PHRASES, endings=ENDINGS, frames=FRAMES, points={}, enough=0, vetoes=VETOES,
    numbers=NUMBERS, days=DAYS, not_due=NOT_DUE, before=BEFORE, before_by=r"(?!)", until=r"(?!)", openings=OPENINGS, past=_is_past, joined={},
    titles=frozenset(["dr", "prof", "hr", "fr", "str", "nr", "z.b", "d.h", "ca", "bzw", "inkl"]), dotted=frozenset(), inflected={}, small="bis am im zum zur vor und an in", thirds="hat ist sagt will möchte sucht kommt", unchanged="", both="beides beide",
    again="(?:tue|mache) (?:es|das)"))
