"""What `nb.yaml` says, with a default for everything."""

from collections.abc import Mapping
from datetime import date
from typing import Literal

from .dates import Cadence, Gap
from .problem import Severity
from .promise import Who
from .record import NamedTuple

DateOrder = Literal["dmy", "mdy"]


def _default_circles() -> dict[str, Cadence]:
    gaps = {"inner": Gap(14), "close": Gap(months=1), "wide": Gap(months=3), "far": Gap(months=12)}
    return {name: Cadence(gap, gap) for name, gap in gaps.items()}


class Settings(NamedTuple):
    """The settings of a vault; each field is the key of the same name in `nb.yaml`."""

    contacts_folders: tuple[str, ...] = ("people",)
    contact_types: tuple[str, ...] = ("person", "contact")
    contact_tags: tuple[str, ...] = ("person", "contact")
    templates_folder: str = "templates"
    reports_folder: str = "reports"
    daily_format: str | None = None
    ignore: tuple[str, ...] = ()
    circles: Mapping[str, Cadence] = _default_circles()
    tags: Mapping[str, Cadence | str] = {}
    kinds: Mapping[str, str] = {}
    date_order: DateOrder | None = None
    stale_grace: Gap = Gap(0)
    stale_undated: Gap = Gap(14)
    replies_after: Gap = Gap(0)
    follow_up_after: Gap = Gap(2)
    follow_up_within: Gap = Gap(60)
    loops_after: Gap = Gap(21)
    paused: date | bool | None = None
    checks: Mapping[str, Severity | Literal["off"]] = {}
    hook: Mapping[str, str] = {}
    git: str = "off"
    synonyms: Mapping[str, tuple[str, ...]] = {}
    queries: Mapping[str, str] = {}
    calendar: str | None = None
    page: str | None = None
    scan_languages: tuple[str, ...] = ("en", "de")
    scan_phrases: Mapping[str, Who] = {}
