"""The watcher itself: waits for a reason to look, looks when nothing is under way, and has the reports made anew.

An event is only a reason: what has changed is found out as the command line does it,
through the index. Reasons may be lost or come twice without harm.
"""

import os
from collections.abc import Callable
from contextlib import suppress
from datetime import date
from queue import Empty, SimpleQueue
from time import monotonic

from ..errors import UserError
from ..model.record import NamedTuple
from ..model.settings_file import SETTINGS_FILE
from ..vault.history import git_at_work
from ..vault.vault import Vault
from .events import Events
from .half_saved import HalfSaved
from .looking import Looking
from .vouching import Voucher


class Pace(NamedTuple):
    """How long the watcher waits for what, in seconds.

    `quiet`: without an event before it looks, `single` the same while all are about one file; `longest`: while events keep coming; `settled`:
    for a note that may be half saved to stay as it is; `retry`: between looks at what is in
    the way, which is said when it lasts `worth_a_line`; `pulse`: between looks at the clock and at whether the vault is there; `again`:
    between looks at everything; `polling`: the same, where no events are to be had.
    """

    quiet: float = 0.1
    single: float = 0.02
    longest: float = 1.0
    settled: float = 1.0
    retry: float = 0.25
    pulse: float = 2.0
    again: float = 180.0
    polling: float = 5.0
    worth_a_line: float = 5.0


class Watcher:
    """Keeps the reports of the vault at `root` fresh until `stop` is called.

    `make_reports` writes them as they are on a day, `say` gets a line for all that is done;
    `today` is the clock.
    """

    def __init__(self, root: str, make_reports: Callable[[Vault, date], None], say: Callable[[str], None],
                 today: Callable[[], date], pace: Pace | None = None) -> None:
        self.root = root
        self._say = say
        self._today = today
        self._pace = pace or Pace()
        self._reasons: SimpleQueue[str | None] = SimpleQueue()
        self._stopped = False
        self._due = True
        self._all_due = True  # everything, whatever was told of
        self._day: date | None = None
        self._last_look_at_all = monotonic()
        self._begun_anew = float("-inf")
        self._in_the_way = ""
        self._waited = 0
        self._missed = False
        self._identity: tuple[int, int] | None = None
        self._events: Events | None = None
        self._voucher: Voucher | None = None
        self._looking = Looking(root, make_reports)
        self._half_saved = HalfSaved(root, self._pace.settled)

    def stop(self) -> None:
        """End after what is being done. May be called from a signal handler."""
        self._stopped = True
        self._reasons.put(None)

    def run(self) -> None:
        """Watch until it is stopped. What goes wrong is said, and never ends it."""
        try:
            while not self._stopped:
                try:
                    self._step()
                except UserError as error:
                    self._say_once(error.message + (f"; {error.remedy}" if error.remedy else ""))
                except Exception as error:
                    self._say_once(f"a fault of nb, not of yours: {type(error).__name__} in {_place_of(error)}; watching goes on")
        finally:
            self._close()

    def _step(self) -> None:
        if self._due:
            self._try_to_look()
        self._wait()
        self._find_reasons()

    def _say_once(self, line: str) -> None:
        if line != self._in_the_way:
            self._say(line)
        self._in_the_way = line

    # Looking

    def _try_to_look(self) -> None:
        if not self._is_there():
            self._say_once("waiting: the vault is not there")
            return
        busy = git_at_work(self.root)
        if busy:
            self._waited += 1
            if self._waited * self._pace.retry >= self._pace.worth_a_line:  # most commands of git are over at once
                self._say_once(f"waiting: git is in the middle of {busy}")
            return
        self._waited = 0
        if self._half_saved.any():
            return
        self._due = False
        self._day = self._today()
        if self._all_due:
            self._last_look_at_all = monotonic()
        try:
            self._due = not self._looking.look(self._day, self._voucher, self._may_write, everything=self._all_due)
            self._all_due = False
        finally:
            self._half_saved.forget()
        self._in_the_way = ""

    def _may_write(self) -> bool:
        return self._is_there() and git_at_work(self.root) is None

    def _is_there(self) -> bool:
        """Whether the vault is there; when it is another folder than before, that one is listened to."""
        identity = None
        with suppress(OSError):
            found = os.stat(self.root)
            os.stat(os.path.join(self.root, SETTINGS_FILE))
            identity = found.st_dev, found.st_ino
        if identity is None or identity != self._identity:
            self._close()
        if identity is not None and identity != self._identity:
            self._listen()
            self._due = self._all_due = True
        self._identity = identity
        return identity is not None

    def _listen(self) -> None:
        try:
            self._events = Events(self.root, self._reasons.put)
        except OSError as error:
            self._say(f"the system has no more watches to give ({error.strerror or error}): "
                      f"looking every {self._pace.polling:.0f} seconds instead")
        self._voucher = Voucher.open(self.root)

    def _listen_anew(self) -> None:
        """Begin again to listen when what listened has ended, unless it has ended just before, too."""
        self._due = self._all_due = True  # what happened meanwhile was not told of
        since, self._begun_anew = monotonic() - self._begun_anew, monotonic()
        if since > self._pace.polling:
            with suppress(OSError):
                self._events = Events(self.root, self._reasons.put)
                return
        self._say(f"the system tells of no more changes: looking every {self._pace.polling:.0f} seconds instead")

    def _close(self) -> None:
        for listener in (self._events, self._voucher):
            if listener is not None:
                listener.stop()
        self._events = self._voucher = None

    # Waiting

    def _wait(self) -> None:
        """Wait for a reason, and then until no more come."""
        reason = self._next(self._pace.retry if self._due and self._identity is not None else self._pace.pulse)
        begun = monotonic()
        first = reason
        single = True
        while reason is not None and not self._stopped:
            if not self._looking.is_own(reason):
                self._due = True
                self._half_saved.suspect(reason)
            left = begun + self._pace.longest - monotonic()
            single = single and reason == first
            quiet = self._pace.single if single else self._pace.quiet
            reason = self._next(min(quiet, left)) if left > 0 else None

    def _next(self, seconds: float) -> str | None:
        try:
            return self._reasons.get(timeout=seconds)
        except Empty:
            return None

    def _find_reasons(self) -> None:
        """Look at everything when the day is another one, when nobody has for long, and when events may have been lost."""
        if self._stopped:
            return
        if self._identity is not None and not self._is_there():
            self._due = self._all_due = True
        if self._events is not None and not self._events.alive:
            self._events.stop()
            self._events = None
            self._listen_anew()
        age = monotonic() - self._last_look_at_all
        longest = self._pace.again if self._events is not None else self._pace.polling
        # What the voucher has heard and watchdog has not told of after a whole pulse would never be looked at.
        missed = self._voucher is not None and self._voucher.missed
        if age >= longest or self._today() != self._day or (missed and self._missed):
            self._due = self._all_due = True
        self._missed = missed


def _place_of(error: Exception) -> str:
    """Where in our code it happened; never what it says, which could be somebody's words."""
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    return f"{os.path.basename(trace.tb_frame.f_code.co_filename)}:{trace.tb_lineno}" if trace else "an unknown place"
