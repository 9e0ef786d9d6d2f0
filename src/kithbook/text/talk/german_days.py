"""How days are named in German."""

from collections.abc import Mapping, Sequence

from .day_readings import (
    day_and_month,
    digits,
    end_of_month_named,
    fixed,
    iso,
    mid_month,
    mid_next_month,
    mid_of_month_named,
    next_month_end,
    next_week,
    next_weekend,
    ordinal,
    quarter_end,
    read_feast,
    read_weekday,
    this_month_end,
    this_week,
    vague,
    week_after_next,
    week_number,
    weekday_of_next_week,
    weekday_week,
    weekend,
    year_end,
)
from .day_spans import span_of_days, span_of_hours, span_of_months, span_of_weeks
from .language import Reading

_WEEKDAYS = ("montag mo", "dienstag di", "mittwoch mi", "donnerstag do", "freitag fr", "samstag sonnabend sa", "sonntag so")
_MONTHS = ("januar jänner jan", "februar feb", "märz mrz", "april apr", "mai", "juni jun", "juli jul", "august aug", "september sept sep",
           "oktober okt", "november nov", "dezember dez")
_SMALL = ("ein einem einer eins", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun", "zehn")

NUMBERS: Mapping[str, int] = {
    **{name: number for number, names in enumerate(_WEEKDAYS) for name in names.split()},
    **{name: number for number, names in enumerate(_MONTHS, 1) for name in names.split()},
    **{name: number for number, names in enumerate(_SMALL, 1) for name in names.split()},
    "vierzehn": 14,
}

_W = r"(montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonnabend|sonntag)"
_SHORT = r"(?:(?<=am )|(?<=bis )|(?<=den ))(mo|di|mi|do|fr|sa|so)"
_M = (r"(januar|jänner|jan|februar|feb|märz|mrz|april|apr|mai|juni|jun|juli|jul|august|aug|september|sept|sep|oktober|okt"
      r"|november|nov|dezember|dez)")
_N = r"(\d{1,3}|ein(?:em|er)?|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|vierzehn)"
_TIME = r"(?:\s+(?:früh|vormittag|mittag|nachmittag|abend|nacht)|abend|vormittag|nachmittag|mittag|früh)?"
_FEASTS = {
    "heiligabend|heilig abend": "christmas eve", "weihnachten": "christmas", "silvester": "new year's eve", "neujahr": "new year",
    "dreikönig(?:e|stag)?": "epiphany", "karfreitag": "good friday", "ostermontag": "easter monday", "ostern|ostersonntag": "easter",
    "himmelfahrt": "ascension", "pfingstmontag": "whit monday", "pfingsten": "whitsun", "nikolaus": "nicholas", "martinstag|st\\.? martin": "martinmas",
    "tag der (?:deutschen )?einheit": "unity",
}

DAYS: Sequence[tuple[Reading, str, str]] = (
    (iso, r"\d{4}-\d\d-\d\d", ""),
    (digits, r"(\d{1,2})\.(\d{1,2})\.(\d{4}|\d{2})?", ""),
    (day_and_month, rf"(?:der\s+|den\s+|dem\s+)?(\d{{1,2}})\.?\s+{_M}\b\.?(?:\s+(\d{{4}}))?", ""),
    (mid_of_month_named, rf"mitte\s+{_M}", "month"),
    (end_of_month_named, rf"ende\s+{_M}", "end"),
    (vague, rf"anfang\s+(?:{_M}|des\s+monats|nächsten\s+monats)", ""),
    (weekday_week, rf"{_W}\s+in\s+(?:einer\s+woche|8\s+tagen|acht\s+tagen)", ""),
    (weekday_of_next_week, rf"(?:nächste[nr]?|nä\.?)\s+{_W}{_TIME}", ""),
    (weekday_of_next_week, rf"{_W}\s+nächster\s+woche", ""),
    (fixed(7), r"heute\s+in\s+(?:einer\s+woche|8\s+tagen|acht\s+tagen)", ""),
    (fixed(2), r"übermorgen", ""),
    (fixed(1), rf"morgen{_TIME}", ""),
    (this_week, r"(?:bis\s+(?:zum\s+|übers\s+)?|vor\s+dem\s+)wochenende", "end"),
    (next_weekend, r"nächstes\s+wochenende", ""),
    (weekend, r"(?:am|übers|dieses|kommendes)\s+wochenende", ""),
    (week_after_next, r"übernächste[rn]?\s+woche", ""),
    (next_week, r"(?:(?:anfang|mitte|ende)\s+)?(?:nächste[rn]?|kommende[rn]?)\s+woche", ""),
    (this_week, r"(?:ende\s+)?(?:der|diese[rn]?)\s+woche(?!\s+nach)|ende\s+der\s+woche", "end"),
    (week_number, r"(?:kw|kalenderwoche)\s?(\d{1,2})", ""),
    (mid_next_month, r"mitte\s+(?:des\s+)?nächsten\s+monats", ""),
    (next_month_end, r"(?:ende\s+)?(?:des\s+)?nächsten\s+monats?|nächsten\s+monat", "end"),
    (this_month_end, r"ende\s+(?:des|dieses)?\s*monats?|monatsende|diesen\s+monat", "end"),
    (mid_month, r"mitte\s+(?:des\s+|dieses\s+)?monats|monatsmitte", ""),
    (quarter_end, r"quartalsende|ende\s+des\s+quartals", "end"),
    (year_end, r"jahresende|ende\s+des\s+jahres|dieses\s+jahr", "end"),
    (span_of_days, rf"(?:in|binnen|innerhalb\s+von)\s+{_N}\s+tag(?:en)?", ""),
    (span_of_weeks, rf"(?:in|binnen|innerhalb\s+von|innerhalb)\s+{_N}\s+woche(?:n)?", ""),
    (span_of_months, rf"(?:in|binnen|innerhalb\s+von|innerhalb)\s+{_N}\s+monat(?:en|s)?", ""),
    (span_of_hours, r"(?:in|binnen|innerhalb\s+von)\s+(\d{2,3})\s?(?:h|std|stunden)", ""),
    (read_weekday, rf"(?:kommenden\s+|diesen\s+)?{_W}(?!s\b){_TIME}", ""),
    (read_weekday, rf"{_SHORT}\.?(?![\w])", ""),
    (fixed(0), r"heute(?:\s+(?:noch|abend|nachmittag|nacht|mittag))?|noch\s+heute|gleich\s+nachher", "loose"),
    *((read_feast(name), form, "") for form, name in _FEASTS.items()),
    (ordinal, r"(?:(?<=am )|(?<=zum )|(?<=bis )|(?<=den )|(?<=der )|(?<=dem ))(\d{1,2})\.(?!\d)", ""),
    (end_of_month_named, rf"im\s+{_M}", "month"),
    (vague, r"bald|demnächst|irgendwann|die\s+tage|in\s+den\s+nächsten\s+tagen|baldmöglichst|asap|gelegentlich|nächstes\s+mal|nächstes\s+jahr"
            r"|im\s+(?:frühling|frühjahr|sommer|herbst|winter|neuen\s+jahr)|in\s+ein\s+paar\s+(?:tagen|wochen|monaten)", ""),
)
NOT_DUE = r"nach(?:\s+dem)?|seit(?:\s+dem)?|ab(?:\s+dem)?|von|vom|letzten|letzter|jeden|jede|vorigen|vergangenen"
BEFORE = r"vor(?:\s+dem)?|noch\s+vor"
OPENINGS = (r"\d|mo|di|mi|do|fr|sa|so|jan|jän|feb|m[äar]|apr|jun|jul|aug|sep|okt|nov|dez|der\s|den\s|dem\s|des\s|n[äa]|in\s|im\s|am\s|bis\s|binnen|innerh|heut"
            r"|über|vor\s|komm|ende|anf|noch\s|gleich|kw|kal|quart|jahr|bald|demn|irg|die\s|asap|geleg|heil|weih|silv|neu|drei|kar|ost|himm|pfing|nik|st\.?\s|tag\s")
