"""Which values of an answer may say who is confidential: texts that somebody wrote, and paths; no day, and no word of the program's own."""

from collections.abc import Callable

from .pattern import pattern
from .secret_names import SecretNames, names_one_of

Hides = Callable[[str, object], bool]
"""Whether the value of a field, which has this name, may not be shown."""

# The fields of answers that hold one of a few words, or a sign for something, and nothing that anybody wrote of a person.
_OWN_WORDS = frozenset([
    "act", "answer", "birthday", "columns", "direction", "ending", "giving", "id", "kind", "of", "rule", "severity", "sort", "stage", "state",
    "status", "strength", "table", "uid", "what", "who"])
_A_DAY = pattern(r"\d{4}-\d\d-\d\d")


def hides_one_of(names: SecretNames) -> Hides:
    """Tells which values of answers name one of these, or have the path of a note of theirs."""
    tells = names_one_of(names)
    names_alone = names_one_of(names._replace(notes=frozenset()))

    def hides(field: str, value: object) -> bool:
        if type(value) is not str or field in _OWN_WORDS or _A_DAY.fullmatch(value):
            return False
        if not field.endswith(("path", "paths")):
            return tells(value)
        begins = next((folder for folder in names.folders if value.startswith(folder)), "")
        return value in names.notes or names_alone(value.removeprefix(begins))

    return hides
