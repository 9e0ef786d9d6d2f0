"""What others do with their own lives, in English, beside what they do with their hands: the same verbs say both."""

_OWN = (
    r"company|firm|job|posts?|post|country|county|town|city|village|area|neighbou?rhood|band|orchestra|team|squad|club|choir|church|party|scene|house|home|flat|office|hospital|ward|clinic|school|uni|university|college|course|degree"
    r"|phd|thesis|dissertation|novel|book|album|memoir|manuscript|marathon|race|run|walk|year|term|semester|treatment|chemo|chemotherapy|radiotherapy|antibiotics|shift|season|tour|trip|army|navy|force|police|service|husband|wife|boyfriend|girlfriend"
    r"|children|kids|way|time|strength|courage|words|energy|money|love|peace|partner|place|trial|programme|program|training|apprenticeship|residency|internship|sentence|board|committee|stage|room|table|building|hotel|island|state|union|league"
    r"|group|profession|industry|trade|business|bank|agency|practice|charity|museum|theatre|lab|department|bar|balance|answer|light|others?|rest of us|past|exams?|gig|show|festival|conference|meeting|funeral|wedding")
_NOT_OWN = rf"(?!(?:[\w'-]+ ){{0,2}}?(?:{_OWN})\b(?! (?:door|keys?|books?|papers?|list|file|form|report|table|lights?|paperwork|documents?|minutes|accounts)))"

# Behind "she will": what is done with a thing, and not with a life.
HANDS_ON = (
    rf"(?:find|finish|leave|get|put|keep|replace|open|close|turn|apply|run|move|hold) (?:it|them|that|those|these)\b(?! (?:hard|difficult|easy|tough|all|funny|odd|boring|strange|stressful|exhausting|too|very|so)\b)"
    rf"|(?:find|finish|leave|get|put|replace) (?:the|another|some) (?!\w+ (?:too |very |so )?(?:hard|difficult|easy|tough|funny|odd|boring|strange|stressful|exhausting)\b){_NOT_OWN}|find an? (?:new |good |cheap |local |second |proper )?(?:plumber|builder|electrician|sub|stand-in|substitute|venue|date|slot|buyer|copy|number|replacement|spare|speaker|translator|tutor|vet|sitter|lift|van|driver)\b"
    rf"|keep (?:the (?!job|flat|house|dog|cat|baby|name|faith)|an eye on|a seat|a place|a spot|a table|a copy)|(?:open|close) the (?:\w+ )?(?:gate|door|windows?|shutters?|account|safe|hall|file|valve|lock|barrier|hatch|ticket|case|issue)s?\b|put (?:up|in|out) (?:the|an?) ")

_PERFORMED = (
    r"keynote|panel|talk|lecture|speech|sermon|reading|recital|concert|gig|solo|aria|part|role|lead|organ|premiere|opening|exhibition|show|award|prize|medal|trophy|exam|exams|test|viva|marathon|half|triathlon|race|match|final|cup|league|conference"
    r"|congress|seminar|course|class|classes|workshop|choir|orchestra|quiz|council|congregation|board|jury|throne|stage|train|bus|coach|plane|ferry|flight|tube|boat|chemo|treatment|oath|vows|service|eulogy|lesson|ceremony|ribbon")
# Behind "she", "Otto" and "Otto's": what people do with what is their own, or before others, and for nobody in particular.
# What is brought, sent and lent goes to somebody, and diaries are looked into for somebody.
OWN_AFFAIRS = (
    r"(?!bring|lend|loan|send|giv|drop|pass|hand|post|e?mail|forward|shar|return|show|tak|check|look|ask|find|search|consult|rummag|dig|tell|let|ring|call|text|message|chase|borrow|swap|save|leav)\w+ (?:up |in |for |off |out |with )?(?:his|her|their) (?:own )?"
    r"(?!bit|part|share|half|side|end|best|diary|calendar|notes?|files?|records|turn|word|name|address|number|comments?|thoughts|views|answer|reply|feedback|version|changes)[a-z]"
    r"|(?:read|perform|play|sing)(?:s|ing)? (?:at|in) "
    rf"|\w+ (?:in |up )?(?:the|a|an|one of the) (?:[\w'-]+ )?(?:{_PERFORMED})\b(?! (?:notes|slides?|tickets?|fees?|money|list|form|photos?|pictures|recording|text|draft|paper|papers|programme|times?|rota|keys?|room|stuff|kit))"
    r"|(?:driv|tak)(?:es|ing) (?:his|her|their) (?:mother|mum|mom|father|dad|parents|kids|children|son|daughter|wife|husband|dog|family|test|exams?|driving|car)\b")
