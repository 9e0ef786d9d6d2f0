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
    # two things in one breath are one promise
    me@2026-11-27 | I will send her the plan and the list by Friday
    them@2026-11-23 | She'll send me the form and the key by Monday
    me@2026-11-27 | deck to Ana and slides to Bo by Friday
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

# Where all is written small, names are known by where they stand; what stands before a remark changes nothing.
SMALL = """
    us@2026-11-22 | me and hassan washing both cars sunday
    them | josh will bring the amp
    them | mia's lending me her boots
    them@2026-11-27 | told vik, vik says he'll do it by friday
    us | vera and i are going to paint the fence together
    them | mr lund will see to the hinges
    me | Long chat at the gate. Told Olga I'd bring her the seeds
    me | Rang Vera: will bring her the seeds
    me@2026-11-24 | Call with Vera: will post the forms Tuesday
    them@2026-12-15 | Call with Vera: He'll pay half on the 15th
    me@2026-11-27 | Coffee w/ Vera - promised her the edit by Friday
    us | Call with Vera: Jan and I really ought to get a night out together
    - | Coffee w/ Vera - her son is starting school in September
    - | Call with Vera: he'd have drawn the plans only for the rain
    - | Long chat at the gate. Her hip is being done on 12 February
    - | rang vera: her lad starts at the bank on tuesday
"""

VOICES = """
    # Irish farmer
    them@2026-11-24 | Padraig'll be over Tuesday with the trailer
    me | I said I'd throw a few bales his way
    them | Mossie says he'll bury the dog for us, decent man
    them | she's after promising me a setting of eggs
    me@2026-11-21 | bringing the vet's bill up to her tomorrow, she's half owner
    - | Padraig's heifer calved at last, twins
    - | he'd have drawn the silage only for the rain
    # Founder
    me@2026-11-24 | Send deck v3 -> Lukas, Tue
    them@2026-11-27 | Lukas circling back w/ partner feedback by Fri
    me | I owe Sana intros to 2 design leads
    them | Sana: will share their hiring rubric
    us@2026-12-08 | Lock 8 Dec for product review w/ Sana
    - | Board deck went out. Good reactions
    - | They raised 4m, closing in January
    # Teen / texty
    me@2026-11-21 | gonna lend mia my charger tmrw lol
    them@2026-11-22 | mia said shes bringing snacks sun
    us@2026-11-21 | cinema w mia n josh sat
    me | i still gotta pay josh back his tenner
    them | josh: 'i gotchu w the notes'
    - | mia is so annoying she never texts back
    - | josh got grounded lol so no cinema
    # Formal old gentleman
    me | I have undertaken to look through the proofs of his sermon.
    them | The Colonel was good enough to say that he would put my name down for the club.
    us@2026-11-26 | Luncheon with the Archdeacon, Thursday next, at the Mitre.
    me | I must not omit to return Mr Crane's umbrella.
    - | Mrs Thring hoped that I might call. I gave no undertaking.
    - | The Bishop is to preach at St Olave's on Advent Sunday.
    # Sysadmin / work
    me@2026-11-23 | rotate their certs mon, told ops
    them@2026-11-25 | Ops patching our box on Wed night
    me | ticket for Gus still open on my side, will close it
    them | Gus to give us read access
    me | Gus needs the logs; pulling them for him
    - | Outage on the 30th, maintenance by the provider
    - | Gus's team migrates in Q1
    # ESL
    me@2026-11-27 | I promised to him that I send the photos until next week
    us | we said we meet again when I am back
    them@2026-11-24 | she comes on Tuesday to fix my bicycle
    - | he has last week sent me the form, finally
    # neighbours
    them | Jen's doing teas if I do the tombola
    me@2026-11-28 | cake stall sat 28th - I've said I'll do two sponges
    us@2026-12-05 | Jumble sale 5 Dec: me + Jen on the door
    them | No 14 will keep an eye on the cat
    them@2026-12-18 | Jen has bagsied the costumes, done by 18 Dec she says
    - | Jen can't do the tombola after all
    - | school closes 18 Dec at noon
    # Coach
    me | told the lad he'd get a run out if he trains
    them@2026-11-26 | Keeper's dad reckons he'll have the nets up by Thursday
    me@2026-11-22 | Teamsheet to the league sec by Sunday
    them | ref has agreed to do the final for us
    me | agreed to sub for Barry at the AGM, god help me
    - | the lad told his mum he'd quit
    - | Under-9s lost, four nil
    # Aussie
    them@2026-11-28 | Davo's chucking us his ute Sat week
    us@2026-11-22 | barbie at Davo's arvo of Sunday
    them | reckons he'll have a squiz at me gutters
    me | gave Shaz me word I'd feed the chooks
    - | Shaz is heading to Perth for Chrissie
    # American South
    me | fixing to carry Miss Odessa to her doctor's appointment
    them@2026-11-29 | Brother Lyle said he'd tote the tables over after church Sunday the 29th
    me | I done told her I'd make the pies
    - | Y'all come see us, she said
    - | Bless him, he was fixing to help but his truck quit
    # Midwife / clinic
    me@2026-11-23 | ring her Monday with results
    them@2026-11-30 | She is to let us know her decision by 30 November
    me | I'll be the one on call for her, promised
    - | Due date 14 February
    - | Bloods back on Friday
    # Musicians
    me@2026-12-06 | stems to Nico by the 6th
    us@2026-12-10 | gig swap: we play his night, he plays ours, 10 Dec
    them | he owes me a remix
    me | charts for the horn section: on my list
    them | "You're on the guest list, sorted" says the promoter
    - | Nico's album drops in March
    - | he was supposed to master it in June, never happened
    # Researcher
    me@2026-12-04 | reviews for Petrov's special issue due 4 Dec, accepted
    them | Petrov will add me to the author list
    us | joint grant bid with Petrov, agreed in principle
    me | Petrov asked for my code; told him it's his as soon as the paper is out
    them | She's letting me have bench space over the summer
    - | Petrov's student defends on 3 December
    - | She'd love to collaborate some time
    # passives, whoever does it
    me@2026-11-27 | Keys to be dropped at Nadia's by Friday
    me | References to be chased for the Owusu flat
    them@2026-11-30 | Plans will be redrawn and with us by the 30th, the architect says
    me | It's been agreed that the surplus goes to Yusuf from us
    them | We've been promised a discount on the next batch
    - | The flats are to be demolished in the spring
    - | The choir was invited to Bruges for May
    # without a subject
    me | Said yes to babysitting for the Kumars
    me@2026-11-26 | Will chase the council Thursday re: her bins
    me | Told Ravi no problem, the ladder's his for as long as he needs it
    me | Going to write her that reference after all
    me@2026-11-24 | Have to ring the surgery for Dad on Tuesday
    - | Went to see the flat with Jo. Damp.
    - | Sent the flowers for Monday
    # agents and solicitors
    them@2026-11-27 | His agent's sending over the contract by Friday
    them | the letting agent swore blind the deposit's coming
    them | Nadia's PA will find us a date
    them@2026-11-23 | her solicitor to write to ours on Monday
    me | my accountant will send him the forms
    - | His surveyor found damp
    - | her doctor wants her in on Tuesday
    # in quotes
    them | "Tell you what, I'll throw in the chairs," he said
    - | "I'd never lend my tools," says Ravi
    - | "What will I do without you?" she said
    # between others
    - | Ravi has promised his daughter a pony
    - | Nadia told her sister she would look after the twins
    - | The vicar assured the choir that the organ would be mended by Easter
    - | Her ex is meant to be paying for the school trip
    - | Ed owes his brother two grand
    # plans with a day
    - | Jo is off to Crete on the 3rd
    - | Ravi starts his new job Monday
    - | They're having the baby christened on the 13th
    - | Nadia runs the half marathon on Sunday
    - | Ed's band is playing the Crown on Saturday
    # withdrawn
    - | Jo rang to say she can't do Thursday
    - | I told Ed I couldn't take his dog after all
    - | Ravi was going to lend me the van but it's been sold
    - | dinner with Nadia on the 4th is off
    - | she takes back what she said about the loan
    # done
    - | Dropped the keys at Nadia's as agreed
    - | Ed came good with the van
    - | He'd said he'd ring and he rang
    - | Finally gave Ravi his ladder back
    - | Jo brought the promised jam
"""

DAYS = """
    # which clause a day belongs to
    me@2026-11-23 | Saw Jo on Thursday about the lease; will post it Monday
    me@2026-11-24 | She needs it before the 30th so I'll get it to her on Tuesday
    them@2026-11-27 | He's away from the 4th but says the report will be with me Friday
    me@2026-12-08 | his talk is on the 9th, I'll send comments the day before
    them,me@2026-11-25 | She'll bring the chairs and I'll do the tables by Wednesday
    me@2026-11-23,them@2026-11-26 | I phone the hall Monday, she phones the band Thursday
    me@2026-11-30 | promised Bex the edit by month end, earlier if poss
    them@2026-11-21 | The man's coming to do our roof tomorrow, he swears
    me@2026-12-18 | need to get Mum's parcel off to Vera by the 18th
    them@2027-01-31 | Olu will have finished my website by the end of January
    me@2026-11-20 | Ringing Bea back tonight once the kids are down
    me | Owe Jan a reply since Monday
    me | owed Vera a visit since August
    me@2026-12-02 | meeting notes to everyone within 12 days
    me@2026-11-29 | Going to take Grandad out a week on Sunday
    me@2026-12-01 | I told them December 1st for the manuscript
    them@2026-11-25 | Pete: "Wednesday, latest" for the quote
    me@2026-12-31 | I'll have paid Rosa back by new year's eve
    us@2026-12-05 | Agreed we'd walk the Ridgeway together, first Saturday in December
    us@2026-11-23 | catch up call with Rosa monday 4pm re the grant
    me | I'll let Rosa know as soon as the grant comes through
    them | Rosa will introduce me when she's back from Chile in the spring
    # what only looks like one
    - | Interview with Vik for the podcast went out Monday
    - | Rosa's grant runs out on the 31st
    - | The council will decide on the 4th
    - | Told Vik about the job at Kew; he's applying by Friday
    - | Ida is bringing up the twins on her own
    - | Vik says hello and hopes to see us in the new year
    - | Rosa wondered if we'd be around on the 12th
    - | I'd told her Tuesday but she came on Monday
    - | Kofi gave me the saw back, as he'd said he would
    - | By Friday Vik had changed his mind
    - | He said to ask his brother about the van
    - | She told me to bring a coat on Sunday
    - | Bea should have been here by noon
    - | The plumber was supposed to come on Tuesday
    - | Olu had promised to call before Friday and, credit to him, he did
    - | they're to be married on the 12th
    - | she sends me a card every Christmas
    - | Vik never answers before noon
    - | Ida's off work until the 3rd
    - | my turn to host was last month
    - | I must have left my scarf at hers
    - | she must be forty by now
"""

SHORT = """
    # as short as can be
    them@2026-12-01 | minutes: Tom, by the 1st
    me | Rota for Sal - with me
    me@2026-11-21 | Meeting her train tomorrow
    me | Spare anode for Bjorn - on the list
    me@2026-11-21 | Holding 21 November for Priti
    me@2026-11-24 | Quote for Hal's porch Tues
    them@2026-11-27 | Hal's samples due from him Friday
    me | Collect Hal's planks. He's in all week
    us | Meet Hal re porch, some evening
    me@2026-11-30 | Start her stairs Mon 30th
    them@2026-11-25 | Sander back from Joe Weds
    me@2026-11-25 | Sander back to Joe Weds
    them | Joe'll hold the ladder
    them | Joe owes half a day
    me | Promise to Joe: first refusal on the bench
    them | Verdict from Ann by return
    me | Ann wants pears. Will drop some
    me@2026-11-21 | Tomorrow: apologise to Ann
    me@2026-11-23 | Mon: chase Ann's grant
    them@2026-11-23 | Mon: Ann chases the grant
    us@2026-11-28 | Sat 28: Ann, cinema, 7.30
    us@2026-12-02 | Wed week, curry with the lads
    us | Drinks soon with Ann - overdue
    me@2026-12-15 | Ann's thesis ch 3: comments by 15/12
    me | Draft -> me first, then Ann
    them@2026-12-01 | Rent from the lodger on the 1st, cash
    them | Lodger to mow
    me | Lodger's deposit back to him when he goes
    me@2026-11-29 | pick up Ann from Luton sun 29
    me | gift for ann's mum (I said I'd choose)
    - | Ann's 50th Sat
    - | Bins Tues
"""

TRADES = """
    # lawyers
    me@2026-12-04 | Skeleton to opponent, 4 Dec, agreed order
    them@2026-11-25 | Counsel will settle the particulars and have them to us by Wednesday
    me | Undertook to the other side not to enforce pending the hearing
    them | Other side to bear our costs, so they say
    them@2026-12-01 | Their disclosure is promised for 1 December
    - | Limitation expires 4 December
    - | Judge reserved; decision by Christmas
    # theatre
    me | cue sheets to Moira, forgot, doing it now
    them@2026-11-24 | Moira's re-hanging my specials Tues
    me@2026-11-21 | lend Dex my headtorch for tomorrow's fit-up
    us | me & Dex on strike together, pizza after
    - | notes at ten, bar after
    - | Moira left at the half, migraine
    # wine trade
    me@2026-11-30 | Six bottles of the '19 to be put aside for Marc till month end
    them | Marc guarantees the price until spring
    me@2026-12-04 | Told Marc payment within a fortnight
    them@2026-12-04 | Marc's sending one of his boys with the pallet in two weeks
    us | Marc and I shook hands on a hundred cases
    - | Harvest late, acid good
    - | Marc's boys pick until Friday
    # elderly ladies
    me | I said Doris might have my place on the coach.
    me@2026-11-22 | Doris comes to luncheon on Sunday; I have promised her a trifle.
    me | A line to Doris, long due.
    us | Doris and I are to share a taxi on these occasions henceforth.
    - | Doris's nephew means to emigrate.
    - | I had half a mind to go but it rained.
    # kenya/uganda/nigeria
    them@2026-11-21 | Mama Otieno is sending the boy with the maize tomorrow
    me | I have agreed with Juma to top up his school fees
    them | Juma has said he is coming to weld the gate
    me | Otieno asked for the borehole letter, I told him he will have it
    - | Juma's brother weds on the 12th.
    # research phd
    me@2026-11-23 | camera-ready, figs 2+3 me, due mon
    them@2026-11-24 | yusuf to rerun the baselines by tues
    us | yusuf & i swap reviews once drafts exist
    me | yusuf wants my bibtex, dumping it in the repo
    - | yusuf's paper got scooped
    - | reviews are out on the 4th
    # hockey / sports dad
    them | Gord's gonna sharpen the kid's skates for nothin
    me@2026-11-28 | I'm on snack duty Saturday the 28th
    me | told Marlene she could count on me for the bake table
    - | Gord says he quits, says it every year
    - | Marlene might drive, might not
    # gardeners/allotment Scots
    me@2026-11-22 | ah'm tae bring the kettle Sunday
    them@2026-11-21 | big Rab's gonnae lift the slabs the morra
    me | telt her ah'd mind the cat
    - | Rab wis meant tae come, nae sign
    - | she'll be the death o me
    # brewery
    them@2026-11-26 | Hops from Greg landing Thursday, he guarantees
    me@2026-11-23 | Greg's empties: uplift Monday, our van
    us | Collab brew w/ Greg's lot in the spring, handshake done
    them | Greg said consider the fermenter on loan
    - | Greg's stout won bronze
    - | Duty return due Friday
    # estate agent
    them@2026-11-25 | Vendor wants till Wednesday to think it over
    them | Mr Patel's broker will email the AIP across
    - | Chain collapsed. Patels back to square one
    - | Patels exchange on the 4th
    - | Vendor told the Patels she'd leave the curtains
    # wedding planner
    me@2026-12-04 | Mood board to Priti by 4th, she's keen
    them@2026-11-30 | numbers from Priti end of month at the latest
    us@2026-12-06 | tasting: me, Priti, the caterer, Sun 6 Dec
    - | Priti's cousin got engaged
    - | caterer double-booked, grovelling
    # food bank
    me@2026-11-21 | cover for Moses on tomorrow's van
    them | "Put me down for the Christmas hampers," said Mrs Aziz
    them | Tesco chap says he can do us two crates a week
    - | Moses off sick
    # quiz team/pub
    them | Sid to do the music round
    me | picture round's on me
    us@2026-11-25 | quiz weds, me Sid & Barb
    them | barb swears she'll revise capitals
    - | Sid got every capital wrong
    # tattoo/hair
    them | Jess will bring refs
    me | redo Kai's lettering, I owe him that
    - | Jess fainted
    - | Kai wants a dragon. Talked him out of it
    # ham radio / club
    them@2026-11-24 | G4XYZ will be on frequency Tuesday with the new antenna to help me test
    me@2026-11-21 | schematic to G4XYZ, photocopied and in the post tomorrow
    them | Old Ron is leaving his rig to me, it's in writing
    me | I've let myself in for the newsletter again
    - | Ron silent key, sad day
    - | AGM on the 12th
    # school teacher
    me@2026-12-11 | reports for 9C - promised the head by 11 Dec
    me | detention with Jude, told his mum I'd keep an eye
    them | Jude's mum is going to ring me if it happens again
    me | Asked me to run chess club. Mug that I am, yes.
    - | Jude's mum rang, apologised
    - | parents' evening on Thursday
    # none, with a day or a verb that looks like one
    - | Gas man came Tuesday, boiler condemned
    - | Priya's visa came through, she flies on the 14th
    - | their lot play at home on saturday
    - | Yusuf's sister is expecting twins in April
    - | Olga's exhibition runs till the 30th
    - | The bishop has promised the parish a curate by Easter
    - | asked Hal if he could spare a day. He couldn't
    - | asked Hal if he could spare a day. he'll see
    - | Would Greta take a student for the summer? I wonder
    - | can you believe she'd forgotten my birthday
    - | she'd lend me the car if it were taxed
    - | He would have come, had we asked
    - | always says she'll write, never does
    - | every Friday they bring us fish
    - | Hope Olga gets the flat
    - | praying the scan on Monday is clear
    - | Ben reckons it'll snow by Thursday
    - | I bet he turns up Friday without it
    - | Ed was going to fix the fence Saturday. Called off, hernia
    - | no longer going to Ann's on the 3rd, she's double-booked
    - | told Hal I'm out of the quiz on Wednesday
    - | he's dropped the idea of Friday
    - | Paid Gwen for the eggs. All square
    - | Returned Sal's tin on Sunday with scones in it
    - | as promised I rang the hospice on Monday
    - | she brought the slides, just as she'd said
    - | He did ring on Tuesday as he said he would
    - | Hal's lad is to marry the Lund girl on the 12th
    - | Her firm will relocate her to Leeds in June
    - | his landlord is giving him notice on the 1st
"""

AT_LENGTH = """
    # told at length
    them@2026-11-27 | Spent an hour with Dmitri on the budget. He thinks it's doable, and he's to come back with a revised sheet by Friday.
    me | Cora's still off work. Must take her something hot.
    me@2026-11-25 | Two missed calls from Aunt Jo, felt dreadful. Texted that I'd ring properly on Wednesday.
    them | Dmitri in good form. Wants to see the allotment; will bring his own boots, he says.
    them | Cora had the twins with her, bedlam. She'll text me the name of the paint.
    me@2026-11-30 | Sefton's CV is a mess. Told him to send it over and I'd have it back to him by Monday week, no: by the 30th.
    them | Met the new vicar. Young, nervous, keen. Says he'll drop in.
    me | Poor Jo. The least I can do is sort out her bins.
    them@2026-12-01 | The garden people rang at last. Start on the first, they promise.
    us | Laughed till we cried. Same again at midsummer, we said.
    me@2026-11-26 | Note from Mrs Pell about the hymn books. I replied that they'd be in the vestry by Thursday.
    them | Dmitri's wife gave me the recipe. The starter she'll bring when she next comes into town.
    # nothing in it, at length
    - | Spent an hour with Dmitri on the budget. He thinks it's doable by Friday if the auditors play along.
    - | Cora rang in tears. The sale fell through, they were to have moved on the 4th.
    - | Long walk with Sefton. His lease is up on the 31st and he hasn't found anywhere.
    - | Aunt Jo's ninety on Tuesday and still drives. God help the county.
    - | Dmitri offered me a desk in his office. Kind, but no.
    - | Met the new vicar. He preaches on Sunday, we'll see.
    - | Sefton had meant to bring the records and left them on the bus.
    - | The garden people came on the first as promised and made a fair job of it.
    - | Cora said she'd call, but then Cora always says that.
    - | I might have offered to help with the move but my back won't stand it.
    - | Her boys were to stay with us on the 12th; chickenpox.
"""


def lines(*listed: str) -> list[str]:
    return [line.strip() for text in listed for line in text.splitlines() if line.strip() and not line.strip().startswith("#")]


@pytest.mark.parametrize("line", lines(KINDS, SMALL, VOICES, DAYS, SHORT, TRADES, AT_LENGTH))
def test_whose_it_is_and_by_when(line: str) -> None:
    expected, _, remark = line.partition(" | ")
    found = [promise.who + (f"@{promise.due}" if promise.due else "") for promise in FINDER.find(remark, MADE)]
    assert found == ([] if expected == "-" else expected.split(","))
