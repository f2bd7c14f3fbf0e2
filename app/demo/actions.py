"""Making a demo office in a folder: its files, its areas, its people, a few letters."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, time
from typing import TYPE_CHECKING

from app.admin.offices import NewOffice, create_office, open_office
from app.areas.actions import load_area_list
from app.demo.advice import add_demo_advice
from app.demo.booking import add_demo_booking
from app.demo.books import book
from app.demo.chance import Chance
from app.demo.circles import add_demo_circles
from app.demo.doubles import add_demo_doubles
from app.demo.enquiries import add_demo_enquiries
from app.demo.escalation import add_demo_escalations
from app.demo.expenses import add_demo_expenses
from app.demo.journal import add_demo_journal
from app.demo.matches import add_demo_matches
from app.demo.partners import add_demo_partners
from app.demo.preventive import add_demo_preventive
from app.demo.psp import add_demo_psp
from app.demo.queries import areas_by_name, coming_visits
from app.demo.referrals import add_demo_answers, add_demo_referrals
from app.demo.requests import add_demo_requests
from app.demo.rota import OWN_NAMES
from app.demo.rules import Country, DemoCounts, DemoPlan, check_demo
from app.demo.series import add_demo_series
from app.demo.suitcases import add_demo_suitcases
from app.demo.templates import add_demo_templates
from app.demo.tours import add_demo_tours
from app.demo.traces import add_demo_traces
from app.demo.volunteers import add_demo_volunteers
from app.demo.writing import add_demo_clients
from app.errors import Refused
from db.folder import OfficeFolder

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date
    from pathlib import Path

    from app.office import Office

_IN_ONE_ACT = 5_000
"""Clients that are written in one transaction."""
_LETTERS = 6

_CARDS = {
    Country.GERMANY: NewOffice(
        name="Besuchsdienst Düsseldorf (Demo)",
        country="DE",
        sender="Amt für Soziales, Besuchsdienst",
        street="Musterstraße 1",
        postal_code="40210",
        city="Düsseldorf",
        phone="0221 4710-100",
        email="besuchsdienst@example.org",
        contact_name=OWN_NAMES[Country.GERMANY],
        who=OWN_NAMES[Country.GERMANY],
    ),
    Country.DENMARK: NewOffice(
        name="Besøgstjenesten Ballerup (demo)",
        country="DK",
        sender="Center for Voksne, besøgstjenesten",
        street="Eksempelvej 1",
        postal_code="2750",
        city="Ballerup",
        phone="17 00 01 00",
        email="besoeg@example.org",
        contact_name=OWN_NAMES[Country.DENMARK],
        who=OWN_NAMES[Country.DENMARK],
    ),
}


@dataclass(frozen=True, slots=True)
class DemoOffice:
    """A demo office that was made: where it is, who works in it, what it holds."""

    folder: Path
    key: bytes
    who: str
    counts: DemoCounts


def build_demo(
    folder: Path,
    plan: DemoPlan | None = None,
    *,
    progress: Callable[[int, int], object] | None = None,
) -> DemoOffice:
    """Make a demo office in a folder that holds no office yet.

    `progress` is told how many of all clients are written. Raises `Refused` when the plan is
    out of range or the folder is taken, `Unavailable` when the disk cannot take it.
    """
    plan = plan or DemoPlan(today=_local_day())
    problems = check_demo(plan)
    if problems:
        raise Refused(*problems)
    card = _CARDS[plan.country]
    clock = _clock_of(plan)
    made = create_office(
        folder, card, passphrase=None, use_keyring=False, is_demo=True, clock=clock
    )
    try:
        office = open_office(made.folder, made.key, who=card.who, clock=clock)
        try:
            counts = fill_demo(office, plan, progress)
        finally:
            office.close()
    except BaseException:
        _take_away(made.folder)
        raise
    return DemoOffice(made.folder, made.key, card.who, counts)


def _take_away(folder: Path) -> None:
    """Take away a demo office that was not finished, so that the folder can be tried again."""
    place = OfficeFolder.of(folder)
    for file in (*folder.glob(f"{place.database.name}*"), place.keys, place.demo_key, place.state):
        file.unlink(missing_ok=True)


def fill_demo(
    office: Office, plan: DemoPlan, progress: Callable[[int, int], object] | None = None
) -> DemoCounts:
    """Write a demo into an open, empty office, also a shared one; answer what it holds then."""
    code_list = book(plan.country).code_list
    office.act(load_area_list, code_list)
    areas = office.ask(areas_by_name, code_list)
    counts = DemoCounts()
    for first in range(0, plan.clients, _IN_ONE_ACT):
        numbers = range(first, min(first + _IN_ONE_ACT, plan.clients))
        counts += office.act(add_demo_clients, plan, numbers, areas).value
        if progress:
            progress(counts.clients, plan.clients)
    office.act(add_demo_partners, plan)
    office.act(add_demo_requests, plan)
    office.act(add_demo_circles, plan)
    office.act(add_demo_volunteers, plan)
    office.act(add_demo_matches, plan)
    counts += DemoCounts(visits=office.act(add_demo_series, plan).value)
    office.act(add_demo_expenses, plan)
    office.act(add_demo_preventive, plan)
    office.act(add_demo_tours, plan)
    office.act(add_demo_booking, plan)
    office.act(add_demo_advice, plan)
    office.act(add_demo_suitcases, plan)
    office.act(add_demo_escalations, plan)
    office.act(add_demo_enquiries, plan)
    office.act(add_demo_journal, plan)
    office.act(add_demo_traces, plan)
    office.act(add_demo_referrals, plan)
    office.act(add_demo_answers, plan)
    office.act(add_demo_psp, plan)
    office.act(add_demo_doubles, plan)
    office.act(add_demo_templates, plan)
    return counts + _write_letters(office, plan)


def _write_letters(office: Office, plan: DemoPlan) -> DemoCounts:
    """Write letters for the next visits of the person in charge, and one to several people."""
    from app.demo.mailings import send_demo_mailing  # noqa: PLC0415 - brings reportlab
    from app.letters.actions import write_appointment_letter  # noqa: PLC0415 - as above

    chance = Chance(plan.seed, plan.country, "letters")
    visits = office.ask(coming_visits, office.who, plan.today, _LETTERS)
    for index, visit in enumerate(visits):
        office.act(write_appointment_letter, visit, "", chance.key(index / _LETTERS))
    return DemoCounts(letters=len(visits) + send_demo_mailing(office, plan))


def _local_day() -> date:
    return datetime.now(UTC).astimezone().date()


def _clock_of(plan: DemoPlan) -> Callable[[], datetime]:
    """Answer the clock of the plan's day: the real one today, else nine in the morning."""
    if plan.today == _local_day():
        return lambda: datetime.now(UTC)
    return lambda: datetime.combine(plan.today, time(8), tzinfo=UTC)
