"""What kinds of English words say of whether a remark holds a promise at all, where no frame fits (see `balance.py`).

The points are those that told promises from other remarks best in 900 to which no frame fitted, 214 of them promises (a
logistic regression, rounded): a day weighs most, a hope or a "not" speaks against. Fewer than `ENOUGH` find more, and worse.
"""

from collections.abc import Mapping

ENOUGH = 17
POINTS: Mapping[str, int] = {
    "DAY": 11, "MUST": 6, "YES": 6, "JOINT": 6, "COLON": 5, "NAME": 5, "COMMIT": 4, "ME": 4, "FROM": 4, "GETBACK": 4, "WHEN": 4, "I": 3,
    "COME": 3, "ACTING": 2, "WORD": 2, "TREAT": 2, "DASH": 2, "SAY": 2, "ADJ": 2, "IS": 1, "HIS": 1, "ONME": 1, "ACTS": 1, "ON": 1, "TO": 1,
    "WE": 1, "BY": 1, "LETUS": 5, "ACT": 1, "STATE": 1, "HAVE": 1, "WAS": -1, "NEEDS": -1, "PAST": -1, "LIVING": -1, "THAT": -1, "EVENT": -2, "ASKED": -2,
    "WOULD": -2, "IF": -2, "BROKEN": -2, "AS": -2, "CAN": -3, "DONE": -4, "NOT": -5, "HOPE": -8,
}
