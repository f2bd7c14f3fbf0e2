"""A letter goes into Danish Digital Post: offered in Denmark, asked, written, and noted."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING
from uuid import uuid4

import pytest

from app.admin.office_settings import KEEPS_CPR, save_office_setting
from app.letters.memo.queries import HandOverOccasion
from app.letters.memo.rules import HandOver, MessageType
from app.letters.queries import letter_pdf
from tests.app.letters.memo.structure import failures
from tests.factories.letters import letter, office_card, person, visit
from ui.letters.letter_view import LetterView
from ui.letters.memo_question import MemoQuestion

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from app.office import Office
    from ui.desk import Desk

TODAY = date(2026, 11, 23)


def view_of(qtbot: QtBot, desk: Desk, office: Office, country: str, cpr: str = "") -> LetterView:
    """Show the appointment letter of an office in a country."""
    office_card(office, country=country)
    office.act(save_office_setting, KEEPS_CPR, value=True)
    somebody = person(office, cpr=cpr, birth="06.05.1934")
    pages = office.ask(letter_pdf, letter(office, visit(office, somebody), "da"))
    assert pages is not None
    view = LetterView(desk)
    qtbot.addWidget(view)
    view.show_letter(pages)
    view.show()
    return view


def test_a_letter_is_saved_as_a_message_and_stands_as_handed_over(
    qtbot: QtBot, desk: Desk, office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    view = view_of(qtbot, desk, office, "DK", "060534-0001")
    file = tmp_path / "message.xml"
    choice = HandOver(cvr="12345678")
    monkeypatch.setattr("ui.letters.memo_exit.ask_hand_over", lambda *_asked: choice)
    monkeypatch.setattr("ui.letters.memo_exit.ask_where_to_save_message", lambda *_asked: file)
    qtbot.waitUntil(view.memo.button.isVisible)
    view.memo.button.click()
    qtbot.waitUntil(lambda: view.letter is not None and view.letter.row.channel == "digital_post")

    assert failures(file.read_bytes()) == []


def test_offices_elsewhere_are_not_offered_it(qtbot: QtBot, desk: Desk, office: Office) -> None:
    view = view_of(qtbot, desk, office, "DE")
    said: list[str] = []
    view.exits.said.connect(said.append)
    view.memo.ask()
    qtbot.waitUntil(lambda: bool(said))

    assert "Denmark" in said[0]
    assert not view.memo.button.isVisible()


def test_who_has_no_number_is_named(qtbot: QtBot, desk: Desk, office: Office) -> None:
    view = view_of(qtbot, desk, office, "DK")
    qtbot.waitUntil(view.memo.button.isVisible)
    said: list[str] = []
    view.exits.said.connect(said.append)
    view.memo.button.click()
    qtbot.waitUntil(lambda: bool(said))

    assert "CPR" in said[0]


@pytest.fixture
def question(qtbot: QtBot) -> MemoQuestion:
    """The question about a letter of an office whose number is not known yet."""
    occasion = HandOverOccasion(uuid4(), "Erna Muster", "Din aftale", "", has_appointment=True)
    question = MemoQuestion(None, occasion, TODAY)
    qtbot.addWidget(question)
    question.show()
    return question


def test_what_is_wrong_is_said_beside_its_field(question: MemoQuestion) -> None:
    question.not_before.set_value(date(2026, 11, 20))
    question.accept()

    assert question.isVisible()
    assert question.form.field("cvr").problem()
    assert question.form.field("not_before").problem()


def test_a_text_message_has_neither_answers_nor_a_case(question: MemoQuestion) -> None:
    question.cvr.set_value("12345678")
    question.case_number.set_value("27.35")
    question.notification.set_value("Husk dit besøg.")
    question.kind.set_value(MessageType.NEMSMS)
    question.accept()

    assert not question.case_number.isVisible()
    assert question.choice() == HandOver(
        cvr="12345678", kind=MessageType.NEMSMS, notification="Husk dit besøg."
    )
    assert question.result() == MemoQuestion.DialogCode.Accepted
