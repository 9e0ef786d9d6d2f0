"""English words, by their tags."""

import re
from collections.abc import Mapping, Sequence

from .sieve import ROLES

SIGNS = "i i'll the and to will we he she her him my they you for of on with is was said it a at me"

_ACT = ("send email mail post forward text message ping dm call ring phone write reply respond answer bring give lend loan introduce intro "
            "connect share drop fetch collect deliver drive carry book order comment suggest propose prepare prep draft review read check look ask "
            "tell let help fix mend print scan photograph ship return hand pass-on chase sort arrange organise organize set update upload file "
            "submit invite cook bake host cover feed hold water mind babysit show walk-through recommend refer vouch speak-to confirm revert "
            "circulate transfer refund pay-back repay reimburse credit invoice quote sign-off edit proofread proof translate copy cc grab pick pop "
            "flick shoot sling chuck lay mix master bounce do make add put-up swap stand dep record play-for tow paint build nominate endorse "
            "furnish tender render schedule finalise finalize turn-round follow-up loop tag wetransfer airdrop fax fedex courier supply provide apologise apologize thank "
            "run-by come-back get-back talk-to visit escort accompany lift shift keep hold-back save reserve bequeath donate sponsor find wire venmo "
            "paypal sign fetch obtain procure outline summarise summarize compile collate test benchmark investigate debug deploy merge push onboard "
            "mentor pair brief wash iron sew knit hang install trim mow prune plane negotiate source redo rewrite revise amend liaise "
            "coordinate secure reply-to rummage handle manage tackle notify inform remind advise strim weed tidy clear clean rotate dig sweep collate "
            "sub deputise minute relay dispatch despatch enclose attach append authorise authorize approve countersign witness notarise "
            "certify audit vet redline ferry haul lug load unload assemble decorate plaster plumb mount laminate bind frame engrave wrap pack label record film cut "
            "transcribe interpret subtitle caption skim verify validate pitch present demo explain chat-to ask-around enquire query nudge prod lobby split halve "
            "measure survey inspect gie dae sound-out source-out lodge register enrol enroll advertise promote plug blog retweet tweet polish tighten revisit "
            "refresh renew extend untangle unblock rebase merge ship-out roll-out rig stitch bottle brew stew roast grill ice decorate rustle whip knock-up jot "
            "scribble relay pencil bung stick whack whizz ping-over drop-off pick-up hand-over sell-on fit cast rehearse-with glaze weld sand drill")
_STATE = ("inherit outlive cease tie gather conclude reflect retain coincide remain become need want love like miss know hate cost rain snow fail lose win feel think believe"
          " see hear understand kill kick vote regret enjoy die remember forget notice seem appear happen depend matter bet admit wonder"
          " guess expect hope wish prefer spare recover survive receive wonder doubt appreciate forgive struggle suffer realise realize grow"
          " last own learn age announce sooner pray wait reckon decide release laugh cry probably arrive fare sleep agree")
_LIFE = ("turn accept represent replace get find move retire leave start marry graduate relocate travel fly study join stay live work go quit resign emigrate run sell"
          " begin stop celebrate rest vote train switch attend be launch publish take spend apply end follow finish"
          " try continue remain head expand hire open close use buy eat drink put keep step lead win play race present"
         " chair teach coach tutor judge moderate facilitate umpire referee conduct lecture preach officiate")
_ONE_SOUND = re.compile(r"[^aeiou]*[aeiou][^aeiouwxy]")  # `swap`, and not `cover`
_DOUBLED = frozenset(["submit", "transfer", "refer", "admit", "forget"])


def gerund(verb: str) -> str:
    """`send`: sending. `swap`: swapping."""
    if verb.endswith("e") and not verb.endswith("ee"):
        return verb[:-1] + "ing"
    return verb + (verb[-1] if verb in _DOUBLED or _ONE_SOUND.fullmatch(verb) else "") + "ing"


def third(verb: str) -> str:
    """`send`: sends. `fetch`: fetches."""
    if verb.endswith(("s", "sh", "ch", "x", "o")):
        return verb + "es"
    return verb[:-1] + "ies" if verb.endswith("y") and verb[-2] not in "aeou" else verb + "s"


# Words by their tags. The first tag that lists a word has it.
WORDS: Mapping[str, str] = {
    "I": "i ah",
    "ME": "me us",
    "MYSELF": "myself meself",
    "MY": "my our ours mine",
    "WE": "we",
    "HE": "he she they s/he",
    "THEM": "him them",
    "HIS": "his their theirs hers her",
    "YOU": "you u ya ye yous y'all",
    "YOUR": "your yours yer",
    "ROLE": ROLES,
    "WILL": "will shall 'll wil",
    "WOULD": "would wd wld wud wid wad 'd",
    "GOING": "gonna gonnae gunna fixin",
    "IS": "am is are 'm 're 's",
    "WAS": "was were been wis",
    "BE": "be being",
    "TO": "to",
    "HAVE": "have has hae 've",
    "HAD": "had",
    "COMMIT": "promised promise promises swore swears swear vowed vows vow undertook undertakes undertaken pledged pledges committed"
              " assured assures guaranteed guarantees volunteered volunteers agreed agrees consented",
    "OFFER": "offered offers",
    "SAY": "telt tellt said says say saying told tells confirmed confirms insists insisted mentioned wrote writes texted emailed"
           " informs informed messaged replied replies warned answered repeated announced claims reckons msgd txtd ta'd",
    "ASK": "asked asks enquired inquired wonders wondered requested requests begged pleaded pressed whether urged pestered badgered nagged implored entreated suggested wants wanted needs would-like",
    "MUST": "must mst gotta",
    "SHOULD": "should shd shld oughta",
    "MIGHT": "might may maybe perhaps possibly hopefully",
    "CAN": "could cd cld cud can",
    "LETS": "lets",
    "OWE": "owe owing iou",
    "OWES": "owes",
    "NOT": "not n't nae never no cannot cant wont cannae dinnae didnae willnae widnae wouldnae isnae hasnae havenae wasnae dont didnt doesnt wouldnt isnt nobody nothing none neither nor without nah nope hadnae cdnt wouldn't hardly",
    "IF": "if unless were provided providing",
    "WHEN": "when once till until whenever til",
    "AS": "as like than",
    "HOPE": "assume assuming presume presuming suppose supposing guessing suspect hopes hoped hoping hope planned intends intended dreams thinks thought thinking considering wishes wished wish wanting"
            " dreaming aims aiming expects expected expecting",
    "HABIT": "allus always usually often sometimes generally every",
    "ADV": "also just then still def defo deffo definitely probably prob surely certainly gladly happily even really now personally each"
           " both all kindly duly gratefully immediately quickly soon actually finally first too only simply absolutely totally"
           " basically obviously eventually prolly again either",
    "AND": "and plus n",
    "BUT": "but tho though although however",
    "ANY": "anything everything something whatever all",
    "THAT": "that which",
    "MORE": "more",
    "WHICH": "what where how why whom whose who whoever whichever",
    "IT": "it this",
    "THERE": "there",
    "ARRANGED": "settled rebooked diarised set fixed booked arranged pencilled penciled scheduled confirmed sorted locked",
    "DET": "one two three four five six the a an these those some any another",
    "BY": "by b4",
    "ON": "on",
    "FROM": "from fae frae",
    "WITH": "with w w/ wi",
    "PREP": "aff oot doon aboot roon ower ae o of in at for into about over under up out off after before during between re via down around through away",
    "PLEASE": "please pls",
    "TAKE": "take host",
    "BECAUSE": "because cos cuz coz since so while whilst",
    "FATE": "baby babies twins job puppy dog operation surgery chemo radiotherapy hip knee birthday hangover",
    "TELL": "tell",
    "OWED": "owed overdue outstanding pending",
    "LENT": "lent loaned",
    "BORROWED": "borrowed",
    "FOLLOW": "follow follows",
    "COME": "come comes",
    "COMING": "coming going visiting",
    "EVENT": "wedding marriage birthday interview exam exams visa completion appointment funeral graduation agm results deadline expires anniversary election decision verdict outcome ruling judgment judgement party launch flight closes ends starts begins opens shut closed",
    "AWAY": "holiday vacation nights shifts furlough pto duty",
    "TRIP": "trip flight bus journey trek invited invitation",
    "JOINT": "barbie braai luncheon elevenses nightcap aperitivo playdate game sesh haul-out sleepover session lesson rehearsal practice film movie cinema pictures supper bbq barbecue cookout cuppa pub "
            "spin ride jog parkrun badminton netball bowls darts snooker pool poker whist scrabble crib karaoke sync catch-up catchup retro debrief rematch bridge run-through walkthrough walk-through tennis squash golf chess meet lunch "
            "talk chat speak catch dinner coffee drinks walk hike play dine confer reconvene regroup brunch breakfast skype zoom facetime"
             " rehearse practise jam cowork picnic swim cycle camp",
    # What happens to people, or in them, and is in nobody's hand.
    "STATE": _STATE,
    # What people do with their own lives, and with nobody else.
    "ADJ": "late busy abroad ill tired sick poorly broke skint upset cross nice great good lovely hard sad sorry easy best better worst thanks thank cheers welcome hello hi off due according back"
           " close next new likely ready free unable keen funny reminder plan plans time need way chance reason failure attempt goal aim right request access desire intent effort permission pressure",
    "KIN": "grandson granddaughter gran nan grandad grandma grandpa hubby missus fella girl boy girls boys stepson stepdaughter fiance fiancee girlfriend boyfriend in-laws sister brother mum mom dad mother father wife husband son daughter boss uncle aunt colleague neighbour neighbor team kids"
           " nephew niece cousin partner everyone everybody somebody someone people sister-in-law brother-in-law mother-in-law father-in-law",
    "TOGETHER": "together",
    "WEATHER": "frost storm storms hail sleet fog thunder sunshine showers gales heatwave drought",
    "GIVES": "return pass sign pay settle",
    "MOVED": "moved pushed postponed rescheduled rearranged moves pushes postpones shifted shunted",
    "LIFE": _LIFE,
    "ACTS": "returns hosts covers takes does " + " ".join(third(verb) for verb in _ACT.split()),
    "LIVING": " ".join(gerund(verb) for verb in (_STATE + " tell ask " + _LIFE).split()),
    "LIVES": " ".join(third(verb) for verb in ("land arrive depart fly travel move relocate emigrate retire graduate marry " + _STATE + " " + _LIFE).split()),
    "ACTING": "sending emailing mailing posting forwarding calling ringing phoning writing bringing giving lending dropping delivering driving"
              " picking cooking baking introducing paying returning handing feeding taking lifting doing making hosting"
              " sharing circulating fetching collecting popping booking ordering saving sorting passing putting arranging swapping fixing shouting treating buying",
    "DOING": " ".join(gerund(verb) for verb in _ACT.split()),
    "ACT": _ACT,
    "SHOUT": "shout treat",
    "TREAT": "round rounds beer beers pint pints tab bill tea cake pizza curry wine bubbly ice-cream next-one",
    "CONSIDER": "consider",
    "TODO": "todo to-do action task follow-up followup todos actions tasks",
    "DONE": "did done sent paid delivered returned gave gied posted arrived received handed kept",
    # what ends as a gerund does, and is none
    "WORD": "evening morning building wedding ceiling shilling sterling pudding dumpling herring clothing bedding awning railing railings flooring wiring"
            " home town school work church uni college hospital gym court market bed time people money dinner hand paper line sale hold time them print site stage tour air"
            " decking fencing icing stuffing earring earrings king ring string spring wing thing things nothing wing hearing ruling gosling duckling seedling seedlings",
}

# How words end that no table has.
ENDINGS: Sequence[tuple[str, str]] = (("ing", "ING"), ("ly", "ADV"), ("ity", "THING"), ("tion", "THING"), ("sion", "THING"), ("ment", "THING"), ("ness", "THING"))


def is_past(word: str) -> bool:
    return word in _PAST or (word.endswith("ed") and len(word) > 4 and word not in _NOT_PAST)


_PAST = frozenset(["drawn", "worn", "torn", "thrown", "shown", "hidden", "bitten", "beaten", "frozen", "stolen", "woken", "forgiven", "sunk", "sung", "drunk", "dealt", "dug", "fed", "shot", "ridden", "shaken", "fought", "sought", "bent", "withdrawn", "overtaken", "undone", "took", "went", "saw", "ran", "became", "began", "broke", "chose", "drew", "drank", "drove", "ate", "fell", "felt", "flew", "froze", "grew", "hid", "knew", "rode", "rose", "sang", "sank", "sat", "slept", "spoke", "stole", "swam", "threw", "understood", "woke", "wore", "wept", "won", "wrote", "caught", "built", "hung", "lit", "sold", "shook", "slid", "stuck", "struck", "swept", "tore", "sued", "used", "died", "lied", "tied", "rang", "came", "been", "gone", "had", "got", "made", "written", "brought", "bought", "lent", "told", "forgotten", "taken", "given", "seen", "known", "found", "left", "lost", "met", "taught", "thought", "begun", "chosen", "driven", "eaten", "fallen", "flown", "grown", "held", "kept", "led", "meant", "rung", "run", "spoken", "spent", "stood"])
_NOT_PAST = frozenset(["need", "needed", "feed", "speed", "proceed", "succeed", "exceed", "embed"])

# Two words that are often written as one: their tags, and whether that is sure whatever follows.
JOINED: Mapping[str, tuple[str, str, bool]] = {
    "ill": ("I", "WILL", False), "im": ("I", "IS", True), "ive": ("I", "HAVE", True), "id": ("I", "WOULD", False),
    "hed": ("HE", "WOULD", True), "shed": ("HE", "WOULD", False), "theyd": ("HE", "WOULD", True), "hell": ("HE", "WILL", False),
    "shell": ("HE", "WILL", False), "theyll": ("HE", "WILL", True), "shes": ("HE", "IS", True), "hes": ("HE", "IS", True),
    "theyre": ("HE", "IS", True), "youll": ("YOU", "WILL", True), "itll": ("IT", "WILL", True), "weve": ("WE", "HAVE", True),
    "wed": ("WE", "WOULD", False), "well": ("WE", "WILL", False), "imma": ("I", "GOING", True), "ima": ("I", "GOING", True),
}
# Words that a full stop abbreviates: always, and where no capital follows.
TITLES = frozenset(["mr", "mrs", "ms", "dr", "prof", "tel", "st", "no", "inc", "ltd", "co", "dept", "cand", "i.e", "e.g"])
DOTTED = frozenset(["approx", "def", "prob", "vols", "vol", "fols", "ave", "esp", "incl", "jr", "sr", "mon", "tue", "tues", "wed", "thu", "thur", "thurs", "fri", "sat", "sun", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "a.m", "p.m"])
