"""Stops and tours in lists and on cards: words, warnings, and where they lead."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from app.mobile_advice.tours.queries import list_stops, list_tours
from app.mobile_advice.tours.rules import Hours, Rhythm, RhythmDetails
from tests.factories.tours import TUESDAY, at, days, mate, stop, tour, vehicle, weekly
from ui.mobile_advice.tours.days_card import DayButton
from ui.mobile_advice.tours.stop_card import StopCardView
from ui.mobile_advice.tours.stop_columns import stop_columns
from ui.mobile_advice.tours.tour_card import TourCardView
from ui.mobile_advice.tours.tour_columns import tour_columns
from ui.mobile_advice.tours.words import hours_words, rhythm_words, span_words
from ui.widgets.labels import Label
from ui.widgets.page import Place

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from app.office import Office
    from ui.desk import Desk

MONDAY = date(2026, 11, 23)


def words(card: QWidget) -> str:
    """Answer everything that a card says."""
    return " ".join(label.text() for label in card.findChildren(Label) if label.isVisible())


@pytest.mark.parametrize(
    ("rhythm", "said"),
    [
        (weekly(2), "Tuesday, every week"),
        (weekly(5, rhythm=Rhythm.FORTNIGHTLY), "Friday, every second week"),
        (weekly(3, rhythm=Rhythm.MONTHLY, nth=1), "Wednesday, First of the month"),
        (weekly(3, rhythm=Rhythm.MONTHLY, nth=-1), "Wednesday, Last of the month"),
        (
            RhythmDetails(Rhythm.DATES, dates=(TUESDAY,) * 6),
            f"{', '.join(['Tue 24 Nov 2026'] * 4)} +2",
        ),
    ],
)
def test_a_rhythm_is_said_in_words(rhythm: RhythmDetails, said: str) -> None:
    assert rhythm_words(rhythm) == said


def test_hours_and_spans_are_said_in_words() -> None:
    hours = (Hours(4, 840, 1080), Hours(2, 480, 600), Hours(2, 660, 720))
    assert hours_words(hours) == "Tuesday 08:00–10:00, 11:00–12:00\nThursday 14:00–18:00"
    assert span_words(weekly(2)) == "from 23 Nov 2026 on"
    assert span_words(weekly(2, until=TUESDAY)) == "from 23 Nov 2026 to 24 Nov 2026"


def test_the_columns_of_stops_say_what_is_there_and_mark_a_missing_permit(office: Office) -> None:
    tour(office, at(stop(office, access="ramp", counters=2)))
    stop(office, "Unbefugt", needs_permit=True)
    allowed, missing = office.ask(list_stops)
    columns = stop_columns(MONDAY)
    cells = {one.key: one.cell for one in columns.for_files()}
    said = {key: cell(allowed) for key, cell in cells.items()}
    assert said == {
        "name": "Garath, Bürgerhaus", "permit": "", "area": "", "kind": "Stop of a vehicle",
        "place": "Fritz-Erler-Straße 21", "town": "40595 Düsseldorf", "access": "With a ramp",
        "tours": "Süden", "counters": 2, "in_use": "Yes",
    }  # fmt: skip
    assert cells["permit"](missing) == "No permit"
    tone = columns.of(("name",))[0].tone
    assert tone is not None
    assert [tone(row) for row in (allowed, missing, replace(missing, is_active=False))] == [
        "", "attention", "quiet",
    ]  # fmt: skip


def test_the_columns_of_tours_tell_buses_from_hours_in_a_room(office: Office) -> None:
    tour(office, vehicle_id=vehicle(office), languages=("de", "tr"))
    tour(office, at(stop(office, "Praxis")), name="Sprechstunde")
    hours, south = office.ask(list_tours, TUESDAY)
    cells = {one.key: one.cell for one in tour_columns().for_files()}
    assert [cells["vehicle"](row) for row in (hours, south)] == [
        "Consultation hours", "Beratungsbus",
    ]  # fmt: skip
    assert cells["languages"](south) == "German, Turkish"
    assert cells["next"](south) == TUESDAY
    assert cells["rhythm"](south) == "Tuesday, every week"
    assert cells["stops"](hours) == "Praxis"


@pytest.mark.parametrize(
    ("permit", "warning"),
    [
        ({}, "No permit is entered"),
        ({"permit_number": "7", "permit_until": MONDAY}, "tours go on after that"),
        ({"permit_number": "7", "permit_until": date(2026, 11, 20)}, "ended on Fri 20 Nov 2026"),
        ({"permit_number": "7", "permit_until": date(2028, 1, 1)}, ""),
    ],
)
def test_a_stop_warns_of_its_permit_and_leads_to_its_days(
    qtbot: QtBot, office: Office, desk: Desk, permit: dict[str, object], warning: str
) -> None:
    key = stop(office, needs_permit=True, toilet="Im Rathaus", bad_weather="Foyer", **permit)  # type: ignore[arg-type]  # as the parameters say
    tour(office, at(key))
    card = StopCardView(desk)
    qtbot.addWidget(card)
    card.show()
    places: list[Place] = []
    card.place_wanted.connect(places.append)
    card.show_record(key)
    qtbot.waitUntil(lambda: card.header.title.text() == "Garath, Bürgerhaus")
    assert card.permit.isVisible() is bool(warning)
    assert warning in words(card.permit)
    assert "Im Rathaus" in words(card)
    assert "Foyer" in words(card)
    card.findChildren(DayButton)[0].click()
    assert places == [Place("timetable", days(office)[0].id)]


def test_a_tour_shows_stops_crew_and_days_and_lets_a_day_be_added(
    qtbot: QtBot, office: Office, desk: Desk
) -> None:
    key = tour(office, at(stop(office)), crew=(mate("Karin Vogt", "driver"),),
               rhythms=(weekly(3, rhythm=Rhythm.MONTHLY, nth=1, on_holidays="move"),))  # fmt: skip
    card = TourCardView(desk)
    qtbot.addWidget(card)
    card.show()
    wanted: list[object] = []
    card.day_wanted.connect(wanted.append)
    card.show_record(key)
    qtbot.waitUntil(lambda: card.header.title.text() == "Süden")
    said = words(card)
    for part in (
        "09:30–11:30  Garath, Bürgerhaus", "Karin Vogt · Driver", "Wednesday, First of the month",
        "Move it to the next working day, and say so", "None: consultation hours in a room",
    ):  # fmt: skip
        assert part in said
    card.day_button.click()
    assert wanted == [key]
