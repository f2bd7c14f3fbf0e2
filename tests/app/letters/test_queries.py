"""Asking about letters."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING
from uuid import uuid4

import pytest

from app.errors import Refused
from app.letters.queries import (
    letter_pdf,
    next_visit_of,
    person_of_visit,
    recent_letters,
    visit_sheet_pdf,
)
from tests.factories.letters import TUESDAY, letter, office_card, person, visit
from tests.forms.reading import text_of

if TYPE_CHECKING:
    from app.office import Office

TODAY = date(2026, 11, 23)


def test_a_letter_about_a_visit_goes_to_its_person(office: Office) -> None:
    client = person(office)

    assert office.ask(person_of_visit, visit(office, client)) == client
    with pytest.raises(Refused):
        office.ask(person_of_visit, uuid4())


def test_the_latest_letters_come_first(office: Office) -> None:
    office_card(office)
    first = letter(office, visit(office, person(office)))
    second = letter(office, visit(office, person(office, family_name="Müller")))

    assert {row.id for row in office.ask(recent_letters)} == {first, second}
    assert len(office.ask(recent_letters, "", 1)) == 1
    assert office.ask(recent_letters)[0].template == "appointment"


@pytest.mark.parametrize("typed", ["muller", "MÜL", "mueller", "erna mül", " mül erna "])
def test_letters_are_found_by_the_beginning_of_names(office: Office, typed: str) -> None:
    office_card(office)
    letter(office, visit(office, person(office)))
    wanted = letter(office, visit(office, person(office, family_name="Müller")))

    assert [row.id for row in office.ask(recent_letters, typed)] == [wanted]


@pytest.mark.parametrize("typed", ["ller", "krüger müller", "%", "_rna"])
def test_what_is_no_beginning_of_a_name_finds_nothing(office: Office, typed: str) -> None:
    office_card(office)
    letter(office, visit(office, person(office)))

    assert office.ask(recent_letters, typed) == ()


def test_a_letter_that_is_not_there_has_no_pages(office: Office) -> None:
    assert office.ask(letter_pdf, uuid4()) is None


def test_the_next_visit_is_the_first_planned_from_today_on(office: Office) -> None:
    client = person(office)
    visit(office, client, TUESDAY - timedelta(days=3))
    visit(office, client, TUESDAY, status="held")
    later = visit(office, client, TUESDAY + timedelta(days=3))
    today = visit(office, client, TUESDAY - timedelta(days=1))

    assert office.ask(next_visit_of, client, TODAY) == today
    assert office.ask(next_visit_of, client, date(2026, 11, 24)) == later
    assert office.ask(next_visit_of, uuid4(), TODAY) is None


def test_the_visit_sheet_tells_the_visitor_only_what_is_needed(office: Office) -> None:
    office_card(office)
    client = person(
        office,
        hint="Klingel defekt",
        about="Depression, 3.000 Euro Schulden",
        languages=("tr", "de"),
        birth="24.11.1938",
    )
    text = text_of(office.ask(visit_sheet_pdf, visit(office, client), "de"))

    assert "Klingel defekt" in text
    assert "Türkisch, Deutsch" in text
    assert "Schulden" not in text
    assert "1938" not in text


def test_a_sheet_for_a_visit_that_is_gone_is_refused(office: Office) -> None:
    office_card(office)
    with pytest.raises(Refused):
        office.ask(visit_sheet_pdf, uuid4(), "de")
