"""What a letter promises its reader, and what it only tells: needs, plans, politeness, and what a firm does for everybody."""

from datetime import date

import pytest

from kithbook.model.settings import Settings
from kithbook.text.talk.finder import PromiseFinder
from kithbook.text.talk.letter import read_letter

MADE = date(2026, 9, 9)  # a Wednesday
FINDER = PromiseFinder(Settings())


def said(text: str) -> list[str]:
    letter = read_letter(text)
    return [promise.action for passage in letter.passages for promise in FINDER.find_in_letter(passage.text, MADE, "me", circular=letter.circular)]


@pytest.mark.parametrize(("sentence", "action"), [
    ("I'll drop the keys off at your office on Friday.", "drop the keys off at your office"),
    ("Once the survey is back, I will have Rosa forward it to you.", "have Rosa forward it to you"),
    ("We will send you the seating plan as soon as the hall confirms.", "send you the seating plan as soon as the hall confirms"),
    ("If your aunt needs a lift, let me know and we'll pick her up.", "pick her up"),
    ("We have gone through your notes and will correct the second chapter.", "correct the second chapter"),
    ("Will ring the surveyor and report back.", "ring the surveyor and report back"),
    ("We need to get together for lunch next week.", "get together for lunch"),
    ("I need to get back to you about the roof.", "get back to you about the roof"),
    ("I'm going to talk to the archivist, and will tell you what she says.", "talk to the archivist, and will tell you what she says"),
    ("I'm sending you the proofs tomorrow.", "sending you the proofs"),
    ("I will def. call you from the ferry.", "call you from the ferry"),
    ("I promise that I'll water the beans.", "water the beans"),
    ("Thanks, will do.", "will do"),
    ("The keys will follow by Friday.", "The keys will follow"),
])
def test_it_is_promised_in_a_letter(sentence: str, action: str) -> None:
    assert action in said(sentence)


@pytest.mark.parametrize("sentence", [
    # wanted and needed
    "I really need to get this by tomorrow.", "I need to keep the cat inside tonight.", "This Saturday I have to work until two.", "We should probably check the gutters.",
    "Before the fair we need to repaint the sign.", "Gotta run.", "We will need to sort out the insurance first.", "I will have to replace the boiler some time.",
    # plans of us, and of others
    "Travis and I are gonna spend Thanksgiving at the lake.", "We are going to move house in the spring.", "She is the woman I'm going to marry.", "Greta, our new head of sales, will lead the team.",
    "The pump, now thirty years old, will require a new seal by Friday.", "As a result I will sometimes see twenty of them at once.", "I'll have beer, wine and crisps.", "I am out on Monday, returning Tuesday.",
    "I'll head back to Leeds after the weekend.", "I will probably end up in the overflow tent.", "I'll take any help you can give.", "We will await your instructions.", "I'll take off for lunch.", "From January I will be joining the museum's board.",
    # what the letter itself goes on to say, and what only says which thing is meant
    "I'll tell you why the band split.", "In this note I will explain the new rota.", "I'll say only this: bring boots.", "The recipe that I told you I'd look up is from Crete.", "I have found an old clock that I'm going to mend.",
    "I need to get a forecast from you.",
    # polite, asked, and done as it is said
    "I would be happy to answer any questions.", "We are pleased to provide you with the upgraded service.", "Remember to bring your own cup on Tuesday!", "Let me remind you that the hall closes at ten.",
    "I am writing today to introduce our choir.", "I am sending you the outline for the talk.", "Attached you will find the minutes.", "Your account will be closed on Friday.", "To see the pictures, visit the page.",
    # what a firm does
    "We are committed to improving your stay.", "We will continue to strive to meet your needs.", "We will launch the new edition in May.", "We will provide additional information regarding our management team.",
    "Owing to the frost, the paths are closed.", "I promised myself that I'd never get another dog.", "Several people told me you moved, so I thought that I would say hello.", "I got you the address from Meg.",
])
def test_it_is_only_told_in_a_letter(sentence: str) -> None:
    assert said(sentence) == []


@pytest.mark.parametrize("footer", [
    "To unsubscribe, write to lists@example.org.", "If you do not wish to receive these offers, tell us.", "Click here to see them all.", "You received this e-mail because you shop with us.",
    "Please do not reply to this message.", "Read our privacy policy.", "Thank you for your order.", "Wenn Sie sich zum Abmelden entschließen, genügt eine Zeile.",
])
def test_in_a_circular_only_what_one_says_of_oneself_counts(footer: str) -> None:
    assert said(f"Hello,\n\nWe'll send you the parcel on Friday. I will clear my desk. I will bring you the tent.\n\n{footer}\n") == ["bring you the tent"]


def test_a_creed_promises_its_readers_nothing() -> None:
    creed = ["mend what is broken", "sweep the yard", "plant a tree", "thank the baker", "write more letters", "ring an old friend"]
    assert said("\n".join(f"I will {line}." for line in creed)) == []
    assert said("\n".join(f"I will {line}." for line in creed[:2])) == creed[:2]


def test_a_list_that_passes_letters_on_makes_no_circulars_of_them() -> None:
    assert said("We'll send you the parcel on Friday.\n\nIf you received this message in error, delete it.\n") == ["send you the parcel"]


def test_a_letter_within_a_letter_may_begin_with_whom_it_went_to() -> None:
    letter = read_letter("Yes, fine.\n\nMarta Holm 12/12/2026 10:16 AM\nTo: Ines\ncc: Raj\nSubject: the roof\n\nI'll send the slates.\n")
    assert [passage.text for passage in letter.passages] == ["Yes, fine.", "Marta Holm 12/12/2026 10:16 AM"]
    assert len(read_letter("To: the lake, on Friday.\n\nBring towels.\n").passages) == 2


def test_an_item_with_nothing_in_it_is_read() -> None:
    assert [passage.text for passage in read_letter("Yes.\n\n- \nThe rest\n").passages] == ["Yes.", "The rest"]
