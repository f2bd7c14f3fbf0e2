"""Notes are one text to read, newest first, exactly as written."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING
from uuid import uuid4

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.clients.queries import ClientNoteRow
from tests.conftest import NOW
from ui import style
from ui.clients.notes_view import NotesView

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def note(text: str, minutes: int = 0) -> ClientNoteRow:
    return ClientNoteRow(uuid4(), NOW + timedelta(minutes=minutes), "Anna Beispiel", text)


def test_each_note_stands_below_its_time_and_author(qtbot: QtBot) -> None:
    view = NotesView()
    qtbot.addWidget(view)
    view.show_notes([note("<b>new</b>\nsecond line", 5), note("old")])
    assert view.toPlainText() == (
        "Mon 23 Nov 2026, 10:05 · Anna Beispiel\n<b>new</b>\nsecond line\n\n"
        "Mon 23 Nov 2026, 10:00 · Anna Beispiel\nold"
    )


def test_other_notes_replace_them_from_the_top(qtbot: QtBot) -> None:
    view = NotesView()
    view.resize(300, 100)
    qtbot.addWidget(view)
    view.show_notes([note("long " * 50, at) for at in range(200)])
    view.verticalScrollBar().setValue(100)
    view.show_notes([note("short")])
    assert view.toPlainText().endswith("short")
    assert view.verticalScrollBar().value() == 0


def test_what_is_out_of_sight_follows_without_moving_what_is_read(qtbot: QtBot) -> None:
    view = NotesView()
    view.resize(300, 200)
    qtbot.addWidget(view)
    view.show_notes([note(f"note {at}") for at in range(200)])
    at_once = view.toPlainText()
    assert at_once.count("\n") * view.fontMetrics().lineSpacing() > view.height()
    assert "note 199" not in at_once
    qtbot.waitUntil(lambda: view.toPlainText().endswith("note 199"))
    assert view.toPlainText().count("Anna Beispiel") == 200
    assert view.verticalScrollBar().value() == 0
    assert not view.textCursor().hasSelection()


def test_notes_follow_the_look(qtbot: QtBot) -> None:
    view = NotesView()
    qtbot.addWidget(view)
    view.show_notes([note("text")])
    style.changes.look_changed.emit()
    assert view.toPlainText().endswith("text")


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(text=st.text(max_size=200))
def test_any_text_can_be_shown(qtbot: QtBot, text: str) -> None:
    view = NotesView()
    qtbot.addWidget(view)
    view.show_notes([note(text)])
    view.grab()
