"""All rules, one by one."""

from .done_before_made import DONE_BEFORE_MADE
from .future_entry import FUTURE_ENTRY
from .late_front_matter import LATE_FRONT_MATTER
from .leaks import COMMITTED_BEFORE, LEAK
from .links import ALIAS_LINK, AMBIGUOUS_LINK, BROKEN_LINK, NEAR_LINK
from .merge_union import MERGE_UNION
from .near_checkbox import NEAR_CHECKBOX
from .portable_name import PORTABLE_NAME
from .promises_kept import PROMISES_KEPT
from .reading import READING
from .reports import BEHIND_REPORT, EDITED_REPORT, OUTDATED_REPORT
from .rule import Rule
from .same_name import SAME_NAME
from .same_person import SAME_PERSON
from .saved_query import SAVED_QUERY
from .stale_promise import STALE_PROMISE
from .unclosed_fence import UNCLOSED_FENCE
from .unknown_key import UNKNOWN_KEY
from .unseen_date import UNSEEN_DATE

RULES: tuple[Rule, ...] = (
    *READING,
    LATE_FRONT_MATTER,
    UNKNOWN_KEY,
    FUTURE_ENTRY,
    DONE_BEFORE_MADE,
    UNSEEN_DATE,
    NEAR_CHECKBOX,
    UNCLOSED_FENCE,
    ALIAS_LINK,
    AMBIGUOUS_LINK,
    BROKEN_LINK,
    NEAR_LINK,
    SAME_NAME,
    SAME_PERSON,
    PORTABLE_NAME,
    STALE_PROMISE,
    PROMISES_KEPT,
    EDITED_REPORT,
    BEHIND_REPORT,
    OUTDATED_REPORT,
    MERGE_UNION,
    SAVED_QUERY,
    LEAK,
    COMMITTED_BEFORE,
)

RULE_IDS = tuple(rule.id for rule in RULES)
