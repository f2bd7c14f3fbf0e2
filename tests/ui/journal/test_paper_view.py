"""All notes on paper leave the office for a reason, as a file behind a password."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

import pytest
import pyzipper

from tests.factories.clients import add_client
from ui.journal import paper_view
from ui.journal.paper_view import PaperView

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from app.office import Office
    from ui.desk import Desk

PASSWORD = "Kaffee-um-drei-7"


@pytest.fixture
def paper(qtbot: QtBot, desk: Desk, office: Office) -> PaperView:
    paper = PaperView(desk, add_client(office), "Erna Krüger")
    qtbot.addWidget(paper)
    qtbot.waitUntil(paper.save_button.isEnabled, timeout=10_000)
    return paper


def answered(
    monkeypatch: pytest.MonkeyPatch, *, first: str = "", second: str = "", wanted: bool = True
) -> list[bool]:
    """Let the question be answered so; answer a list of whether it let one go on."""
    went_on: list[bool] = []

    def answer(asked: paper_view._SealedReason) -> int:
        asked.reason.set_value("The court asked")
        asked.seal.wanted.set_value(wanted)
        asked.seal.first.set_value(first)
        asked.seal.second.set_value(second)
        asked.accept()
        went_on.append(asked.result() == asked.DialogCode.Accepted)
        return asked.result()

    monkeypatch.setattr(paper_view._SealedReason, "exec", answer)
    return went_on


def saved_in(monkeypatch: pytest.MonkeyPatch, file: Path) -> None:
    monkeypatch.setattr("ui.letters.letter_exits.ask_where_to_save", lambda *_given: file)


def test_the_saved_journal_opens_with_its_password_only(
    qtbot: QtBot, paper: PaperView, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    file = tmp_path / "journal.zip"
    answered(monkeypatch, first=PASSWORD, second=PASSWORD)
    saved_in(monkeypatch, file)
    paper.save_pages()
    qtbot.waitUntil(file.exists)
    with pyzipper.AESZipFile(BytesIO(file.read_bytes())) as archive:
        (name,) = archive.namelist()
        assert name == "Journal of Erna Krüger.pdf"
        with pytest.raises(RuntimeError, match="password"):
            archive.read(name)
        archive.setpassword(PASSWORD.encode())
        assert archive.read(name).startswith(b"%PDF-")


def test_a_journal_that_needs_no_password_is_a_plain_pdf(
    qtbot: QtBot, paper: PaperView, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    file = tmp_path / "journal.pdf"
    answered(monkeypatch, wanted=False)
    saved_in(monkeypatch, file)
    paper.save_pages()
    qtbot.waitUntil(file.exists)
    assert file.read_bytes().startswith(b"%PDF-")


def test_a_password_typed_differently_keeps_the_question_open(
    paper: PaperView, monkeypatch: pytest.MonkeyPatch
) -> None:
    went_on = answered(monkeypatch, first=PASSWORD, second="Kaffee-um-vier-8")
    paper.save_pages()
    assert went_on == [False]
