"""Writing a letter at the screen: seen first, kept before it leaves."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLabel, QPushButton

from app.letters.queries import letter_occasion, letters_of_client
from tests.factories.letters import office_card, person, visit
from ui.letters.letter_writer import LetterWriter
from ui.printing import Printed
from ui.widgets.banner import Banner
from ui.widgets.page import Place

if TYPE_CHECKING:
    from uuid import UUID

    import pytest
    from pytestqt.qtbot import QtBot

    from app.office import Office
    from ui.desk import Desk

LATER = datetime(2099, 11, 24, 14, 30)  # noqa: DTZ001 - local wall-clock time


def _writer(qtbot: QtBot, desk: Desk, office: Office, visit_id: UUID) -> LetterWriter:
    writer = LetterWriter(desk, office.ask(letter_occasion, visit_id))
    qtbot.addWidget(writer)
    writer.resize(1000, 600)
    writer.show()
    return writer


def _ready(qtbot: QtBot, writer: LetterWriter) -> None:
    qtbot.waitUntil(lambda: writer.print_button.isEnabled() and writer.preview.view.page_count > 0)


def _says(writer: LetterWriter, words: str) -> bool:
    return words in writer.preview.view.accessibleName()


def test_the_real_page_is_shown_in_the_persons_language(
    qtbot: QtBot, desk: Desk, office: Office
) -> None:
    office_card(office)
    writer = _writer(qtbot, desk, office, visit(office, person(office), LATER))
    _ready(qtbot, writer)

    assert writer.choices.language.value() == "de"
    assert _says(writer, "Freundliche Grüße")


def test_another_language_shows_another_page(qtbot: QtBot, desk: Desk, office: Office) -> None:
    office_card(office)
    writer = _writer(qtbot, desk, office, visit(office, person(office), LATER))
    _ready(qtbot, writer)
    writer.choices.language.set_value("da")
    assert not writer.print_button.isEnabled()

    _ready(qtbot, writer)
    assert _says(writer, "Venlig hilsen")


def test_keeping_puts_the_shown_letter_into_the_history(
    qtbot: QtBot, desk: Desk, office: Office
) -> None:
    office_card(office)
    client = person(office)
    writer = _writer(qtbot, desk, office, visit(office, client, LATER))
    _ready(qtbot, writer)
    writer.choices.language.set_value("en")
    _ready(qtbot, writer)
    with qtbot.waitSignal(writer.kept) as kept:
        writer.keep_button.click()

    (row,) = office.ask(letters_of_client, client)
    assert kept.args == [row.id]
    assert row.language == "en"


def test_a_double_click_keeps_one_letter(qtbot: QtBot, desk: Desk, office: Office) -> None:
    office_card(office)
    client = person(office)
    writer = _writer(qtbot, desk, office, visit(office, client, LATER))
    _ready(qtbot, writer)
    with qtbot.waitSignal(writer.kept):
        writer.keep()
        writer.keep()

    assert len(office.ask(letters_of_client, client)) == 1


def test_the_letter_is_kept_before_it_is_printed(
    qtbot: QtBot, desk: Desk, office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    office_card(office)
    client = person(office)
    at_printing: list[int] = []

    def fake_print(_parent: object, pdf: bytes, _name: str) -> Printed:
        at_printing.append(len(office.ask(letters_of_client, client)))
        assert pdf.startswith(b"%PDF")
        return Printed.SENT

    monkeypatch.setattr("ui.letters.letter_exits.print_pages", fake_print)
    writer = _writer(qtbot, desk, office, visit(office, client, LATER))
    _ready(qtbot, writer)
    with qtbot.waitSignal(writer.kept):
        writer.print_button.click()

    assert at_printing == [1]


def test_a_protected_address_is_not_shown_before_it_is_confirmed(
    qtbot: QtBot, desk: Desk, office: Office
) -> None:
    office_card(office)
    client = person(office, address_protected=True)
    writer = _writer(qtbot, desk, office, visit(office, client, LATER))
    banners = [banner.accessibleName() for banner in writer.findChildren(Banner)]
    assert banners == ["The address of this person is protected."]
    assert not writer.print_button.isEnabled()
    assert writer.preview.view.page_count == 0

    writer.choices.confirmed.set_value(True)
    _ready(qtbot, writer)
    with qtbot.waitSignal(writer.kept):
        writer.keep_button.click()


def test_what_stands_against_the_letter_leads_to_where_it_is_mended(
    qtbot: QtBot, desk: Desk, office: Office
) -> None:
    office_card(office, phone="")
    client = person(office, street="")
    writer = _writer(qtbot, desk, office, visit(office, client, LATER))
    qtbot.waitUntil(lambda: bool(writer.troubles.banners))

    (banner,) = writer.troubles.banners
    (button,) = banner.findChildren(QPushButton)
    with qtbot.waitSignal(writer.place_wanted) as wanted:
        button.click()
    assert wanted.args == [Place("clients", client)]
    assert not writer.print_button.isEnabled()


def test_an_office_without_a_phone_leads_to_its_card(
    qtbot: QtBot, desk: Desk, office: Office
) -> None:
    office_card(office, phone="")
    writer = _writer(qtbot, desk, office, visit(office, person(office), LATER))
    qtbot.waitUntil(lambda: bool(writer.troubles.banners))
    with qtbot.waitSignal(writer.place_wanted) as wanted:
        writer.troubles.banners[0].findChildren(QPushButton)[0].click()

    assert wanted.args == [Place("office")]


def test_names_are_shown_as_typed(qtbot: QtBot, desk: Desk, office: Office) -> None:
    office_card(office)
    client = person(office, given_name="<b>Erna</b>", family_name="& Söhne")
    writer = _writer(qtbot, desk, office, visit(office, client, LATER))

    assert "<b>Erna</b> & Söhne" in {label.text() for label in writer.findChildren(QLabel)}
