"""Appointments to come, stops and tours stand in the search of the top bar."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.mobile_advice.booking.actions import progress_appointment
from app.mobile_advice.booking.rules import State
from tests.factories.booking import NINE, TEN, book, halt
from tests.ui.test_quick_held import found
from ui.mobile_advice.quick_bus import QuickBus
from ui.widgets.page import Place

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from app.office import Office
    from ui.desk import Desk


def test_the_bus_is_found_and_only_who_still_comes(
    qtbot: QtBot, desk: Desk, office: Office
) -> None:
    made = halt(office)
    kept = book(office, made.at(NINE), "Frau Muster")
    gone = book(office, made.at(TEN), "Herr Muster")
    office.act(progress_appointment, gone, 1, State.CANCELLED)
    quick = QuickBus(desk)
    (appointment,) = found(qtbot, quick, "muster")
    assert appointment.place == Place("appointments", kept)
    assert "09:00 · Garath, Markt" in appointment.detail
    pages = [one.place.page for one in found(qtbot, quick, "garath mar")]
    assert pages == ["stops", "tours"]
