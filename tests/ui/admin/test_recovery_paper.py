"""Getting the recovery key onto paper: printed, saved, or said why not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from app.admin.offices import new_recovery_key
from ui.admin.recovery_paper import RecoveryPaper
from ui.printing import Printed

if TYPE_CHECKING:
    from pathlib import Path

    import pytest
    from pytestqt.qtbot import QtBot

    from ui.desk import Desk


def _paper(qtbot: QtBot, desk: Desk) -> tuple[RecoveryPaper, list[tuple[str, str]]]:
    over = QWidget()
    qtbot.addWidget(over)
    paper = RecoveryPaper(desk, over)
    said: list[tuple[str, str]] = []
    paper.said.connect(lambda sentence, tone: said.append((sentence, tone)))
    return paper, said


def test_the_page_is_saved_where_the_person_wants_it(
    desk: Desk, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "key.pdf"
    monkeypatch.setattr("ui.printing.ask_where_to_save", lambda *_: file)
    paper, said = _paper(qtbot, desk)
    paper.save_key("Garath", new_recovery_key())
    qtbot.waitUntil(lambda: bool(said))
    assert file.read_bytes().startswith(b"%PDF-")
    assert said[0][1] == "done"


def test_a_folder_that_cannot_be_written_is_said(
    desk: Desk, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ui.printing.ask_where_to_save", lambda *_: tmp_path / "no" / "key.pdf")
    paper, said = _paper(qtbot, desk)
    paper.save_key("Garath", new_recovery_key())
    qtbot.waitUntil(lambda: bool(said))
    assert said[0][1] == "danger"


def test_a_computer_without_a_printer_leads_to_the_file(
    desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ui.printing.print_pages", lambda *_: Printed.NO_PRINTER)
    paper, said = _paper(qtbot, desk)
    paper.print_key("Garath", new_recovery_key())
    qtbot.waitUntil(lambda: bool(said))
    assert said[0][1] == "attention"
