"""For what somebody is thanked reads as one would write it."""


import pytest

from kithbook.query.thanks_words import for_all
from text.reading import PATH, read_body


def _thanks(*lines: str) -> str:
    return for_all(read_body("\n".join(lines)).entries, PATH)


@pytest.mark.parametrize(("line", "said"), [
    ("gave in: milk", "for milk"),
    ("gave in: A star chart.", "for a star chart"),
    ("gave in: Sacred texts", "for Sacred texts"),
    ("gave in: signed copy of her book", "for signed copy of her book"),
    ("gave in: his own photographs, unasked", "for his own photographs, unasked"),
    ("gave in: for my birthday", "for the gift for my birthday"),
    ("gave in: with the move", "for the help with the move"),
    ("gave in: helped me move", "for having helped me move"),
    ("gave in: she kindly lent me the van", "for having lent me the van"),
    ("gave in: she heard me out", "for the help: she heard me out"),
    ("gave in: borrowed her ladder", "for the help: borrowed her ladder"),
    ("gave in: read it twice and took out four semicolons", "for having read it twice and taken out four semicolons"),
    ("gave in: LED lamp for the shed", "for LED lamp for the shed"),
    ("gave in: set of knives", "for set of knives"),
    ("gave in: cut flowers", "for cut flowers"),
    ("gave in: left-over cake", "for left-over cake"),
    ("gave in: Read-only access to the archive", "for Read-only access to the archive"),
    ("gave in: found object, framed", "for found object, framed"),
    ("gave in: printed Penguin edition", "for printed Penguin edition"),
    ("gave in: made in the shed", "for made in the shed"),
    ("gave in: cut my hair", "for having cut my hair"),
    ("gave in: Lent me the van", "for having lent me the van"),
    ("gave in: set up the loudspeakers", "for having set up the loudspeakers"),
    ("gave in: stood in for me", "for having stood in for me"),
    ("gave in: brought soup", "for having brought soup"),
    ("gave in: stayed up until two", "for having stayed up until two"),
    ("gave in: spoke of a wheel", "for spoke of a wheel"),
    ("gave in: sent the deck and wrote the intro, then drove me home and spoke to Bo, came back", "for having sent the deck"),
    ("gave in: lent me the van, and she drove it, too", "for having lent me the van"),
    ("gave in: sent me the book she wrote", "for having sent me the book she wrote"),
    ("gave in: the lamp over the door. It is drizzle.", "for the lamp over the door"),
    ("gave in: tea with Dr. Moss", "for tea with Dr. Moss"),
    ("gave in: money #confidential", "for the gift of 2026-09-01"),
    ("intro in: to [[Tia]], for the boat", "for the introduction to [[Tia]], for the boat"),
    ("intro in: to [[Tia]]. Great talk", "for the introduction to [[Tia]]"),
    ("gave in: a lamp (the red one). Great light", "for a lamp (the red one)"),
    ("gave in: a print, \"Harbour\". Great light", "for a print, \"Harbour\""),
    ("gave in: tea with Mrs. Moss", "for tea with Mrs. Moss"),
    ("intro in: [[Tia]]", "for the introduction to [[Tia]]"),
    ("intro in: brought me together with the harbours", "for having brought me together with the harbours"),
    ("referral in: a client", "for the referral of a client"),
    ("referral in: sent me the planetarium", "for having sent me the planetarium"),
    ("referral in: [[Tia]] wants a logo", "for the referral: [[Tia]] wants a logo"),
    ("call: lent me the van #received", "for having lent me the van"),
    ("call: a lift home #received", "for a lift home"),
    ("call: talked about the roof, and she gave me a name #received", "for the call: talked about the roof, and she gave me a name"),
])
def test_one_thing(line: str, said: str) -> None:
    assert _thanks(f"- 2026-09-01 {line}") == said


def test_several() -> None:
    assert _thanks("- 2026-09-01 gave in: milk", "- 2026-09-02 referral in: a client") == "for milk and for the referral of a client"
    assert _thanks("- 2026-09-01 gave in: milk", "- 2026-09-02 gave in: tea, in a tin") == "for milk; and for tea, in a tin"
    assert _thanks(*(f"- 2026-09-0{day} gave in: thing {day}" for day in range(1, 7))) == "for thing 1, for thing 2, for thing 3 and for 3 more things"
    assert _thanks("- 2026-09-01 gave in: milk", "- 2026-09-02 gave in: milk") == "for milk"
