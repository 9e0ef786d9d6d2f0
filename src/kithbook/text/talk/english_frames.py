"""The frames in which promises are put in English, and what only looks like one."""

from collections.abc import Mapping, Sequence

from .language import Frame

_A = "ADV*"
_EDGE = "(?:^|(?<=STOP)|(?<=ASKED)|(?<=COMMA)|(?<=COLON)|(?<=DASH)|(?<=QUOTE)|(?<=AND)|(?<=BUT)|(?<=BECAUSE))"
_START = "(?:^|(?<=STOP)|(?<=ASKED)|(?<=COLON)|(?<=DASH)|(?<=QUOTE))"
_I = "(?P<i>I)"
_WE = f"(?P<we>WE|{_START}(?:(?:NAME|CAP|HE)AND I|ME AND(?:NAME|CAP|HE)))"
_ROLE = "(?<!HIS)(?<!DET)(?<!MY)ROLE"  # of `the seller` one tells
_S = f"(?:{_WE}|{_I}|(?P<they>HE|{_ROLE}|NAME))"
_SC = f"(?:{_WE}|{_I}|(?P<they>HE|{_ROLE}|NAME|CAP))"
_NO_VERB = "NOT|IS|WAS|BE(?!(?:ADV)*(?:ACTING|DOING))|COMMA|COLON|DASH|STOP|ASKED|QUOTE|DAY|NUMBER|PREP|BY|DET|NAME|HE|THEM|HIS|ME|MY|I|WE|YOU|YOUR|AND|BUT|IT|THERE|WHICH|IF|AS|HAD|PAST|WOULD|WILL|MIGHT|CAN|MUST|SHOULD|BECAUSE|WHEN|TO|ADV|OWE|OWES"
_VERB = f"(?!{_NO_VERB}|STATE|$|HAVE(?:ADV)*(?:PAST|WAS|DONE|STOP|COMMA|$))"  # nothing, or a word that may be a verb
_REST = "[^STOP ASKED]*"
_BEDO = "BE(?:ADV)*ACTING"
_GIVES = "GIVES(?:DET|IT|THEM|ME|MY|NUMBER)"
_MINE = f"(?={_REST}(?:ME|MY|WE))"
# Somebody else's doings are a promise to me when they are done for me, or are of the kind that is done for others.
_THEIRS = f"(?:(?=ACT|JOINT|BETHERE|SAY|HAVE|COMMIT|{_BEDO}|{_GIVES}){_VERB}|{_VERB}(?![LIFE GIVES])|{_MINE}{_VERB})"
_DO = f"(?=(?:ACT|JOINT|LETKNOW|GETBACK|BETHERE|SAY|{_BEDO})(?!NOT))"
_OBJECT = "(?=WORD(?:DET|HIS|MY|THEM|NAME|ME|IT|NUMBER))"  # a verb that no table has, by what follows
_TOLD = "(?:SAY|COMMIT|OFFER|ACCEPTS)(?!DET(?!ROLE)|MY|HIS(?:WORD|CAP|NAME)(?!I|HE))[^STOP ASKED WHICH SAY COMMIT]{0,13}?"

FRAMES: Sequence[Frame] = (
    Frame("she will have it", "asked", 0.8, "WILL WOULD", "(?P<head>)HE(?:WILL|WOULD)HAVE(?:IT|THEM)(?=STOP|DAY|COMMA|$)"),
    Frame("word given", "them", 0.85, "HISWORD", "(?P<head>)HISWORD"),
    # I'll send it; she will call
    Frame("will (me)", "subject", 0.9, "WILL", f"(?:{_WE}|{_I}){_A}WILL{_A}(?:MUST)?(?P<head>){_VERB}(?!(?<=WE)HAVE|(?<=WE WILL)HAVE)"),
    Frame("will (them)", "subject", 0.9, "WILL", f"(?P<they>HE|{_ROLE}){_A}WILL{_A}(?P<head>){_THEIRS}"),
    Frame("will (named)", "subject", 0.85, "WILL", f"(?<!DET)(?P<they>NAME){_A}WILL{_A}(?P<head>)(?:(?=ACT|JOINT|BETHERE|LETKNOW|GETBACK|{_BEDO}|{_GIVES}|HAVE NAME|WORD(?:DET|HIS|MY|THEM|NAME|ME|[PREP BY TO]*DAY)){_VERB}|{_MINE}{_VERB})"),
    Frame("will (name)", "subject", 0.8, "WILL", f"{_EDGE}(?P<they>CAP)WILL{_A}(?P<head>)(?:(?=ACT|GETBACK|LETKNOW|{_BEDO}|{_GIVES}|WORD(?:DET|HIS|MY|THEM|NAME|[PREP BY TO]*DAY))|{_MINE}{_VERB})"),
    Frame("will (anybody, for me)", "subject", 0.65, "WILL", f"(?:{_EDGE}|(?<=SAY))(?P<they>(?:DET)?(?:WORD|CAP|NAME|ADJ){{0,2}}(?:WORD|ROLE|NAME))WILL{_A}(?P<head>){_MINE}(?=ACT|GETBACK)"),
    Frame("you will have it", "speaker", 0.75, "WILL", f"(?<!WHEN)(?<!IF)YOU WILL{_A}(?P<head>)HAVE(?=IT|DET|MY|HIS|THEM)(?={_REST}DAY)"),
    # I'm going to, gonna, fixing to
    Frame("going to", "subject", 0.85, "GOING", f"(?:{_WE}|{_I}){_A}IS?{_A}GOING{_A}MUST?(?P<head>){_VERB}(?!WORD(?:ING|WORD|STOP|DAY|PREP|BY))"),
    Frame("going to (them)", "subject", 0.85, "GOING", f"(?P<they>HE|{_ROLE}|NAME|CAP){_A}IS?{_A}GOING{_A}(?P<head>)(?:(?=ACT|JOINT)|{_OBJECT}|{_MINE}{_VERB})"),
    Frame("going to (anybody, for me)", "them", 0.75, "GOING", f"(?:{_EDGE}|(?<=SAY))(?:DET)?(?:WORD|CAP|NAME|ADJ){{0,2}}(?:WORD|ROLE|NAME)(?:IS)?{_A}GOING{_A}(?P<head>){_MINE}(?=ACT|GETBACK)"),
    Frame("going to (no subject)", "carried", 0.8, "GOING", f"{_EDGE}{_A}GOING{_A}(?P<head>)(?:(?=ACT|JOINT)|{_OBJECT})"),
    # I'm to prep her, we are to lunch, I've still to hand in
    Frame("am to", "subject", 0.8, "TO", f"(?:{_WE}|{_I})(?:IS|HAVE){_A}TO(?P<head>){_VERB}"),
    Frame("is to (them)", "subject", 0.85, "TO", f"(?P<they>HE|{_ROLE}|NAME|CAP)IS{_A}TO(?P<head>)(?=ACT|JOINT|LETKNOW|BETHERE|HAVE|TAKE)"),
    Frame("still to", "me", 0.85, "MUST", f"(?P<i>I)(?:IS|HAVE){_A}MUST(?P<head>){_VERB}"),
    # said she'd send it, told her I would, or that she'd have it
    Frame("told her she'd have it", "me", 0.8, "WOULD WILL", f"{_START}(?:I)?SAY(?:THEM|HIS|NAME|DET(?:WORD|ROLE){{1,2}})(?:THAT)?(?P<head>)HE(?:WILL|WOULD)HAVE(?=IT|DET|MY|HIS|THEM)"),
    Frame("said would (me)", "subject", 0.9, "WOULD", f"{_TOLD}(?:{_WE}|{_I}){_A}WOULD{_A}(?P<head>){_VERB}"),
    Frame("said would (them)", "subject", 0.9, "WOULD", f"{_TOLD}(?P<they>HE|{_ROLE}|NAME){_A}WOULD{_A}(?P<head>){_THEIRS}"),
    Frame("Tom: he would", "them", 0.75, "WOULD", f"(?:CAP|NAME|COMMA)COLON HE{_A}WOULD{_A}(?P<head>){_THEIRS}"),
    # promised to, swore, undertook
    Frame("each other", "us", 0.85, "COMMIT", "(?:WE)?COMMIT EACH TO(?P<head>)"),
    Frame("promise", "subject", 0.9, "COMMIT", f"{_SC}(?:HAVE|HAD|WOULD(?=COMMIT)|IS|ADV)*COMMIT(?:ME|THEM|HIS|YOU|NAME|EACH)?{_A}(?:(?:NOT)?TO(?P<head>)(?:(?=BE)|{_VERB})|(?P<head2>)(?=DET|MY|ACTING|DOING|ING|NUMBER|(?<=ME)WORD|IT{_REST}DAY))"),
    Frame("was promised", "them", 0.85, "COMMIT", f"(?:(?:I|WE)(?:HAVE|HAD)?{_A}|{_EDGE}(?:HAVE)?{_A})(?:WAS|(?<=I)IS)WAS?{_A}COMMIT(?:THAT)?{_A}(?:TO)?(?P<head>)(?=DET|NUMBER|MY|ME|IT|WORD|ACT|CAP|NAME|HIS)"),
    Frame("promised that it would", "subject", 0.85, "COMMIT SAY", f"(?:{_SC}(?:HAVE|ADV)*|{_EDGE})(?:COMMIT|SAY(?=THEM|HIS|NAME))(?:ME|THEM|HIS|NAME|CAP)?{_A}(?:THAT)?(?P<head>)(?:IT|(?:DET|HIS|MY)(?:WORD|THING|ACT|ACTS|ADJ){{1,3}})(?:WILL|WOULD)(?={_REST}DAY)"),
    Frame("promise (no subject)", "carried", 0.85, "COMMIT", f"{_EDGE}(?:HAVE|HAD)?{_A}COMMIT(?:[PREP BY] WORD)?(?:ME|THEM|HIS|YOU|NAME|EACH)?{_A}(?:(?:NOT)?TO(?P<head>)(?:(?=BE)|{_VERB})|(?P<head2>)(?=DET|MY|ACTING|DOING|ING|NUMBER|(?<=ME)WORD|IT{_REST}DAY))"),
    Frame("agreed:", "us", 0.65, "COMMIT", f"{_START}(?:WE)?COMMIT COLON(?P<head>)(?={_REST}DAY)"),
    Frame("offered his own", "them", 0.6, "OFFER", f"OFFER(?:ME(?P<head>)HIS|(?P<head2>)HIS(?={_REST}(?:ME|MY)))"),
    Frame("signed up for", "subject", 0.75, "SIGNEDUP", f"(?:I(?:HAVE|IS|ADV)*|{_EDGE}{_A})SIGNEDUP(?P<head>)(?=DET|WORD|MY|ING|DOING|ACTING|NAME)"),
    Frame("offer", "subject", 0.6, "OFFER", f"{_SC}(?:HAVE|ADV)*OFFER(?:ME|THEM|HIS|NAME)?TO(?P<head>){_VERB}"),
    Frame("offer (no subject)", "carried", 0.6, "OFFER", f"{_EDGE}{_A}OFFER(?:ME|THEM|HIS|NAME)?TO(?P<head>){_VERB}"),
    # must, need to, owe
    Frame("must", "me", 0.8, "MUST SHOULD", f"(?P<i>I){_A}(?:MUST{_A}(?P<head>){_VERB}|SHOULD{_A}(?P<head2>)(?:{_DO}|(?=[LIFE GIVES])))"),
    Frame("we must", "us", 0.7, "MUST SHOULD", f"{_WE}{_A}(?:MUST|SHOULD){_A}(?P<head>){_VERB}"),
    Frame("let's", "us", 0.65, "LETS", f"{_EDGE}{_A}LETS{_A}(?P<head>)(?:{_DO}|(?=[LIFE GIVES]|TAKE|HAVE))"),
    Frame("must (no subject)", "carried me", 0.8, "MUST SHOULD", f"{_EDGE}{_A}(?:MUST{_A}(?P<head>){_VERB}|SHOULD{_A}(?P<head2>)(?:{_DO}|(?=[LIFE GIVES])))"),
    Frame("owe", "me", 0.8, "OWE", f"(?P<i>I){_A}(?:IS)?(?P<head>)OWE", yields=True),
    Frame("owe (no subject)", "me", 0.8, "OWE", f"{_START}{_A}(?P<head>)OWE", yields=True),
    Frame("owes me", "them", 0.8, "OWES", f"(?:HE|ROLE|NAME|CAP|{_EDGE}WORD){_A}(?P<head>)OWES ME", yields=True),
    Frame("let me", "me", 0.7, "LETME", f"{_EDGE}{_A}LETME{_A}(?P<head>)(?=ACT|STATE|SAY|[LIFE GIVES]|GETBACK)"),
    Frame("leave it with me", "speaker", 0.85, "LEAVEIT", "(?P<head>)LEAVEIT", yields=True),
    Frame("to self", "me", 0.9, "SELF", f"{_EDGE}(?:I|ADV)*SELF(?P<head>)(?!{_REST}YOUR)"),
    Frame("happy to", "subject", 0.65, "HAPPY", f"{_S}(?:IS|WOULD|BE|ADV)*HAPPY(?P<head>)(?=ACT|JOINT|[LIFE GIVES]|GETBACK|BE|TAKE)"),
    Frame("would be glad to", "subject", 0.6, "BETHERE", f"{_S}WOULD{_A}BETHERE(?P<head>)(?=ACT|JOINT|[LIFE GIVES]|GETBACK|TAKE)"),
    Frame("happy to (no subject)", "carried", 0.55, "HAPPY", f"{_START}(?:ADV|WOULD|BE)*HAPPY(?P<head>)(?=ACT|JOINT|TAKE)"),
    # Without a subject: will send; deck to Ana by Friday
    Frame("will (no subject)", "carried", 0.85, "WILL", f"{_EDGE}{_A}WILL{_A}(?P<head>)(?:{_DO}|{_VERB}(?![LIFE GIVES]))"),
    Frame("to do", "subject", 0.8, "TO", f"(?:{_START}|(?<=COMMA))(?:TODO(?:COLON|DASH)?)?(?:(?P<i>I|ME)|{_WE}|(?P<they>HE|{_ROLE}|NAME|CAP|THEM))TO(?P<head>)(?:(?=ACT|JOINT|LETKNOW)|(?<=ME TO)(?=[LIFE GIVES]))"),
    Frame("to-do", "me", 0.8, "TODO", f"{_START}TODO(?:COLON|DASH)?(?:TO)?(?P<head>)(?=ACT|JOINT|SAY)"),
    Frame("to do (no subject)", "me", 0.7, "TO", f"(?:^|(?<=STOP)|(?<=COLON)|(?<=DASH)){_A}TO(?P<head>)(?=ACT[^STOP COMMA YOU WILL PLEASE]{{0,12}}(?:STOP|$))"),
    Frame("somebody to do", "them", 0.6, "TO", f"{_START}(?:DET)?(?:CAP|NAME|ADJ)?(?:CAP|NAME|ROLE)(?:IS)?TO(?P<head>)(?:(?=ACT|GETBACK)(?={_REST}(?:DAY|ME|MY)))"),
    Frame("buyer to do", "them", 0.6, "TO", f"{_EDGE}(?:DET)?ROLE TO(?P<head>)(?=ACT|GETBACK|LETKNOW)"),
    # sending it tomorrow; he gives me a bell the minute it's live
    Frame("sending it on", "subject", 0.8, "ACTING", f"(?:{_S}(?:IS)?|(?P<they2>CAP)IS){_A}(?P<head>)ACTING(?=ME|{_REST}(?:DAY|WHEN)|(?<=I IS.)(?:THEM|HIS|NAME|YOU))"),
    Frame("sending me it (anybody)", "them", 0.75, "ACTING DOING", f"{_EDGE}(?:DET)?(?:CAP|NAME|WORD|ROLE){{0,2}}(?:WORD|ROLE|KIN|CAP|NAME)IS{_A}(?P<head>)(?:ACTING|DOING)(?:(?=ME)|(?={_REST}ME)(?={_REST}DAY))"),
    Frame("doing it for them", "me", 0.75, "DOING", f"I IS{_A}(?P<head>)DOING(?=[^STOP ASKED NOT]{{0,6}}(?:THEM|HIS|NAME|CAP|YOU))(?={_REST}DAY)"),
    Frame("doing it for me", "subject", 0.75, "DOING", f"(?:(?P<they>HE|{_ROLE}|NAME)|(?P<they2>CAP))IS{_A}(?P<head>)DOING(?=[^STOP ASKED NOT]{{0,6}}(?:ME|MY))(?={_REST}DAY)"),
    Frame("doing it (no subject)", "me", 0.7, "DOING", f"{_START}{_A}(?P<head>)DOING(?=DET|MY|HIS|THEM|NAME|CAP)(?=[^STOP ASKED NOT WAS IS HAD]*DAY)"),
    Frame("sending it on (no subject)", "carried", 0.8, "ACTING", f"(?:{_START}{_A}(?P<head>)ACTING(?={_REST}(?:DAY|WHEN)))"),
    Frame("…, sending it tonight", "me", 0.75, "ACTING", "(?<=COMMA)(?P<head>)ACTING(?:IT|THEM)?(?=[PREP BY]*DAY)"),
    Frame("call him on", "me", 0.7, "ACT", f"{_START}{_A}(?P<head>)(?=(?:ACT(?:(?:THEM|HIS|NAME)(?:HAVE)?|TO|DET|MY|CAP|IT)|[LIFE GIVES](?:THEM|HIS|NAME))(?!TO)[^STOP ASKED COLON WILL IS WAS HAVE HAD]*(?:DAY|WHEN))"),
    Frame("do it on", "me", 0.75, "ACT", f"{_EDGE}(?P<head>)ACT IT(?=[PREP BY]*DAY)"),
    Frame("says docs by", "them", 0.65, "BY", f"(?:CAP|NAME|HE|{_ROLE})SAY(?P<head>)(?:DET|HIS)?(?:WORD|ING|THING|ACTS|ACT){{1,3}}BY(?=DAY)"),
    Frame("docs by, she says", "them", 0.65, "BY", f"{_EDGE}(?P<head>)(?:DET|HIS)?(?:WORD|ING|THING|ACTS|ACT){{1,3}}BY DAY COMMA?HE SAY"),
    Frame("swears it will be", "them", 0.7, "COMMIT", f"{_EDGE}(?:DET)?(?:WORD|CAP|NAME|HE|ROLE)COMMIT(?:THAT)?(?P<head>)(?:IT|DET WORD)WILL(?={_REST}(?:DAY|ME|MY))"),
    Frame("deck to Ana by", "me", 0.75, "BY", f"{_START}(?:DET|MY)?(?P<head>)(?:WORD|ING|THING|NUMBER|ACTS|ACT){{1,3}}TO(?:NAME|THEM|HIS|CAP)BY(?=DAY)"),
    Frame("it will be with me (things)", "them", 0.65, "WILL WOULD", f"{_EDGE}(?P<head>)(?:DET|HIS)?(?:WORD|ADJ|NAME|ACT|ACTS|CAP){{1,3}}(?:WILL|WOULD)BE PREP ME(?={_REST}DAY)"),
    Frame("down to do", "subject", 0.75, "DOWNTO", f"(?:(?P<i>I)|(?P<they>HE|{_ROLE}|NAME|CAP))IS{_A}DOWNTO(?P<head>)(?=ACT|ACTING|DOING|(?<=I IS DOWNTO)(?:DET|WORD))"),
    Frame("meeting on", "us", 0.6, "MEETING", f"(?:{_EDGE}(?:IS)?|I IS{_A}|WE IS{_A})(?P<head>)MEETING(?:THEM|NAME|CAP)(?={_REST}DAY)"),
    Frame("we are meeting on", "us", 0.7, "MEETING", f"WE IS{_A}(?P<head>)MEETING(?={_REST}DAY)"),
    Frame("on me to", "me", 0.7, "ONME", f"IS{_A}ONME TO(?P<head>){_VERB}"),
    Frame("follow up on", "me", 0.8, "GETBACK", f"{_START}{_A}(?P<head>)(?=GETBACK[^STOP ASKED COLON WILL IS WAS HAVE HAD]*(?:DAY|WHEN))"),
    Frame("I could do it on", "subject", 0.55, "CAN", f"(?:{_START}SAY(?:THEM|HIS|NAME|CAP)(?:THAT)?{_I}|HE SAY(?:THAT)?(?P<they>HE)(?={_REST}(?:ME|MY))){_A}CAN{_A}(?P<head>)(?=(?:ACT|GETBACK|JOINT)(?!NOT)){_REST}DAY"),
    Frame("fixed", "us", 0.6, "ARRANGED", f"{_START}(?:DET)?(?P<head>)JOINT[^STOP COMMA ASKED NOT]{{0,8}}?ARRANGED(?:[PREP BY])*(?=DAY)"),
    Frame("moved to", "us", 0.65, "MOVED", f"(?:{_EDGE}|WE(?:HAVE)?)(?P<head>)MOVED(?:IT|DET? JOINT)?(?:PREP|BY|TO)+DAY"),
    Frame("booked him in", "us", 0.6, "ARRANGED", f"{_START}(?P<head>)ARRANGED(?:THEM|NAME|HIS)[PREP BY]*DAY"),
    Frame("our agent to send", "them", 0.6, "TO", f"{_START}(?:CAP|NAME)(?:IS)?(?:WORD)?TO(?P<head>)(?=ACT{_REST}DAY)"),
    Frame("it will be with me", "them", 0.65, "WILL", f"(?:HE|ROLE|NAME|CAP)(?:COMMIT|SAY)(?:THAT)?(?P<head>)(?:IT|DET WORD)WILL(?={_REST}(?:ME|MY))"),
    Frame("my round", "speaker", 0.7, "MYROUND", "(?P<head>)MYROUND"),
    Frame("sends it on", "subject", 0.75, "ACTS", f"(?P<they>HE|{_ROLE}|NAME)(?P<head>)ACTS(?={_REST}(?:ME|MY))(?={_REST}(?:DAY|WHEN))"),
    Frame("says he sends", "subject", 0.7, "ACTS", f"{_TOLD}(?P<they>HE|NAME){_A}(?P<head>)ACTS(?={_REST}(?:DAY|WHEN|ME|MY))"),
    Frame("I do, she does", "subject", 0.6, "I", f"{_I}(?P<head>)(?=(?:ACT|TAKE)(?:DET|HIS|MY|THEM|IT|NAME|CAP|WORD|NUMBER)[^STOP ASKED NOT WAS PAST]{{0,9}}(?:COMMA|AND|BUT)(?:HE|NAME|CAP)(?:ACTS|ACT|TAKE))"),
    Frame("she does, I do", "subject", 0.6, "ACTS ACT TAKE", "(?P<they>HE|NAME|CAP)(?P<head>)(?=(?:ACTS|TAKE|(?<=HE)ACT)[^STOP ASKED NOT WAS PAST]{1,9}(?:COMMA|AND|BUT)I(?:ACT|TAKE))"),
    Frame("we take it on", "subject", 0.6, "I WE", f"(?:{_WE}|{_I}){_A}(?P<head>)(?=(?:ACT|TAKE|(?<=WE)JOINT)(?!NOT))(?=[^STOP ASKED I WE HE IS WAS WILL]*DAY)"),
    Frame("told them", "me", 0.6, "SAY", f"{_START}SAY(?:THEM|HIS)(?P<head>)[^STOP ASKED I HE WE AS]{{0,6}}?(?:IS|WILL)(?={_REST}DAY)"),
    Frame("says to me", "them", 0.55, "SAY", "(?:HE|ROLE|NAME|CAP)SAY(?P<head>)(?!ME|THEM|HIS|THAT)[^STOP ASKED I HE WE WOULD WILL WAS PAST]*?(?:ME|MY)[^STOP ASKED WAS PAST]*?DAY"),
    Frame("on me", "named", 0.75, "ONME ONHER", "(?P<head>)(?:(?:WORD|CAP|NAME|ING|JOINT|TREAT|NUMBER)IS(?:ONME|ONHER)|(?:TREAT|JOINT)(?:ONME|ONHER))(?=DAY|COMMA|STOP|BUT|AND|QUOTE|PREP|BY|$)"),
    Frame("my shout", "named", 0.7, "SHOUT", "(?P<head>)(?:MY|HIS|NAME IS|CAP IS)SHOUT"),
    Frame("at ours", "me", 0.55, "ATOURS", "(?P<head>)(?:WORD|NAME|JOINT|CAP)IS?ATOURS(?=[PREP BY]?DAY|COMMA|STOP|$)"),
    # Beside another promise less is needed: he'll call, I send the file
    Frame("and I do", "subject", 0.55, "I HE ACTS", f"(?:{_EDGE}{_I}(?P<head>)(?=(?:ACT|TAKE)(?:DET|HIS|MY|THEM|IT|NAME|CAP|ME|DAY)|[LIFE GIVES](?:THEM|HIS))|{_EDGE}(?P<they>HE|NAME|CAP)(?:IS(?=ACTING)|(?=(?:ACT|ACTS)(?:DET|HIS|MY|ME|THEM|WORD)))(?P<head2>))", beside=True),
    Frame("she does it on", "subject", 0.65, "ACTS", "(?P<they>HE|NAME|CAP)(?P<head>)ACTS(?=(?:IT|MY|HIS|THEM)[^STOP ASKED NOT PAST WAS]*DAY)"),
    # What was asked, and then granted
    Frame("yes", "accepted", 0.85, "ACCEPTS COMMIT", f"(?:{_WE}|{_I}|(?P<they>HE|NAME|ROLE)|{_EDGE}|(?<=NUMBER))(?:IS|HAVE|ADV)*(?P<head>)(?:ACCEPTS|COMMIT(?=STOP|COMMA|ASKED|DASH|$))"),
    Frame("granted", "accepted", 0.8, "YES HAPPY WILL", "(?:ASK|NEEDS|(?:MIGHT|CAN|WOULD)(?:I|HE)).*?(?:STOP|COMMA|DASH|ASKED)(?:I)?(?:SAY(?:THEM|HIS)?)?(?P<head>)(?:YES+|HAPPY|(?<=I)WILL)(?=STOP|COMMA|DAY|$)"),
    Frame("she's on it", "accepted", 0.8, "YES", f"(?:ASK|NEEDS).*?(?:STOP|COMMA|DASH|AND)(?:{_I}|(?P<they>HE|NAME|CAP))(?:IS|SAY|HAVE|ADV)*(?P<head>)YES+(?=STOP|COMMA|DAY|$)"),
)

VETOES: Mapping[str, str] = {
    # Before the head, up to it
    "before": f"(?:LETS NOT[^STOP]*|ANY(?:ADV|WORD)*|(?:MIGHT|CAN)(?:COMMA)?|HABIT|IF(?:ADV)*|ASPROMISED|AS{_A}(?:I|HE|NAME)?|ASK[^STOP COMMA DASH]{{0,6}}|HOPE[^STOP COMMA]{{0,4}}|WHICH(?:ADV|DET|HE|I|WE|NAME|SAY|HAD)*|NOT(?:ADV)*|(?:NOT|LOOKFORWARD)(?:HOPE|WORD|SAY|STATE)(?:THAT)?|(?:I|WE)(?:ADV)*STATE(?:THAT)?|IF(?:WE|I|HE)WOULD[^COMMA]*)$",
    "asked_them": "ASK(?:ADV)*(?:THEM|HIS|NAME)|(?:MIGHT|CAN|WOULD|WILL)HE|ASK(?:IF|WHICH)?HE",
    "request": "ASK(?:ADV)*(?:ME|THEM|HIS|NAME)?TO|ASK(?:IF|WHICH)?(?:MIGHT|CAN|WOULD|WILL)?(?:I|HE|NAME)(?:WOULD|(?:MIGHT|CAN)|WILL)?|(?:MIGHT|CAN|WOULD|WILL)(?:I|HE)|ASK|NEEDS",
    "asked_me": "ASK[^STOP]*ME|I SAY[^STOP]*$",
    "he_says": "(?:COMMA|QUOTE)HE SAY(?=STOP|COMMA|$)",
    "i_said": "I(?:HAVE)?SAY|SAY I",
    "after": "(?:BROKEN|ASPROMISED|OFTEN|MORE(?=STOP|COMMA|$)|BUT HE WOULD NOT)",
    "broken": "(?:^|STOP|COMMA|BUT|AND|DASH)(?:I|HE|NAME)?(?:BROKEN|NOT(?:STOP|$)|HAD NOT|HAD(?:NOT)?(?:STOP|$)|NOT(?:PAST|DONE)|(?<=BUT I)HAVE?(?:DONE|PAST)|WOULD NOT(?:STOP|$)|DONE(?:STOP|$)|PAST(?:STOP|$))",
    "subject": "WILL|WOULD|IS|SAY|COMMIT|OFFER|ACTS|HAVE",  # behind a name
    "clause_end": "QUOTE|(?:COMMA|DASH|AND|BUT)+(?:(?:MY|HIS|DET)?(?:WORD|KIN|NAME)|I|WE|HE|YOU|IT)(?:WILL|WOULD|IS|WAS|HAVE|MUST|SAY)|COMMA(?:I|HE|WE|YOU|SAY)",
    "addressed": "YOU|YOUR",
    "third": "ACT THEM(?:DET|NUMBER)|(?:ACT|[LIFE GIVES]|WORD)[^STOP COMMA]{0,4}?(?:TO|[PREP BY])HIS(?:KIN|ROLE)|(?:ACT|[LIFE GIVES])(?:THEM|HIS)(?:[PREP BY]|TO|DAY|STOP|COMMA|$)",
    "mine": "ME|MY|ONME|WE",
}
