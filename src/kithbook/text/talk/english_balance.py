"""What kinds of English words say of whether a remark holds a promise at all, where no frame fits (see `balance.py`).

The points are those that told promises from other remarks best in 900 to which no frame fitted, 214 of them promises (a
logistic regression, rounded): a day weighs most, a hope or a "not" speaks against. Fewer than `ENOUGH` find more, and worse.
"""

from collections.abc import Mapping, Sequence

ENOUGH = 17
POINTS: Mapping[str, int] = {
    "DAY": 11, "MUST": 6, "YES": 6, "JOINT": 6, "COLON": 5, "NAME": 5, "COMMIT": 4, "ME": 4, "FROM": 4, "GETBACK": 4, "WHEN": 4, "I": 3,
    "COME": 3, "ACTING": 2, "WORD": 2, "TREAT": 2, "DASH": 2, "SAY": 2, "ADJ": 2, "IS": 1, "HIS": 1, "ONME": 1, "ACTS": 1, "ON": 1, "TO": 1,
    "WE": 1, "BY": 1, "LETUS": 5, "ACT": 1, "STATE": 1, "HAVE": 1, "WAS": -1, "NEEDS": -1, "PAST": -1, "LIVING": -1, "THAT": -1, "EVENT": -2, "ASKED": -2,
    "WOULD": -2, "IF": -2, "BROKEN": -2, "AS": -2, "CAN": -3, "DONE": -4, "NOT": -5, "HOPE": -8,
}

# A sentence in which one of these stands is none, whatever its points are.
UNLIKELY: Sequence[str] = (
    # wished
    "^(?:CAP|ADV|IF|WORD)*THAT(?:NAME|HE|I|CAP)WOULD",
    "^(?:ADV|NOT)*(?:BROKEN|PAST|DONE|HAD|WAS)(?!.*(?:WILL|MUST|COLON|DASH|COMMA WORD?DAY))", "^DAY BROKEN", "DAY COMMA?WAS", "BROKEN DAY", "^NOT(?:ADV)*(?:WORD|ACT|ACTS|ADJ|THING)+FROM", "(?:HIS|DET)KIN IS(?:ACTING|DOING|LIVING|ING)", "^(?:NAME|CAP|HE)NEEDS(?!.*(?:ME|MY))", "^(?:HIS|(?:NAME|CAP)IS)ADJ COLON", "COLON NUMBER(?:NUMBER|NAME|WORD)",
    "QUOTE WE IS LIVING", "^(?:CAP|WORD)JOINT(?:ON)?DAY", "NOT ME", "SAY ME(?:PREP DET WORD)?TO", "DASH KIN(?:ACTING|DOING|ING|LIVING)", "^(?:NAME|CAP|HE)MUST(?!.*(?:ME|MY))", "^(?:NAME|CAP){1,2}IS(?:KIN|ROLE)(?:WORD|THERE)*DAY", "^(?:NAME|CAP){1,2}TO HAVE", "^(?:WORD|DET WORD)IS",
    "^(?:IT)?WOULD(?:ADV)*BE", "^ADJ(?:PREP|ON)",
    "(?:HE|NAME|CAP)IS(?:ADV)*ING(?!.*(?:ME|MY|WE|THEM|WITH|TO))", "JOINT IS ON DAY", "SAY(?:NAME|CAP|THEM|HIS){1,3}(?:THAT)?DET(?:KIN|ROLE|WORD)(?:WILL|WOULD|IS)", "^(?:WORD|CAP|NAME)WORD DET(?!.*(?:ME|MY))",
    # told of what was
    "^(?:HAD|WAS)", "^(?:NAME|CAP|HE|I|WE){1,2}(?:PAST|WAS|DONE|HAD)", "WAS (?:TO|ADJ)", "PAST IS TO", "COMMA ADV PAST", "PAST DAY$", "COMMIT PAST", "BROKEN[^STOP]*COMMIT", "AS(?:I|HE|NAME|CAP)(?:HAD|WOULD|SAY|COMMIT)", "ASPROMISED", "(?:SHOULD|WOULD|MUST)HAVE(?:ADV)*(?:PAST|DONE)", "^(?:ADJ|DET|HIS|MY)*(?:NAME|CAP|WORD|ROLE|KIN){1,3}(?:PAST|WAS|HAD)(?!.*BY DAY)", "BROKEN$",
    # asked, hoped, refused, doubted, said in general
    "^I?ASK(?!.*(?:YES|COMMA|I))", "(?:NAME|CAP|HE)ASK[^YES COMMA I ME]*$", "(?:CAN|MIGHT|WOULD)(?:HE|NAME|WORD)", "IF", "HOPE", "IDIOM", "HABIT", "WHEN DAY", "SAY NOT", "SAY I IS NOT", "SAY(?:THEM|HIS|NAME|CAP|ME)?(?:NOT)?TO",
    "SAY(?:ME)?THAT DET", "QUOTE(?:ADV|PLEASE)*(?:ACT|GETBACK|COME|LIFE|GIVES)(?!QUOTE)", "HE JOINT", "HIS(?:WORD|KIN)JOINT",
    # what others do, or promise to others
    "^DET(?:ADJ)?(?:WORD|NAME|ROLE|KIN)(?:HAVE)?(?:COMMIT|WILL|SAY)", "^HIS(?:KIN|ROLE)ASK", "(?:NAME|CAP|ROLE|WORD)(?:HAVE)?(?:COMMIT|SAY)(?:DET|HIS)(?:WORD|ROLE|KIN|NAME)(?:HIS|DET|HE)", "WORD(?:HAVE)?COMMIT(?:NAME|CAP)",
    "SAY(?:MY|DET)(?:KIN|ROLE|WORD)", "SAY.*WILL", "(?:NAME|CAP)IS(?:WORD|KIN|ROLE)COMMIT", "HIS(?:ADJ|WORD)?(?:KIN|WORD|ROLE)HAVE?COMMIT", "WORD WILL", "WILL BE ADJ",
    "^(?:(?:NAME|CAP)IS|HIS)(?:ADJ|WORD|KIN|ROLE){1,2}(?:IS|HAVE|WILL|LIVES|ACTS|PAST|WAS|TO)(?!.*(?:ME|MY))", "^(?:NAME|CAP)IS(?:WORD|THING|ADJ|ROLE|ACT){1,2}(?:ACTS|LIVES|EVENT|WORD|COME)[PREP ON]*DAY",
    # what happens on a day
    "(?<!I)(?<!WE)IS(?:ADV)*LIVING", "^(?:NAME|CAP|WORD){1,2}(?:IS)?(?:LIVING|LIVES|COMING)[^I ME MY]*$", "GOING(?:NAME|DET|HIS|MY|CAP)", "(?:WORD|THING|CAP|NAME)IS(?:ON|PREP)*DAY", "HE IS(?:ADJ|HOPE)DAY", "(?:NAME|CAP|HE)IS(?:WORD|NUMBER|ADJ)ON DAY", "(?:WORD|THING|CAP)(?:COME|LIVES|EVENT)DAY", "EVENT[PREP ON BY IS]*DAY", "EVENT.{0,5}IS DAY",
    "WHEN.{0,4}EVENT", "HIS MEETING", "IS(?:ADV)*MOVED", "^(?!.*(?:JOINT|ACT|ME|MY|WE|I)).*MOVED", "DAY PREP(?:COMMA|$)", "^(?:STATE|WEATHER)[BY ON PREP]*DAY",
)
# Nor is any in a text with one of these.
TAKEN_BACK: Sequence[str] = ("DECLINED", "HEARSAY", "STOP IT(?:PAST|WAS|DONE)", "^DAY STOP(?:NAME|CAP|HE)(?:PAST|WAS|DONE)", "BROKEN STOP", "(?:STOP|COMMA)(?:ADV)*BROKEN$")
