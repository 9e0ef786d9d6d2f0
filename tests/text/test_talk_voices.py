"""Promises as many people put them: whose each is and by when, by what kind of sentence it is.

A line is `whose@due, … | remark`, written on Friday 20 November 2026; `-` is none.
"""

from datetime import date

import pytest

from kithbook.model.settings import Settings
from kithbook.text.talk.finder import PromiseFinder

MADE = date(2026, 11, 20)
FINDER = PromiseFinder(Settings())

KINDS = """
    # see to, have a look, stand in
    them | Mrs Doyle will see to the side gate.
    them | he said he'd see about a spare key
    me | I'll see to the parking permits
    them | Harriet will man the tombola
    # what people do with their own lives
    - | Rhys says he'll retire next spring
    - | Petra said she'd move back to Graz in May
    - | She says she'll go vegan in January
    - | Harriet will be forty on the 3rd
    # owing
    me | IOU two rounds (Fergus)
    me | Thank-you card to Beatrix still owing
    me | Still outstanding: expenses form to Ravi
    me | reply to Tamsin long overdue
    # told him it will be ready
    me@2026-11-21 | Wyn's boots: resole, told him they'll be ready sat
    me@2026-11-25 | told Olga the curtains would be done by wednesday
    them@2026-11-25 | tells me the frame will be ready wednesday
    them@2026-11-25 | He told me the plates would be fired by Wednesday
    # role nouns and kin
    them@2026-11-24 | Ida's mum is having my lot tues after swimming
    them@2026-11-27 | his surveyor is sending us the report by Friday
    them | Her brother will lend us the van
    them@2026-11-23 | my sister's taking the dog for us monday
    - | Her accountant will send him the figures by Monday
    - | Lena's neighbour has said she'll walk their dog
    # must not forget
    me | must not forget - flowers for Gwen
    me | dont forget the spare room for Ida
    # kept back for somebody
    them | she's putting two tickets by for us
    them | Norm's keeping back a dozen eggs for me
    them | Mags is holding a table for us
    me | I'm putting a dozen by for her
    # where both meet
    us@2026-11-21 | Stew at ours with Jo and Pip, Saturday
    us@2026-11-25 | playdate half term, weds at theirs
    us@2026-11-22 | sunday ride w/ Kev, 8am at the bridge
    us@2026-11-21 | Snowdon walk is on with Tariq, 6am saturday
    - | karate w/ Ida's two starts 8 dec, same hall as last year
    - | Release moved to the 9th, Priya's team has it
    # accepted requests
    me@2026-12-08 | Freda asked would I read at the carol service, 8th December. How could I say no!
    them | Asked Sgt Poole whether she could judge the cakes. She can.
    them | asked Tom if he'd do the PA. He will.
    me@2026-11-28 | he wants me to look over his CV, told him yeah no bother mate. by the 28th
    - | Asked me to be treasurer for one more year. I said no.
    - | wants me to sit on the panel. Told her I couldn't.
    # no charge, on the house
    me | first lesson's free, i told her
    me | second coat's on the house, I told him
    # on me to
    me | Agreed with the warden: action on me to order the signs
    me | it's on me to book the hall
    them | it's on Vik to book the hall
    me | Action: me to chase the printers
    # this from me, that from him
    me@2026-11-27,them@2026-11-27 | Drawings from me, costings from her, both by Friday
    me,them | Cake from me, wine from them
    # swears I shall get it
    them@2026-11-20 | he swears I'll get the balance tonight after the show
    them@2026-11-24 | Promoter says we'll get paid tuesday
    them@2026-11-27 | she promised I'd get my deposit back by friday
    # without saying who does it
    me@2026-12-15 | Review essay, 3,000 words, promised to Oskar for mid-December
    me@2026-11-27 | Slides promised to Anya for Friday
    them@2026-11-27 | Slides promised by Anya for Friday
    me | Copy of the will to be posted to her, no fee
    # conditions
    them@2026-11-26 | If the audit passes she'll sign the renewal by Thursday
    me | if the weather holds I'll strip her old paint
    them@2026-11-30 | Mr Orr will clear the ditch provided we pay for the skip. Has till the end of the month
    them | Tony will do Father Christmas but only if there's sherry. There's sherry
    - | If the audit passes they get the money in June
    - | if I'd known I would have brought the drill
    # quotes
    them@2026-11-24 | school run tuesday: 'I got you' says Mel
    them | "consider it sorted" - Pat, re the marquee
    them@2026-11-22 | landlord: 'come sunday, I will keep the papers ready'
    them | "You'll have my draft before you've finished your tea," said Bram
    - | "Come round on Sunday and bring the kids," she said
    - | "You should really write a book," he told me
    # reminded
    me | Consent form is still on my desk, she reminds me. Sign and return.
    me | Photo release: sign and send back
    - | She reminds me of my aunt
    # idioms
    me | Curry on me the day he passes, and he'll hold me to it
    # hope
    - | I do hope Trudy gets her results tomorrow
    - | I do wish Sid would see someone
    - | Do hope he rings on Sunday
    - | Hoping for a visit from Kay at Easter
    # kept
    - | Beryl said she would bake for the fair and she has: four trays
    - | Said I'd drop the forms in and I have.
    - | He promised to fix the step, and did, on Tuesday
    - | promised her the photos; sent them this morning
    # withdrawn
    - | Was going to drive Ellen on Friday but her son is taking her
    - | He'd promised me the bench but has given it to his nephew
    - | We'd said dinner on Friday; now cancelled
    - | Said I'd cover her shift, she's swapped with Jo instead
    # told to others
    them@2026-11-27 | my landlord told us he'd fix the boiler by Friday
    - | Nephew told his coach he'd be back by March
    - | the builders have told the tenants they'll finish by 12 December
    - | supplier told accounts they'd credit it by Friday, according to Zoe
    # said every time
    - | "We'll do lunch" - he says it every time we meet. We never do.
    - | he always says he'll pay me back
    - | "I'll call you", she says, every single time
    # broken, kept or taken back
    - | She never did return the book she promised me back in March
    - | Ten years ago Ivo promised me a boat. Still walking.
    - | Said on Monday I'd write the note for Friday but Hal has done it
    - | said I'd draft the letter but Mo has taken it over
    # to follow
    them@2026-11-27 | Deposit to follow from her, w/c 23rd
    them | Receipt from Odile to follow
    me | Minutes to follow
    me@2026-11-24 | photos to follow from me tuesday
    # treats
    them | Burgers are on Dev if we win the cup
    them | drinks on Sal when the visa comes
    me@2026-12-24 | Pudding on Christmas Eve is on me, I've told them
    # where I go
    me@2026-11-21 | Measure up at Joan's 9am tomorrow
    me@2026-11-24 | Pop round to Len's tuesday
    me@2026-11-23 | drop by the office monday with the keys
    # what is paid
    them@2026-12-15 | He'll pay half on the 15th
    them@2026-11-27 | she'll settle up on Friday
    # dialect
    us@2026-11-28 | Me n Col are doing the hedge a week on Saturday
    them@2026-11-21 | Aggie's bringin the strimmer round saturday
    me | ah'll gie her the plants back
    them | "Ye'll have yer ladder back when I'm finished" - Dod
    # one promise in two halves
    them@2026-11-25 | Kim's lending me her drill, dropping it off weds
    me@2026-11-24 | I'm knitting her a hat, posting it tuesday
    # exchange
    them,me | Deal: he mends my bike, I fix his laptop
    them,me | She digs over the bed, I get her a rose
    me,them | i do slides + intro, he does the demo
    them@2026-11-26,me@2026-11-26 | He drives the van on Thursday, I drive the car
    # outstanding from
    me,them | Outstanding from me: draft contract. Outstanding from her: bank details.
    me | Pending from our side: the figures for Olu
    them | Still due from Max: key deposit
    me | Waiting on me: two signatures
    # yours will be
    them@2026-11-30 | His words: 'your form will be in the post by the end of the month'
    them@2026-11-27 | "Your shoes will be done by Friday," he said
    me | Promised Lil she'd be the first to see it
    me@2026-11-27 | promised Jim he'd have his money by friday
    # ready for
    me@2026-11-30 | Table ready for him Monday week
    me@2026-11-28 | Dress ready for Ana on the 28th
    them@2026-11-28 | frames ready for me on the 28th
    me@2026-11-24 | Card to Mr Lund still to write. Tuesday first thing.
    # conditions, and what was asked
    me | If the rate holds I take both crates, and told him so
    me | was asked to chair the fair and I accepted
    me@2026-11-22 | She asked if I would bring the urn on Sunday. I said I'd be glad to.
    them@2026-12-04 | "I'll drive you to the dentist, Jean." So that's the 4th, settled.
"""


def lines(*listed: str) -> list[str]:
    return [line.strip() for text in listed for line in text.splitlines() if line.strip() and not line.strip().startswith("#")]


@pytest.mark.parametrize("line", lines(KINDS))
def test_whose_it_is_and_by_when(line: str) -> None:
    expected, _, remark = line.partition(" | ")
    found = [promise.who + (f"@{promise.due}" if promise.due else "") for promise in FINDER.find(remark, MADE)]
    assert found == ([] if expected == "-" else expected.split(","))
