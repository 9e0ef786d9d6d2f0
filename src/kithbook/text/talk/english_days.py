"""How days are named in English."""

from collections.abc import Mapping, Sequence

from .day_readings import (
    day_and_month,
    day_by_feast,
    day_of_next_month,
    digits,
    end_of_month_before,
    end_of_month_named,
    fixed,
    iso,
    mid_month,
    mid_next_month,
    mid_of_month_named,
    month_after_next,
    month_and_day,
    next_month_end,
    next_quarter_end,
    next_week,
    next_weekend,
    nth_weekday_of_month,
    ordinal,
    quarter_end,
    read_feast,
    read_weekday,
    this_month_end,
    this_week,
    vague,
    week_after_next,
    week_number,
    week_of_day,
    week_of_day_and_month,
    weekday_after_next,
    weekday_and_digits,
    weekday_and_number,
    weekday_fortnight,
    weekday_in_weeks,
    weekday_of_next_week,
    weekday_week,
    weekend,
    weekend_after_next,
    year_end,
)
from .day_spans import (
    span_before,
    span_of_days,
    span_of_hours,
    span_of_months,
    span_of_weeks,
    span_of_working_days,
    span_of_years,
)
from .language import Reading

_WEEKDAYS = ("monday mon", "tuesday tues tue", "wednesday weds wed wensday", "thursday thurs thur thu", "friday fri", "saturday sat setterday satday", "sunday sun")
_MONTHS = ("january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul", "august aug", "september sept sep",
           "october oct", "november nov", "december dec")
_SMALL = ("a an one", "two couple pair", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth", "thirteenth",
             "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth", "twentieth")

NUMBERS: Mapping[str, int] = {
    **{name: number for number, names in enumerate(_WEEKDAYS) for name in names.split()},
    **{name: number for number, names in enumerate(_MONTHS, 1) for name in names.split()},
    **{name: number for number, names in enumerate(_SMALL, 1) for name in names.split()},
    **{name: number for number, name in enumerate(_ORDINALS, 1)},
    **{f"twenty-{name}": 20 + number for number, name in enumerate(_ORDINALS[:9], 1)},
    "thirtieth": 30, "thirty-first": 31, "fifteen": 15, "twenty": 20, "thirty": 30, "ninety": 90, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4, "last": -1,
    "day": 1, "days": 1, "night": 1, "evening": 1, "morning": 1, "week": 7, "weeks": 7, "fortnight": 14,  # before a day
}

# `wed go` is `we'd go`.
_W = (r"(mon(?:day)?|tue(?:s(?:day)?)?|wed(?:s|nesday|(?!\s+(?:go|do|meet|be|have|get|all|both|try|split|share|talk|speak|catch|love|like|need|call|see)\b))"
      r"|thu(?:r(?:s(?:day)?)?)?|fri(?:day)?|sat(?:urday|day|(?!\s+(?:with|in|down|through|beside|next)\b))|sun(?:day)?|setterday|wensday)")
_M = (r"(january|jan|february|feb|march|mar|april|apr|may|june|jun|july|jul|august|aug|september|sept|sep|october|oct"
      r"|november|nov|december|dec)")
_D = r"(\d{1,2})(?:st|nd|rd|th)?"
_O = r"(\d{1,2})(?:st|nd|rd|th)"
_NTH = "|".join(sorted((name for name in NUMBERS if name.endswith(("st", "nd", "rd", "th")) and name.isascii() and not name[0].isdigit() and name not in ("august", "aug")), key=len, reverse=True))
_COUNT = r"\d{1,3}|an?(?:\s+(?:couple|pair)\s+of)?|couple(?:\s+of)?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|ninety"
# Of `two or three`, `5-10` and `two three` the later counts.
_N = rf"(?:(?:\d{{1,2}}|one|two|three|four|five|six|eight|ten)(?:\s*[-–]\s*|\s+or\s+|\s+to\s+|\s+))?({_COUNT})"
_IN = r"(?:in|within|inside|over)\s+(?:of\s+)?(?:the\s+(?:next|coming)\s+)?(?:about\s+|around\s+)?"
_TIMED = r"(?:'?\s+time|\s+or\s+so)?(?!\s+of\b)"
_FROM_NOW = r"\s+(?:from\s+(?:now|today|tonight)|hence)"
_WEEKEND = r"(?:week-?end|wk-?end|wknd|w/e)"
_Y = r"(?:,?\s+(\d{4}))?(?!\d|:\d)"
_TIME = r"(?:\s+(?:first\s+thing|morning|lunchtime|lunch|afternoon|arvo|evening|eve|night|noon|a\.?m|p\.?m))?"
_END = r"(?:(?:the\s+)?(?:very\s+)?(?:end|close|back end|tail end)(?:\s+of)?|late(?:r)?(?:\s+in)?)"
_START = r"(?:the\s+)?(?:start|beginning|first\s+half|first\s+thing)(?:\s+of)?"
_FEASTS = {
    "new year's eve|nye|hogmanay": "new year's eve", "new year(?:'?s)?(?:\\s+day)?|ne'erday": "new year", "epiphany|twelfth night|little\\s+christmas|women's\\s+christmas": "epiphany",
    "burns night": "burns night", "valentine'?s(?:\\s+day)?": "valentine", "(?:st\\.?\\s+)?pa(?:trick|tty|ddy)'?s(?:\\s+day)?": "patrick",
    "anzac(?:\\s+day)?": "anzac", "may day": "may day", "canada day": "canada", "independence day|fourth of july": "independence",
    "bastille day": "bastille", "hallowe'?en": "halloween", "bonfire night|guy fawkes(?:\\s+night)?": "bonfire", "armistice day": "armistice",
    "martinmas": "martinmas", "st\\.?\\s+andrew'?s(?:\\s+day)?": "andrew", "michaelmas": "michaelmas",
    "(?:christmas|xmas|crimbo)\\s+eve": "christmas eve", "boxing day|st\\.?\\s+stephen'?s\\s+day|stephen'?s\\s+day": "boxing day", "(?<!father )christmas(?:\\s+day)?|xmas|crimbo": "christmas",
    "shrove tuesday|pancake (?:day|tuesday)|mardi gras": "shrove tuesday", "good friday": "good friday", "easter monday": "easter monday", "easter(?:\\s+sunday)?": "easter",
    "ascension(?:\\s+day)?": "ascension", "whit monday": "whit monday", "whitsun|pentecost": "whitsun", "thanksgiving": "thanksgiving",
    "labou?r day": "labor day", "palm sunday": "palm sunday", "ash wednesday": "ash wednesday", "maundy thursday": "maundy thursday",
    "australia day": "australia", "st\\.?\\s+david'?s(?:\\s+day)?": "david", "st\\.?\\s+george'?s(?:\\s+day)?": "george", "juneteenth": "juneteenth",
    "veterans'?\\s+day": "armistice", "all (?:saints|hallows)'?(?:\\s+day)?": "all saints", "all souls'?(?:\\s+day)?": "all souls", "presidents'?\\s+day": "presidents", "columbus day": "columbus",
    "remembrance sunday": "remembrance", "memorial day": "memorial day", "mlk day": "mlk", "candlemas": "candlemas", "st\\.?\\s+brigid'?s(?:\\s+day)?": "brigid", "lady day": "lady day", "bloomsday": "bloomsday", "lammas(?:\\s+day)?": "lammas",
    "waitangi(?:\\s+day)?": "waitangi", "mothering sunday": "mothering sunday", "trinity sunday": "trinity sunday", "corpus christi": "corpus christi", "victoria day": "victoria",
    "st\\.?\\s+nicholas'?s?(?:\\s+day)?|nikolaus(?:tag)?": "nicholas", "(?:melbourne\\s+)?cup day": "cup day",
}


# Reading, form (lower case), and what it is to the words beside it: `month` is remembered, `end` is an
# end already (`before the end of May` takes no day off), `loose` is a time of the day, `clock` one of the day before, `follows` goes on from the day before.
DAYS: Sequence[tuple[Reading, str, str]] = (
    (iso, r"\d{4}-\d\d-\d\d", ""),
    (week_of_day_and_month, rf"(?:the\s+)?(?:w/c|w/b|(?:week|wk)\s+(?:commencing|beginning|of))\s+(?:the\s+)?(?:mon(?:day)?,?\s+)?(?:{_D}\s+(?:of\s+)?{_M}|{_M}\.?\s+(?:the\s+)?{_D}){_Y}", ""),
    (week_of_day, rf"(?:the\s+)?(?:w/c|w/b|(?:week|wk)\s+(?:commencing|beginning|of))\s+(?:the\s+)?(?:mon(?:day)?\s+)?{_O}", ""),
    (nth_weekday_of_month, rf"(first|1st|second|2nd|third|3rd|fourth|4th|last)\s+{_W}\s+(?:(?:of|in)\s+)(?:the\s+month|{_M})", ""),
    (end_of_month_named, rf"(?:the\s+)?last\s+day\s+(?:of|in)\s+{_M}", ""),
    (this_month_end, r"(?:the\s+)?last\s+day\s+of\s+(?:the|this)\s+month", ""),
    (day_and_month, rf"(?:the\s+)?{_D}(?:\s+of)?[\s-]{_M}\b\.?{_Y}", ""),
    (day_and_month, rf"(?:the\s+)?({_NTH})\s+(?:of\s+)?{_M}{_Y}", ""),
    (month_and_day, rf"{_M}\.?\s+(?:the\s+)?{_D}(?!\s*(?:%|k\b)){_Y}", ""),
    (weekday_and_digits, rf"{_W}[\s,]+(\d{{1,2}})/(\d{{1,2}})(?:/(\d{{4}}|\d{{2}}))?", ""),
    (digits, r"(\d{1,2})/(\d{1,2})(?:/(\d{4}|\d{2}))?", ""),
    (digits, r"(?<!at )(\d{1,2})\.(\d{1,2})\.(\d{4})?", ""),
    (mid_of_month_named, rf"(?:mid|the\s+middle\s+of|middle\s+of)[\s-]{_M}", "month"),
    (end_of_month_named, rf"{_END}\s+{_M}", "end"),
    (vague, rf"(?:in\s+)?(?:early|the\s+start\s+of|start\s+of|the\s+beginning\s+of|beginning\s+of)(?:\s+in)?\s+{_M}", ""),
    (vague, rf"(?:in\s+)?(?:the\s+)?(?:first|second|third|last)\s+(?:half|week)\s+of\s+{_M}", "month"),
    (vague, r"(?:in\s+)?(?:the\s+)?(?:first|second|third|last)\s+(?:half|week)\s+of\s+(?:the|next)\s+month", ""),
    (weekday_after_next, rf"next\s+{_W}\s+but\s+one|{_W}\s+after\s+next", ""),
    (weekday_in_weeks, rf"(?:in\s+)?{_N}\s+weeks\s+(?:on|from|this|come)\s+{_W}", ""),
    (weekday_fortnight, rf"(?:a\s+)?fortnight\s+on\s+{_W}|{_W}\s+fortnight", ""),
    (weekday_week, rf"{_W}[\s-]week(?!\s+(?:on|after))", ""),
    (weekday_week, rf"(?:in\s+)?(?:a\s+)?week\s+(?:on\s+|from\s+)?{_W}", ""),
    (weekday_of_next_week, rf"(?:next|nxt)\s+(?:week\s+)?(?:on\s+)?{_W}{_TIME}", ""),
    (weekday_of_next_week, rf"{_W}\s+(?:of\s+)?(?:next|nxt)(?:\s+(?:week|wk)|(?!\s+\w))", ""),
    (fixed(2), r"(?:the\s+)?day\s+after\s+(?:tomorrow|tmrw|tmw|tmr)", ""),
    (fixed(8), r"(?:a\s+)?week\s+(?:from\s+)?tomorrow|tomorrow\s+week", ""),
    (fixed(7), r"(?:a\s+)?week\s+(?:from\s+)?(?:today|now|tonight)|today\s+week|this\s+time\s+next\s+week|a\s+week's\s+time", ""),
    (fixed(14), r"(?:in\s+|within\s+)a\s+week\s+or\s+two|(?:in\s+|within\s+)?(?:a\s+)?fortnight(?:'s\s+time)?(?!\s+before)|(?:in\s+)?two\s+weeks\s+today", ""),
    (fixed(1), rf"(?:tomorrow|tmrw|tmr|tmw|tomoz|tomorra|2moro|2morrow|tomoro|the\s+morn's\s+(?:morn|morning|nicht|night)|the\s+morn|the\s+morra|the\s+morrow){_TIME}", ""),
    (weekend_after_next, rf"(?:the\s+)?{_WEEKEND}\s+after\s+next|next\s+{_WEEKEND}\s+but\s+one", ""),
    (next_weekend, rf"(?:next|nxt)\s+{_WEEKEND}", ""),
    (this_week, rf"by\s+(?:the\s+|this\s+)?{_WEEKEND}|before\s+(?:the\s+)?{_WEEKEND}", "end"),
    (weekend, rf"(?:this|this\s+coming|the|over\s+the|at\s+the|on\s+the|at|on|over)\s+{_WEEKEND}", ""),
    (month_after_next, r"(?:the\s+)?month\s+after\s+next", "end"),
    (week_after_next, r"next\s+week\s+but\s+one", ""),
    (week_after_next, r"(?:the\s+)?week\s+after\s+next", ""),
    (next_week, rf"(?:{_END}\s+|{_START}\s+|early\s+|sometime\s+|some\s+time\s+|mid\s+|mid-|later\s+|in\s+the\s+)?(?:next|nxt|coming)\s+(?:week|wk)", ""),
    (this_week, rf"(?:{_END}\s+|later\s+)?(?:this|the)\s+(?:week|wk)(?:'s\s+end)?(?!\s+(?:after|before))|eow|week'?s\s+end", "end"),
    (day_of_next_month, rf"(?:the\s+)?{_O}\s+(?:of\s+)?next\s+month|(?:the\s+)?(first)\s+of\s+next\s+month", ""),
    (vague, rf"{_START}\s+next\s+month", ""),
    (week_number, r"(?:kw|cw|wk|week)\s?(\d{1,2})", ""),
    (next_month_end, rf"(?:{_END}\s+)?next\s+month", "end"),
    (mid_next_month, r"mid[\s-]next\s+month", ""),
    (this_month_end, rf"{_END}\s+(?:the|this|of)?\s*month|eom|(?:the\s+)?month(?:[\s'-]s?\s?end|(?:'s|\s+is)\s+(?:out|over|up))|this\s+month", "end"),
    (mid_month, r"mid-?\s?month|(?:the\s+)?middle\s+of\s+(?:the|this)\s+month", ""),
    (quarter_end, r"(?:the\s+)?end\s+of\s+q([1-4])|(?:in|by|during|for|before\s+the\s+end\s+of)\s+q([1-4])|(?:the\s+)?(?:end\s+of\s+)?(?:the|this)\s+quarter|quarter[\s-]end|eoq", "end"),
    (next_quarter_end, rf"(?:{_END}\s+)?next\s+quarter", "end"),
    (year_end, r"(?:the\s+)?(?:end\s+of\s+(?:the|this)\s+year|year'?s?[\s-]end|year\s+is\s+out|year's\s+out|turn\s+of\s+the\s+year)|eoy", "end"),
    (year_end, r"this\s+year", "loose"),
    (fixed(2), r"(?:in|within)\s+a\s+day\s+or\s+(?:two|so)", ""),
    (span_of_working_days, rf"{_IN}{_N}\s+(?:working|business|work)\s+days?{_TIMED}|{_N}\s+(?:working|business)\s+days{_FROM_NOW}", ""),
    (span_of_days, rf"{_IN}{_N}\s+days?{_TIMED}|{_N}\s+days?{_FROM_NOW}", ""),
    (span_of_weeks, rf"{_IN}{_N}\s+(?:weeks?|wks?){_TIMED}|{_N}\s+(?:weeks?|wks?)(?:{_FROM_NOW}|'\s+time)", ""),
    (span_of_months, rf"{_IN}{_N}\s+months?{_TIMED}|{_N}\s+months?{_FROM_NOW}", ""),
    (span_of_years, rf"{_IN}{_N}\s+years?{_TIMED}|{_N}\s+years?{_FROM_NOW}", ""),
    (fixed(7), r"within\s+the\s+week", ""),
    (span_of_hours, r"(?:in\s+|within\s+)?(\d{2,3})\s?(?:h|hrs|hours)", ""),
    (vague, r"(?:in|within|over)\s+(?:(?:the\s+)?(?:next|coming|these)\s+)?(?:a\s+)?(?:few\s+|several\s+|some\s+)?(?:days|weeks|months)", ""),
    (day_by_feast(_FEASTS), rf"(?:the\s+)?(?:{_W}|day)\s+(after|before|following)\s+({'|'.join(_FEASTS)})", ""),
    (fixed(7), r"(?:the\s+)?(?:week\s+after|following\s+week)", "follows"),
    (fixed(1), r"(?:the\s+)?(?:day\s+after|following\s+day|next\s+day|morning\s+after|following\s+morning)", "follows"),
    (fixed(0), r"(?:by|before)\s+then|(?:the\s+)?same\s+(?:day|night|evening)", "follows"),
    (weekday_and_number, rf"{_W}\.?\s+(\d{{1,2}})(?!\d|st|nd|rd|th|[:.,/-]\d|\s*(?:[ap]\.?m\b|o'?clock|h\b|hrs|ish|-|–|to\s+\d|of\b|{_M}\b))", ""),
    (read_weekday, rf"(?:(?<=before )|(?<=by )|(?<=for )|(?<=at )|(?<=in ))(?:(?:this|next)\s+)?{_W}'s", ""),
    (read_weekday, rf"(?:this\s+|this\s+coming\s+|(?:(?<=by )|(?<=on )|(?<=for )|(?<=, )|(?<![\w)] ))coming\s+|first\s+thing\s+|bank\s+holiday\s+|spring\s+bank\s+holiday\s+|summer\s+bank\s+holiday\s+)?{_W}(?!\s?'s\b|\s+(?:last|gone|past|just\s+gone)\b){_TIME}(?:\s+(?:coming|next(?=\s*(?:$|[.,;!?)]))|first\s+thing))?", ""),
    (span_before, r"(?:the\s+|a\s+)?(day|night|evening|morning|week|fortnight)\s+before(?=\s*(?:$|[.,;!?)]))", "follows"),
    (weekend, rf"(?<=, ){_WEEKEND}(?=\s*(?:$|[.;!)]))", ""),
    (fixed(0), r"the\s+night(?=\s*(?:$|[.,;!?)]))|tonight|tonite|this\s+(?:afternoon|arvo|evening|eve|morning|aft)|2nite|(?:later\s+)?today|(?:by\s+|at\s+)?(?:the\s+)?(?:eod|cob|cop|close\s+of\s+(?:play|business)|end\s+of\s+(?:the\s+)?(?:day|play)|eob|end\s+of\s+(?:the\s+)?(?:working\s+day|business|shift)|midnight|teatime|bedtime)"
               r"|(?:in|within)\s+(?:an|the|a\s+couple\s+of|two|three)\s+hours?|in\s+(?:a|five|ten|5|10|15|20|30)\s+(?:min|mins|minutes?|sec)", "loose"),
    (fixed(0), r"(?:by|before)\s+(?:noon|midday|lunch|lunchtime|supper|suppertime|dinner|dinnertime|tea|dark|nightfall|sundown|(?:[1-9]|1[0-2])(?=\s*(?:$|[.,;!?)])))"
               r"|(?:by|before|at|around|from)\s+\d{1,2}(?:[:.]\d\d(?!\.)|(?:[:.]\d\d)?\s?(?:am|pm|a\.m|p\.m|ish|o'?clock))|(?:this|at)\s+(?:lunch|lunchtime)", "clock"),
    (fixed(1), r"(?:in|by)\s+(?:the\s+)?morning(?!\s+of)|overnight", "loose"),
    (vague, r"(?:mother|father)'?s\s+day|diwali|eid|holi|ramadan|passover|hanukkah|rosh\s+hashanah|yom\s+kippur|lunar\s+new\s+year|(?:spring\s+|summer\s+)?bank\s+holiday(?!\s+monday)", ""),
    *((read_feast(name), form, "") for form, name in _FEASTS.items()),
    (ordinal, rf"(?:the\s+)?{_O}(?:\s+of\s+(?:the|this)\s+month)?(?!\s+(?:of\s+(?!that|the\s+month|next)|floor|time|edition|draft|century|birthday|anniversary|street|st\b|ave|grade|year|class|round|place))", ""),
    (ordinal, r"the\s+(\d{1,2})(?=\s*(?:$|[.,;!?)](?!\d)))", ""),
    (ordinal, rf"(?:(?<=on )|(?<=by )|(?<=for )|(?<=before )|(?<=until ))the\s+({_NTH})"
              r"(?=\s*(?:$|[.,;:!?)–—]|(?:and|or|so|at|if|of\s+(?:the|this)\s+month)\b))", ""),
    (end_of_month_before, rf"before\s+{_M}(?!\w|\s+\d)", "month"),
    (end_of_month_named, rf"(?:in|during|by|for|sometime\s+in|some\s+time\s+in)\s+(?:early\s+)?(?:(?:january|february|march|april|may|june|july|august|september|october|november|december)\s*(?:or|to|-|/)\s*(?:in\s+)?)?{_M}(?:\s+(\d{{4}}))?(?!\w|\s+day\b|\.?\s+(?:the\s+)?\d{{1,2}}(?:st|nd|rd|th)?\b(?!:))", "month"),
    (end_of_month_named, rf"(?:come|next|this\s+coming|this\s+(?!may\b|mar\b))\s*{_M}(?!\w|\.?\s+(?:the\s+)?\d{{1,2}}(?:st|nd|rd|th)?\b(?!:))", "month"),
    (end_of_month_named, rf"(?<=, )(?:in\s+)?{_M}(?=\s*(?:$|[.;!)]))", "month"),
    (vague, r"(?:on\s+)?(?:every\s+)?(?:mon|tues|wednes|thurs|fri|satur|sun)days|(?:on\s+)?week(?:ends|days|nights)", ""),
    (vague, r"asap|come\s+(?:the\s+)?(?:spring|summer|autumn|winter|new\s+year)|soon(?:est)?|one\s+of\s+these\s+(?:days|evenings)|(?:some|one)\s+(?:evening|night|weekend|morning|afternoon)|some\s?time|in\s+due\s+course|at\s+some\s+point|shortly|next\s+time|by\s+return"
            r"|(?:in|by|over|during|before|after|this|next|until)\s+(?:the\s+|this\s+|next\s+)?(?:spring|summer|autumn|fall|winter|new\s+year(?!'?s)|term|half[\s-]term|holidays?|break)(?!\s+\d)|next\s+year", ""),
)
NOT_DUE = (r"(?:after|since|from|past|ever\s+since|as\s+of|on\s+or\s+after)(?:\s+the)?|last|every|each|was|were|on\s+from|dated|of\s+last|between|sent|last\s+week|starting|beginning"
           r"|chinese|lunar")
# `before she leaves on the 20th`, but not `before noon on the 20th`.
BEFORE = (r"before(?:\s+(?!lunch|noon|midday|work|close|cob|eod|end|the\s+end|breakfast|dinner|school|(?:and|or|but|in|on|by|at)\b)[^\W\d][\w']*){1,6}(?:\s+on)?(?:\s+the)?"
          r"|(?:before|ahead\s+of|this\s+side\s+of|b4|bfr|bef\.?)(?:\s+the)?|the\s+day\s+before")
BEFORE_BY = r"(?P<many>\d{1,2}|an?|one|two|three|four|five|six|seven|ten)\s+(?P<unit>days?|weeks?|fortnight)"
UNTIL = r"(?<!has )(?<!have )(?<!got )(?<!him )(?<!her )(?<!me )(?:until|till|til|'til)(?:\s+the)?"
# How any of the forms can begin: looked for first, since most words begin none.
OPENINGS = (r"\d|wens|setter|mon(?:day)?s?\b|tue|wed|thu|fri|sat|sun|jan(?:uary)?\b|feb(?:ruary)?\b|mar(?:ch)?\b|apr(?:il)?\b|may\b|june?|jul|aug|sept?(?:ember)?\b|oct|nov(?:ember)?\b|dec(?:ember)?\b|within\s|during\s|over\s|inside\s|around\s+\d|from\s+\d|couple|2nite|quarter|turn\s|until\s|following"
            r"|the\s+(?=\d|very|end|close|back|tail|last|first|sec|thi|fou|fif|six|sev|eig|nin|ten|ele|twe|w/|week|month|middle|start|begin|day|mor|turn|year|quarter|same|follow|wk|next|com|eo|co|mid|tea|bed|nig)"
            r"|in\s+(?=the|an?\s|\d|of\s|one|two|thr|fou|fiv|six|sev|eig|nin|ten|twe|fif|coup|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|q\d|ear|due|next|com|these|few|about|aro|mor|some|sev|days|weeks|months|spr|sum|aut|fall|win|sec|last|first|term|half)"
            r"|by\s+(?=the|this|w|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|q\d|eo|co|end|close|mid|tea|bed|then|noon|lun|sup|din|dark|night|sun|\d|mor|ret|spr|sum|aut|fall|win|term|half|hol|bre|new|next)"
            r"|for\s+(?=jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|q\d)|before\s|at\s+(?=the|eo|co|end|close|mid|tea|bed|\d|lun|some|w)|on\s+(?=the\s+w|w)"
            r"|an?\s+(?=week|fort|coup|pair|day|month|year)|(?:one|two|three|four|five|six|eight|ten)\s+(?=\d|day|week|wk|month|year|work|bus|or|to|of|two|three|four)"
            r"|next|nxt|this|weekend|wknd|eo[bdwmqy]|co[bp]|close|tom|tmr|tmw|2mo|ton|today|late|end|back\s+e|tail\s|mid|early|some|week|wk|[ck]w\s?\d|w/|year|month|last|first"
            r"|second|third|fourth|fif|sixt|seven|eigh|nin|tent|elev|twel|thirt|same\s|day\s+[ab]|fortn|asap|soon|short|com(?:e|ing)\s|start|begin|after\s|teat|bedt|"
            r"new\s+y|mot|fat|diw|eid|holi\b|ram|passo|hanu|ros|yom|lunar|bank\s|palm\s|ash|mau|aus|vet|all\s+[sh]|pres|col|rem|hog|nye|ne'er|epi|twe|burns|val|st\.?\s+[abdgnps]|stephen|pat|padd|anz|cana|candle|inde|bas|hall|bonf|guy|armi|mart|mich|chri|xmas|crim|box|shro|panc|good\s+f|east|asc|whit|pente|thanks|labou?r\s|mem|mlk|melb|cup|lammas|lady\s+d|blooms|waitang|trinity|corpus|victoria\s+d|nik|little\s+chr|women's\s+chr")
