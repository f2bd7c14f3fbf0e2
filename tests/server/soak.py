"""Simulated desks of one shared office: colleagues who look things up and save, side by side."""

from __future__ import annotations

import random
import threading
import time
from collections import defaultdict
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from statistics import median, quantiles
from typing import TYPE_CHECKING
from uuid import UUID, uuid4

from sqlalchemy import create_engine, select, text
from sqlalchemy.pool import NullPool

from app.access.rules import Role
from app.clients.actions import save_client
from app.clients.queries import client_card, client_to_edit, find_clients
from app.drafts.actions import save_draft
from app.drafts.rules import Drafted
from app.errors import Conflict, Refused
from app.journal.actions import write_note
from app.journal.queries import journal_of, search_notes
from app.journal.rules import NoteEntry
from app.mobile_advice.booking.actions import book_appointment, take_booking_back
from app.mobile_advice.booking.queries import find_slots
from app.mobile_advice.booking.rules import Booking
from app.my_day.queries import my_day
from app.office import Office
from app.referrals.enquiries.actions import assess_enquiry, record_enquiry
from app.referrals.enquiries.queries import EnquiryWish, enquiry_window
from app.server.rules.profile import Profile
from app.tasks.actions import add_task, finish_task
from app.tasks.rules import TaskValues
from app.visiting.calendar.queries import calendar_visits
from db.people import Person
from db.server import add_login
from db.shared import open_shared
from tests.factories.booking import halt
from tests.factories.enquiries import enquiry_details

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlalchemy import URL, Connection, Engine

PASSWORD = "ein langes Passwort für alle"
SAVES = frozenset(
    {
        *("write a note", "add a task", "finish a task", "change a person"),
        *("book a time", "take a call", "assess a call"),
    }
)
"""What a save is measured by; keeping a draft goes on behind the form."""
_PEOPLE = select(Person.id).where(Person.status == "active").order_by(Person.id).limit(500)
_WORDS = ("besuch", "arzt tochter", "kaffee", "nächste woche", "einkauf")
_STOP = "Soakmarkt"
"""Where all desks book: they are after the same times."""
_TIMES = 60
"""Free times that a desk looks at before it takes one."""
_LETTERS = "abdefghklmnrst"
_HELD = 3
"""Times that a desk holds before it gives one back."""
_LOOK, _WRITE = 70, 30
"""Of a hundred acts so many only look, and so many save."""


@dataclass(slots=True)
class Times:
    """How long each kind of act took, in milliseconds, and what went wrong."""

    taken: defaultdict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    conflicts: int = 0
    taken_before: int = 0
    """Times that somebody else had booked a moment before."""
    errors: list[str] = field(default_factory=list)
    most_connections: int = 0
    """Of one desk at once."""

    def p95(self, name: str) -> float:
        """Answer the 95th percentile of an act."""
        taken = self.taken[name]
        return quantiles(taken, n=20, method="inclusive")[-1] if len(taken) > 1 else taken[0]

    def lines(self) -> list[str]:
        """Answer a line for each act: how often, median, 95th percentile, slowest."""
        return [
            f"{name:18} {len(taken):6} times, median {median(taken):7.1f} ms,"
            f" p95 {self.p95(name):7.1f} ms, slowest {max(taken):7.1f} ms"
            for name, taken in sorted(self.taken.items())
        ]

    def saves(self) -> float:
        """Answer the 95th percentile of all saves together."""
        together = Times()
        together.taken["save"] = [ms for name in SAVES for ms in self.taken.get(name, ())]
        return together.p95("save")


class Desk(threading.Thread):
    """One colleague at work, with a connection of the program's own kind."""

    def __init__(self, profile: Profile, who: str, pause: float, times: Times, seed: int) -> None:
        """Work as `who`; `pause` is the mean time between two acts, in seconds."""
        super().__init__(name=who, daemon=True)
        self.office = Office(open_shared(profile, PASSWORD), who=who)
        self.ended = threading.Event()
        self._who, self._pause, self._times = who, pause, times
        self._chance = random.Random(seed)  # noqa: S311 - no secret hangs on it
        self._people: list[UUID] = []
        self._tasks: list[UUID] = []
        self._booked: list[UUID] = []
        self._calls: list[UUID] = []
        self._looks: dict[str, Callable[[], object]] = {
            "find a person": self._find,
            "open a person": self._open,
            "my day": self._my_day,
            "week of visits": self._week,
            "search notes": self._search,
            "free times": self._slots,
            "list of enquiries": self._enquiries,
        }
        self._writes: dict[str, Callable[[], object]] = {
            "write a note": self._note,
            "add a task": self._add_task,
            "finish a task": self._finish_task,
            "change a person": self._change,
            "keep a draft": self._draft,
            "book a time": self._book,
            "take a call": self._enquire,
            "assess a call": self._assess,
        }

    def run(self) -> None:
        """Work until `ended` is set; nothing that goes wrong stays unsaid."""
        try:
            self._people = self.office.ask(_people)
            while not self.ended.wait(self._chance.expovariate(1 / self._pause)):
                self._act()
        except Exception as error:  # noqa: BLE001 - the test reads it
            self._times.errors.append(f"{self._who}: {error!r}")
        finally:
            self.office.close()

    def _act(self) -> None:
        kinds = self._chance.choices((self._looks, self._writes), (_LOOK, _WRITE))[0]
        name = self._chance.choice(list(kinds))
        begun = time.perf_counter()
        try:
            kinds[name]()
        except Conflict:
            self._times.conflicts += 1
        self._times.taken[name].append(1000 * (time.perf_counter() - begun))

    def _find(self) -> object:
        typed = "".join(self._chance.choices(_LETTERS, k=2))
        return self.office.ask(find_clients, typed)

    def _open(self) -> object:
        return self.office.ask(client_card, self._anyone()), self.office.ask(
            journal_of, self._anyone()
        )

    def _my_day(self) -> object:
        return self.office.ask(my_day, _today(), self._who)

    def _week(self) -> object:
        monday = _today() - timedelta(days=_today().weekday())
        return self.office.ask(calendar_visits, monday, monday + timedelta(days=7))

    def _search(self) -> object:
        return self.office.ask(search_notes, self._chance.choice(_WORDS))

    def _slots(self) -> object:
        return self.office.ask(find_slots, _STOP, _now(), _TIMES)

    def _enquiries(self) -> object:
        return self.office.ask(enquiry_window, EnquiryWish(), _today())

    def _note(self) -> object:
        entry = NoteEntry((self._anyone(),), text="Angerufen, alles gut. Nächste Woche wieder.")
        return self.office.act(write_note, uuid4(), entry)

    def _add_task(self) -> object:
        values = TaskValues("Apotheke anrufen", self._who, person_id=self._anyone())
        self._tasks.append(self.office.act(add_task, uuid4(), values).value)
        return None

    def _finish_task(self) -> object:
        if not self._tasks:
            return self._add_task()
        return self.office.act(finish_task, self._tasks.pop(), 1, "Erledigt")

    def _change(self) -> object:
        someone = self._anyone()
        form = self.office.ask(client_to_edit, someone)
        if form is None:
            raise LookupError(someone)
        return self.office.act(save_client, someone, form.version, form.details)

    def _draft(self) -> object:
        typed = {"text": "Angerufen, alles gut. " * self._chance.randint(1, 20)}
        return self.office.act(
            save_draft,
            Drafted(form="note", subject=str(self._anyone()), title="Notiz", texts=typed),
        )

    def _book(self) -> object:
        """Book a time that may have been given away since it was seen; or give one back."""
        free = self.office.ask(find_slots, _STOP, _now(), _TIMES)
        if self._booked and (len(self._booked) > _HELD or not free):
            return self.office.act(take_booking_back, self._booked.pop())
        booking = Booking(self._chance.choice(free).place, name="Frau Muster")
        try:
            self._booked.append(self.office.act(book_appointment, uuid4(), booking).value)
        except Refused:
            self._times.taken_before += 1
        return None

    def _enquire(self) -> object:
        """Record a call about a home of its own, as most are."""
        details = enquiry_details(
            house_number=str(self._chance.randint(1, 999)), received_on=_today()
        )
        self._calls.append(self.office.act(record_enquiry, uuid4(), details).value)
        return None

    def _assess(self) -> object:
        if not self._calls:
            return self._enquire()
        return self.office.act(assess_enquiry, self._calls.pop(), 1, "Nachsehen, wie es ihr geht.")

    def _anyone(self) -> UUID:
        return self._chance.choice(self._people)


def work(address: URL, desks: int, seconds: float, pause: float) -> Times:
    """Let some desks work side by side on a database for some time; answer how it went.

    `address` is the way of the server's superuser through its socket; each desk gets a login.
    `pause` is the mean time between two acts of one desk, in seconds.
    """
    owner = create_engine(address, poolclass=NullPool)
    profile = Profile("Soak", str(address.query["host"]), str(address.database))
    profile = replace(profile, port=int(str(address.query["port"])))
    with owner.begin() as connection:
        logins = [f"desk_{address.database}_{number}" for number in range(desks)]
        roles = [Role.ADMINISTRATOR, Role.COORDINATOR, Role.CASEWORKER, Role.CASEWORKER]
        for number, login in enumerate(logins):
            add_login(connection, login, PASSWORD, roles[number % 4], name=f"Desk {number}")
    times = Times()
    working = [
        Desk(replace(profile, login=login), f"Desk {number}", pause, times, number)
        for number, login in enumerate(logins)
    ]
    day = _today() + timedelta(days=1)
    halt(working[0].office, day, name=_STOP, first=8 * 60, last=18 * 60, counters=9)
    for desk in working:
        desk.start()
    _wait(owner, seconds, times)
    for desk in working:
        desk.ended.set()
    for desk in working:
        desk.join(60)
    times.errors += [f"{desk.name} hangs" for desk in working if desk.is_alive()]
    return times


def _wait(owner: Engine, seconds: float, times: Times) -> None:
    """Let time pass, and look every second how many connections a desk has."""
    until = time.monotonic() + seconds
    with owner.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        while (left := until - time.monotonic()) > 0:
            most = connection.execute(_CONNECTIONS).scalar() or 0
            times.most_connections = max(times.most_connections, most)
            threading.Event().wait(min(left, 1))


_CONNECTIONS = text(
    "SELECT max(n) FROM (SELECT count(*) AS n FROM pg_stat_activity WHERE usename LIKE 'desk\\_%'"
    " AND datname = current_database() GROUP BY usename) AS each"
)


def _people(connection: Connection) -> list[UUID]:
    return list(connection.scalars(_PEOPLE))


def _today() -> date:
    return datetime.now(UTC).date()


def _now() -> datetime:
    return datetime.now(UTC).replace(tzinfo=None)
