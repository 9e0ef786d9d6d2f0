"""Words that say nothing about what a text is about, in English and German (small letters, no accents)."""

_ENGLISH = (
    "a about above across after again against ago all almost along already also although always am among an and another any anybody"
    " anyone anything are around as at away back be became because become been before being below between both but by ca came can cannot"
    " come could did do does doing done down during each either else enough etc even ever every everybody everyone everything few"
    " first for from further gave get gets getting give given go goes going gone good got great had has have having he her here hers"
    " herself him himself his how however i if in into is it its itself just keep kept know last later least less let like likely"
    " little long look looking lot lots made make makes making many may maybe me mention might mine more most much must my myself near"
    " need needed needs never new next no nobody none nor not nothing now of off often ok old on once one only onto or other others"
    " our ours ourselves out over own people perhaps person please put quite rather re really right s said same saw say says see seem seems seen"
    " shall she should since so some somebody someone something sometimes soon still such sure t take taken tell than thank thanks"
    " that the their theirs them themselves then there these they thing things think this those though through thus till to today"
    " together told too took toward towards two under until up upon us use used using very via want wanted wants was way we well went"
    " were what when where whether which while who whole whom whose why will with within without would year years yes yet you your"
    " yours yourself")
_GERMAN = (
    "aber alle allem allen aller alles als also am an ander andere anderem anderen anderer anderes ans auch auf aus bald bei beim bereits"
    " bin bis bist bitte da dabei dadurch dafur dagegen daher damals damit danach dann daran darauf daraus darf darin daruber darum"
    " das dass davon davor dazu dein deine deinem deinen deiner dem den denen denn der deren des deshalb dessen dich die dies diese"
    " diesem diesen dieser dieses dir doch dort du durch ein eine einem einen einer eines einige einigen einmal er erst es etwa etwas"
    " euch euer eure fast fur ganz gar geht gern gerne gewesen gibt gleich gut habe haben hat hatte hatten heute hier hin hinter ich"
    " ihm ihn ihnen ihr ihre ihrem ihren ihrer ihres im immer in ins ist ja jede jedem jeden jeder jedes jemand jetzt kann kannst kein"
    " keine keinem keinen keiner konnen konnte konnten leute machen macht mal man menschen manche mehr mein meine meinem meinen meiner meist mich mir"
    " mit mochte muss mussen musste nach nachdem nachste nachsten neben nein neu neue neuen nicht nichts nie niemand noch nun nur ob"
    " oder ohne schon sehr sein seine seinem seinen seiner seit sich sie sind so sogar solche soll sollen sollte sondern sonst uber"
    " um und uns unser unsere unserem unseren unter viel viele vielen vielleicht vom von vor wann war waren warum was weder weg weil"
    " weiter welche welchem welchen welcher welches wenig weniger wenn wer werde werden wie wieder will wir wird wo wollen wollte"
    " worden wurde wurden zu zum zur zwar zwischen")

STOP_WORDS = frozenset(f"{_ENGLISH} {_GERMAN}".split())
