"""What the card of a volunteer says: each requirement, the file, and nothing that is not so."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING
from uuid import uuid4

from app.volunteers.queries import VolunteerList, list_volunteers, volunteer_card
from app.volunteers.rules import AbsenceDetails, LeaveReason, Stretch, TrainingDetails
from tests.factories.volunteers import add_volunteer, prove
from ui.clients.fact_grid import FactGrid
from ui.volunteers.part_rows import absences_field, trainings_field
from ui.volunteers.required_card import RequiredCard
from ui.volunteers.volunteer_card import VolunteerCardView
from ui.volunteers.volunteer_columns import volunteer_columns
from ui.volunteers.volunteer_facts import VolunteerFacts
from ui.widgets.labels import Label
from ui.widgets.page import Place

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from app.office import Office
    from ui.desk import Desk

TODAY = date(2026, 11, 23)


def test_each_requirement_says_how_it_stands(qtbot: QtBot, office: Office) -> None:
    person = add_volunteer(office)
    prove(office, person, "interview")
    prove(office, person, "certificate", is_waived=True, waiver_reason="Works as a nurse")
    found = office.ask(volunteer_card, person, TODAY)
    assert found is not None
    card = RequiredCard()
    qtbot.addWidget(card)
    card.show_card(found)
    said = {label.text() for label in card.findChildren(Label)}
    assert {"Done", "Waived", "Missing", "Works as a nurse", "Nothing is noted yet."} <= said


def test_the_facts_are_those_of_the_file(qtbot: QtBot, office: Office) -> None:
    person = add_volunteer(
        office, hours=(Stretch(1, 540, 720),), smoker=True, by_phone_only=True,
        absences=(AbsenceDetails(uuid4(), TODAY, None, "illness"),),
        trainings=(TrainingDetails(uuid4(), date(2026, 10, 1), "Listening", 150),),
        left_on=TODAY, left_reason=LeaveReason.MOVED,
    )  # fmt: skip
    found = office.ask(volunteer_card, person, TODAY)
    assert found is not None
    facts = VolunteerFacts()
    qtbot.addWidget(facts)
    facts.show_card(found)
    told = {k: v for grid in facts.findChildren(FactGrid) for k, v in grid.facts().items()}
    assert told["Left on"].endswith("Moved away")
    assert (told["Offers"], told["Also"]) == ("Only by telephone", "smokes")
    assert told["Has time"] == "Mon 09:00–12:00"
    assert told["Away"].endswith("Illness")
    assert told["Trainings"].endswith("Listening · 2.5 h")
    assert "Skills" not in told


def test_the_list_says_what_is_due_in_words(office: Office) -> None:
    add_volunteer(office, insured_until=date(2026, 12, 1))
    (row,) = office.ask(list_volunteers, VolunteerList.TO_DO, TODAY)
    cells = {column.key: column.cell(row) for column in volunteer_columns().for_files()}
    assert cells["due"] == "First talk with the coordinator"
    assert (cells["due_state"], cells["stage"]) == ("Missing", "Application")


def test_rows_of_the_form_give_back_what_they_show(qtbot: QtBot) -> None:
    absences, trainings = absences_field(), trainings_field()
    away = (AbsenceDetails(uuid4(), TODAY, date(2026, 12, 1), "family", "Rom"),)
    learnt = (TrainingDetails(uuid4(), TODAY, "Listening", 95),)
    for field in (absences, trainings):
        qtbot.addWidget(field)
    absences.set_value(away)
    trainings.set_value(learnt)
    assert (absences.value(), trainings.value()) == (away, learnt)


def test_the_card_leads_to_the_person(qtbot: QtBot, office: Office, desk: Desk) -> None:
    person = add_volunteer(office)
    view = VolunteerCardView(desk)
    qtbot.addWidget(view)
    places: list[object] = []
    view.place_wanted.connect(places.append)
    view.show_record(person)
    qtbot.waitUntil(lambda: view.card is not None)
    view.person_button.click()
    assert places == [Place("clients", person)]
