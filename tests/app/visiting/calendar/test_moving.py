"""A visit is moved from the calendar, and back."""

from __future__ import annotations

from datetime import time
from typing import TYPE_CHECKING

import pytest

from app.errors import Conflict, Refused
from app.visiting.actions import cancel_visit
from app.visiting.calendar.actions import Slot, move_visit
from app.visiting.queries import visit_details
from tests.factories.clients import add_client
from tests.factories.visits import MONDAY, at, visit_planned

if TYPE_CHECKING:
    from uuid import UUID

    from app.office import Office

TUESDAY = Slot(at("2026-11-24 09:15"), at("2026-11-24 10:15"), "Karin Vogt")


@pytest.fixture
def erna(office: Office) -> UUID:
    return add_client(office)


def test_a_moved_visit_keeps_everything_but_its_time_and_can_go_back(
    office: Office, erna: UUID
) -> None:
    visit = visit_planned(office, erna)
    before = office.ask(visit_details, visit)
    moved = office.act(move_visit, visit, 1, TUESDAY).value
    found = office.ask(visit_details, visit)
    assert found is not None
    assert before is not None
    assert (found.visit.start, found.visit.end) == (TUESDAY.start, TUESDAY.end)
    assert (found.visit.place, found.place_note) == (before.visit.place, before.place_note)
    office.act(move_visit, moved.id, moved.version, moved.before)
    again = office.ask(visit_details, visit)
    assert again is not None
    assert (again.visit.start, again.visit.visitor) == (before.visit.start, "Karin Vogt")


def test_a_visit_can_be_given_to_another_visitor(office: Office, erna: UUID) -> None:
    visit = visit_planned(office, erna)
    to = Slot(at("2026-11-23 14:00"), at("2026-11-23 15:00"), "Omid Rahimi")
    moved = office.act(move_visit, visit, 1, to).value
    assert moved.before.visitor == "Karin Vogt"
    found = office.ask(visit_details, visit)
    assert found is not None
    assert found.visit.visitor == "Omid Rahimi"


def test_a_move_that_books_somebody_twice_is_refused_and_moves_nothing(
    office: Office, erna: UUID
) -> None:
    paul = add_client(office, given_name="Paul", family_name="Vogel")
    visit_planned(office, paul, TUESDAY.start.date(), time(9, 0))
    visit = visit_planned(office, erna)
    with pytest.raises(Refused) as refused:
        office.act(move_visit, visit, 1, TUESDAY)
    assert refused.value.problems[0].field == "start"
    found = office.ask(visit_details, visit)
    assert found is not None
    assert found.visit.start.date() == MONDAY


def test_what_is_not_planned_any_more_or_changed_meanwhile_stays(
    office: Office, erna: UUID
) -> None:
    visit = visit_planned(office, erna)
    cancelled = office.act(cancel_visit, visit, 1).value
    with pytest.raises(Conflict):
        office.act(move_visit, visit, 1, TUESDAY)
    with pytest.raises(Refused, match="Only a planned visit"):
        office.act(move_visit, visit, cancelled.version, TUESDAY)
