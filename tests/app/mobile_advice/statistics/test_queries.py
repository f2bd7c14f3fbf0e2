"""Requirements of counting: each contact once, each person once, nobody who may not be known."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING
from uuid import uuid4

import pytest

from app.access.rules import Role
from app.errors import Refused
from app.mobile_advice.advice.actions import record_advice
from app.mobile_advice.advice.rules import ContactDetails
from app.mobile_advice.statistics.queries import advice_sheet, count
from app.mobile_advice.statistics.rules import Dimension, Period, PeriodKind, period_of
from app.small_numbers.actions import choose_safeguard
from app.small_numbers.queries import office_safeguard
from app.small_numbers.rules import Safeguard
from tests.factories.access import member, restricted
from tests.factories.booking import TODAY, halt
from tests.factories.clients import add_client
from tests.factories.linking import link

if TYPE_CHECKING:
    from app.office import Office

MONTH = period_of(PeriodKind.MONTH, TODAY)
PLAIN = ContactDetails(TODAY, topics=("housing",), language="tr", age_band="70_79")


def advise(office: Office, details: ContactDetails = PLAIN, times: int = 1) -> None:
    """Record contacts."""
    for _time in range(times):
        office.act(record_advice, uuid4(), details)


def test_contacts_and_people_are_counted_apart(office: Office) -> None:
    stop = halt(office, TODAY).stop_id
    person, twin = add_client(office), add_client(office)
    link(office, person, twin)
    advise(office, replace(PLAIN, stop_id=stop, topics=("care", "housing")), 4)
    advise(office, replace(PLAIN, person_id=person, present=2))
    advise(office, replace(PLAIN, person_id=twin, was_here_before=True, interpreter=True))
    counted = office.ask(count, MONTH)
    assert (counted.contacts, counted.present, counted.named, counted.persons) == (6, 7, 2, 1)
    assert counted.of(Dimension.TOPIC) == {"care": 4, "housing": 6}
    assert counted.of(Dimension.STOP) == {stop.hex: 4, "": 2}
    assert counted.of(Dimension.PRESENCE) == {"again": 1, "": 5}
    assert counted.of(Dimension.INTERPRETER) == {"yes": 1, "no": 5}
    persons = counted.persons_of(Dimension.TOPIC)
    assert persons == {"housing": 1}
    earlier = Period(MONTH.first.replace(month=10), MONTH.first.replace(month=10, day=31))
    assert office.ask(count, earlier).contacts == 0


def test_people_of_whom_the_reader_may_not_know_are_not_counted(office: Office) -> None:
    person = add_client(office)
    advise(office, PLAIN, 5)
    advise(office, replace(PLAIN, person_id=person, topics=("safety",)))
    member(office, "Anna Beispiel", Role.ADMINISTRATOR)
    member(office, "Karin Vogt")
    restricted(office, person)
    assert office.ask(count, MONTH).contacts == 6
    office.work_as("Karin Vogt")
    counted = office.ask(count, MONTH)
    assert (counted.contacts, counted.named) == (5, 0)
    assert counted.of(Dimension.TOPIC)["safety"] == 0
    assert sum(counted.stops_by_areas.values()) == 5


def test_a_volunteer_counts_what_the_volunteer_wrote(office: Office) -> None:
    advise(office, PLAIN, 5)
    member(office, "Anna Beispiel", Role.ADMINISTRATOR)
    member(office, "Vera Frei", Role.VOLUNTEER)
    office.work_as("Vera Frei")
    assert office.ask(advice_sheet, MONTH).sheet.overview.contacts == 0
    advise(office, PLAIN, 4)
    assert office.ask(advice_sheet, MONTH).sheet.overview.contacts == 4


def test_the_office_chooses_what_is_withheld(office: Office) -> None:
    advise(office, PLAIN, 4)
    assert office.ask(advice_sheet, MONTH).sheet.overview.contacts == 4
    office.act(choose_safeguard, Safeguard(least=5))
    sheet = office.ask(advice_sheet, MONTH).sheet
    assert sheet.overview.contacts is None
    assert sheet.safeguard == office.ask(office_safeguard) == Safeguard(least=5)
    with pytest.raises(Refused):
        office.act(choose_safeguard, Safeguard(least=1))
