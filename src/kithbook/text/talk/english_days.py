"""How days are named in English."""

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
    month_and_day,
    next_month_end,
    next_week,
    next_weekend,
    nth_weekday_of_month,
    ordinal,
    quarter_end,
    read_feast,
    read_weekday,
    span_of_days,
    span_of_hours,
    span_of_months,
    span_of_weeks,
    this_month_end,
    this_week,
    vague,
    week_after_next,
    week_number,
    week_of_day,
    week_of_day_and_month,
    weekday_fortnight,
    weekday_of_next_week,
    weekday_week,
    weekend,
    year_end,
)
from .language import Reading

_WEEKDAYS = ("monday mon", "tuesday tues tue", "wednesday weds wed", "thursday thurs thur thu", "friday fri", "saturday sat", "sunday sun")
_MONTHS = ("january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul", "august aug", "september sept sep",
           "october oct", "november nov", "december dec")
_SMALL = ("a an one", "two couple", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")

NUMBERS: Mapping[str, int] = {
    **{name: number for number, names in enumerate(_WEEKDAYS) for name in names.split()},
    **{name: number for number, names in enumerate(_MONTHS, 1) for name in names.split()},
    **{name: number for number, names in enumerate(_SMALL, 1) for name in names.split()},
    "fifteen": 15, "first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4, "last": -1,
}

_W = r"(mon(?:day)?|tue(?:s(?:day)?)?|wed(?:s|nesday)?|thu(?:r(?:s(?:day)?)?)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?)"
_M = (r"(january|jan|february|feb|march|mar|april|apr|may|june|jun|july|jul|august|aug|september|sept|sep|october|oct"
      r"|november|nov|december|dec)")
_D = r"(\d{1,2})(?:st|nd|rd|th)?"
_O = r"(\d{1,2})(?:st|nd|rd|th)"
_N = r"(\d{1,3}|an?(?:\s+couple\s+of)?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen)"
_Y = r"(?:,?\s+(\d{4}))?(?![\d:])"
_TIME = r"(?:\s+(?:morning|lunchtime|lunch|afternoon|arvo|evening|eve|night|noon|a\.?m|p\.?m))?"
_END = r"(?:(?:the\s+)?(?:very\s+)?(?:end|close|back end|tail end)(?:\s+of)?|late(?:r)?(?:\s+in)?)"
_FEASTS = {
    "new year's eve|nye|hogmanay": "new year's eve", "new year(?:'?s)?(?:\\s+day)?|ne'erday": "new year", "epiphany|twelfth night": "epiphany",
    "burns night": "burns night", "valentine'?s(?:\\s+day)?": "valentine", "(?:st\\.?\\s+)?pat(?:rick|ty)'?s(?:\\s+day)?": "patrick",
    "anzac(?:\\s+day)?": "anzac", "may day": "may day", "canada day": "canada", "independence day|fourth of july|the fourth": "independence",
    "bastille day": "bastille", "hallowe'?en": "halloween", "bonfire night|guy fawkes(?:\\s+night)?": "bonfire", "armistice day": "armistice",
    "martinmas": "martinmas", "st\\.?\\s+andrew'?s(?:\\s+day)?": "andrew", "michaelmas": "michaelmas",
    "(?:christmas|xmas|crimbo)\\s+eve": "christmas eve", "boxing day": "boxing day", "christmas(?:\\s+day)?|xmas|crimbo": "christmas",
    "shrove tuesday|pancake day": "shrove tuesday", "good friday": "good friday", "easter monday": "easter monday", "easter(?:\\s+sunday)?": "easter",
    "ascension(?:\\s+day)?": "ascension", "whit monday": "whit monday", "whitsun|pentecost": "whitsun", "thanksgiving": "thanksgiving",
    "labou?r day": "labor day", "memorial day": "memorial day", "mlk day": "mlk", "(?:melbourne\\s+)?cup day": "cup day",
}


# Reading, form (lower case), and what it is to the words beside it: `month` is remembered, `end` is an
# end already (`before the end of May` takes no day off), `loose` is a time of the day, `follows` goes on from the day before.
DAYS: Sequence[tuple[Reading, str, str]] = (
    (iso, r"\d{4}-\d\d-\d\d", ""),
    (week_of_day_and_month, rf"(?:the\s+)?(?:w/c|w/b|week\s+(?:commencing|beginning|of))\s+(?:the\s+)?(?:mon(?:day)?\s+)?{_D}\s+(?:of\s+)?{_M}{_Y}", ""),
    (week_of_day, rf"(?:the\s+)?(?:w/c|w/b|week\s+(?:commencing|beginning|of))\s+(?:the\s+)?(?:mon(?:day)?\s+)?{_O}", ""),
    (nth_weekday_of_month, rf"(first|1st|second|2nd|third|3rd|fourth|4th|last)\s+{_W}\s+(?:(?:of|in)\s+)(?:the\s+month|{_M})", ""),
    (end_of_month_named, rf"(?:the\s+)?last\s+day\s+(?:of|in)\s+{_M}", ""),
    (this_month_end, r"(?:the\s+)?last\s+day\s+of\s+(?:the|this)\s+month", ""),
    (day_and_month, rf"(?:the\s+)?{_D}(?:\s+of)?[\s-]{_M}\b\.?{_Y}", ""),
    (month_and_day, rf"{_M}\.?\s+(?:the\s+)?{_D}(?!\s*(?:%|k\b)){_Y}", ""),
    (digits, r"(\d{1,2})/(\d{1,2})(?:/(\d{4}|\d{2}))?", ""),
    (digits, r"(\d{1,2})\.(\d{1,2})\.(\d{4})", ""),
    (mid_of_month_named, rf"(?:mid|the\s+middle\s+of|middle\s+of)[\s-]{_M}", "month"),
    (end_of_month_named, rf"{_END}\s+{_M}", "end"),
    (vague, rf"(?:early|the\s+start\s+of|start\s+of|the\s+beginning\s+of|beginning\s+of)(?:\s+in)?\s+{_M}", ""),
    (vague, rf"(?:the\s+)?first\s+(?:half|week)\s+of\s+{_M}", "month"),
    (weekday_fortnight, rf"{_W}\s+fortnight", ""),
    (weekday_week, rf"{_W}\s+week(?!\s+(?:on|after))", ""),
    (weekday_week, rf"(?:a\s+)?week\s+(?:on\s+|from\s+)?{_W}", ""),
    (weekday_of_next_week, rf"(?:next|nxt)\s+(?:week\s+)?(?:on\s+)?{_W}{_TIME}", ""),
    (weekday_of_next_week, rf"{_W}\s+(?:of\s+)?(?:next|nxt)\s+(?:week|wk)", ""),
    (fixed(2), r"(?:the\s+)?day\s+after\s+(?:tomorrow|tmrw|tmw|tmr)", ""),
    (fixed(8), r"(?:a\s+)?week\s+(?:from\s+)?tomorrow|tomorrow\s+week", ""),
    (fixed(7), r"(?:a\s+)?week\s+(?:from\s+)?(?:today|now)|today\s+week|this\s+time\s+next\s+week|a\s+week's\s+time", ""),
    (fixed(14), r"(?:in\s+|within\s+)?(?:a\s+)?fortnight(?:'s\s+time)?|(?:in\s+)?two\s+weeks\s+today", ""),
    (fixed(1), rf"(?:tomorrow|tmrw|tmr|tmw|tomoz|tomorra|2moro|2morrow|tomoro|the\s+morn|the\s+morrow){_TIME}", ""),
    (next_weekend, r"(?:next|nxt)\s+(?:weekend|wkend|w/e)", ""),
    (this_week, r"by\s+(?:the\s+|this\s+)?(?:weekend|wkend)|before\s+the\s+weekend", "end"),
    (weekend, r"(?:this|the|over\s+the|at\s+the|on\s+the)\s+(?:weekend|wkend|w/e)", ""),
    (week_after_next, r"(?:the\s+)?week\s+after\s+next", ""),
    (next_week, rf"(?:{_END}\s+|early\s+|sometime\s+|some\s+time\s+|mid\s+|mid-|later\s+)?(?:next|nxt)\s+(?:week|wk)", ""),
    (this_week, rf"(?:{_END}\s+|later\s+)?(?:this|the)\s+(?:week|wk)(?:'s\s+end)?(?!\s+(?:after|before))|eow|week'?s\s+end", "end"),
    (week_number, r"(?:kw|cw|wk|week)\s?(\d{1,2})", ""),
    (next_month_end, rf"(?:{_END}\s+)?next\s+month", "end"),
    (mid_next_month, r"mid[\s-]next\s+month", ""),
    (this_month_end, rf"{_END}\s+(?:the|this|of)?\s*month|eom|(?:the\s+)?month[\s'-]s?\s?end|this\s+month", "end"),
    (mid_month, r"mid-?\s?month|(?:the\s+)?middle\s+of\s+(?:the|this)\s+month", ""),
    (quarter_end, r"(?:the\s+)?end\s+of\s+q([1-4])|(?:the\s+)?end\s+of\s+(?:the|this)\s+quarter|eoq", "end"),
    (year_end, r"(?:the\s+)?(?:end\s+of\s+(?:the|this)\s+year|year'?s?[\s-]end|year\s+is\s+out|year's\s+out)|eoy|this\s+year", "end"),
    (span_of_days, rf"(?:in|within)\s+(?:the\s+next\s+)?{_N}\s+days?(?:'?\s+time)?(?!\s+of\b)", ""),
    (span_of_weeks, rf"(?:in|within)\s+(?:the\s+next\s+)?{_N}\s+(?:weeks?|wks?)(?:'?\s+time)?(?!\s+of\b)", ""),
    (span_of_months, rf"(?:in|within)\s+(?:the\s+next\s+)?{_N}\s+months?(?:'?\s+time)?", ""),
    (span_of_hours, r"(?:in\s+|within\s+)?(\d{2,3})\s?(?:h|hrs|hours)", ""),
    (vague, r"in\s+(?:the\s+next\s+)?(?:a\s+)?(?:few|several|some|couple)\s+(?:days|weeks|months)", ""),
    (fixed(7), r"(?:the\s+)?week\s+after", "follows"),
    (fixed(0), r"(?:the\s+)?same\s+day", "same"),
    (read_weekday, rf"(?:this\s+|this\s+coming\s+|coming\s+|first\s+thing\s+)?{_W}(?!\s?'s\b|\s+(?:last|gone)\b){_TIME}", ""),
    (fixed(0), r"tonight|tonite|this\s+(?:afternoon|arvo|evening|eve|morning|aft)|(?:later\s+)?today|(?:by\s+|at\s+)?(?:the\s+)?(?:eod|cob|cop|close\s+of\s+(?:play|business)|end\s+of\s+(?:the\s+)?(?:day|play)|midnight|teatime|bedtime)"
               r"|(?:in|within)\s+(?:an|the|a\s+couple\s+of|two|three)\s+hours?", "loose"),
    *((read_feast(name), form, "") for form, name in _FEASTS.items()),
    (ordinal, rf"(?:the\s+)?{_O}(?!\s+(?:of\s+(?!that|the\s+month|next)|floor|time|edition|draft|century|birthday|anniversary|street|st\b|ave|grade|year|class|round|place))", ""),
    (end_of_month_named, rf"(?:in|during|by|for|before|sometime\s+in|some\s+time\s+in)\s+{_M}(?!\w)", "month"),
    (vague, r"asap|soon(?:est)?|one\s+of\s+these\s+days|some\s?time|in\s+due\s+course|at\s+some\s+point|shortly|next\s+time|in\s+the\s+(?:spring|summer|autumn|fall|winter|new\s+year)|next\s+(?:spring|summer|autumn|fall|winter|year|term)|this\s+(?:spring|summer|autumn|fall|winter|term)|before\s+the\s+holidays|after\s+the\s+holidays", ""),
)
NOT_DUE = r"after|since|from|till|until|til|last|as\s+of|every|each|past|was|were|on\s+from|ever\s+since|dated|of\s+last|between|sent|last\s+week|starting"
BEFORE = r"before(?:\s+the)?|ahead\s+of(?:\s+the)?|b4|the\s+day\s+before"
# How any of the forms can begin: looked for first, since most words begin none.
OPENINGS = (r"\d|mon|tue|wed|thu|fri|sat|sun|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|the\s|a\s|an\s|in\s|within|during|by\s|for\s|before|at\s|on\s|over"
            r"|next|nxt|this|eo[dwmqy]|co[bp]|close|tom|tmr|tmw|2mo|ton|today|late|end|back|tail|mid|early|some|week|wk|[ck]w\s?\d|w/|year|month|last|first"
            r"|second|third|fourth|same|day|fortn|asap|soon|short|one\s|coming|start|begin|after|teat|bedt|"
            r"hog|nye|ne'er|epi|twe|burns|val|st|pat|anz|can|inde|bas|hall|bonf|guy|armi|mart|mich|chri|xmas|crim|box|shro|panc|good|east|asc|whit|pente|than|lab|mem|mlk|melb|cup")
