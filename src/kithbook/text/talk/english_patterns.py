"""Pieces of which the English frames are made: who speaks, where a clause begins, and what may be promised."""

A = "ADV*"
EDGE = "(?<![^STOP ASKED COMMA COLON DASH QUOTE AND BUT BECAUSE])"
START = "(?<![^STOP ASKED COLON DASH QUOTE])"
FIRST = "(?:(?P<i>I)(?<!^NAME AND I)(?<!^CAP AND I)(?<!^HE AND I)(?<!COLON NAME AND I)(?<!COLON CAP AND I)(?<!STOP CAP AND I))"  # of `Tom and I` it is ours
WE = f"(?P<we>WE|{START}(?:(?:NAME|CAP)COMMA)?(?:(?:NAME|CAP|HE)AND(?:I|ME|MYSELF)|(?:ME|MYSELF)AND(?:NAME|CAP|HE)))"
ROLE = "(?<!HIS)(?<!DET)(?<!MY)ROLE"  # of `the seller` one tells
S = f"(?:{WE}|{FIRST}|(?P<they>HE|{ROLE}|NAME))"
SC = f"(?:{WE}|{FIRST}|(?P<they>HE|{ROLE}|NAME|CAP|{START}WORD))"  # names may be written small
THIRD = "(?:DET|HIS|MY)?(?:WORD|CAP|NAME|ADJ|IS|KIN|ROLE|JOINT){0,3}(?:WORD|ROLE|NAME|KIN)"  # anybody: the plumber's girl, her brother
NOUN = "(?:WORD|ING|THING|NUMBER|ACT|ACTS|ADJ|JOINT|LIFE|GIVES|TREAT|CAP|NAME)"
THINGS = f"(?:DET|MY|ADV)*(?:{NOUN}|PREP(?:DET|MY)?){{0,5}}(?:{NOUN}|KIN|(?<=ADV)DET)"
BOTH = f"(?:{START}(?:(?:NAME|CAP|HE)AND(?:I|ME|MYSELF)|(?:ME|MYSELF)AND(?:NAME|CAP|HE)))"
_NO_VERB = "NOT|BETHERE(?=PAST)|IS|WAS|BE(?!(?:ADV)*(?:ACTING|DOING))|COMMA|COLON|DASH|STOP|ASKED|QUOTE|DAY|NUMBER|PREP|ON|FROM|WITH|BY|DET|NAME|HE|THEM|HIS|ME|MY|I|WE|YOU|YOUR|AND|BUT|IT|THERE|WHICH|IF|AS|HAD|PAST|DONE|WOULD|WILL|MIGHT|CAN|MUST|SHOULD|BECAUSE|WHEN|TO|ADV|HABIT|NEEDS|OWE|OWES|HOPE|LOOKFORWARD"
THERE = "BE(?=ADV*(?:(?:PREP|ON|BY|THERE|WITH)(?:DET|NAME|HIS|MY|ME|STOP|DAY|$)|ADJ(?:[PREP ON BY]*DAY|WITH)|(?:HIS|DET|MY)?(?:ROLE|KIN|WORD)(?:STOP|COMMA|PREP|WITH|DAY|$)))"  # where somebody will be
VERB = f"(?!{_NO_VERB}|STATE|$|HAVE(?:ADV)*(?:PAST|WAS|DONE|LENT|BORROWED|COME|STOP|COMMA|$))"  # nothing, or a word that may be a verb
REST = "[^STOP ASKED]*"
BEDO = "BE(?:ADV)*ACTING"
GIVES = "GIVES(?:DET|IT|THEM|ME|MY|NUMBER|WORD|BY|PREP(?:DET|MY|IT))"
MINE = f"(?={REST}(?:ME|MY|WE|LETUS|BECAUSE I))"
JOINS = "LIFE(?=(?:DET|MY)WORD?(?:JOINT|ACT(?=ON|DAY|STOP|BY|$)))"  # the call on Monday
# Somebody else's doings are a promise to me when they are done for me, or are of the kind that is done for others.
THEIRS = f"(?:{MINE}BE(?=WORD|MY|DET(?:ROLE|KIN))|{JOINS}|(?=ACT|JOINT|BETHERE|SAY|HAVE|COMMIT|{BEDO}|{GIVES}){VERB}|{VERB}(?![LIFE GIVES FOLLOW GAIN])|{MINE}{VERB})"
IN_CASE = f"{VERB}(?={REST}IF(?:I|WE|NAME|CAP|NOT|MY|YOU))"  # what one will do if others do not
DO = f"(?=(?:ACT|JOINT|LETKNOW|GETBACK|BETHERE(?!PAST)|SAY|{BEDO})(?!NOT))"
OBJECT = "(?=WORD(?:DET|HIS|MY|THEM|NAME|ME|IT|NUMBER))"  # a verb that no table has, by what follows
TOLD = "(?:SAY|COMMIT|OFFER|ACCEPTS)(?!DET(?!ROLE)|MY|HIS(?:WORD|CAP|NAME)(?!I|HE))[^STOP ASKED WHICH SAY COMMIT HOPE]{0,13}?"
