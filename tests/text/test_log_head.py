"""The head of an entry: its kind and its direction, from the table of docs/format.md and from free words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kithbook.model.entry import KINDS
from kithbook.text.log_head import WORDS, read_head

# kind, how it is written, its default direction (the table)
TABLE = [
    ("call", "call phone rang voicemail zoom video", "both"),
    ("meeting", "met meeting coffee lunch dinner breakfast drinks visit walk", "both"),
    ("email", "email emailed mail", "out"),
    ("message", "text texted message dm chat whatsapp slack linkedin", "out"),
    ("letter", "letter card postcard", "out"),
    ("event", "event conference party meetup", "both"),
    ("gave", "gave gift help helped advice shared", "out"),
    ("intro", "intro introduced", "out"),
    ("referral", "referral referred", "out"),
    ("ask", "ask asked", "out"),
    ("thanks", "thanks thanked", "out"),
    ("problem", "problem issue", None),
    ("fixed", "fixed resolved", None),
    ("outcome", "outcome", "both"),
    ("reflection", "reflection rating", None),
    ("note", "note", None),
]
WRITTEN = [(word, kind, "out" if word == "voicemail" else direction) for kind, words, direction in TABLE for word in words.split()]


@pytest.mark.parametrize(("word", "kind", "direction"), WRITTEN)
def test_each_word_of_the_table_names_its_kind(word: str, kind: str, direction: str | None) -> None:
    head = read_head(f" {word}: about the plans")
    assert head == (kind, direction, "about the plans", True)


def test_the_table_is_the_whole_of_it() -> None:
    assert {kind: direction for kind, _, direction in TABLE} == KINDS
    assert set(WORDS.values()) == set(KINDS)


@pytest.mark.parametrize("separator", [": ", " — ", " – ", " - ", " :: ", ", ", ". ", ":  "])
def test_any_separator_stands_for_the_colon(separator: str) -> None:
    assert read_head(f" coffee{separator}the harbour") == ("meeting", "both", "the harbour", True)


def test_without_a_separator_the_whole_line_is_the_text() -> None:
    assert read_head(" coffee at the harbour") == ("meeting", "both", "coffee at the harbour", True)


@pytest.mark.parametrize(
    ("rest", "kind", "direction", "text"),
    [
        ("email in: asked for the plans", "email", "in", "asked for the plans"),
        ("email out: the plans", "email", "out", "the plans"),
        ("call in with [[Mary Somerville]]: hm", "call", "in", "hm"),
        ("call with [[A]], [[B]] and [[C|c]]: hm", "call", "both", "hm"),
        ("meeting w/ [[A]] & [B](B.md): hm", "meeting", "both", "hm"),
        ("gave in: honey", "gave", "in", "honey"),
        ("Email In: a", "email", "in", "a"),
        ("#coffee 1h", "meeting", "both", "#coffee 1h"),
        ("email< the plans", "email", "in", "the plans"),
        ("email <- the plans", "email", "in", "the plans"),
        ("dm > the plans", "message", "out", "the plans"),
        ("dm → the plans", "message", "out", "the plans"),
        ("call", "call", "both", ""),
        ("lunch with [[Ada]]", "meeting", "both", "lunch with [[Ada]]"),
        ("lunch with [[Ada]], [[Bob]] about x", "meeting", "both", "lunch with [[Ada]], [[Bob]] about x"),
        ("**call:** hm", "call", "both", "hm"),
    ],
)
def test_a_formal_head_means_what_it_says(rest: str, kind: str, direction: str, text: str) -> None:
    assert read_head(rest) == (kind, direction, text, True)


@pytest.mark.parametrize("rest", [
    "email: email received from Ada", "email: received on time", "email: from [[Ada]]: the plans", "email: from her", "email: from her yesterday", "email: from them late", "email: Ada kindly wrote me", "message: they texted", "email: [[Ada]] sent the plans",
    "intro: introduced by [[Ben]]", "intro: was introduced to Jan by Ben", "intro: Ben introduced us", "intro: introduced by Ben, by chance", "intro: introduced to [[Jan]] by [[Ben]]", "referral: through [[Ben]]", "referral: he recommended me",
    "call: she called", "call: called by Ada", "gave: she lent me the van", "gave: Ada helped me", "email: received now, she says", "thanks: [[Ada]] thanked me", "ask: she asked me for the plans",
])
def test_clear_words_tell_the_direction_behind_a_formal_head(rest: str) -> None:
    kind, _, said = rest.partition(": ")
    assert read_head(rest) == (kind, "in", said, True)
    assert read_head(f"{kind} out: {said}").direction == "out"


@pytest.mark.parametrize("rest", [
    "email: Invoice sent, waiting for payment", "email: Slides sent", "email: CV sent", "email: Nothing sent yet", "email: Proposal sent to her",
    "letter: Card sent for her birthday", "message: Photos sent", "gave: Book lent", "gave: Notes shared with her", "gave: Help offered", "gave: Clothes donated",
    "email: Nothing sent me to sleep sooner",
    "intro: introduced via Zoom to [[Bo]]", "intro: introduced him to [[Ada]] by Email", "intro: introduced through LinkedIn", "intro: introduced by WhatsApp",
    "intro: introduced to [[Bo]] by Email", "intro: introduced him to [[Ada]] by [[Bo]]'s leave", "referral: recommended the clinic via Ana",
    "message: from Paris", "email: from Oslo, wrote a long one", "email: from her new desk", "email: Message from Oslo",
    "email: received no answer", "email: received nothing back", "email: Email received no reply", "letter: received by her in time", "email: emailed by Outlook",
])
def test_what_tells_of_no_other_person_is_what_i_did(rest: str) -> None:
    assert read_head(rest).direction == "out"


@pytest.mark.parametrize(("rest", "direction"), [
    ("call: from Berlin, short but good", "both"), ("call: called by Zoom", "both"), ("call: called by Ada's clock", "both"), ("ask: Yesterday asked my boss for her", "out"),
    ("email: she asked me for the plans", "out"), ("call: he asked about lunch", "both"), ("email: from Monday on", "out"), ("message: from [[Ada]]'s sister", "out"),
    ("intro: Femi introduced to Kirsten", "out"), ("intro: to Ben by mail", "out"), ("email: I wrote", "out"), ("email: Then wrote", "out"), ("meeting: she called", "both"),
])
def test_a_formal_head_is_not_overruled_by_other_words(rest: str, direction: str) -> None:
    assert read_head(rest).direction == direction


@pytest.mark.parametrize(
    ("rest", "kind"),
    [
        ("caught up over the phone", "call"), ("he called round with eggs", "meeting"), ("chatted at the gate", "meeting"), ("put in touch by her", "intro"),
        ("squash, lost", "meeting"),        ("coffee w/ Anselm", "meeting"), ("rang back", "call"), ("emailed re the plans", "email"), ("quick call about the van", "call"),
        ("had a long lunch", "meeting"), ("site visit, walked plot 7", "meeting"), ("sent article about kelp", "gave"),
        ("sent her an email", "email"), ("sent a postcard", "letter"), ("slides sent", "email"), ("thank you email for breakfast", "email"),
        ("thank-you note", "letter"), ("back & forth by mail", "email"), ("flagged to him that page 4 is wrong (email)", "email"),
        ("told her the news over the phone", "call"), ("made it right", "fixed"), ("credit note emailed", "email"), ("missed call from Goran", "call"),
        ("left a voicemail", "call"), ("put me in touch with her agent", "intro"), ("connected Yara and Tobiah over email", "intro"),
        ("Henrike delivered: cc'd me to Basel", "intro"), ("gave him Stasik's number", "referral"), ("passed on her details", "referral"),
        ("left with a boot full of rhubarb", "gave"), ("two chairs lent", "gave"), ("flowers to the family", "gave"),
        ("bumped into her at the market", "meeting"), ("saw her at the conference", "event"), ("tea at hers", "meeting"), ("dropped off soup", "gave"),
        ("Dan sent a client my way", "referral"), ("put Dan and her in touch", "intro"), ("she connected me with Dan", "intro"), ("reviewed his CV", "gave"), ("stayed the night", "meeting"), ("do I know a notary, she asks", "ask"),
    ],
)
def test_a_kind_is_found_among_the_first_words(rest: str, kind: str) -> None:
    head = read_head(rest)
    assert (head.kind, head.named, head.text) == (kind, True, rest)


@pytest.mark.parametrize(
    "rest",
    ["took the Lyon job", "moved to Porto", "still no reply", "did not call", "should call her", "will email the plans", "wants to meet",
     "promised to ring", "lunch cancelled, flu", "call was moved to Friday", "planned a visit", "they take payment at the desk by card", ""],
)
def test_anything_else_is_a_note(rest: str) -> None:
    head = read_head(rest)
    assert (head.kind, head.direction, head.named) == ("note", None, False)


@pytest.mark.parametrize(
    ("rest", "direction"),
    [
        # what I did: in a log, I am left out
        ("letter came", "in"), ("Bo and I were put in touch by her", "in"), ("<- sms", "in"), ("→ rang", "out"), ("<- met", "both"),
        ("apologised for the mix-up, by phone", "out"), ("email exchange about the lease", "both"), ("spoke to her brother on the phone", "both"), ("visited in hospital", "both"),
        ("rang back", "out"), ("rang, wrong number", "out"), ("called, no answer", "out"), ("emailed re the plans", "out"), ("asked him for a reference", "out"),
        ("call, asked her to be a reference", "out"), ("helped her with the form", "out"), ("lent him the drill", "out"), ("I called her", "out"),
        ("returned his call", "out"), ("introduced her to Femi", "out"), ("flowers to the family", "out"), ("facetime, coached her", "out"),
        # what was done to me
        ("he called to apologise", "in"), ("she finally emailed", "in"), ("they called us", "in"), ("Anselm rang", "in"), ("[[Ada]] wrote", "in"),
        ("she sent tulips", "in"), ("helped me move house", "in"), ("introduced me to the editor", "in"), ("got a lovely card", "in"),
        ("received her letter", "in"), ("whatsapp from Ines", "in"), ("advice from him", "in"), ("email from [[Ada]]", "in"), ("her mail about the talk", "in"),
        ("asked if I could speak in May", "in"), ("he asked me to chair", "in"), ("would I introduce him? (mail)", "in"), ("he returned my call", "in"),
        ("missed call", "in"), ("she vm'd", "in"), ("he slid into my dms", "in"), ("asks for a discount", "in"), ("Dan sent a client my way", "in"), ("she connected me with Dan", "in"), ("email, wants to know who did our website", "in"), ("voicemail from him", "in"), ("left with a cake", "in"),
        ("was called by Ada", "in"), ("asked by Ada to speak", "in"), ("was asked for help", "in"), ("I was asked to chair", "in"), ("email received", "in"), ("incoming call", "in"),
        ("reply to my email", "in"), ("her reply to my email", "in"), ("we were thanked", "in"),
        # what was done to them
        ("reply to email from Ada", "out"), ("he was asked to speak", "out"), ("she was called by me", "out"), ("he was sent the plans", "out"), ("emailed by Friday", "out"),
        ("outgoing call", "out"), ("he was kind enough to help", "in"),
        # both
        ("we emailed about it", "both"), ("back and forth by mail", "both"), ("thread about the parcel", "both"), ("zoom, 40 min", "both"), ("call, long gossip", "both"),
        # among people who sit together nobody comes in
        ("lunch, she says the app loses her edits", "both"), ("he visited", "both"), ("party at hers, she asked me about Ghent", "both"),
        # the defaults
        ("email re the plans", "out"), ("letter about the will", "out"), ("voicemail", "out"), ("gift for the baby", "out"),
    ],
)
def test_the_words_give_the_direction_and_else_the_kind(rest: str, direction: str) -> None:
    assert read_head(rest).direction == direction


@pytest.mark.parametrize(
    ("rest", "direction"),
    [("email <ada@x.org>: sent the plans", "out"), ("email <ada@x.org> the plans", "out"), ("call <https://x.org/a>", "both"), ("long email <Ada Lovelace>: x", "out"),
     ("email <b>now</b>", "out"), ("email <-> Kirsten", "out"), ("email <- <ada@x.org>", "in"), ("email< wants a -> b", "in"), ("long email < wants it", "in"), ("long email > x", "out")],
)
def test_an_address_in_angle_brackets_is_no_arrow(rest: str, direction: str) -> None:
    assert read_head(rest).direction == direction


@pytest.mark.parametrize("rest", ["emailed in the plans", "called in at the office", "rang out of the blue", "emailed out the plans"])
def test_in_and_out_are_also_mere_words(rest: str) -> None:
    assert read_head(rest).direction == "out"


@pytest.mark.parametrize(
    "rest",
    ["phone call in: x", "text message in: x", "birthday card in: x", "another email in: x", "long email IN: x", "linkedin message in: x",
     "email in about the invoice: x", "email in with the plans attached", "email in with Bob cc'd", "email in with [[Bob]] and Jim: x",
     "email in with [[Bob]] about x", "email in on plans: x", "email in for Bob: x", "email in (long): x", "email in #reply-owed: x", "email (in): x",
     "email in re plans: x", "email in today: x", "email in this morning: x", "email in 10:30: x", "call in from the car: x", "📧 email in with [[Ada]]: x",
     "**Email in** with [[Ada]]: x", "**call in** (short): x", "call in [[Ada]]: x", "gave in for my birthday: honey"],
)
def test_a_direction_behind_the_kind_is_said_outright(rest: str) -> None:
    out = rest.replace(" in:", " out:").replace(" IN:", " OUT:").replace(" in ", " out ", 1).replace("(in)", "(out)").replace(" in**", " out**")
    assert (read_head(rest).direction, read_head(out).direction) == ("in", "out")


@pytest.mark.parametrize(
    ("rest", "direction"),
    [("coffee in Berlin", "both"), ("lunch in [[Berlin]]", "both"), ("lunch in [[Berlin]]: soup", "both"), ("call in Berlin", "both"), ("call out of town", "both"),
     ("call in the car", "both"), ("call in 2019", "both"), ("call in this matter", "both"), ("email in German", "out"), ("letter in reply to hers", "out"), ("call, in Berlin", "both"),
     ("email in-house: x", "out"), ("help in moving house", "out")],
)
def test_a_phrase_of_place_says_no_direction(rest: str, direction: str) -> None:
    assert read_head(rest).direction == direction


@pytest.mark.parametrize("rest", ["_call in_: a", "*call in*: a", "**call in**: a", "==call in==: a", "_call_ in: a", "__call__ in: a", "==call== (in): a"])
def test_a_kind_may_be_emphasised(rest: str) -> None:
    assert read_head(rest) == ("call", "in", "a", True)


@pytest.mark.parametrize(("rest", "kind"), [("#gave call: y", "call"), ("#problem email about x", "email"), ("#gave a book", "gave"), ("#gave: y", "gave"), ("#coffee 1h", "meeting")])
def test_a_tag_says_more_of_the_kind_that_the_words_name(rest: str, kind: str) -> None:
    assert read_head(rest)[0] == kind


def test_what_is_struck_out_names_no_kind() -> None:
    assert not read_head("~~lunch~~ with [[Ada]]").named
    assert read_head("~~lunch~~ call with [[Ada]]").kind == "call"


def test_kinds_of_ones_own_come_first() -> None:
    words = {**WORDS, "anruf": "call", "fika": "meeting"}
    assert read_head("Anruf: der Plan", words)[:2] == ("call", "both")
    assert read_head("langer Anruf wegen der Pläne", words)[:2] == ("call", "both")
    assert read_head("fika in the sun", words)[:2] == ("meeting", "both")


@pytest.mark.parametrize(
    ("line", "kind"),
    [("Lunch with [[Ada]]", "meeting"), ("met [[Ada]]", "meeting"), ("call with [[Ada]]: hm", "call"), ("[[Ada]] called", "call"), ("Had coffee with [[Ada]]", "meeting"),
     ("Coffee [[Ada]]", "meeting"), ("made right with [[Ada]]", "fixed"), ("left a voicemail for [[Ada]]", "call"), ("spoke to [[Ada]] on the phone", "call"), ("bumped into [[Ada]]", "meeting"),
     ("put [[Ada]] and [[Bob]] in touch", "intro"), ("saw [[Ada]] over coffee", "meeting"), ("phone conversation with [[Ada]]", "call"), ("emailed [[Ada]] the plans", "email"), ("Lunch at the harbour, [[Ada]] and [[Bob]]", "meeting")],
)
def test_without_a_date_a_kind_must_be_plain(line: str, kind: str) -> None:
    assert read_head(line, dated=False)[0] == kind


@pytest.mark.parametrize(
    "line",
    ["to call [[Ada]]", "prepare for the meeting with [[Ada]]", "maybe lunch with [[Ada]]", "thinking of [[Ada]] and her party",
     "reading the letters of [[Ada]]", "must call [[Ada]]", "gift ideas for [[Ada]]", "phone number of [[Ada]]",
     "interview questions for [[Ada]]", "read [[Ada]]'s letter to the editor", "~~lunch with [[Ada]]~~", "sorted out [[Ada]]'s papers", "made good progress with the plans of [[Ada]]", "left with [[Ada]]",
     "spoke to [[Ada]]'s mother"],
)
def test_without_a_date_doubt_names_no_kind(line: str) -> None:
    assert not read_head(line, dated=False).named


@given(st.lists(st.sampled_from([*list(WORDS)[::7], "[[Ada]]", "with", "in", "out", ":", "—", "he", "me", "I", "from", "to", "(", ")", "#", "**", "'", ",", "not", "sent"]), max_size=12).map(" ".join), st.booleans())
def test_reading_never_fails_and_every_kind_is_one(rest: str, dated: bool) -> None:
    head = read_head(rest, dated=dated)
    assert head.kind in KINDS
    assert head.direction in ("in", "out", "both") or (head.direction is None and KINDS[head.kind] is None)


@pytest.mark.parametrize("said", ["-x", "-5 degrees, and no coat", "*how* she laughed", "**never** again", "...and the boat sank", "==so== it is", "_x_ marks it"])
def test_a_sign_that_begins_the_text_is_part_of_it(said: str) -> None:
    assert read_head(f" {said}").text == said
    assert read_head(f": {said}").text == said


@pytest.mark.parametrize("before", [" - ", ": ", " — ", "—", " —", "** ", " -- ", "_: ", "\t| "])
def test_what_separates_is_no_part_of_it(before: str) -> None:
    assert read_head(f"{before}she laughed").text == "she laughed"
