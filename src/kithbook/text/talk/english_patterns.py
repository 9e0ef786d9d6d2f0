"""Pieces of which the English frames are made: who speaks, where a clause begins, and what may be promised."""

A = "ADV*"
EDGE = "(?:^|(?<=STOP)|(?<=ASKED)|(?<=COMMA)|(?<=COLON)|(?<=DASH)|(?<=QUOTE)|(?<=AND)|(?<=BUT)|(?<=BECAUSE))"
START = "(?:^|(?<=STOP)|(?<=ASKED)|(?<=COLON)|(?<=DASH)|(?<=QUOTE))"
FIRST = "(?P<i>I)"
WE = f"(?P<we>WE|{START}(?:(?:NAME|CAP)COMMA)?(?:(?:NAME|CAP|HE)AND(?:I|ME|MYSELF)|(?:ME|MYSELF)AND(?:NAME|CAP|HE)))"
ROLE = "(?<!HIS)(?<!DET)(?<!MY)ROLE"  # of `the seller` one tells
S = f"(?:{WE}|{FIRST}|(?P<they>HE|{ROLE}|NAME))"
SC = f"(?:{WE}|{FIRST}|(?P<they>HE|{ROLE}|NAME|CAP))"
_NO_VERB = "NOT|IS|WAS|BE(?!(?:ADV)*(?:ACTING|DOING))|COMMA|COLON|DASH|STOP|ASKED|QUOTE|DAY|NUMBER|PREP|ON|FROM|WITH|BY|DET|NAME|HE|THEM|HIS|ME|MY|I|WE|YOU|YOUR|AND|BUT|IT|THERE|WHICH|IF|AS|HAD|PAST|WOULD|WILL|MIGHT|CAN|MUST|SHOULD|BECAUSE|WHEN|TO|ADV|OWE|OWES|HOPE|LOOKFORWARD"
THERE = "BE(?=ADV*(?:PREP|ON|BY|THERE|WITH)(?:DET|NAME|HIS|MY|ME|STOP|DAY|$))"  # where somebody will be
VERB = f"(?!{_NO_VERB}|STATE|$|HAVE(?:ADV)*(?:PAST|WAS|DONE|STOP|COMMA|$))"  # nothing, or a word that may be a verb
REST = "[^STOP ASKED]*"
BEDO = "BE(?:ADV)*ACTING"
GIVES = "GIVES(?:DET|IT|THEM|ME|MY|NUMBER)"
MINE = f"(?={REST}(?:ME|MY|WE|LETUS))"
# Somebody else's doings are a promise to me when they are done for me, or are of the kind that is done for others.
THEIRS = f"(?:(?=ACT|JOINT|BETHERE|SAY|HAVE|COMMIT|{BEDO}|{GIVES}){VERB}|{VERB}(?![LIFE GIVES FOLLOW])|{MINE}{VERB})"
DO = f"(?=(?:ACT|JOINT|LETKNOW|GETBACK|BETHERE|SAY|{BEDO})(?!NOT))"
OBJECT = "(?=WORD(?:DET|HIS|MY|THEM|NAME|ME|IT|NUMBER))"  # a verb that no table has, by what follows
TOLD = "(?:SAY|COMMIT|OFFER|ACCEPTS)(?!DET(?!ROLE)|MY|HIS(?:WORD|CAP|NAME)(?!I|HE))[^STOP ASKED WHICH SAY COMMIT]{0,13}?"
