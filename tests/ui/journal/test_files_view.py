"""Files hang on notes: checked, listed, saved as copies for their owner only."""

from __future__ import annotations

import stat
import sys
from typing import TYPE_CHECKING, Any
from uuid import uuid4

import pytest

from app.journal.actions import write_note
from app.journal.queries import attachments_of, journal_of
from app.journal.rules import NoteEntry
from tests.factories import files
from tests.factories.clients import add_client
from ui.journal.files_view import FilesView
from ui.journal.opened_files import opened
from ui.widgets.question import Question

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from app.office import Office
    from ui.desk import Desk


@pytest.fixture
def view(qtbot: QtBot, desk: Desk, office: Office) -> FilesView:
    """The files of a fresh note."""
    erna = add_client(office)
    office.act(write_note, uuid4(), NoteEntry(people=(erna,), text="Called"))
    view = FilesView(desk, office.ask(journal_of, erna)[0])
    qtbot.addWidget(view)
    return view


def attach(qtbot: QtBot, view: FilesView, folder: Path, name: str, data: bytes) -> None:
    """Attach a file of a folder."""
    folder.mkdir(exist_ok=True)
    (folder / name).write_bytes(data)
    with qtbot.waitSignal(view.said):
        view.attach(folder / name)


def test_a_file_hangs_on_its_note_and_is_listed(
    qtbot: QtBot, office: Office, view: FilesView, tmp_path: Path
) -> None:
    attach(qtbot, view, tmp_path / "in", "letter.pdf", files.PDF)
    qtbot.waitUntil(lambda: [row.name for row in view.table.rows()] == ["letter.pdf"])
    (row,) = office.ask(attachments_of, view._note.id)
    assert (row.kind, row.size, row.added_by) == ("pdf", len(files.PDF), "Anna Beispiel")


def test_a_program_is_refused_with_the_reason(
    qtbot: QtBot, office: Office, view: FilesView, tmp_path: Path
) -> None:
    (tmp_path / "bill.pdf").write_bytes(b"MZ\x90")
    with qtbot.waitSignal(view.said) as said:
        view.attach(tmp_path / "bill.pdf")
    assert said.args is not None
    assert "program" in said.args[0]
    assert office.ask(attachments_of, view._note.id) == ()


def test_a_file_that_is_not_there_says_so(qtbot: QtBot, view: FilesView, tmp_path: Path) -> None:
    with qtbot.waitSignal(view.said) as said:
        view.attach(tmp_path / "gone.pdf")
    assert said.args is not None
    assert "gone.pdf" in said.args[0]


def test_a_copy_is_for_its_owner_only(qtbot: QtBot, view: FilesView, tmp_path: Path) -> None:
    attach(qtbot, view, tmp_path / "in", "letter.pdf", files.PDF)
    qtbot.waitUntil(lambda: len(view.table.rows()) == 1)
    copy = tmp_path / "copy.pdf"
    with qtbot.waitSignal(view.said):
        view.save_copy(view.table.rows()[0], copy)
    assert copy.read_bytes() == files.PDF
    if sys.platform != "win32":
        assert stat.S_IMODE(copy.stat().st_mode) == 0o600


def test_a_file_is_taken_off_after_a_question(
    qtbot: QtBot,
    office: Office,
    view: FilesView,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    attach(qtbot, view, tmp_path / "in", "letter.pdf", files.PDF)
    qtbot.waitUntil(lambda: len(view.table.rows()) == 1)
    view.table.choose_first()
    monkeypatch.setattr(Question, "confirm", lambda *_args, **_more: False)
    view.off_button.click()
    monkeypatch.setattr(Question, "confirm", lambda *_args, **_more: True)
    view.off_button.click()
    qtbot.waitUntil(lambda: office.ask(attachments_of, view._note.id) == ())


def test_a_file_is_opened_only_when_asked_and_its_copy_goes_with_the_office(
    qtbot: QtBot, desk: Desk, view: FilesView, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    attach(qtbot, view, tmp_path / "in", "letter.pdf", files.PDF)
    qtbot.waitUntil(lambda: bool(view.table.rows()))
    view.table.choose_first()
    answers, shown = [False, True], list[Any]()
    monkeypatch.setattr("ui.journal.opened_files._place", lambda: tmp_path)
    monkeypatch.setattr(opened, "show", shown.append)
    monkeypatch.setattr(Question, "confirm", lambda *_asked, **_how: answers.pop(0))
    left = tmp_path / "nahbar-open-999999999-x"
    left.mkdir()

    view.open_button.click()
    assert answers == [True]
    assert not list(tmp_path.glob("nahbar-open-*/*"))
    view.open_button.click()
    qtbot.waitUntil(lambda: bool(shown))
    (copy,) = shown
    assert copy.read_bytes() == files.PDF
    if sys.platform != "win32":
        assert stat.S_IMODE(copy.stat().st_mode) == 0o400
        assert stat.S_IMODE(copy.parent.stat().st_mode) == 0o700
    assert not left.exists()
    desk.close_office()
    qtbot.waitUntil(lambda: not copy.parent.exists())
