"""An institution is chosen by typing the beginning of its name."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from tests.factories.institutions import add_institution
from tests.ui.widgets.hands import bring_forward
from ui.institutions.institution_picker import InstitutionPicker
from ui.institutions.quick_institutions import QuickInstitutions
from ui.quick_search import Finding
from ui.widgets.page import Place

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pytestqt.qtbot import QtBot

    from app.office import Office
    from ui.desk import Desk


@pytest.fixture
def picker(qtbot: QtBot, desk: Desk) -> InstitutionPicker:
    """A picker that has the keyboard."""
    picker = InstitutionPicker(desk)
    qtbot.addWidget(picker)
    bring_forward(qtbot, picker)
    picker.setFocus()
    return picker


def test_an_institution_is_chosen_with_enter(
    qtbot: QtBot, office: Office, picker: InstitutionPicker
) -> None:
    hede = add_institution(office)
    qtbot.keyClicks(picker, "hede")
    qtbot.waitUntil(picker.popup().isVisible)
    assert picker.trouble()
    qtbot.keyClick(picker.popup(), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: picker.value() == hede)
    assert picker.text() == "Boligforeningen Hedeparken"
    assert picker.trouble() == ""


def test_a_draft_brings_the_choice_back(
    office: Office, desk: Desk, picker: InstitutionPicker
) -> None:
    hede = add_institution(office)
    picker.set_record(hede, "Hede")
    other = InstitutionPicker(desk)
    other.restore_text(picker.text_value())
    assert (other.value(), other.text()) == (hede, "Hede")
    other.restore_text("no id|Hede")
    assert (other.value(), other.text()) == (None, "Hede")


def test_typing_on_takes_the_choice_away(
    qtbot: QtBot, office: Office, picker: InstitutionPicker
) -> None:
    picker.set_record(add_institution(office), "Hede")
    qtbot.keyClicks(picker, "x")
    assert picker.value() is None


def test_the_search_of_the_top_bar_finds_institutions(
    qtbot: QtBot, desk: Desk, office: Office
) -> None:
    hede = add_institution(office, phone="44 77 20 00", postal_code="2750", city="Ballerup")
    found: list[Sequence[Finding]] = []
    QuickInstitutions(desk)("hede").then(found.append)
    qtbot.waitUntil(lambda: bool(found))
    detail = "Housing association · 2750 Ballerup · 44 77 20 00"
    place = Place("institutions", hede)
    assert found == [[Finding("Boligforeningen Hedeparken", detail, "home", place)]]
