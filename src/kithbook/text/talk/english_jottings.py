"""The frames in which people jot promises down in English: without a subject, without a verb, or in the present.

They come behind those of `english_frames.py`, and say less: most of them need a day.
"""

from collections.abc import Sequence

from .english_patterns import BOTH, EDGE, FIRST, NOUN, REST, ROLE, START, THINGS, THIRD, WE, A
from .language import Frame

_THEY = f"(?P<they>HE|{ROLE}|(?:NAME|CAP)(?:(?:PREP|FROM)(?:DET)?(?:WORD|NAME|CAP))?)"
_TO_THEM = "(?:THEM|HIS|NAME|CAP)"
_ING = "(?:ACTING|DOING|ING)"
_ON = "[PREP ON FROM WITH BY ADV]*DAY"
_LAST = "(?=STOP|COMMA|DASH|BUT|AND|$)"
_PLACE = f"(?:PREP(?:DET|MY|HIS)?{NOUN}{{1,2}}(?:IS)?|ATOURS|NUMBER|ON)"  # where and at what hour they meet
_SOON = "(?=[^STOP ASKED NOT WAS HAD PAST]*(?:DAY|WHEN|IF(?:I|WE)))"  # in the same sentence, of which nothing is past
_THING = "[^STOP COMMA COLON DASH ASKED QUOTE PAST DONE WAS IS HAD HAVE WILL WOULD CAN MIGHT I HE WE NOT SAY COMMIT DAY HOPE TRIP AND LIVING COMING EVENT]"
_CLEAN = "STOP ASKED NOT PAST WAS HAD DONE HOPE ASK NEEDS CAN MIGHT WOULD IF HABIT STATE AWAY WHICH SAY COMMIT QUOTE"
_OPEN = f"[^{_CLEAN}]*"  # nothing in it is past, wished, asked or doubtful
_DOING = f"[^{_CLEAN} EVENT LIFE LIVING COMING COME KIN]*"  # nor what somebody does with his own life

JOTTINGS: Sequence[Frame] = (
    # said in so many words, shortly
    Frame("may have mine", "me", 0.65, "CAN MIGHT", f"(?:HE|NAME|CAP)(?:CAN|MIGHT)(?:ADV)*(?P<head>)HAVE(?:MY|IT(?={REST}DAY))"),
    Frame("you can have it", "speaker", 0.65, "YOU", f"{START}YOU CAN{A}(?P<head>)HAVE(?=DET|MY|IT|HIS)", also="CAN"),
    Frame("told her she can", "me", 0.6, "CAN", f"{START}(?:I)?SAY{_TO_THEM}(?:THAT)?HE CAN(?P<head>)(?:HAVE(?=DET|MY|IT)|(?={REST}(?:MY|ATOURS)))", also="SAY"),
    Frame("I may use theirs", "them", 0.6, "CAN", f"(?:SAY|COMMIT){_TO_THEM}?(?:ME)?(?:THAT)?I CAN(?P<head>)(?=(?:LIFE|HAVE|ACT)[^STOP]{{0,3}}HIS|HAVE DET)"),
    Frame("my word on it", "me", 0.75, "MYWORD", "(?:DONE|PAST)[^STOP COMMA I HE]{1,3}(?P<head>)MYWORD"),
    Frame("I have till then to", "me", 0.7, "WHEN", "I HAVE(?:ADV)*(?P<head>)WHEN DAY TO(?=ACT|TELL|GETBACK|LIFE|STATE|GIVES|SAY)", also="DAY"),
    Frame("give me till", "speaker", 0.7, "GIVEME", "(?P<head>)GIVEME(?=DAY)", also="DAY"),
    Frame("got to", "carried me", 0.75, "GOTTO", f"{EDGE}{A}GOTTO(?P<head>)(?=ACT|GETBACK|[LIFE GIVES])"),
    Frame("he must, for me", "them", 0.65, "MUST NEEDS", f"{_THEY}(?:MUST|NEEDS)(?P<head>)(?=(?:ACT|GIVES|SAY)ME)(?={REST}DAY)", also="DAY"),
    Frame("in for so much", "them", 0.75, "INFOR", "(?:HE|NAME|CAP)IS(?P<head>)INFOR(?=NUMBER)"),
    Frame("they swear on", "them", 0.65, "COMMIT", f"(?:HE|NAME|CAP)(?:HAVE|ADV)*(?P<head>)COMMIT(?:ME)?{_ON}{_LAST}", also="DAY"),
    Frame("will be mine", "them", 0.65, "WILL", f"{EDGE}{A}WILL{A}(?P<head>)(?=BE DET[^STOP ASKED]{{0,4}}ME)", also="BE"),
    Frame("it, promised", "me", 0.75, "COMMIT", f"{START}(?P<head>)(?!I|COMMIT)[^STOP ASKED QUOTE NOT]{{2,14}}COMMA(?:I COMMIT|COMMIT(?:NAME|CAP|THEM|HIS))(?=STOP|$)"),
    Frame("it, agreed", "us", 0.65, "COMMIT", f"{START}(?P<head>)[^STOP ASKED QUOTE NOT I]{{1,14}}COMMA COMMIT(?:PREP WORD)?(?=STOP|$)"),
    Frame("she will, she says", "them", 0.75, "WILL", "(?:NAME|CAP|KIN)WILL(?:ADV)*(?P<head>)(?!BE)(?=[^STOP ASKED QUOTE NOT WILL]{1,9}COMMA HE SAY)", also="SAY"),
    Frame("it is yours", "me", 0.6, "HIS YOUR", "(?:I(?:HAVE)?SAY|(?<![HE NAME CAP])SAY(?:THEM|HIS|NAME|CAP))[^STOP COLON]{0,3}?(?P<head>)(?:IT|(?:DET)?(?:WORD|NAME))IS(?:HIS|YOUR)(?=[PREP ON FROM WITH BY]*DAY|PREP|STOP|WHEN|COMMA|$)", also="SAY"),
    Frame("we want to meet", "us", 0.6, "NEEDS", f"WE NEEDS(?P<head>)JOINT(?={REST}DAY)", also="DAY"),
    Frame("my move", "me", 0.7, "MYCOURT", f"{EDGE}(?P<head>)[^STOP NOT COMMA]{{0,6}}MYCOURT"),
    Frame("her move", "them", 0.65, "HISCOURT", f"{EDGE}(?P<head>)[^STOP NOT COMMA]{{1,6}}HISCOURT"),
    Frame("told them a day", "me", 0.6, "SAY", f"{START}(?:I)?SAY(?:THEM|HIS|(?:NAME|CAP){{1,3}})(?P<head>)(?:WORD|ADJ|ING|THING|ACT|NUMBER|ACTS){{1,3}}[PREP ON BY]*DAY{_LAST}", also="DAY"),
    Frame("told them we keep it, till", "me", 0.65, "WE", f"{START}(?:I)?SAY(?:THEM|HIS|(?:NAME|CAP){{1,3}})(?:THAT)?WE(?P<head>)(?=(?:ACT|LIFE|GIVES)(?:IT|DET|MY|HIS)){_SOON}", also="DAY WHEN IF"),
    Frame("assured them of it", "me", 0.65, "COMMIT", f"{START}(?:I)?COMMIT(?:THEM|HIS|(?:NAME|CAP){{1,3}})PREP(?P<head>)(?=HIS|DET|MY)(?={REST}DAY)", also="DAY"),
    Frame("told he will", "them", 0.7, "STATE", f"(?:NAME|CAP|HE|ROLE)(?:HAVE|ADV|WORD)*SAY(?:ME)?(?:THAT)?HE(?:WILL|WOULD){A}(?P<head>)(?=STATE(?:IT|THEM|DET|MY|HIS)[^STOP]*BY DAY)", also="SAY"),
    Frame("says it by", "them", 0.6, "SAY", f"(?:HE|NAME|CAP|{ROLE})(?:COMMA)?SAY(?P<head>)(?:DET|HIS)?{NOUN}{{1,3}}(?:PREP{NOUN}{{1,2}})?(?:ADV|PREP)?(?:BY DAY|{_ON}){_LAST}", also="DAY"),
    Frame("volunteered me", "me", 0.75, "VOLUNTEERED", "(?P<head>)VOLUNTEERED"),
    # who does what: me - the minutes; Ana - the hall
    Frame("me: do it", "me", 0.75, "ME I", f"(?:{START}|(?<=COMMA))(?:ME|I)(?:DASH|COLON)(?P<head>)(?=DET(?:WORD|ACTS)|(?:ACT|GIVES|GETBACK|WORD|ACTS)(?!STOP|COMMA))", also="DASH COLON"),
    Frame("she: does it", "them", 0.6, "DASH COLON", f"(?:{START}|(?<=COMMA))(?:NAME|CAP|HIS|THEM)(?:DASH|COLON)(?P<head>)(?=ACT|GIVES|(?:DET)?WORD(?!COMMA))", beside=True),
    Frame("me the wine", "me", 0.6, "ME I", "(?:(?<=COMMA)|(?<=AND))(?:ME|I)(?P<head>)(?=DET WORD|(?:WORD|ACTS)(?:STOP|COMMA|$))", beside=True, also="COMMA AND"),
    Frame("Nils on the wine", "them", 0.6, "COMMA", "(?<=COMMA)(?:NAME|CAP)(?:ON(?P<head>)(?:DET)?(?:WORD|JOINT|TREAT|ACTS)|(?P<head2>)DET(?:WORD|JOINT|TREAT|ACTS))(?=STOP|COMMA|$)", beside=True, also="NAME CAP"),
    Frame("he is on it", "subject", 0.6, "ON", f"(?:{FIRST}|{_THEY})IS ON(?P<head>)(?=(?:DET)?(?:WORD|JOINT|TREAT|ACTS))(?!AWAY)", beside=True),
    Frame("I am on it then", "me", 0.6, "ON", f"I IS{A}ON(?P<head>)(?=(?:DET)?(?:WORD|ACT|ACTS)){_SOON}", also="DAY WHEN IF"),
    # doing it then
    Frame("the two of us are going", "us", 0.65, "COMING LIVING DOING ACTING ING", f"(?:{BOTH}(?:IS)?{A}(?P<head>)(?:COMING|LIVING|DOING|ACTING|ING)|WE IS{A}(?P<head2>)COMING)(?={REST}DAY)", also="DAY"),
    Frame("doing mine", "them", 0.7, "ACTING DOING ING", f"(?<=COMMA)(?P<head>){_ING}(?:MY(?!KIN)|ME){_SOON}", also="DAY WHEN IF"),
    Frame("bringing it (carried)", "carried", 0.7, "ACTING DOING", f"(?<=COMMA)(?P<head>)(?:ACTING|DOING)(?:IT|THEM|DET|MY|HIS|NAME|CAP|PREP){_SOON}", also="DAY WHEN IF"),
    Frame("getting me it", "them", 0.75, "ACTING DOING ING", f"{EDGE}(?:NAME|CAP|HE){A}(?P<head>){_ING}(?:MY(?!KIN)|ME)(?=DET|HIS|NUMBER|WORD|MY|CAP|NAME|PREP)"),
    Frame("doing it then", "subject", 0.7, "ACTING DOING ING", f"(?:(?:{WE}|{FIRST}|{_THEY})IS{A}|(?P<they2>NAME|CAP)){A}(?P<head>)(?!ING[^STOP]*(?:WHEN DAY|DONE|PAST)){_ING}(?=DET|MY|HIS|THEM|NAME|CAP|IT|WORD|ADV|PREP|ON|WITH){_SOON}", also="DAY WHEN IF"),
    Frame("getting her those", "me", 0.65, "LIVING", f"I IS{A}(?P<head>)LIVING(?:THEM|HIS)(?=DET|NUMBER)"),
    Frame("I am the one bringing it", "me", 0.7, "ACTING DOING ING", f"I IS DET DET(?P<head>){_ING}"),
    Frame("checking mine", "them", 0.6, "ACTING DOING ING", f"(?:HE|NAME|CAP)IS{A}(?P<head>){_ING}(?:MY(?!KIN)|[^STOP ASKED NOT I HE COMMA]{{1,9}}ME(?=STOP|COMMA|$))", also="ME MY"),
    Frame("I am doing it", "me", 0.65, "ACTING DOING", f"{EDGE}{A}I IS{A}(?P<head>)(?:ACTING|DOING)(?=DET|IT|HIS|THEM|NAME|CAP|(?<=ACTING)(?:WORD|ANY|NUMBER))(?!{REST}YOU)"),
    Frame("coming to do it", "them", 0.65, "TO", f"{_THEY}(?:IS)?(?:(?:COMING)?{_ON}TO(?P<head>)ACT|COMING TO(?P<head2>)(?=ACT|WORD(?:DET|MY)))", also="DAY COMING"),
    Frame("is coming on", "them", 0.55, "IS", f"(?:HE IS{A}(?P<head>)|(?P<they>NAME|CAP)IS{A}(?P<head2>)COMING(?:ON)?)DAY{_LAST}", also="DAY"),
    Frame("coming over", "them", 0.6, "COMEOVER", f"{_THEY}(?:IS)?(?P<head>)COMEOVER{_SOON}", also="DAY WHEN IF"),
    Frame("I am on it, on", "me", 0.6, "ON", "DAY[^STOP NOT PAST]*I IS ON(?P<head>)WORD(?=STOP|COMMA|$)", also="DAY"),
    Frame("he is doing it for them", "subject", 0.55, "ACTING DOING LIVING ING", f"(?:{FIRST}|{_THEY}|{EDGE}(?P<they2>{THIRD}))IS{A}(?P<head>)(?:(?:ACTING|DOING)[^STOP COMMA ASKED NOT HE I]{{1,6}}PREP(?:ME|NAME|CAP|THEM)|(?:LIVING|ING)[^STOP COMMA ASKED NOT HE I]{{1,6}}(?:PREP(?:ME|HIS|THEM)|TO ME))(?=STOP|COMMA|AND|$)"),
    Frame("may do it for me", "them", 0.6, "CAN", f"(?:HE|NAME|CAP|{ROLE})CAN(?:ADV)*(?P<head>)(?=(?:ACT|WORD|SAY)ME)", also="ME"),
    Frame("he is bringing it", "them", 0.65, "ACTING", f"(?:{_THEY}IS{A}(?P<head>)ACTING(?=IT|ME|MY)|{START}WORD IS{A}(?P<head2>)ACTING(?=IT|ME|MY|DET|HIS))"),
    Frame("saving her a seat", "me", 0.6, "ACTING DOING ING", f"{START}(?P<head>)(?:(?:ACTING|DOING)(?:(?:THEM|HIS)(?=DET|NUMBER)|TO(?:NAME|CAP|THEM|HIS|DET))|{_ING}(?:IT|THEM|DET WORD)PREP(?:THEM|HIS|NAME|CAP)(?=STOP|COMMA|$))"),
    Frame("I am buying, on", "subject", 0.65, "ACTING DOING ING", f"(?:{WE}|{FIRST}|{_THEY})IS{A}(?P<head>){_ING}(?:COMMA)?{_ON}", also="DAY"),
    Frame("pairing with them", "us", 0.6, "DOING ING", f"{START}(?P<head>)(?:DOING|ING)[PREP WITH]+(?:NAME|CAP|THEM){_SOON}", also="DAY WHEN IF"),
    Frame("she does the rest", "subject", 0.6, "ACTING DOING ING LIVING", f"{_THEY}IS{A}(?P<head>)(?:{_ING}|LIVING)(?=DET|MY|IT)", beside=True),
    # in the present: he calls, I send the file
    Frame("and I do", "subject", 0.55, "I HE ACTS", f"(?:{EDGE}{FIRST}(?P<head>)(?=GETBACK(?:DET|IT)|(?:ACT|TAKE)(?:DET|HIS|MY|THEM|IT|NAME|CAP|ME|DAY)|[LIFE GIVES](?:THEM|HIS|DET))|{EDGE}(?P<they>HE|NAME|CAP)(?:IS(?=ACTING)|(?=LIFE ME|(?:ACTS|(?<=HE)ACT)(?:DET|HIS(?!KIN)|MY|ME|THEM)))(?P<head2>))"),
    Frame("and she does things", "them", 0.55, "ACTS", f"{EDGE}(?:HE|NAME|CAP)(?P<head>)ACTS WORD", beside=True),
    Frame("then I do", "subject", 0.65, "I", f"DAY[^STOP ASKED I HE WE WAS PAST]{{0,4}}{FIRST}(?P<head>)(?=(?:ACT|GIVES)(?:YOU|THEM|HIS|NAME|DET|IT))", also="DAY"),
    Frame("I do it then", "subject", 0.6, "I", f"{FIRST}{A}(?P<head>)(?=(?:ACT|GIVES|JOINT)(?:YOU|THEM|HIS|NAME|DET|IT|ME)){_SOON}", also="DAY WHEN IF"),
    Frame("she does it then", "subject", 0.6, "ACTS", f"{_THEY}(?P<head>)(?=ACTS(?:DET|WORD|NUMBER|IT|MY|HIS|THEM|ME)){_SOON}", also="DAY WHEN IF"),
    Frame("I find her somebody", "bare", 0.55, "I", f"{EDGE}{A}I(?P<head>)(?=(?:(?:ACT|GIVES|LIFE)(?:YOU|THEM(?:DET|WORD|ADJ)|HIS(?!WORD STOP))|ACT(?:DET|IT))[^STOP ASKED NOT PAST WAS HAD DONE HABIT IF WHEN SAY]*(?:STOP|COMMA|$))"),
    Frame("she gives us it", "them", 0.6, "ACTS", f"{_THEY}(?P<head>)ACTS(?:ME|MY(?!KIN))(?![^STOP]*(?:PAST|WAS|DONE))"),
    # a thing and a day
    Frame("it to them, on", "me", 0.7, "TO", f"{START}(?!WHICH|TODO|BY|WHEN|PREP|ING(?!WORD)|(?:NAME|CAP){{1,2}}LIVES)(?P<head>){_THING}{{1,6}}TO(?:DET)?(?:NAME|THEM|HIS|CAP|ROLE|KIN)(?:WORD|CAP|NAME)?(?:(?:COLON|DASH|COMMA|BY WORD)?{_ON}|[^STOP PAST WAS NOT ASKED HE]{{1,9}}BY DAY|WHEN|PREP HE)", also="DAY WHEN HE"),
    Frame("it from me, on", "me", 0.65, "FROM BY", f"{EDGE}(?P<head>)(?:DET)?{NOUN}{{1,3}}(?:FROM|BY)(?:ME|MY{NOUN})(?={REST}DAY)", also="DAY"),
    Frame("it from me, something from them", "me", 0.65, "FROM", f"{EDGE}(?P<head>)(?:DET)?{NOUN}{{1,3}}FROM ME(?=COMMA|AND)", beside=True),
    Frame("something from them", "them", 0.65, "FROM", f"(?:(?<=COMMA)|(?<=AND))(?P<head>)(?:DET)?{NOUN}{{1,3}}FROM(?:THEM|NAME|CAP|HIS)(?=COMMA|AND|STOP|$)", beside=True),
    Frame("it -> me", "me", 0.65, "DASH", f"{EDGE}(?P<head>)(?:DET)?{NOUN}{{1,3}}DASH ME(?=ADV|STOP|COMMA|$)"),
    Frame("it from them, on", "them", 0.65, "FROM", f"{EDGE}(?P<head>)(?:DET)?{NOUN}{{1,3}}(?:ADV|PREP)?FROM(?:NAME|THEM|CAP|HIS{NOUN}?){_ON}", also="DAY"),
    Frame("the rest by, I said", "subject", 0.7, "SAY", f"{EDGE}(?P<head>)(?:DET|HIS|MY)?{NOUN}{{1,3}}[PREP ON BY]*DAY(?:COMMA)?(?:{FIRST}|(?P<they>HE|NAME|CAP))SAY", also="DAY"),
    Frame("then, she says", "subject", 0.6, "SAY", f"{START}(?P<head>)DAY[PREP WORD ADV NOT]{{0,3}}(?:COMMA)?(?:{FIRST}|(?P<they>HE|NAME|CAP))SAY(?=STOP|$)", also="DAY"),
    Frame("it by then", "carried", 0.6, "BY", f"{EDGE}(?P<head>)(?:DET|MY|HIS|ADV)?{NOUN}{{1,3}}(?:ARRANGED|DONE|PAST|PREP|ADV)?BY DAY(?:ADV)*{_LAST}", also="DAY"),
    Frame("it comes from them", "them", 0.6, "COME", f"{EDGE}(?P<head>)(?:DET|HIS)?{NOUN}{{1,2}}COME FROM(?:THEM|NAME|CAP|HIS{NOUN}){_SOON}", also="DAY WHEN IF"),
    Frame("to follow from", "passive", 0.7, "FOLLOW", f"{EDGE}(?P<head>){THINGS}(?:FROM(?:ME|THEM|HIS|NAME|CAP|DET ROLE|MY ROLE))?TO FOLLOW(?=FROM|PREP|STOP|COMMA|$)", also="TO"),
    Frame("the rest to follow", "carried", 0.65, "FOLLOW", f"{EDGE}(?P<head>)(?:DET|MY|HIS)?(?:{NOUN}){{1,2}}(?:TO)?FOLLOW(?:ADV)*{_ON}", also="DAY"),
    Frame("do it, today", "noted", 0.65, "ACT GIVES GETBACK", f"{START}{A}(?P<head>)(?:ACT|GIVES|GETBACK)(?:IT(?:PREP|ON)?|THEM(?:PREP|ON)?|BY)?DAY{_LAST}", also="DAY"),
    Frame("she to see to it", "them", 0.55, "TO", f"{START}(?:CAP|NAME){{1,2}}TO(?P<head>)(?=WORD(?:DET|MY|HIS))", also="CAP NAME"),
    Frame("lent till", "them", 0.7, "LENT", "(?P<head>)LENT[^STOP]*WHEN DAY", also="DAY"),
    Frame("borrowed till", "me", 0.65, "BORROWED", f"(?:I|{START})(?P<head>)BORROWED[^STOP]*WHEN DAY", also="DAY"),
    Frame("to be done", "passive", 0.6, "BE", f"{START}(?P<head>)(?:{THINGS}|(?:DET|MY)?(?:{NOUN}|PAST|ARRANGED){{1,5}})(?:IS)?{A}TO BE{A}(?:PAST|DONE|ARRANGED|GETBACK|KEPTFOR|ACT(?=PREP|TO|DAY|BY|STOP|$)|WITH(?:ME|THEM|HIS|NAME|CAP|ROLE))(?:(?<!IS TO BE.)|(?={REST}(?:ME|THEM|HIS|NAME)))"),
    Frame("to go out", "passive", 0.6, "GOESTO", f"{START}(?P<head>)(?:(?:CAP|NAME)IS|HIS)?{THINGS}(?:IS{A}GOESTO(?=NAME|CAP|THEM|HIS)|{A}(?:COMMA)?GOESTO)"),
    Frame("back to them", "passive", 0.65, "BACKTO", f"{START}(?<!SELF COLON)(?<!SELF DASH)(?P<head>)(?:(?:CAP|NAME|ROLE)IS|HIS)?{THINGS}BACKTO(?=NAME|CAP|THEM|HIS)(?!{REST}(?:PAST|WAS|HAVE))"),
    Frame("owed to", "passive", 0.7, "OWED OWE", f"{START}(?P<head>)(?:(?:HIS)?{THINGS}(?:TO(?:NAME|CAP|THEM|HIS|ROLE))?(?:IS|ADV|COLON|DASH|COMMA)*(?:OWED|OWE)(?=TO(?:NAME|CAP|THEM|HIS|ME)|PREP|STOP|$)|{A}(?:OWED|OWE)COLON)"),
    Frame("outstanding from", "passive", 0.7, "OWED", f"{START}{A}OWED(?:FROM|PREP|WITH|ON)(?:ME|MY(?:WORD)?|THEM|HIS|NAME|CAP)COLON(?P<head>)"),
    Frame("waiting on", "named", 0.65, "LIVING", f"{START}LIVING(?:(?:ONME|ONHER)COLON(?P<head>)|ON(?:THEM|NAME|CAP|HIS)PREP(?P<head2>))", also="ONME ONHER ON"),
    Frame("still to do", "passive", 0.65, "STILLTO", f"{START}(?P<head>){THINGS}(?:TO|PREP)?(?:DET)?(?:NAME|CAP|WORD)*STILLTO(?:ACT|LIFE|GIVES)(?=STOP|COMMA|DAY|BY|TO|PREP|$)"),
    Frame("it is promised to them", "me", 0.6, "COMMIT", f"{EDGE}(?P<head>){THINGS}(?:HAVE|IS)(?:WAS)?COMMIT TO(?:NAME|CAP|THEM|HIS)", also="TO"),
    Frame("it is being done for us", "them", 0.6, "BE", f"{EDGE}(?P<head>){THINGS}IS BE[^STOP NOT ME]{{1,4}}(?:PREP|TO)ME", also="ME"),
    Frame("meeting her train", "me", 0.6, "MEETING", f"{EDGE}(?:I IS)?{A}(?P<head>)MEETING HIS(?:WORD|TRIP|LIFE)(?={REST}DAY)", also="DAY"),
    Frame("is dropping it in", "carried", 0.65, "IS", f"{START}IS{A}(?P<head>)(?:ACTING|DOING)(?={REST}DAY)", also="ACTING DOING"),
    Frame("it - with me", "me", 0.6, "WITH", f"{START}(?P<head>){THINGS}(?:DASH|COLON|IS)WITH ME(?=STOP|COMMA|$)", also="ME"),
    Frame("has my Tuesday", "them", 0.65, "HAVE", "(?:HE|NAME|CAP)(?P<head>)HAVE MY(?=DAY)", also="DAY"),
    Frame("then, I am showing", "me", 0.6, "ACTING DOING ING", f"DAY COMMA I IS(?P<head>){_ING}(?=STOP|$)", also="DAY"),
    Frame("holding the 4th for her", "me", 0.6, "ACTING DOING ING LIVING", f"{START}(?P<head>)(?:{_ING}|LIVING)DAY PREP(?:NAME|THEM|HIS|CAP)", also="DAY"),
    Frame("kept for them", "passive", 0.55, "KEPTFOR", f"{START}(?P<head>){THINGS}KEPTFOR(?=NAME|CAP|THEM|HIS|ME|DET)"),
    Frame("it: me", "me", 0.7, "ME", f"{START}(?P<head>)(?:DET)?{NOUN}{{1,3}}(?:COLON|DASH)ME(?=STOP|COMMA(?!NAME|CAP)|BY|DAY|$)", also="COLON DASH"),
    Frame("it: them, by", "them", 0.6, "COLON DASH", f"{START}(?P<head>)(?:DET)?{NOUN}{{1,3}}(?:COLON|DASH)(?:NAME|CAP)(?:COMMA)?(?:BY)?DAY", also="DAY"),
    Frame("ready for them", "passive", 0.65, "READY", f"{START}(?P<head>){THINGS}READY(?=(?:NAME|CAP|HIS|THEM|ME|DET|ON|BY|DAY)[^STOP PAST WAS HAD]*DAY)", also="DAY"),
    Frame("going halves", "us", 0.65, "HALVES", f"(?:{START}|WE IS)(?P<head>)HALVES(?=WITH|ON)"),
    Frame("if so, I do", "me", 0.6, "IF", "IF[^STOP ASKED I WAS WOULD NOT]{1,8}I(?P<head>)(?=(?:ACT|TAKE|GIVES)(?:DET|IT|THEM|HIS|ADV|NAME|MY))", also="I"),
    Frame("it, promised to them", "passive", 0.75, "COMMIT", f"{START}(?P<head>){THINGS}(?:COMMA{THINGS}){{0,2}}(?:COMMA)?COMMIT(?=(?:TO|BY|FROM|PREP)(?:NAME|CAP|THEM|HIS|ROLE|ME))(?![^STOP]*(?:HAVE|PAST|WAS|DONE|COME))"),
    Frame("it will be with them", "passive", 0.65, "WILL SHOULD", f"{EDGE}(?P<head>)(?:HIS)?{THINGS}(?:WILL|SHOULD)BE(?:PREP|WITH)(?:THEM|HIS|NAME|CAP|ME)(?={REST}DAY)", also="DAY"),
    # to be done, told to oneself
    Frame("sign and return", "bare", 0.6, "ACT GIVES", "(?<![^STOP COLON])(?P<head>)(?=(?:ACT|GIVES)(?:IT)?AND(?:ACT|GIVES)(?:PREP|ADJ|IT)*(?:STOP|$))", also="AND"),
    Frame("do it for them", "bare", 0.6, "ACT GIVES LIFE SHOUT", f"(?<![^STOP]){A}(?P<head>)(?=(?:ACT|GIVES|SHOUT|LIFE(?!MY|DET(?!WORD PREP(?:NAME|CAP|THEM))))(?:THEM(?:DET|HIS|MY|NUMBER|WORD)|HIS|(?:NAME|CAP){{1,2}}(?:IS(?=WORD|ADJ|THING|ACT))?|DET|MY)(?!TO)[^ASKED STOP I HE WE WAS IS HAD PAST SAY ME COLON]*(?:STOP|WHEN|PREP HE|$))", also="THEM HIS NAME CAP DET MY"),
    Frame("write to them", "bare", 0.6, "ACT JOINT TELL", f"(?<![^STOP]){A}(?P<head>)(?=(?:(?:ACT|JOINT)TO(?:NAME|CAP|THEM|HIS|WORD|DET(?:ROLE|WORD))|TELL(?:NAME|CAP|THEM|HIS|WORD))[^ASKED STOP I WE WAS IS HAD PAST SAY ME COLON]*(?:STOP|WHEN|PREP HE|$))", also="TO TELL"),
    Frame("get back to them", "noted", 0.65, "GETBACK", f"(?<![^STOP]){A}(?P<head>)(?=GETBACK[^STOP ASKED I HE WE WAS PAST SAY ME]*(?:STOP|WHEN|$))"),
    # both of us
    Frame("it with them, on", "us", 0.65, "WITH", f"{START}(?!{REST}(?:ONME|ONHER))(?P<head>)(?:DET|ADJ)?(?:{NOUN}|DOING|MEETING){{1,3}}{_PLACE}{{0,2}}WITH(?:NAME|THEM|HIS|CAP|WORD|DET ROLE)(?!{REST}(?:EVENT|HE IS[HOPE ADJ]))(?=[^STOP ASKED NOT WAS HAD PAST COLON DASH]*[COLON DASH]?(?:DAY|WHEN|IF(?:I|WE)))", also="DAY WHEN IF"),
    Frame("then, with them", "us", 0.65, "WITH", f"{START}(?!{REST}(?:ONME|ONHER|EVENT))(?P<head>)(?:DAY(?:COLON|COMMA|NUMBER|PREP)*(?:{NOUN}|MEETING){{1,3}}|(?:{NOUN}){{1,3}}(?:ON)?DAY){_PLACE}{{0,2}}WITH(?:NAME|THEM|CAP|WORD|DET(?:WORD|KIN|ROLE))(?![^STOP]*(?:PAST|WAS|HAD|NOT))", also="DAY"),
    Frame("party at theirs, on", "us", 0.55, "PREP", f"{START}(?P<head>){NOUN}{{1,3}}(?:ON)?DAY PREP(?:NAME|CAP)IS", also="DAY"),
    Frame("we do it together", "us", 0.65, "TOGETHER", f"WE{A}(?P<head>)(?=[^STOP NOT PAST WAS HAD HABIT]{{1,3}}TOGETHER)"),
    Frame("next one", "us", 0.6, "NEXTONE", f"{EDGE}(?P<head>)NEXTONE{_SOON}", also="DAY WHEN IF"),
    Frame("it is agreed, for", "us", 0.55, "ARRANGED COMMIT", f"{START}(?P<head>)(?:DET)?(?:WORD|ACT|ING|ACTS){{1,3}}(?:ARRANGED|COMMIT)(?:COMMA)?[PREP ON ADV]*DAY(?![^STOP]*(?:HAVE|WAS|PAST|DONE))", also="DAY"),
    Frame("dinner on", "us", 0.6, "JOINT", f"{START}(?:DET|ADJ|CAP)?(?P<head>)JOINT(?=(?:(?:PREP|WITH)?(?:NAME|CAP|DET|THEM|ROLE)|ON|PREP|COMMA|BY|DAY|ARRANGED|WORD)[^STOP ONME ONHER NOT PAST WAS HAD DONE I HE WE COLON DASH]*[COLON DASH]?DAY(?!PREP[STOP COMMA]|PREP$)|(?:WORD)?WHEN(?:NAME|CAP|HE|I|WE))", also="DAY WHEN"),
    Frame("moved ours to", "us", 0.65, "MOVED", f"(?:(?:NAME|CAP|HE|{EDGE}|WE)(?:HAVE)?(?P<head>)|{START}(?P<head2>)(?:DET|MY)?(?:{NOUN}){{0,2}}(?:JOINT|ACT))MOVED(?:IT|ME|(?:MY|DET)?(?:JOINT|WORD|ACT))?(?:PREP|ON|FROM|WITH|BY|TO)+DAY", also="DAY"),
    Frame("pencilled in with", "us", 0.6, "ARRANGED", f"{START}(?P<head>)(?!.*HE(?:HAVE)?ACCEPTS)ARRANGED[^STOP PAST WAS NOT I HE WE IF]{{1,8}}DAY", also="DAY"),
    Frame("going to meet", "us", 0.7, "GOING", f"{EDGE}{A}GOING{A}(?P<head>)JOINT"),
    # whose treat it is
    Frame("dinner on them", "named", 0.75, "ONHER ONME", "(?P<head>)(?:WORD|JOINT|TREAT|NUMBER)(?:WITH(?:NAME|CAP|AND|THEM){1,3})?(?:ONHER|ONME)(?=WHEN|DASH|HE|NAME|COMMA)"),
    Frame("on Ana", "them", 0.65, "ON", f"(?P<head>)(?:TREAT|JOINT|{START}{NOUN})(?:IS)?ON(?:NAME|CAP|WORD)(?=STOP|COMMA|HE|DAY|BUT|IF|WHEN|$)", also="TREAT JOINT IS"),
    Frame("cake on me", "named", 0.6, "ONHER ONME", f"{START}(?P<head>)(?:CAP|WORD|NAME){{1,2}}(?:ONHER|ONME)(?=STOP|$)"),
    Frame("dinner, on me", "named", 0.7, "ONHER ONME", "(?P<head>)(?:JOINT|TREAT)(?:COMMA|[^STOP COMMA NOT WAS I HE]{1,6})(?:ONHER|ONME)(?=STOP|COMMA|WHEN|DAY|IF|$)"),
    Frame("the gate is mine, on", "me", 0.65, "ISMINE", f"{EDGE}(?P<head>)(?:DET|MY)?(?:{NOUN}|TREAT){{1,3}}ISMINE(?={REST}DAY)", also="DAY"),
    Frame("the gate is my job", "me", 0.6, "MYJOB", f"{EDGE}(?P<head>)(?:DET|MY)?(?:{NOUN}|TREAT){{1,3}}MYJOB"),
    Frame("due one off me", "me", 0.8, "DUEA", "(?:HE|NAME|CAP)IS(?:ADV)*(?P<head>)DUEA[^STOP COMMA]{1,5}(?:PREP|FROM)ME"),
    Frame("due one off them", "them", 0.8, "DUEA", "(?:I|WE)IS(?:ADV)*(?P<head>)DUEA[^STOP COMMA]{1,5}(?:PREP|FROM)(?:NAME|CAP|HIS|THEM)"),
    Frame("assured me of it", "them", 0.75, "COMMIT", "(?:HE|NAME|CAP|ROLE|KIN)(?:HAVE|ADV)*COMMIT ME PREP(?P<head>)(?=DET|MY|HIS)", also="ME"),
    Frame("me on the gate", "me", 0.6, "ME MYSELF", f"(?:{START}|(?<=COMMA)|(?<=AND))(?:ME|MYSELF)(?:ON|PREP)(?P<head>)(?=(?:DET)?(?:WORD|JOINT|TREAT|ACTS|ACT)(?:COMMA|AND|STOP|$))", beside=True),
    Frame("Nora in the tent", "them", 0.6, "ME MYSELF", "(?:(?<=COMMA)|(?<=AND))(?:NAME|CAP)PREP(?P<head>)(?=DET(?:WORD|JOINT|TREAT|ACTS)(?:STOP|COMMA|$))", beside=True, also="COMMA AND"),
    Frame("got the gate", "subject", 0.6, "HASGOT", f"(?:{FIRST}|{_THEY})HASGOT(?P<head>)(?=DET(?:WORD|TREAT|JOINT|ACT|ACTS))", beside=True),
    Frame("Nils and me for it, on", "us", 0.6, "AND", f"{EDGE}(?P<head>)(?:(?:NAME|CAP)AND(?:ME|MYSELF|I)|(?:ME|MYSELF)AND(?:NAME|CAP))(?:PREP|ON|WITH)(?=[^STOP PAST WAS HAD]*(?:DAY|TOGETHER))", also="DAY TOGETHER"),
    Frame("Nils and I swap them, once", "us", 0.65, "AND", f"{BOTH}(?P<head>)(?=(?:ACT|JOINT|LIFE|GIVES)(?!TO)[^STOP PAST WAS HAD NOT]*(?:DAY|WHEN|TOGETHER))", also="DAY WHEN TOGETHER"),
    Frame("he fills mine, I his", "them", 0.6, "I", "(?:NAME|CAP)(?P<head>)(?=WORD(?:DET|MY|HIS)(?:WORD|ACT){1,2}(?:COMMA|AND|BUT)I(?:WORD|ACT|TAKE)(?:DET|HIS|MY|THEM|NAME))", also="NAME CAP"),
    Frame("I fill his", "me", 0.6, "I", "(?:(?<=COMMA)|(?<=AND)|(?<=BUT))I(?P<head>)(?=(?:WORD|ACT|TAKE|GIVES)(?:DET|HIS|MY|THEM|NAME|IT))", beside=True, also="COMMA AND BUT"),
    Frame("he is piping, I address it", "them", 0.6, "ING ACTING DOING", f"{_THEY}IS(?P<head>){_ING}(?=(?:COMMA|AND)I(?:WORD|ACT|TAKE|GIVES))", beside=True, also="I"),
    Frame("he stays, I do it", "them", 0.6, "I", f"{EDGE}(?:HE|NAME|CAP)(?P<head>)(?=(?:WORD|ACTS|LIVES|TAKE)(?!IS|WAS|ON)[^STOP COMMA ASKED NOT PAST WAS IS I SAY DAY]{{0,4}}COMMA I(?:WORD|ACT|TAKE|GIVES)(?!TO))", beside=True, also="COMMA"),
    Frame("he fills mine", "them", 0.6, "I", "(?:(?<=COMMA)|(?<=AND)|(?<=BUT))(?:HE|NAME|CAP)(?P<head>)(?=(?:WORD|ACTS)(?:DET|MY|ME|HIS)(?!WAS))", beside=True, also="COMMA AND BUT"),
    Frame("one for me, he says", "them", 0.65, "SAY", f"{EDGE}(?P<head>)(?:DET)?(?:{NOUN}|TREAT){{1,3}}PREP ME COMMA(?:HE|NAME|CAP)SAY", also="ME"),
    Frame("coming, I told him", "me", 0.65, "COMING", f"{EDGE}(?:{A}|CAP|WORD)(?P<head>)COMING(?:[PREP ON]*DAY)?COMMA(?:I SAY|SAY I)", also="SAY"),
    Frame("says I have it, on", "me", 0.55, "HAVE", f"(?:HE|NAME|CAP)SAY ME(?:THAT)?I(?P<head>)HAVE(?=(?:DET|MY)(?:WORD|ACT|JOINT))(?={REST}DAY)", also="SAY"),
    Frame("one is mine", "me", 0.7, "ISMINE", "(?P<head>)(?:ADJ)?(?:DET|TREAT)ISMINE"),
    # Where nothing else is said: what is to be, and on which day
    Frame("I, then", "me", 0.45, "I", f"(?<!WHICH)(?<!THAT)(?<!IF)(?<!WHEN)I(?:IS)?{A}(?P<head>)(?=(?!COMING|STATE|WILL)(?:WORD|ING|ACT|ACTS|LIVING|LIFE|DOING|ACTING|GIVES)[^{_CLEAN}]*(?:NAME|CAP|THEM|HIS|YOU){_OPEN}DAY|WORD{_DOING}DAY)", last=True, also="DAY"),
    Frame("he, for me, then", "them", 0.45, "HE NAME CAP ROLE KIN", f"(?:HE|{ROLE}|NAME|CAP|KIN|KIN DET)(?:IS)?{A}(?P<head>)(?=(?:WORD|ING|ACT|ACTS|LIVING|LIFE|DOING|ACTING|GIVES){_OPEN}(?:ME|MY){_OPEN}(?<!WHEN)DAY)", last=True, also="DAY"),
)
