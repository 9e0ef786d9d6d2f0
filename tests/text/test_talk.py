"""Promises in prose: a sentence for each way in which one is put, and for what only looks like one."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from growth import grows_evenly
from kithbook.model.settings import Settings
from kithbook.text.talk.finder import PromiseFinder
from kithbook.text.talk.letter import read_letter

MADE = date(2026, 9, 9)  # a Wednesday
FINDER = PromiseFinder(Settings())


def found(text: str) -> list[tuple[str, str]]:
    return [(promise.who, promise.action) for promise in FINDER.find(text, MADE)]


PROMISES = {
    # said of the time to come
    "I'll send her the minutes": [("me", "send her the minutes")],
    "I will definitely ring back on Monday": [("me", "ring back")],
    "Ill mix her demo": [("me", "mix her demo")],
    "she’ll lend me the tent": [("them", "lend me the tent")],
    "Marek will forward the contract": [("them", "forward the contract")],
    "gonna hand him the keys": [("me", "hand him the keys")],
    "He's going to introduce me to the printer": [("them", "introduce me to the printer")],
    "I'm to prepare the room": [("me", "prepare the room")],
    "They are to let us have the plans": [("them", "let us have the plans")],
    "I'm sending her the proofs tomorrow": [("me", "sending her the proofs")],
    "she brings me the seeds the minute they are dry": [("them", "brings me the seeds the minute they are dry")],
    # told of
    "said he'd look over the lease": [("them", "look over the lease")],
    "told her I'd water the tomatoes": [("me", "water the tomatoes")],
    "Promised Nadia I'd proof her chapter": [("me", "proof her chapter")],
    # in so many words
    "promised to mend the gate": [("me", "mend the gate")],
    "A. undertook to return my atlas": [("them", "return my atlas")],
    "he has promised me two tickets": [("them", "two tickets")],
    "They swore to pay for the window": [("them", "pay for the window")],
    "Agreed to review each other's drafts": [("us", "review each other's drafts")],
    "offered to help with the move": [("me", "help with the move")],
    "She's happy to be a reference": [("them", "be a reference")],
    # owed, and to be done
    "owe him a letter": [("me", "owe him a letter")],
    "Need to return her dish": [("me", "return her dish")],
    "Must get a reply off to Jonas": [("me", "get a reply off to Jonas")],
    "he owes me a beer": [("them", "owes me a beer")],
    "remind me to bring back his ladder": [("me", "bring back his ladder")],
    "TODO send Karl the reading list": [("me", "send Karl the reading list")],
    "[ ] me: the budget to Lena": [("me", "the budget to Lena")],
    "[ ] Lena: the deck": [("them", "the deck")],
    "Ruth to propose new dates": [("them", "propose new dates")],
    # both
    "we should have lunch soon": [("us", "have lunch")],
    "Let's call in two weeks": [("us", "call")],
    "We're going to run the race together": [("us", "run the race together")],
    "lunch booked for Thursday": [("us", "lunch booked")],
    "We'll send him the drawings": [("me", "send him the drawings")],
    # asked for, and granted
    "He asked me to look over the lease; I agreed": [("me", "look over the lease")],
    "asked if she'd speak at the fair. She said yes": [("them", "speak at the fair")],
    "Could I feed the cats? Said sure": [("me", "feed the cats")],
    "She wants a decision from me. She'll have it.": [("me", "a decision from me")],
    # in their own words
    "'I'll vouch for you,' he said": [("them", "vouch for you")],
    "Said \"leave it with me\" about the visa": [("them", "leave it with me")],
    "first round's on me, she said": [("me", "round's on me")],
    # conditions, and several at once
    "If the grant comes, she'll hire me for a month": [("them", "hire me for a month")],
    "if I find the book I'll lend it to her": [("me", "lend it to her")],
    "He'll book the hall, I'll bring the urn": [("them", "book the hall"), ("me", "bring the urn")],
    "She has my drill, will bring it back": [("them", "bring it back")],
    # by trades, and by whatever will be with me
    "agent to ring on Monday": [("them", "ring")],
    "the builder's going to send me a quote": [("them", "send me a quote")],
    "The papers will be with me by Friday": [("them", "The papers will be with me")],
    "Young Tom to bring me the ladder": [("them", "bring me the ladder")],
    "old neighbour's lending me a spade": [("them", "lending me a spade")],
    "Nils will be bringing the urn": [("them", "be bringing the urn")],
    "Nils will return the key": [("them", "return the key")],
    "he is down to bring the chairs": [("them", "bring the chairs")],
    # promised to me, by me, by whoever was spoken of
    "Was promised the figures by Friday": [("them", "the figures")],
    "Vera owes us the deposit, promises to pay it by Friday": [("them", "pay it")],
    "I promised Vera that the hall would be clean by Friday": [("me", "the hall would be clean")],
    "told Vera the page will be up by Friday": [("me", "the page will be up")],
    "I gave him my word I'd vouch for him": [("me", "vouch for him")],
    "took the action to test the pumps": [("me", "test the pumps")],
    "ended up agreeing to bake for the fair": [("me", "bake for the fair")],
    "put myself down for teas": [("me", "teas")],
    "Have promised Vera not to tell anybody": [("me", "tell anybody")],
    "said \"you'll have it by Friday\"": [("them", "have it")],
    "Vera is moving house and will write once she's there": [("them", "write once she's there")],
    # in short
    "sharing the photos with her tonight": [("me", "sharing the photos with her")],
    "minutes to Vera by Friday": [("me", "minutes to Vera")],
    "Follow up with Vera next week": [("me", "Follow up with Vera")],
    "meeting Vera on Friday": [("us", "meeting Vera")],
    "we've moved it to the 17th": [("us", "moved it")],
    "Vera and I are going to paint the shed": [("us", "paint the shed")],
    "we'll finish it together": [("us", "finish it together")],
    "the Bells are back, and have promised us a slide show": [("them", "a slide show")],
    "told Nils id feed his cat": [("me", "feed his cat")],
    "Nils says the draft by Friday": [("them", "the draft")],
    "the office swear it'll be paid on Friday": [("them", "it'll be paid")],
    "Nils asked for the plan as a template, sending tonight": [("me", "sending")],
    "George will come on Monday": [("them", "come")],
    "Told Nils he'd have his money on Friday": [("me", "he'd have his money")],
    "Vera came by. Will knit the hat, she says, if I find the wool": [("them", "knit the hat")],
    "I'd promised Nils my old bike": [("me", "my old bike")],
    # the half of a bargain
    "I get them the costs, they get us the counts": [("me", "get them the costs"), ("them", "get us the counts")],
    "I absolutely must remember to bring the dish": [("me", "bring the dish")],
    "promised to the neighbour to water the beans": [("me", "water the beans")],
    "My secretary will be in touch": [("me", "be in touch")],
    "I do the salad, Nils does the bread": [("me", "do the salad"), ("them", "does the bread")],
    "Nils: he'd have the frames ready": [("them", "have the frames ready")],
    "She teaches me chess and I teach her Polish": [("them", "teaches me chess"), ("me", "teach her Polish")],
    "She'll bring the cake, I bring the tea": [("them", "bring the cake"), ("me", "bring the tea")],
    "He wanted the key. On it.": [("me", "the key")],
    "Asked Vera to send the list. She's on it.": [("them", "send the list")],
    "Asked would I judge the pies. Course I will.": [("me", "judge the pies")],
    "She wants the keys. I said she'd have them.": [("me", "the keys")],
    # jotted down: the time to come in the present
    "He has a spare kettle, bringing it over on Sunday": [("them", "bringing it over")],
    "Vera's fetching the keys for me this week": [("them", "fetching the keys for me")],
    "Nils drafting the minutes, on Tuesday": [("them", "drafting the minutes")],
    "I'm covering the desk for Vera": [("me", "covering the desk for Vera")],
    "Nils will be late. I'm cooking, Sunday": [("me", "cooking")],
    "plumber coming Weds to fix the tap": [("them", "fix the tap")],
    "Dad is coming on Monday": [],
    "Nils lends us the trailer tonight": [("them", "lends us the trailer")],
    "I find her somebody": [("me", "find her somebody")],
    "I post it to Vera on Friday": [("me", "post it to Vera")],
    "tomorrow I answer him": [("me", "answer him")],
    # a thing, somebody, and a day
    "report to Nils: Monday, no excuses": [("me", "report to Nils: Monday, no excuses")],
    "remarks back from Vera by Friday": [("them", "remarks back from Vera")],
    "proofs from us by Monday": [("me", "proofs from us")],
    "Vera is thinking it over, answer by Monday": [("them", "answer")],
    "One crate is there, rest to follow on Monday": [("me", "rest to follow")],
    "first chapter done, the rest by Sunday I said": [("me", "the rest by Sunday I said")],
    "budget -> me": [("me", "budget -> me")],
    "He swears Monday": [("them", "swears")],
    "Told Mrs Bell figures by the 20th": [("me", "figures")],
    "Nils says answer by 6pm": [("them", "answer")],
    "the hall would be dark on Sunday, promised Vera": [("me", "the hall would be dark on Sunday, promised Vera")],
    "Invoice to be sent by Friday": [("me", "Invoice to be sent")],
    "a pint owed to Nils": [("me", "a pint owed to Nils")],
    "lent Nils my tent till Sunday": [("them", "lent Nils my tent")],
    # to be done
    "Send Vera a card": [("me", "Send Vera a card")],
    "Return Nils's ladder": [("me", "Return Nils's ladder")],
    "Look into the grant": [("me", "Look into the grant")],
    "mail today": [("me", "mail")],
    "Got to fetch his parcel, Tuesday": [("me", "fetch his parcel")],
    "me - the minutes; Nils - the hall": [("me", "the minutes"), ("them", "the hall")],
    "saving her two seats": [("me", "saving her two seats")],
    # shared out
    "I'm on the stall, Vera's on the door": [("me", "the stall"), ("them", "the door")],
    "Actions: me - send the list; Vera - book the hall": [("me", "send the list"), ("them", "book the hall")],
    "Vera's running the raffle, I'll do the bar": [("them", "running the raffle"), ("me", "do the bar")],
    "Supper: Vera's doing the rice, Nils the drinks": [("them", "doing the rice"), ("them", "the drinks")],
    "agreed that Nils will present": [("them", "present")],
    "write to the council": [("me", "write to the council")],
    "Vera says I'm to have her needles": [("them", "have her needles")],
    "Nils can drive me": [("them", "drive me")],
    # on balance
    "deposit for the hall to Vera on payday (25th)": [("me", "deposit for the hall to Vera on payday")],
    "spare room for Vera during the concert, Saturday": [("me", "spare room for Vera during the concert")],
    # both of us
    "we decide it together": [("us", "decide it together")],
    "Games night on Sunday at Vera's": [("us", "Games night on Sunday at Vera's")],
    "going to meet again in two weeks": [("us", "meet again")],
    "Nils moved our call to Thursday": [("us", "moved our call")],
    "Lunch with Vera, Friday at one": [("us", "Lunch with Vera, Friday at one")],
    "Visit agreed, Tuesday": [("us", "Visit agreed")],
    "we want to talk again on Monday": [("us", "talk again")],
    # whose treat, whose turn, whose word
    "Dinner on him when he's in town": [("them", "Dinner on him when he's in town")],
    "Supper was lovely. Next one is mine": [("me", "Next one is mine")],
    "the form is in my court": [("me", "the form is in my court")],
    "Vera's in for 50": [("them", "in for 50")],
    "gave the old man my word: not a soul hears of it": [("me", "my word: not a soul hears of it")],
    "promised Vera I'd not tell a soul": [("me", "tell a soul")],
    "Vera asked for the draft; I said give me till Friday": [("me", "give me")],
    "He can have my bike": [("me", "have my bike")],
    "She shall have my recipe": [("me", "have my recipe")],
    "Vera said I can use her oven on Friday": [("them", "use her oven")],
    "The boss volunteered me for the panel": [("me", "volunteered me for the panel")],
    # whose, by the words around
    "Told Vera we'd replace the pump": [("me", "replace the pump")],
    "She knows the printer. Will dig out his number": [("them", "dig out his number")],
    "Vera answered! happy to show me the archive": [("them", "show me the archive")],
    "Vera: \"we'll get the boxes to you\"": [("them", "get the boxes to you")],
    "Will be a mentor to me": [("them", "be a mentor to me")],
    "Vera's wants an answer. He'll get one": [("me", "an answer")],
    "can you read my draft, asks Vera. I can": [("me", "can you read my draft, asks Vera. I can")],
    "Nils wants to talk on Monday. Works for me": [("us", "talk")],
    "He offered to lend us the van; said yes please": [("them", "lend us the van")],
    # said at its end whose it is; whose job it is
    "Vera asked us round for the 14th. Coming, I told her": [("me", "Coming")],
    "The soup's my department on Sunday": [("me", "The soup's my department")],
    "Gate's mine, Nils has got the tombola, Saturday": [("me", "Gate's mine"), ("them", "the tombola")],
    "Vera's due a jar off me for the plums": [("me", "due a jar off me for the plums")],
    "I'm due a pint off Nils": [("them", "due a pint off Nils")],
    "Assured Vera of her deposit by Friday": [("me", "her deposit")],
    "Told Mrs Bell we keep the green one for her till Friday": [("me", "keep the green one for her")],
    "Lent Vera the drill. I'll have it back by Monday, she swears": [("them", "have it back")],
    "Vera informs me I have the raffle on Friday": [("me", "have the raffle")],
    "Vera's form is waiting for my stamp. Will send it tomorrow": [("me", "send it")],
    "Nils and myself will bring the bench": [("us", "bring the bench")],
    "All settled, Nils and me for the lecture on the 22nd": [("us", "Nils and me for the lecture")],
    "let us sit together over the figures tomorrow, she said. Fine, I said": [("us", "sit together over the figures")],
    "Nils paints my fence, I hose his, on Sunday": [("them", "paints my fence"), ("me", "hose his")],
    "If the fair goes well, a cake for me, she says": [("them", "a cake for me")],
    "Vera's after promising me her mother's plum jam": [("them", "her mother's plum jam")],
    "would I read his speech? I would of course": [("me", "read his speech")],
    "Vera has told she will release the deposit by Friday": [("them", "release the deposit")],
    "Nils'll come help with the shed if it rains": [("them", "come help with the shed if it rains")],
    "Vera'll bring her rent round mine on Friday": [("them", "bring her rent round mine")],
    "Get Vera her pan back before she goes on the 20th": [("me", "Get Vera her pan back before she goes")],
    "Vera, Nils and I will do the stall": [("us", "do the stall")],
    "Nils is bringing the twins' bikes back on Friday": [("them", "bringing the twins' bikes back")],
    "Vera swears I'll have my tent back by Sunday": [("them", "have my tent back")],
    "Vera assured me of a seat on the bus": [("them", "a seat on the bus")],
    "Told Vera we meet at the gate on Friday": [("us", "meet at the gate")],
    "Me on the gate, Vera in the kitchen, Saturday": [("me", "the gate"), ("them", "the kitchen")],
    "A deal with Nils: he paints the fence, I do the beds": [("them", "paints the fence"), ("me", "do the beds")],
    "Dinner with Nils on me, Friday": [("me", "Dinner with Nils on me")],
    "The keys by Friday, says Vera": [("them", "The keys")],
    # German
    "Ich schicke ihr morgen die Liste": [("me", "schicke ihr morgen die Liste")],
    "Melde mich bei ihm": [("me", "Melde mich bei ihm")],
    "Er meldet sich am Montag": [("them", "meldet sich")],
    "Sie hat mir versprochen, das Buch zurückzugeben": [("them", "mir versprochen, das Buch zurückzugeben")],
    "Wir müssten mal wieder essen gehen": [("us", "mal wieder essen gehen")],
    "Muss ihr noch die Fotos schicken": [("me", "ihr noch die Fotos schicken")],
    "Morgen bringe ich ihm die Leiter": [("me", "bringe ich ihm die Leiter")],
    "Die Getränke gehen auf mich": [("me", "gehen auf mich")],
}


@pytest.mark.parametrize("text", PROMISES)
def test_a_promise(text: str) -> None:
    assert found(text) == PROMISES[text]


NONE = [
    # kept, broken, taken back
    "sent him the list as promised", "I promised him the list; done.", "He said he'd ring. He rang.", "Said she'd paid. She hadn't.",
    "he was supposed to bring the keys but forgot", "Apologised for the promise; it fell through", "[x] send the list",
    # not promised
    "I won't be able to come", "I can't promise anything", "she'd never lend it", "Told Bram I couldn't take it on", "not going to chase this",
    # asked, and not granted
    "Can you send me the deck?", "Will he ever pay me back?", "could she lend me hers? no answer", "asked whether I'd help. I would not.",
    "Told Jo to send two references", "she needs the draft by Friday",
    "he counted them, nodded and filled the bag", "Could have sworn he said he'd ring", "She says she never said she'd come", "I do not expect she will come", "I reckon he'll send it",
    "Vera promised nothing", "I said I'd bring it but I've lost it", "they said they'd give them an answer", "Let me see what you make of it", "promised myself a rest", "Nils said I'd sooner eat my hat", "let's not do that again, we agreed", "I meant to send you the card",
    # hoped, thought, might
    "he hopes to finish in May", "she might lend me hers", "He'd move for the right job", "I'd have come if I had known", "perhaps I should call",
    "wonder if she'll come",
    # what happens, and what people do with their lives
    "it'll rain on Friday", "she will turn 40", "I'll be in Berlin", "he'll be fine", "She's moving to Porto", "prices will go up by spring",
    "The hall will be locked on Sunday", "he'll have forgotten by Tuesday", "she'll never change",
    # others' affairs
    "Tom will send it to his boss", "Her landlord is going to fix the leak", "Her sister will drive her to the hospital",
    "Told my boss I'd finish by May", "the seller promised a new roof",
    # what befalls people
    "she will have a baby in May", "He will have surgery on Monday", "They'll have a new dog by Friday",
    # a day, and no promise
    "exam on 2 Nov", "surgery set for Friday", "Nils is off to Rome on Friday", "away on leave till Monday", "Sat with Nils for an hour", "over my dead body, on Friday",
    "Vera says Nils will mend it", "Nils reckons prices'll drop by spring", "in which she will share her views", "I assume he will send it",
    "Visit the page below to enter your name", "Nils meets you on Friday", "Read Vera's chapter.", "I will look forward to seeing them",
    "The cousin was to paint Nils's shed on Monday. Not a sign of him.", "Vera flies to Oslo on Monday for the fair, with two trunks",
    "Nils has promised her a new kennel by May, she says", "The council's told Nils he'll have his permit by Thursday", "insurers promised Mr Bell a cheque by month end",
    "snow by Friday, says Nils", "Frost by Friday, says Nils", "the cook promised the vicar a new bell",  "Vera wants everybody's forms by Friday", "Flour all over the stairs on Friday, Nils's doing", "Vera moving to Bern at the end of May",
    # habits, sayings, politeness
    "I always bring the cake", "I should call her more often", "I should call him more than I do", "I'll say!", "I'll bet he does", "I must say he looked tired",
    "Let me know if you need anything", "See you Tuesday!", "looking forward to it", "promise made, promise kept", "no promises",
    # German
    "Ich habe ihr die Fotos geschickt.", "Ich rufe ihn nicht an", "Sie wird im Mai 40", "Schickst du mir die Adresse?",
    "Er hat gefragt, ob ich ihm helfen kann", "wie versprochen das Buch zurückgegeben", "Ich würde gern mal nach Japan",
]


@pytest.mark.parametrize("text", NONE)
def test_no_promise(text: str) -> None:
    assert found(text) == []


DAYS = {
    "on 2026-10-01": "2026-10-01", "tomorrow": "2026-09-10", "tmrw": "2026-09-10", "the day after tomorrow": "2026-09-11", "tonight": "2026-09-09",
    "by EOD": "2026-09-09", "by Friday": "2026-09-11", "on weds": "2026-09-16", "Mon a.m.": "2026-09-14", "next Friday": "2026-09-18",
    "Thursday week": "2026-09-17", "a week on Friday": "2026-09-18", "a week today": "2026-09-16", "this week": "2026-09-11",
    "by the weekend": "2026-09-11", "over the weekend": "2026-09-13", "next week": "2026-09-18", "end of next week": "2026-09-18",
    "w/c 21 Sept": "2026-09-25", "in two weeks": "2026-09-23", "within 10 days": "2026-09-19", "in a month": "2026-10-09", "in 24h": "2026-09-10",
    "by the 5th": "2026-10-05", "on the 30th": "2026-09-30", "on 3 May": "2027-05-03", "Oct 3rd": "2026-10-03", "the 21st of March": "2027-03-21",
    "by end of month": "2026-09-30", "by the end of October": "2026-10-31", "mid November": "2026-11-15", "in October": "2026-10-31",
    "last Friday of the month": "2026-09-25", "by the last day of Feb": "2027-02-28", "before Friday": "2026-09-10", "before Christmas": "2026-12-24",
    "by Easter": "2027-03-28", "by Thanksgiving": "2026-11-26", "on Hogmanay": "2026-12-31", "by year end": "2026-12-31",
    "by end of Q3": "2026-09-30", "on 25/12": "2026-12-25", "close of play Tuesday": "2026-09-15", "between the 4th and 6th": "2026-10-06",
    "in a couple of weeks": "2026-09-23", "in two or three days": "2026-09-12", "in a week or two": "2026-09-23", "within five working days": "2026-09-16",
    "two weeks from now": "2026-09-23", "two weeks on Friday": "2026-09-25", "next Friday but one": "2026-09-25", "Friday-week": "2026-09-18",
    "the weekend after next": "2026-09-27", "this wknd": "2026-09-13", "the 5th of next month": "2026-10-05", "by the fifth": "2026-10-05",
    "by the twenty-first": "2026-09-21", "on the 26": "2026-09-26", "before March": "2027-02-28", "in March or April": "2027-04-30",
    "in March 2028": "2028-03-31", "come May": "2027-05-31", "next quarter": "2026-12-31", "in Q1": "2027-03-31", "by 5pm": "2026-09-09",
    "before lunch": "2026-09-09", "by noon tomorrow": "2026-09-10", "in the morning": "2026-09-10", "EOD Thursday": "2026-09-10",
    "before the week is out": "2026-09-11", "before the month's out": "2026-09-30", "this side of Christmas": "2026-12-24",
    "before the fair (8 Nov)": "2026-11-07", "start of next week": "2026-09-18",
    "by New Year's Day": "2027-01-01", "by May Day": "2027-05-01", "on Palm Sunday": "2027-03-21", "by Ash Wednesday": "2027-02-10",
    "on Veterans Day": "2026-11-11", "on Remembrance Sunday": "2026-11-08", "by Presidents' Day": "2027-02-15", "on Juneteenth": "2027-06-19",
    "by All Souls'": "2026-11-02", "before Candlemas": "2027-02-01", "on Paddy's Day": "2027-03-17", "on Victoria Day": "2027-05-24", "by St Stephen's Day": "2026-12-26",
    "two days before his talk on the 24th": "2026-09-22", "a fortnight before Christmas": "2026-12-11", "a week before the 30th": "2026-09-23", "10 days before the 30th": "2026-09-20",
    "by bank holiday Monday": "2026-09-14", "w/c Sept 21": "2026-09-25", "before inspection on the 17th": "2026-09-16",
    "by Thanksgiving at Vera's (12 Oct)": "2026-10-12", "Harvest supper (on 3 Oct)": "2026-10-03",
    "the night": "2026-09-09", "on 14.11.": "2026-11-14", "before Diwali (8 Nov)": "2026-11-07", "by Thanksgiving (12 Oct)": "2026-10-12",
    # no day, or none that is sure
    "by Diwali": None, "before Eid": None, "by Mother's Day": None, "by the bank holiday": None, "on Wednesdays": None,
    "in the new year": None, "after the holidays": None, "by half term": None, "in the first week of October": None, "in the coming weeks": None,
    "by Chinese New Year": None, "on the second page": None, "from the 5th": None,
    "soon": None, "once it is ready": None, "asap": None, "on 3/4": None, "in a few days": None, "until Friday": "2026-09-11", "after Easter": None,
    "before the holidays": None, "on the 31st of June": None, "": None,
    # German
    "bis Freitag": "2026-09-11", "am 12. Oktober": "2026-10-12", "am 20.": "2026-09-20", "nächste Woche": "2026-09-18", "übermorgen": "2026-09-11",
    "bis Ende des Monats": "2026-09-30", "in zwei Wochen": "2026-09-23", "vor Weihnachten": "2026-12-24", "in KW 40": "2026-10-02", "bald": None,
}
_GERMAN = list(DAYS).index("bis Freitag")


@pytest.mark.parametrize("said", DAYS)
def test_a_day(said: str) -> None:
    german = list(DAYS).index(said) >= _GERMAN
    text = f"Ich schicke ihr {said} die Liste" if german else f"I'll send her the list {said}"
    [promise] = FINDER.find(text, MADE)
    assert (promise.due.isoformat() if promise.due else None) == DAYS[said]


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("Vera rang on Friday's plan; I'll send it before she leaves on the 20th", ["2026-09-19"]),
        ("both to be done before Friday's meeting; I'll do mine tonight", ["2026-09-09"]),
        ("it is ready on Friday, I'll be round before noon", ["2026-09-11"]),
        ("1) she'll ring 2) I send her the list by Monday 3) more in three weeks", [None, "2026-09-14"]),
        ("the 21st clashes with work, I'll have to tell her", [None]),
        ("She'll mail it on Friday, I owe her the list by then", ["2026-09-11", "2026-09-11"]),
        ("He mails it by the 5th, and same day I will forward it", ["2026-10-05", "2026-10-05"]),
        ("She has him on Friday, we take her the week after", ["2026-09-18"]),
        ("She'll bring the tent Friday and I'll bring the stove Saturday", ["2026-09-11", "2026-09-12"]),
        ("he asked in Dec, I'll do it on the 12th", ["2026-12-12"]),
        ("Hogmanay at ours: trifle's on her, pie's on me", ["2026-12-31", "2026-12-31"]),
        ("She'll sing and I'll play, both done by Friday", ["2026-09-11", "2026-09-11"]),
        ("Need to cancel the Friday call today", ["2026-09-09"]),
        ("I'll have a word with the Friday lot for her", [None]),
        ("I'll send the slides for the Friday meeting", ["2026-09-11"]),
        ("If Vera signs in June I'll paint her hall", [None]),
        ("moved the call from Friday to Monday", ["2026-09-14"]),
        ("I'll send it tomorrow, he's taking it to the board on the 14th", ["2026-09-10", "2026-09-14"]),
        ("meeting Vera for lunch on Friday, she's paying", ["2026-09-11", "2026-09-11"]),
        ("Party on Friday. I'm on cake, Nils on music", ["2026-09-11", "2026-09-11"]),
        ("Promised her the poles, weekend.", ["2026-09-13"]),
        ("Nils has given his word, no more Monday calls", [None]),
        ("I'll read it and will ring her on Friday", ["2026-09-11", "2026-09-11"]),
        ("Her exam is on the 22nd, I'll ring her the day before", ["2026-09-21"]),
        ("I'll do the salad, she'll do the cake, Sunday at theirs", ["2026-09-13", "2026-09-13"]),
        ("Dinner at ours on Friday. Nils is bringing the wine", ["2026-09-11", "2026-09-11"]),
        ("I've until Monday to tell her", ["2026-09-14"]),
        ("Vera will send me the map. The same was promised in May", [None]),
        ("Vera brings the stove, I bring the tent, down at the weir Saturday", ["2026-09-12", "2026-09-12"]),
        ("Regatta on Sunday: Vera brings the stove, I bring the tent", ["2026-09-13", "2026-09-13"]),
    ],
)
def test_a_day_that_another_word_gives(text: str, due: list[str | None]) -> None:
    assert [promise.due.isoformat() if promise.due else None for promise in FINDER.find(text, MADE)] == due


LETTER = """\
From: Ana Reyes <ana@example.org>
To: me@example.org
Subject: Re: plans
Date: Tue, 8 Sep 2026 10:00:00 +0200

Dear all,

thank you for lunch. I will send you the plans by Friday, and
my brother will look at the roof. Could you bring the keys?

> I'll bring the tent

Best regards,
Ana
I'll be happy to answer questions, Reyes & Co

On Mon, 7 Sep 2026, Me wrote:
> I will pay
"""


def test_a_letter_is_read_without_its_head_quotes_and_signature() -> None:
    letter = read_letter(LETTER)
    assert (letter.sender, letter.receivers, letter.day) == ("ana@example.org", ("me@example.org",), date(2026, 9, 8))
    assert [(passage.line, passage.text) for passage in letter.passages] == [
        (6, "Dear all,"), (8, "thank you for lunch."), (8, "I will send you the plans by Friday, and my brother will look at the roof."),
        (9, "Could you bring the keys?")]
    said = [promise for passage in letter.passages for promise in FINDER.find_in_letter(passage.text, MADE, "them")]
    assert [(promise.who, promise.action, promise.due) for promise in said] == [("them", "send you the plans", date(2026, 9, 11))]


@pytest.mark.parametrize("line", [
    "Am 07.09.26 um 10:00 schrieb Ana:", "-----Original Message-----", "---------- Forwarded message ---------", "-- ", "Sent from my phone",
    "On Mon, 7 Sep 2026 at 10:00,\nAna <ana@example.org> wrote:", "ana@example.org wrote:", '"Ana Reyes" <ana@example.org> on 09/07/2026 10:00:00 AM', "From: ana@example.org\nSent: Monday, 7 September 2026 10:00"])
def test_what_ends_a_letter(line: str) -> None:
    assert [passage.text for passage in read_letter(f"Yes.\n{line}\nI'll send it").passages] == ["Yes."]


def test_a_line_that_only_looks_like_the_head_of_a_letter_ends_none() -> None:
    assert len(list(read_letter("Yes.\n\nFrom: the kitchen, with love\n\nI'll send it").passages)) == 3


@pytest.mark.parametrize("sentence", [
    "Call them quickly when they get locked out.", "To answer your question: it looks like the 8th.", "I will want to begin with the headcount.", "You're on your way to a good career.",
    "By following this, we will ensure that the site is stable.", "I am sending you the model that you asked for."])
def test_what_is_none_in_a_letter(sentence: str) -> None:
    assert FINDER.find_in_letter(sentence, MADE, "me") == []


def test_dots_end_a_sentence() -> None:
    [said] = FINDER.find("The note of the 21st hadn't been passed on...I will now call Nils back", MADE)
    assert (said.who, said.action, said.due) == ("me", "call Nils back", None)


def test_phrases_of_ones_own() -> None:
    finder = PromiseFinder(Settings(scan_languages=("en",), scan_phrases={"je t'envoie": "me", "on the case": "them"}))
    assert [(p.who, p.action, p.due) for p in finder.find("Je t'envoie les photos on Friday", MADE)] == [("me", "les photos on Friday", date(2026, 9, 11))]
    assert [(p.who, p.action) for p in finder.find("Juno is on the case", MADE)] == [("them", "Juno is on the case")]


def test_a_language_that_is_switched_off() -> None:
    assert not PromiseFinder(Settings(scan_languages=("en",))).find("Ich schicke ihr morgen die Liste", MADE)


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=80), st.dates())
def test_any_text_on_any_day(text: str, made: date) -> None:
    for promise in FINDER.find(f"I'll {text} by the 31st, she said she'd {text}", made):
        assert promise.action
        assert 0 < promise.confidence <= 1


@pytest.mark.parametrize("piece", ["I'll ", "and ", "he said ", "asked ", "promised to ", "the 3 may ", "next ", "'", "a.", "i", "ich "])
def test_long_lines_take_no_longer(piece: str) -> None:
    assert grows_evenly(lambda size: FINDER.find(piece * size, MADE), 20_000)
