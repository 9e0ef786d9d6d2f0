"""What English letters promise their readers: there much is said in the same words that promises nobody anything.

In a letter "we" is often a firm that speaks to everybody, "I need" a want, and "happy to" a politeness.
"""

from collections.abc import Mapping

_FOR_YOU = "[^STOP ASKED]*(?:YOU|YOUR)"
_MEET = "(?:ADV)*(?:JOINT|LETKNOW|GETBACK[^STOP ASKED FROM]*(?:YOU|YOUR)|HAVE(?:DET|ADJ)*JOINT|LIFE TOGETHER)"
_NEED = f"(?:{_MEET}|(?:ACT|GIVES|LIFE|SAY|WORD)[^STOP COMMA FROM]{{0,5}}YOU)"
_DONE = f"(?:ACT|GETBACK|LETKNOW|GIVES|TAKE|SAY|JOINT|BETHERE|BE(?:ADV)*(?:ACTING|DOING)|LIFE(?:IT|THEM|DET|MY|{_FOR_YOU})|HAVE(?:IT|THEM|{_FOR_YOU})|WORD(?:YOU|DET|IT|THEM|THAT|MY|HIS|WHICH|ADV))"
_OBTAINED = "HAVE(?!IT|THEM|HIS|NAME|CAP|KIN|ROLE|[^STOP ASKED]*(?:YOU|YOUR))"  # I will have a phone, and not: have it signed
_NEVER = "(?!)"

# By the name of a frame, what must stand where that begins which is promised. Others count in letters as they do in remarks.
IN_LETTERS: Mapping[str, str] = {
    "will (me)": f"(?<!MUST)(?!{_OBTAINED})|{_NEED}",
    "will (no subject)": _DONE,
    "going to": f"(?<!MUST)(?!{_OBTAINED}|LIFE(?!{_FOR_YOU})|STATE|HABIT)",
    "yes": "ACCEPTS",
    "we must": _MEET,
    "must": _NEED,
    "must (no subject)": _NEED,
    "let's": _MEET,
    "let me": "(?!ACT YOU|SAY|STATE|TELL)",
    "promise": "(?!(?:ACTING|DOING|ING|LIVING))",
    "sending it on": "ACTING(?:DET|IT|THEM|MY|HIS|YOU|YOUR|NAME|CAP|NUMBER)[^STOP]*DAY",
    "sending it on (no subject)": "ACTING(?:DET|IT|THEM|MY|HIS|YOU|YOUR|NAME|CAP|NUMBER)[^STOP]*DAY",
    "you will have it": "(?:HAVE|LIFE)?(?:IT|MY|DET)[^STOP]*BY DAY",
    "doing it for them": f"DOING{_FOR_YOU}",
    **dict.fromkeys((
        "happy to", "happy to (no subject)", "would be glad to", "offer", "offer (no subject)",  # polite, until somebody says yes
        "to self", "to do (no subject)", "doing it (no subject)", "we take it on", "signed up for", "…, sending it tonight", "…, doing it now", "granted", "yours will be done"), _NEVER),
}

# What we do, in the same place: it is promised when it is done, or done for the reader.
OURS_IN_LETTERS = f"(?:{_MEET}|(?<!MUST)(?!HAVE(?!(?:IT|THEM|DET|MY|NUMBER){_FOR_YOU}))(?:ACT|GETBACK|LETKNOW|GIVES|TAKE|JOINT|BETHERE|(?:LIFE|WORD)(?:IT|THEM)|WORD(?:DET|MY)|BE(?:ADV)*(?:ACTING|DOING)|{_FOR_YOU}))"

# Up to where it begins: it only says which thing is spoken of (the clock that I'm going to mend; things I said I'd look up).
WHICH_THING = "(?:DET|MY|HIS|YOUR|ADJ|NUMBER)(?:WORD|THING|NUMBER|KIN|ROLE|ACTS|ACT|JOINT|LIFE)COMMA?(?:(?:THAT|WHICH)|(?=I SAY))(?:I SAY(?:YOU|THEM|NAME|HIS)?)?$|(?:WHICH|THAT)I SAY(?:YOU|THEM|NAME|HIS)?$"

# How it begins when it is one's own life, what the letter itself goes on to say, or what just may happen.
ONLY_TOLD = (r"(?:go(?:ing)? (?:back|to|out|home|on vacation|with)\b|head(?:ing)? (?:out|home|to|back|off|over)\b|end up|stay(?:ing)?\b|fly(?:ing)?\b(?! (?:you|them|him|her))|travel(?:l?ing)?\b|sleep|retire|resign|await|wait\b|leav(?:e|ing) (?:on|at|for|early|town|here|tomorrow|today|next)\b"
             r"|miss\b|never\b|not\b|be (?:out|away|gone|off|busy|in town|on vacation|on holiday|unable)\b|look(?:ing)? forward|take (?:all|any|whatever|off)\b|recap\b|be (?:joining|leaving|resigning|starting|moving|flying|travel\w+|heading|retiring|working (?:from|at|in|for))\b|try my\b|say\b|saying\b|tell you (?:why|what|how)\b|explain\b|spill\b|point out\b|argue\b|admit\b|confess\b"
             r"|repeat\b|quote\b|assume\b|start by\b|begin (?:by|with)\b|bet\b|spare you|use (?:this|that|these)\b|keep (?:this|it|the|my).{0,20} (?:short|brief|minimum)\b|(?:probably|likely|most likely|possibly|maybe) (?:be|go|end|have|take|need|get|just)\b|you.re on the list)")

# Words of a firm that speaks to everybody.
PUBLIC = (r"employees?|customers?|clients?|subscribers?|shareholders?|stakeholders?|investors?|members?|residents|participants|guests|readers|visitors|organi[sz]ations?|compan(?:y|ies)"
          r"|committee|board|management|department|commission|government|congregation|communit(?:y|ies)|programs?|programmes?|services?|products?|features?|offer(?:s|ing|ings)?|free|charge|discounts?"
          r"|savings|market(?:s|place)?|web ?sites?|newsletters?|editions?|online|bureau|headlines?|announce\w*|launch\w*|continue|strive")
