"""A letter of the history: printed and saved as it was."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from app.letters.queries import letter_pdf
from tests.factories.letters import letter, office_card, person, visit
from ui.letters.letter_view import LetterView
from ui.printing import Printed

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from app.office import Office
    from ui.desk import Desk


@pytest.fixture
def view(qtbot: QtBot, desk: Desk, office: Office) -> LetterView:
    """A view of a letter that was written at the time of all tests."""
    office_card(office)
    pages = office.ask(letter_pdf, letter(office, visit(office, person(office))))
    assert pages is not None
    view = LetterView(desk)
    qtbot.addWidget(view)
    view.show_letter(pages)
    return view


def _pages(view: LetterView) -> bytes:
    assert view.letter is not None
    return view.letter.pdf


def test_printing_again_prints_the_very_same_pages(
    view: LetterView, monkeypatch: pytest.MonkeyPatch
) -> None:
    printed: list[tuple[bytes, str]] = []

    def fake_print(_parent: object, pdf: bytes, name: str) -> Printed:
        printed.append((pdf, name))
        return Printed.CANCELLED

    monkeypatch.setattr("ui.letters.letter_exits.print_pages", fake_print)
    view.print_button.click()

    assert printed == [(_pages(view), "2026-11-23 appointment letter.pdf")]


def test_a_saved_letter_holds_the_same_bytes(
    qtbot: QtBot, view: LetterView, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "letter.pdf"
    monkeypatch.setattr("ui.letters.letter_exits.ask_where_to_save", lambda *_asked: file)
    with qtbot.waitSignal(view.exits.said) as said:
        view.save_button.click()

    assert file.read_bytes() == _pages(view)
    assert said.args == ["Saved as letter.pdf."]


def test_without_a_printer_saving_is_offered(
    qtbot: QtBot, view: LetterView, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "letter.pdf"
    monkeypatch.setattr("ui.letters.letter_exits.ask_where_to_save", lambda *_asked: file)
    monkeypatch.setattr("ui.printing.has_printer", lambda: False)
    monkeypatch.setattr("ui.letters.letter_exits.Question.confirm", lambda *_asked: True)
    with qtbot.waitSignal(view.exits.said):
        view.print_button.click()

    assert file.exists()


def test_who_declines_to_save_is_left_alone(
    view: LetterView, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ui.printing.has_printer", lambda: False)
    monkeypatch.setattr("ui.letters.letter_exits.Question.confirm", lambda *_asked: False)

    assert not view.exits.print_letter(_pages(view), "letter.pdf")


def test_a_disk_that_takes_nothing_is_named(
    qtbot: QtBot, desk: Desk, view: LetterView, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "none" / "letter.pdf"
    monkeypatch.setattr("ui.letters.letter_exits.ask_where_to_save", lambda *_asked: file)
    with qtbot.waitSignal(desk.unavailable):
        view.save_button.click()


def test_the_day_of_posting_is_kept_and_shown(
    qtbot: QtBot, view: LetterView, office: Office
) -> None:
    view.show()
    before = view.post_button.text()
    view.note_posted(office.local_now.date(), "email")
    qtbot.waitUntil(lambda: view.post_button.text() != before)

    assert view.letter is not None
    pages = office.ask(letter_pdf, view.letter.row.id)
    assert pages is not None
    assert pages.row.posted_on == office.local_now.date()


def test_a_kept_letter_is_opened_in_the_mail_program(
    qtbot: QtBot, view: LetterView, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[Path] = []
    monkeypatch.setattr("ui.letters.letter_exits.open_mail", opened.append)
    view.mail_button.click()
    qtbot.waitUntil(lambda: bool(opened))

    assert b"application/pdf" in opened[0].read_bytes()
