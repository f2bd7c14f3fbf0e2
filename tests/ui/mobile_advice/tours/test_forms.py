"""The forms of stops, tours and vehicles say what they show, and show what matters."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any
from uuid import uuid4

import pytest

from app.mobile_advice.tours.queries import list_vehicles, stop_card, tour_card
from app.mobile_advice.tours.rules import CrewMate, Hours, Rhythm, RhythmDetails
from app.mobile_advice.tours.rules.words import StopKind
from tests.factories.clients import add_client
from tests.factories.tours import TUESDAY, at, mate, stop, tour, vehicle, weekly
from ui.mobile_advice.tours.days_field import DaysField
from ui.mobile_advice.tours.part_rows import MateRow
from ui.mobile_advice.tours.rhythm_row import RhythmRow
from ui.mobile_advice.tours.stop_fields import StopFields
from ui.mobile_advice.tours.tour_panel import TourPanel
from ui.mobile_advice.tours.vehicle_form import VehicleFields, VehicleForm

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from app.office import Office
    from ui.desk import Desk

MONDAY = date(2026, 11, 23)


def test_a_stop_is_shown_and_said_alike_and_a_room_needs_no_permit(
    qtbot: QtBot, office: Office, desk: Desk
) -> None:
    key = stop(
        office, meeting_point="Vor dem Rathaus", latitude=51.2277, longitude=6.7735,
        access="ramp", has_power=False, toilet="Im Rathaus", needs_permit=True,
        permit_number="66/4", permit_until=date(2027, 3, 31), contact_name="Frau Amsel",
        contact_phone="0211 1", bad_weather="Foyer", counters=3, opens=(Hours(2, 480, 720),),
        note="Schranke",
    )  # fmt: skip
    card = office.ask(stop_card, key, MONDAY)
    assert card is not None
    fields = StopFields(desk, card, (), "DE")
    qtbot.addWidget(fields)
    assert fields.value() == card.details
    fields.inputs["kind"].set_value(StopKind.SITE)
    said = fields.value()
    assert (said.needs_permit, said.permit_number, said.permit_until) == (False, "", None)
    assert fields.field("permit_number").isHidden()


@pytest.mark.parametrize(
    ("details", "asked"),
    [
        (weekly(2, until=date(2026, 12, 31)), {"weekday", "starts_on", "until"}),
        (
            weekly(3, rhythm=Rhythm.MONTHLY, nth=1, on_holidays="move"),
            {"weekday", "nth", "starts_on", "until"},
        ),
        (RhythmDetails(Rhythm.DATES, dates=(TUESDAY, date(2026, 12, 8))), {"dates"}),
    ],
)
def test_a_rhythm_asks_what_it_needs_and_says_no_more(
    qtbot: QtBot, details: RhythmDetails, asked: set[str]
) -> None:
    row = RhythmRow(MONDAY)
    qtbot.addWidget(row)
    row.fill(details)
    assert row.value() == details
    names = ("weekday", "nth", "starts_on", "until", "dates")
    assert {name for name in names if not row.field(name).isHidden()} == asked


def test_days_are_read_in_order_each_once_and_what_is_no_day_is_named(qtbot: QtBot) -> None:
    field = DaysField(MONDAY)
    qtbot.addWidget(field)
    field.setText("8.12.2026, 24.11.2026 24.11.2026")
    assert field.days() == (TUESDAY, date(2026, 12, 8))
    assert field.is_valid()
    field.setText("24.11.2026, bald")
    assert not field.is_valid()
    assert "“bald” is not a day" in field.trouble()


def test_a_mate_is_a_card_or_only_a_name(qtbot: QtBot, office: Office, desk: Desk) -> None:
    person = add_client(office)
    row = MateRow(desk, asks_times=True)
    qtbot.addWidget(row)
    known = CrewMate("Erna Krüger", "mediator", person, ("ar", "tr"))
    row.fill(known)
    assert row.value() == known
    row.name.selectAll()
    qtbot.keyClicks(row.name, "Karin Vogt")
    assert row.value() == replace(known, name="Karin Vogt", person_id=None)
    assert row.name.is_valid()
    assert not row.field("start").isHidden()


@pytest.fixture
def panel(qtbot: QtBot, desk: Desk) -> TourPanel:
    """Show the panel beside the list of tours."""
    panel = TourPanel(desk)
    qtbot.addWidget(panel)
    panel.resize(700, 700)
    panel.show()
    return panel


def test_a_vehicle_is_added_from_the_list_and_a_nameless_one_refused(
    qtbot: QtBot, office: Office, panel: TourPanel
) -> None:
    vehicle(office, "Alter Bus")
    said: list[str] = []
    panel.said.connect(lambda words, _undo: said.append(words))
    panel.show_vehicles()
    panel.vehicles.add_button.click()
    form: Any = panel.form
    assert isinstance(form, VehicleForm)
    form.content.inputs["seats"].set_number(100)
    form.save()
    qtbot.waitUntil(lambda: bool(form.fields.field("name").problem()))
    assert "from 0 to 99" in form.fields.field("seats").problem()
    form.content.inputs["name"].set_value("Neuer Bus")
    form.content.inputs["seats"].set_number(4)
    form.save()
    qtbot.waitUntil(lambda: said == ["The vehicle is saved."])
    assert panel.currentWidget() is panel.vehicles
    rows = office.ask(list_vehicles)
    assert [(row.details.name, row.details.seats) for row in rows] == [
        ("Alter Bus", 2), ("Neuer Bus", 4),
    ]  # fmt: skip
    fields = VehicleFields(rows[0].details)
    qtbot.addWidget(fields)
    assert fields.value() == rows[0].details


def test_a_tour_is_changed_and_says_what_became_of_its_days(
    qtbot: QtBot, office: Office, panel: TourPanel
) -> None:
    key = tour(office, at(stop(office)), crew=(mate("Karin Vogt", "driver"),))
    said: list[str] = []
    panel.said.connect(lambda words, _undo: said.append(words))
    panel.edit(key)
    qtbot.waitUntil(lambda: panel.form is not None)
    form: Any = panel.form
    inputs = form.content.inputs
    inputs["rhythms"].rows[0].inputs["weekday"].set_value(4)
    inputs["crew"].rows[0].inputs["languages"].set_value(("tr",))
    inputs["slot_minutes"].set_number(2)
    form.save()
    qtbot.waitUntil(lambda: "from 5 to 240" in str(form.fields.field("slot_minutes").problem()))
    inputs["slot_minutes"].set_number(30)
    form.save()
    qtbot.waitUntil(lambda: bool(said))
    assert said == ["The tour is saved. 52 days are planned."]
    card = office.ask(tour_card, key, MONDAY)
    assert card is not None
    assert card.row.next_day == date(2026, 11, 26)
    assert card.details.crew[0].languages == ("tr",)
    panel.edit(uuid4())
    qtbot.waitUntil(lambda: len(said) == 2)
    assert said[1] == "This tour is no longer in the office."
