"""A person is picked by typing, never by accident, and namesakes can be told apart."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from tests.factories.clients import add_client
from tests.ui.widgets.hands import bring_forward
from ui.picking.client_picker import ClientPicker

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from app.office import Office
    from ui.desk import Desk


@pytest.fixture
def picker(qtbot: QtBot, desk: Desk) -> ClientPicker:
    """A picker in a window that has the keyboard, with another field below it."""
    window = QWidget()
    layout = QVBoxLayout(window)
    picker = ClientPicker(desk)
    layout.addWidget(picker)
    layout.addWidget(QLineEdit())
    qtbot.addWidget(window)
    bring_forward(qtbot, window)
    picker.setFocus()
    picker._window = window  # type: ignore[attr-defined]  # keeps the window alive
    return picker


def lines(picker: ClientPicker) -> list[str]:
    return [picker.hits.data(picker.hits.index(row)) or "" for row in range(picker.hits.rowCount())]


def test_typing_and_enter_choose_a_person(
    qtbot: QtBot, office: Office, picker: ClientPicker
) -> None:
    erna = add_client(office, given_name="Erna", family_name="Müller")
    add_client(office, given_name="Erna", family_name="Berg")
    qtbot.keyClicks(picker, "mueller")
    qtbot.waitUntil(lambda: picker.popup().isVisible() and len(picker.hits.hits) == 1)
    with qtbot.waitSignal(picker.chosen) as chosen:
        qtbot.keyClick(picker.popup(), Qt.Key.Key_Return)
    assert chosen.args == [erna]
    assert (picker.value(), picker.text()) == (erna, "Erna Müller")
    assert picker.is_valid()


def test_a_late_answer_opens_no_list_over_a_choice(
    qtbot: QtBot, office: Office, desk: Desk, picker: ClientPicker
) -> None:
    erna = add_client(office, given_name="Erna", family_name="Berg")
    qtbot.keyClicks(picker, "ern")
    qtbot.waitUntil(lambda: picker.popup().isVisible() and len(picker.hits.hits) == 1)
    qtbot.keyClicks(picker, "a")
    qtbot.keyClick(picker.popup(), Qt.Key.Key_Return)
    answered: list[None] = []
    desk.after_all().then(answered.append)
    qtbot.waitUntil(lambda: bool(answered))
    assert picker.value() == erna
    assert not picker.popup().isVisible()


def test_typing_on_gives_the_choice_up(qtbot: QtBot, office: Office, picker: ClientPicker) -> None:
    picker.set_record(add_client(office), "Erna Krüger")
    with qtbot.waitSignal(picker.chosen) as chosen:
        qtbot.keyClicks(picker, "x")
    assert chosen.args == [None]
    assert picker.value() is None
    assert picker.trouble()


def test_the_only_person_found_is_chosen_when_the_field_is_left(
    qtbot: QtBot, office: Office, picker: ClientPicker
) -> None:
    erna = add_client(office, given_name="Erna", family_name="Krüger")
    qtbot.keyClicks(picker, "erna kruger")
    qtbot.waitUntil(lambda: len(picker.hits.hits) == 1)
    picker.popup().hide()
    picker.clearFocus()
    qtbot.waitUntil(lambda: picker.value() == erna)


def test_who_is_not_found_is_told_and_never_chosen(
    qtbot: QtBot, office: Office, picker: ClientPicker
) -> None:
    add_client(office)
    qtbot.keyClicks(picker, "zz")
    qtbot.waitUntil(lambda: picker.popup().isVisible())
    assert lines(picker) == ["Nobody is found."]
    qtbot.keyClick(picker.popup(), Qt.Key.Key_Return)
    assert picker.value() is None
    assert picker.trouble()


def test_namesakes_are_told_apart_and_a_protected_address_is_not_told(
    qtbot: QtBot, office: Office, picker: ClientPicker
) -> None:
    add_client(office, birth="24.11.1938", street="Koblenzer Straße", house_number="1")
    add_client(office, birth="1941", street="Geheimer Weg", address_protected=True)
    qtbot.keyClicks(picker, "erna")
    qtbot.waitUntil(lambda: len(picker.hits.hits) == 2)
    assert sorted(lines(picker)) == [
        "Krüger, Erna · 1941 · Address protected",
        "Krüger, Erna · 24 Nov 1938 · Koblenzer Straße 1",
    ]


def test_a_draft_keeps_the_choice_or_what_was_typed(
    qtbot: QtBot, desk: Desk, office: Office
) -> None:
    first, second = ClientPicker(desk), ClientPicker(desk)
    for each in (first, second):
        qtbot.addWidget(each)
    erna = add_client(office)
    first.set_record(erna, "Erna | Krüger")
    second.restore_text(first.text_value())
    assert (second.value(), second.text()) == (erna, "Erna | Krüger")
    second.restore_text("|half a na")
    assert (second.value(), second.text()) == (None, "half a na")
    second.restore_text("no id|name")
    assert (second.value(), second.text()) == (None, "name")
