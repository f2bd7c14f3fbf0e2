"""Notes are one text to read, newest first, exactly as written."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.journal.queries import NoteRow
from tests.conftest import NOW
from ui import style
from ui.journal.notes_view import NotesView

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def note(text: str, after: int = 0, **facts: Any) -> NoteRow:  # noqa: ANN401 - any fact
    """Answer a plain remark of the team, or as `facts` say."""
    at = NOW + timedelta(minutes=after)
    plain = NoteRow(
        id=uuid4(),
        version=1,
        person_id=uuid4(),
        serial=0,
        happened_at=at,
        written_at=at,
        author="Anna Beispiel",
        medium="",
        reached=None,
        minutes=None,
        topic_codes="",
        access="team",
        follow_up="",
        follow_up_for="",
        follow_up_due=None,
        follow_up_result="",
        closed_by="",
        closed_at=None,
        corrections=0,
        attachments=0,
        is_shared=False,
        text=text,
    )
    return plain._replace(**facts)


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


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(max_size=200))
def test_any_text_can_be_shown(qtbot: QtBot, text: str) -> None:
    view = NotesView()
    qtbot.addWidget(view)
    view.show_notes([note(text)])
    view.grab()


def test_what_is_said_about_a_note_stands_below_its_heading(qtbot: QtBot) -> None:
    view = NotesView()
    qtbot.addWidget(view)
    full = note(
        "text",
        medium="phone",
        reached=False,
        minutes=5,
        topic_codes="housing care future_code",
        access="restricted",
        is_shared=True,
        attachments=2,
        corrections=1,
        follow_up="open",
        follow_up_for="Bodil",
        follow_up_due=date(2026, 12, 3),
    )
    view.show_notes([full])
    assert view.toPlainText().splitlines() == [
        "Mon 23 Nov 2026, 10:00 · Phone call, not reached, 5 minutes · Anna Beispiel",
        "Restricted · Housing, Care, future_code · Also about others · 2 files · Corrected once",
        "Follow-up: Bodil, until Thu 3 Dec 2026",
        "text",
    ]


def test_the_chosen_note_is_the_one_at_the_cursor(qtbot: QtBot) -> None:
    view = NotesView()
    qtbot.addWidget(view)
    notes = [note("a\nb\r\nc\u2028d", access="own"), note("second"), note("third")]
    view.show_notes(notes)
    view.find("second")
    assert view.current() == notes[1]
    view.find("third")
    assert view.current() == notes[2]
    assert view.show_note(notes[0].id)
    assert view.current() == notes[0]
    assert not view.show_note(uuid4())


def test_the_reader_stays_where_they_are_when_a_note_changes(qtbot: QtBot) -> None:
    view = NotesView()
    view.resize(300, 200)
    qtbot.addWidget(view)
    notes = [note(f"note {at}\nline") for at in range(100)]
    view.show_notes(notes)
    view.show_note(notes[60].id)
    at = view.verticalScrollBar().value()
    assert at > 0
    changed = [*notes[:60], notes[60]._replace(text="changed\nline"), *notes[61:]]
    view.show_notes(changed, keep=True)
    assert view.verticalScrollBar().value() == at
    assert view.current() == changed[60]
    view.grab()
