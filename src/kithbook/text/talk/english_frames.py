"""The frames in which promises are put in English, and what only looks like one."""

from collections.abc import Mapping, Sequence

from .language import Frame

_A = "ADV*"
_S = "(?:(?P<i>I)|(?P<we>WE)|(?P<they>HE|(?<!HIS)ROLE|NAME))"
_SC = "(?:(?P<i>I)|(?P<we>WE)|(?P<they>HE|(?<!HIS)ROLE|NAME|CAP))"
_NO_VERB = "NOT|IS|WAS|BE|COMMA|COLON|DASH|STOP|ASKED|QUOTE|DAY|NUMBER|PREP|DET|NAME|HE|THEM|HIS|ME|MY|I|WE|YOU|YOUR|AND|BUT|IT|THERE|WHICH|IF|AS|HAD|PAST|WOULD|WILL|MIGHT|MUST|SHOULD|BECAUSE|WHEN|TO|ADV|OWE|OWES"
_VERB = f"(?!{_NO_VERB}|STATE|$|HAVE(?:ADV)*(?:PAST|WAS|DONE|STOP|COMMA|$))"  # nothing, or a word that may be a verb
_REST = "[^STOP ASKED]*"
_MINE = f"(?={_REST}(?:ME|MY|WE))"
# Somebody else's doings are a promise to me when they are done for me, or are of the kind that is done for others.
_THEIRS = f"(?:(?=ACT|JOINT|BETHERE|SAY|HAVE|COMMIT){_VERB}|{_VERB}(?!LIFE)|{_MINE}{_VERB})"
_DO = "(?=(?:ACT|JOINT|LETKNOW|GETBACK|BETHERE|SAY)(?!NOT))"
_OBJECT = "(?=WORD(?:DET|HIS|MY|THEM|NAME|ME|IT|NUMBER))"  # a verb that no table has, by what follows
_EDGE = "(?:^|(?<=STOP)|(?<=ASKED)|(?<=COMMA)|(?<=COLON)|(?<=DASH)|(?<=QUOTE)|(?<=AND)|(?<=BUT)|(?<=BECAUSE))"
_START = "(?:^|(?<=STOP)|(?<=ASKED)|(?<=COLON)|(?<=DASH)|(?<=QUOTE))"
_TOLD = "(?:SAY|COMMIT|OFFER|ACCEPTS)(?!DET(?!ROLE)|MY|HIS(?:WORD|CAP|NAME)(?!I|HE))[^STOP ASKED WHICH]{0,9}?"

FRAMES: Sequence[Frame] = (
    Frame("she will have it", "asked", 0.75, "WILL", "(?P<head>)HE WILL HAVE(?:IT|THEM)(?=STOP|DAY|COMMA|$)"),
    Frame("word given", "them", 0.7, "HISWORD", "(?P<head>)HISWORD"),
    # I'll send it; she will call
    Frame("will (me)", "subject", 0.9, "WILL", f"(?:(?P<i>I)|(?P<we>WE)){_A}WILL{_A}(?:MUST)?(?P<head>){_VERB}(?!(?<=WE)HAVE|(?<=WE WILL)HAVE)"),
    Frame("will (them)", "subject", 0.85, "WILL", f"(?P<they>HE|ROLE){_A}WILL{_A}(?P<head>){_THEIRS}"),
    Frame("will (named)", "subject", 0.8, "WILL", f"(?<!DET)(?P<they>NAME){_A}WILL{_A}(?P<head>)(?:(?=ACT|JOINT|BETHERE|LETKNOW|GETBACK|HAVE NAME|WORD(?:DET|HIS|MY|THEM|NAME|ME)){_VERB}|{_MINE}{_VERB})"),
    Frame("will (name)", "subject", 0.7, "WILL", f"{_EDGE}(?P<they>CAP)WILL{_A}(?P<head>)(?:(?=ACT|GETBACK|LETKNOW|WORD(?:DET|HIS|MY|THEM|NAME))|{_MINE}{_VERB})"),
    Frame("will (lower-case name)", "subject", 0.6, "WILL", f"(?:{_EDGE}|(?<=SAY))(?P<they>WORD)WILL{_A}(?P<head>){_MINE}(?=ACT)"),
    # I'm going to, gonna, fixing to
    Frame("going to", "subject", 0.8, "GOING", f"(?:(?P<i>I)|(?P<we>WE)){_A}IS?{_A}GOING{_A}(?P<head>){_VERB}(?!WORD(?:ING|WORD|STOP|DAY|PREP))"),
    Frame("going to (them)", "subject", 0.75, "GOING", f"(?P<they>HE|(?<!HIS)ROLE|NAME|CAP){_A}IS?{_A}GOING{_A}(?P<head>)(?:(?=ACT|JOINT)|{_OBJECT}|{_MINE}{_VERB})"),
    Frame("going to (no subject)", "carried", 0.75, "GOING", f"{_EDGE}{_A}GOING{_A}(?P<head>)(?:(?=ACT|JOINT)|{_OBJECT})"),
    # I'm to prep her, we are to lunch, I've still to hand in
    Frame("am to", "subject", 0.75, "TO", f"(?:(?P<i>I)|(?P<we>WE))(?:IS|HAVE){_A}TO(?P<head>){_VERB}"),
    Frame("is to (them)", "subject", 0.75, "TO", f"(?P<they>HE|ROLE|NAME)IS{_A}TO(?P<head>)(?=ACT|JOINT|LETKNOW|BETHERE|HAVE|TAKE)"),
    Frame("still to", "me", 0.75, "MUST", f"(?P<i>I)(?:IS|HAVE){_A}MUST(?P<head>){_VERB}"),
    # said she'd send it, told her I would
    Frame("said would (me)", "subject", 0.8, "WOULD", f"{_TOLD}(?:(?P<i>I)|(?P<we>WE)){_A}WOULD{_A}(?P<head>){_VERB}"),
    Frame("said would (them)", "subject", 0.8, "WOULD", f"{_TOLD}(?P<they>HE|ROLE|NAME){_A}WOULD{_A}(?P<head>){_THEIRS}"),
    # promised to, swore, undertook
    Frame("each other", "us", 0.85, "COMMIT", "(?:WE)?COMMIT EACH TO(?P<head>)"),
    Frame("promise", "subject", 0.85, "COMMIT", f"{_SC}(?:HAVE|IS|ADV)*COMMIT(?:ME|THEM|HIS|YOU|NAME|EACH)?{_A}(?:TO(?P<head>)(?:(?=BE)|{_VERB})|(?P<head2>)(?=DET|MY|ACTING|ING|NUMBER|(?<=ME)WORD))"),
    Frame("promise (no subject)", "carried", 0.8, "COMMIT", f"{_EDGE}{_A}COMMIT(?:ME|THEM|HIS|YOU|NAME|EACH)?{_A}(?:TO(?P<head>)(?:(?=BE)|{_VERB})|(?P<head2>)(?=DET|MY|ACTING|ING|NUMBER|(?<=ME)WORD))"),
    Frame("agreed:", "us", 0.65, "COMMIT", f"{_START}(?:WE)?COMMIT COLON(?P<head>)(?={_REST}DAY)"),
    Frame("offer", "subject", 0.6, "OFFER", f"{_SC}(?:HAVE|ADV)*OFFER(?:ME|THEM|HIS|NAME)?TO(?P<head>){_VERB}"),
    Frame("offer (no subject)", "carried", 0.6, "OFFER", f"{_EDGE}{_A}OFFER(?:ME|THEM|HIS|NAME)?TO(?P<head>){_VERB}"),
    # must, need to, owe
    Frame("must", "me", 0.75, "MUST SHOULD", f"(?P<i>I){_A}(?:MUST{_A}(?P<head>){_VERB}|SHOULD{_A}(?P<head2>)(?:{_DO}|(?=LIFE)))"),
    Frame("we must", "us", 0.7, "MUST SHOULD", f"(?P<we>WE){_A}(?:MUST|SHOULD){_A}(?P<head>){_VERB}"),
    Frame("let's", "us", 0.65, "LETS", f"{_EDGE}{_A}LETS{_A}(?P<head>)(?:{_DO}|(?=LIFE|TAKE|HAVE))"),
    Frame("must (no subject)", "carried me", 0.7, "MUST SHOULD", f"{_EDGE}{_A}(?:MUST{_A}(?P<head>){_VERB}|SHOULD{_A}(?P<head2>)(?:{_DO}|(?=LIFE)))"),
    Frame("owe", "me", 0.75, "OWE", f"(?P<i>I){_A}(?:IS)?(?P<head>)OWE"),
    Frame("owe (no subject)", "me", 0.7, "OWE", f"{_START}{_A}(?P<head>)OWE"),
    Frame("owes me", "them", 0.75, "OWES", f"(?:HE|ROLE|NAME|CAP|{_EDGE}WORD){_A}(?P<head>)OWES ME"),
    Frame("let me", "me", 0.7, "LETME", f"{_EDGE}{_A}LETME{_A}(?P<head>)(?=ACT|STATE|SAY)"),
    Frame("leave it with me", "speaker", 0.75, "LEAVEIT", "(?P<head>)LEAVEIT"),
    Frame("to self", "me", 0.8, "SELF", f"{_EDGE}(?:I|ADV)*SELF(?P<head>)(?!{_REST}YOUR)"),
    Frame("happy to", "subject", 0.6, "HAPPY", f"{_S}(?:IS|WOULD|BE|ADV)*HAPPY(?P<head>)(?=ACT|JOINT|BE|TAKE)"),
    Frame("happy to (no subject)", "carried", 0.55, "HAPPY", f"{_START}(?:ADV|WOULD|BE)*HAPPY(?P<head>)(?=ACT|JOINT|TAKE)"),
    # Without a subject: will send; deck to Ana by Friday
    Frame("will (no subject)", "carried", 0.75, "WILL", f"{_EDGE}{_A}WILL{_A}(?P<head>)(?:{_DO}|{_VERB}(?!LIFE))"),
    Frame("to do", "subject", 0.75, "TO", f"(?:{_START}|(?<=COMMA))(?:TODO(?:COLON|DASH)?)?(?:(?P<i>I|ME)|(?P<we>WE)|(?P<they>HE|ROLE|NAME|CAP|THEM))TO(?P<head>)(?:(?=ACT|JOINT|LETKNOW)|(?<=ME TO)(?=LIFE))"),
    Frame("to-do", "me", 0.75, "TODO", f"{_START}TODO(?:COLON|DASH)?(?:TO)?(?P<head>)(?=ACT|JOINT|SAY)"),
    Frame("to do (no subject)", "me", 0.65, "TO", f"{_START}{_A}TO(?P<head>)(?=ACT[^STOP COMMA YOU WILL PLEASE]{{0,12}}(?:STOP|$))"),
    # sending it tomorrow; he gives me a bell the minute it's live
    Frame("sending it on", "subject", 0.7, "ACTING", f"(?:{_S}(?:IS)?|(?P<they2>CAP)IS){_A}(?P<head>)ACTING(?=ME|{_REST}DAY|(?<=I IS.)(?:THEM|HIS|NAME|YOU))"),
    Frame("sending it on (no subject)", "carried", 0.65, "ACTING", f"{_START}{_A}(?P<head>)ACTING(?={_REST}DAY)"),
    Frame("call him on", "me", 0.55, "ACT", f"{_START}{_A}(?P<head>)(?=ACT(?:THEM|HIS|NAME|TO)(?!TO)[^STOP ASKED COLON WILL IS WAS HAVE HAD]*(?:DAY|WHEN))"),
    Frame("fixed", "us", 0.6, "ARRANGED", f"{_START}(?:DET)?(?P<head>)JOINT[^STOP COMMA ASKED NOT]{{0,4}}?ARRANGED(?:PREP)*(?=DAY)"),
    Frame("our agent to send", "them", 0.6, "TO", f"{_START}(?:CAP|NAME)(?:IS)?(?:WORD)?TO(?P<head>)(?=ACT{_REST}DAY)"),
    Frame("it will be with me", "them", 0.65, "WILL", f"(?:HE|ROLE|NAME|CAP)(?:COMMIT|SAY)(?:THAT)?(?P<head>)(?:IT|DET WORD)WILL(?={_REST}(?:ME|MY))"),
    Frame("my round", "speaker", 0.65, "MYROUND", "(?P<head>)MYROUND"),
    Frame("sends it on", "subject", 0.65, "ACTS", f"(?P<they>HE|ROLE|NAME)(?P<head>)ACTS(?={_REST}(?:ME|MY))(?={_REST}(?:DAY|WHEN))"),
    Frame("we take it on", "subject", 0.6, "I WE", f"(?:(?P<i>I)|(?P<we>WE)){_A}(?P<head>)(?=(?:ACT|TAKE)(?!NOT))(?=[^STOP ASKED I WE HE IS WAS WILL]*DAY)"),
    Frame("told them", "me", 0.6, "SAY", f"{_START}SAY(?:THEM|HIS)(?P<head>)[^STOP ASKED I HE WE AS]{{0,6}}?(?:IS|WILL)(?={_REST}DAY)"),
    Frame("says to me", "them", 0.55, "SAY", "(?:HE|ROLE|NAME|CAP)SAY(?P<head>)(?!ME|THEM|HIS|THAT)[^STOP ASKED I HE WE WOULD WILL WAS PAST]*?(?:ME|MY)[^STOP ASKED WAS PAST]*?DAY"),
    Frame("on me", "named", 0.7, "ONME ONHER", "(?P<head>)(?:(?:WORD|CAP|NAME|ING|JOINT|TREAT|NUMBER)IS(?:ONME|ONHER)|(?:TREAT|JOINT)(?:ONME|ONHER))(?=DAY|COMMA|STOP|BUT|AND|$)"),
    Frame("my shout", "named", 0.65, "SHOUT", "(?P<head>)(?:MY|HIS|NAME IS|CAP IS)SHOUT"),
    Frame("at ours", "me", 0.55, "ATOURS", "(?P<head>)(?:WORD|NAME|JOINT|CAP)IS?ATOURS(?=PREP?DAY|COMMA|STOP|$)"),
    # What was asked, and then granted
    Frame("yes", "accepted", 0.75, "ACCEPTS COMMIT", f"(?:(?P<i>I)|(?P<we>WE)|(?P<they>HE|NAME|ROLE)|{_EDGE}|(?<=NUMBER))(?:IS|HAVE|ADV)*(?P<head>)(?:ACCEPTS|COMMIT(?=STOP|COMMA|ASKED|DASH|$))"),
    Frame("granted", "accepted", 0.7, "YES HAPPY WILL", "(?:ASK|NEEDS|(?:MIGHT|WOULD)(?:I|HE)).*?(?:STOP|COMMA|DASH|ASKED)(?:I)?(?:SAY(?:THEM|HIS)?)?(?P<head>)(?:YES+|HAPPY|(?<=I)WILL)(?=STOP|COMMA|DAY|$)"),
)

VETOES: Mapping[str, str] = {
    # Before the head, up to it
    "before": f"(?:ANY(?:ADV|WORD)*|MIGHT(?:COMMA)?|HABIT|IF(?:ADV)*|ASPROMISED|AS{_A}(?:I|HE|NAME)?|ASK[^STOP COMMA DASH]{{0,6}}|HOPE[^STOP COMMA]{{0,4}}|WHICH(?:ADV|DET|HE|I|WE|NAME|SAY|HAD)*|NOT(?:HOPE|WORD|SAY)(?:THAT)?|IF(?:WE|I|HE)WOULD[^COMMA]*)$",
    "asked_them": "ASK(?:ADV)*(?:THEM|HIS|NAME)|(?:MIGHT|WOULD|WILL)HE|ASK(?:IF|WHICH)?HE",
    "request": "ASK(?:ADV)*(?:ME|THEM|HIS|NAME)?TO|ASK(?:IF|WHICH)?(?:MIGHT|WOULD|WILL)?(?:I|HE|NAME)(?:WOULD|MIGHT|WILL)?|(?:MIGHT|WOULD|WILL)(?:I|HE)|ASK|NEEDS",
    "asked_me": "ASK[^STOP]*ME",
    "i_said": "I(?:HAVE)?SAY|SAY I",
    "after": "(?:BROKEN|ASPROMISED|OFTEN|BUT HE WOULD NOT)",
    "broken": "(?:^|STOP|COMMA|BUT|AND|DASH)(?:I|HE|NAME)?(?:BROKEN|NOT(?:STOP|$)|HAD NOT|HAD(?:NOT)?(?:STOP|$)|WOULD NOT(?:STOP|$)|DONE(?:STOP|$)|PAST(?:STOP|$))",
    "clause_end": "QUOTE|(?:COMMA|DASH|AND|BUT)+(?:(?:MY|HIS|DET)?(?:WORD|KIN|NAME)|I|WE|HE|YOU|IT)(?:WILL|WOULD|IS|WAS|HAVE|MUST|SAY)|COMMA(?:I|HE|WE|YOU|SAY)",
    "addressed": "YOU|YOUR",
    "third": "(?:ACT|LIFE|WORD)[^STOP COMMA]{0,4}?(?:TO|PREP)HIS(?:KIN|WORD)|(?:ACT|LIFE)(?:THEM|HIS)(?:PREP|TO|DAY|STOP|COMMA|$)",
    "mine": "ME|MY|ONME|WE",
}
