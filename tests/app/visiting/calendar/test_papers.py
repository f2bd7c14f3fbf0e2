"""What the papers of the calendar are made of."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import insert

from app.errors import Refused
from app.exchange.writing.queries import latest_exports
from app.visiting.actions import cancel_visit
from app.visiting.calendar.papers import (
    PaperWish,
    hand_out,
    phone_list_paper,
    week_plan_paper,
)
from db.admin import OfficeCard
from tests.factories.clients import add_client
from tests.factories.visits import MONDAY, visit_planned
from tests.forms.reading import text_of

if TYPE_CHECKING:
    from uuid import UUID

    from app.office import Act, Office

WHEN = datetime(2026, 11, 23, 10, 0)  # noqa: DTZ001 - local wall-clock time
WISH = PaperWish(MONDAY, MONDAY + timedelta(days=7), "de", "Anna Beispiel", WHEN)
OF_KARIN = PaperWish(MONDAY, MONDAY + timedelta(days=7), "de", "Anna", WHEN, "Karin Vogt")


def _name_office(act: Act) -> None:
    values = {"name": "Besuchsdienst", "country": "DE", "created_at": act.now}
    act.session.execute(insert(OfficeCard).values(**values))
    act.touch("admin")


@pytest.fixture
def erna(office: Office) -> UUID:
    office.act(_name_office)
    return add_client(office)


def test_a_plan_has_what_is_planned_and_nothing_that_was_cancelled(
    office: Office, erna: UUID
) -> None:
    visit_planned(office, erna)
    cancelled = visit_planned(office, erna, MONDAY + timedelta(days=1), visitor="Omid Rahimi")
    office.act(cancel_visit, cancelled, 1)
    paper = office.ask(week_plan_paper, WISH)
    text = text_of(paper.pdf)
    assert "Karin Vogt" in text
    assert "Omid" not in text
    assert (paper.people, paper.rows) == ((erna,), 1)


def test_one_visitors_plan_leaves_the_others_out(office: Office, erna: UUID) -> None:
    paul = add_client(office, given_name="Paul", family_name="Vogel")
    visit_planned(office, erna)
    visit_planned(office, paul, visitor="Omid Rahimi")
    text = text_of(office.ask(week_plan_paper, OF_KARIN).pdf)
    assert "Erna" in text
    assert "Paul" not in text


def test_a_paper_that_leaves_stands_in_the_log_with_its_people(office: Office, erna: UUID) -> None:
    visit_planned(office, erna)
    paper = office.ask(week_plan_paper, WISH)
    office.act(hand_out, "week_plan", paper.people, paper.rows, "Week plan for the visitors")
    (line,) = office.ask(latest_exports)
    assert (line.list_name, line.form, line.columns, line.rows) == (
        "visiting",
        "pdf",
        ("week_plan",),
        1,
    )
    with pytest.raises(Refused):
        office.act(hand_out, "week_plan", paper.people, paper.rows, "")


def test_the_phone_list_names_each_visitor_with_their_people_once(
    office: Office, erna: UUID
) -> None:
    visit_planned(office, erna)
    visit_planned(office, erna, MONDAY + timedelta(days=1))
    paper = office.ask(phone_list_paper, WISH)
    assert text_of(paper.pdf).count("Erna Krüger") == 1
    assert paper.people == (erna,)
