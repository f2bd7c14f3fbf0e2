"""A drawn map: what is on it, what is left out, which districts lie around."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import uuid4

from PySide6.QtCore import Qt

from app.areas.coordinates.outlines import OutlineRow
from app.areas.rules.spots import Spot
from ui.mobile_advice.map.map_sheet import MapSheet, MapStop
from ui.mobile_advice.map.map_view import MapView, bar_words

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

GARATH = Spot(51.14, 6.90)
NEAR = ((6.89, 51.13), (6.91, 51.13), (6.91, 51.15), (6.89, 51.13))
FAR = ((8.0, 50.0), (8.1, 50.0), (8.1, 50.1), (8.0, 50.0))


def _outline(name: str, ring: tuple[tuple[float, float], ...]) -> OutlineRow:
    return OutlineRow(uuid4(), name, "", (ring,), "")


def test_stops_without_a_place_are_left_out_and_far_districts_too() -> None:
    stops = (MapStop(1, "Garath", "Garath", GARATH), MapStop(2, "Bilk", "Bilk", None))
    sheet = MapSheet(stops, None, (_outline("Garath", NEAR), _outline("Far", FAR)))

    assert [stop.number for stop in sheet.placed()] == [1]
    assert [row.name for row in sheet.near_outlines()] == ["Garath"]
    assert MapSheet(office=GARATH).spots() == ()


def test_a_stop_is_chosen_by_its_key(qtbot: QtBot) -> None:
    view = MapView()
    qtbot.addWidget(view)
    view.resize(400, 300)
    view.show()
    view.show_sheet(MapSheet((MapStop(7, "Garath", "Garath", GARATH),), GARATH))
    chosen: list[int] = []
    view.chosen.connect(chosen.append)
    qtbot.keyClick(view.marks[0], Qt.Key.Key_Space)

    assert chosen == [7]
    assert not view.grab().isNull()


def test_a_short_scale_is_in_metres() -> None:
    assert (bar_words(0.5), bar_words(2.0)) == ("500 m", "2 km")
