"""Coordinates on screen: a file is looked at, read in, listed, taken out; what is wrong is said."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget

from app.areas.actions import load_area_list
from app.areas.coordinates.outlines import outlines
from app.areas.coordinates.queries import address_files
from ui import style
from ui.areas.coordinates.address_dialog import AddressDialog
from ui.areas.coordinates.places_dialog import PlacesDialog
from ui.widgets.scroll_body import ScrollBody

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from app.office import Office
    from ui.desk import Desk

A_FILE = 30_000
"""Milliseconds within which a process of its own reads a file on a slow machine."""
ROWS = """str;hnr;plz;ort;zone;ostwert;nordwert
Kölner Str.;12;40227;Düsseldorf;32;345000,1;5677000,1
Kölner Str.;14;40227;Düsseldorf;32;345020,1;5677000,1
"""
WRONG = "Kölner Str.;;40227;Düsseldorf;32;345020,1;5677000,1\n"


@pytest.fixture
def dialog(qtbot: QtBot, desk: Desk) -> Iterator[PlacesDialog]:
    parent = QWidget()
    qtbot.addWidget(parent)
    dialog = PlacesDialog(desk, parent)
    dialog.show()
    yield dialog
    dialog.close()


def _said(widget: QWidget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel))


def _asked(qtbot: QtBot, dialog: PlacesDialog, file: Path) -> AddressDialog:
    dialog.read_file(file)
    qtbot.waitUntil(lambda: bool(dialog.findChildren(AddressDialog)))
    return dialog.findChildren(AddressDialog)[0]


@pytest.mark.parametrize("scale", [100, 200])
def test_in_a_small_window_nothing_covers_anything(
    qtbot: QtBot, qapp: QApplication, desk: Desk, scale: int
) -> None:
    style.apply(qapp, scale=scale)
    parent = QWidget()
    qtbot.addWidget(parent)
    dialog = PlacesDialog(desk, parent)
    dialog.show()
    qtbot.waitUntil(lambda: len(dialog.findChildren(QPushButton)) > 2)
    dialog.setMinimumSize(0, 0)
    dialog.resize(560, 480)

    assert (dialog.minimumSizeHint().height() <= 480, dialog.height()) == (True, 480)
    (scroll,) = dialog.findChildren(ScrollBody)
    button = dialog.verb_button
    assert scroll.mapTo(dialog, scroll.rect().bottomLeft()).y() < button.y()
    assert button.geometry().bottom() < dialog.height()
    dialog.close()
    style.apply(qapp)


def test_a_file_is_looked_at_read_in_and_taken_out(
    qtbot: QtBot, dialog: PlacesDialog, office: Office, tmp_path: Path
) -> None:
    file = tmp_path / "hk.txt"
    file.write_text(ROWS, encoding="utf-8")
    asked = _asked(qtbot, dialog, file)
    assert [row.found is not None for row in asked.preview.rows()] == [True, True]
    asked.form.inputs["source"].set_value("Land NRW, dl-de/zero-2-0")

    asked.start()
    qtbot.waitUntil(lambda: "Land NRW" in _said(dialog), timeout=A_FILE)

    (row,) = office.ask(address_files)
    assert (row.name, row.rows) == ("hk.txt", 2)
    (button,) = [
        one for one in dialog.files.findChildren(QWidget) if one.property("file_id") == row.id
    ]
    button.click()  # type: ignore[attr-defined] # it is a button
    qtbot.waitUntil(lambda: not office.ask(address_files))


def test_lines_that_cannot_be_used_are_shown_before_anything_is_kept(
    qtbot: QtBot, dialog: PlacesDialog, office: Office, tmp_path: Path
) -> None:
    file = tmp_path / "hk.txt"
    file.write_text(ROWS + WRONG, encoding="utf-8")
    asked = _asked(qtbot, dialog, file)

    asked.start()
    qtbot.waitUntil(lambda: "Line 4" in _said(asked), timeout=A_FILE)

    assert office.ask(address_files) == ()
    asked.start()
    qtbot.waitUntil(lambda: len(office.ask(address_files)) == 1)


def test_what_is_no_such_file_is_said_in_a_sentence(
    qtbot: QtBot, dialog: PlacesDialog, tmp_path: Path
) -> None:
    file = tmp_path / "packed.csv"
    file.write_bytes(b"PK\x03\x04")
    dialog.read_file(file)

    qtbot.waitUntil(dialog.trouble.isVisible)
    assert "unpack" in _said(dialog.trouble)


def test_outlines_are_read_in_and_taken_out(
    qtbot: QtBot, dialog: PlacesDialog, office: Office, tmp_path: Path
) -> None:
    office.act(load_area_list, "duesseldorf")
    ring = [[6.8, 51.1], [6.9, 51.1], [6.9, 51.2], [6.8, 51.1]]
    shape = {"type": "Polygon", "coordinates": [ring]}
    feature = {"type": "Feature", "properties": {"Name": "Garath"}, "geometry": shape}
    file = tmp_path / "quarters.geojson"
    file.write_text(json.dumps({"type": "FeatureCollection", "features": [feature]}))
    dialog.read_outlines(file)

    qtbot.waitUntil(lambda: "1 district is drawn." in _said(dialog.drawn))
    assert len(office.ask(outlines)) == 1
