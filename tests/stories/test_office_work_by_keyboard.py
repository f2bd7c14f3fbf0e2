"""Journal, tasks and My day without a mouse, in German and Danish."""

from __future__ import annotations

import sys
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING
from uuid import uuid4

import pytest
from sqlalchemy import select

from app.journal.actions import save_snippet
from db.journal import Attachment, Note, NoteVersion
from db.tasks import Handover, HandoverItem, Task
from tests.factories.clients import add_client
from tests.factories.tasks import task_added
from tests.stories.people import Walk, desktop, program

if TYPE_CHECKING:
    from pathlib import Path

    from sqlalchemy import Connection

pytestmark = [
    pytest.mark.skipif(sys.platform != "linux", reason="needs an X server of its own"),
    pytest.mark.parametrize("language", ["de", "da"]),
]
COUNTRIES = {"de": "DE", "da": "DK"}


def test_notes_are_written_corrected_released_and_found(tmp_path: Path, language: str) -> None:
    paper = tmp_path / "zettel.txt"
    paper.write_text("Der Herd ist aus.", encoding="utf-8")
    with desktop(tmp_path, language) as on:
        with on.opened() as office:
            add_client(office, given_name="Gerda", country=COUNTRIES[language])
            office.act(save_snippet, uuid4(), 0, "gruss", "Sie laesst herzlich gruessen.")
        with program(on, ends=False) as walk:
            _open_journal(walk)
            _write_call(walk)
            _correct(walk)
            _attach(walk, paper)
            _write_own_note(walk)
            _find(walk)
            _begin_draft(walk)
        with program(on) as walk:
            _open_journal(walk)
            walk.wait(lambda state: "DraftNotice" in state["shown"], "the draft")
            walk.tab_to("NoteComposer", ".text")
            walk.wait(lambda state: "Schluessel" in state["value"], "what was typed")
            walk.save("journal", "ctrl+Return")
        on.look(_see_notes)


def _open_journal(walk: Walk) -> None:
    walk.find_person("gerda")
    walk.open_tab("NoteComposer")


def _write_call(walk: Walk) -> None:
    """A call, with a snippet, and a follow-up for a colleague."""
    walk.tab_to("NoteComposer", ".text")
    walk.type("Herd brennt oft. ;gruss")
    walk.press("ctrl+space")
    walk.wait(lambda state: state["popup"], "the snippets")
    walk.press("Return")
    walk.wait(lambda state: "herzlich" in state["value"], "the snippet")
    walk.press("ctrl+d")
    walk.wait_for_focus(".medium")
    walk.choose_here("phone")
    walk.choose("reached", "True")
    walk.fill("minutes", "20")
    walk.tick("follow_up")
    walk.fill("follow_up_for", "Bodo Muster")
    walk.picture("note")
    walk.save("journal", "ctrl+Return")


def _correct(walk: Walk) -> None:
    walk.push(".correct_button", most=80)
    walk.wait(lambda state: "CorrectionView" in state["shown"], "the correction")
    walk.tab_to("CorrectionView", ".text")
    walk.press("ctrl+End")
    walk.type(" Die Nichte weiss es.")
    walk.fill("reason", "Vergessen")
    walk.picture("correction")
    walk.save("journal", "ctrl+Return")


def _attach(walk: Walk, paper: Path) -> None:
    before = len(walk.state()["touched"])
    walk.push(".files_button", most=80)
    walk.wait(lambda state: "FilesView" in state["shown"], "the files")
    walk.push("FilesView", ".add_button")
    walk.choose_file(paper)
    walk.changed("journal", before)
    walk.press("Escape")
    walk.wait(lambda state: "FilesView" not in state["shown"], "the notes")
    walk.stays()


def _write_own_note(walk: Walk) -> None:
    """Nobody else reads it until it is released."""
    walk.tab_to("NoteComposer", ".text")
    walk.type("Nur fuer mich.")
    walk.press("ctrl+d")
    walk.wait_for_focus(".medium")
    walk.choose("access", "own")
    walk.save("journal", "ctrl+Return")
    walk.tab_to("NotesView")
    walk.press("ctrl+Up")
    before = len(walk.state()["touched"])
    walk.push(".release_button", most=80)
    walk.wait_for_focus("Question")
    walk.press("Return")
    walk.changed("journal", before)
    walk.stays()


def _find(walk: Walk) -> None:
    walk.press("ctrl+shift+f")
    walk.wait(lambda state: "FindNotesPage" in state["shown"], "the search")
    walk.wait_for_focus(".search")
    walk.type("brenn")
    walk.wait(lambda state: "HitsView" in state["shown"], "notes found")
    walk.picture("found")
    walk.press("Return")
    walk.wait(lambda state: state["here"][0] == "clients", "the note on its card")
    walk.stays()


def _begin_draft(walk: Walk) -> None:
    """The draft must be kept by itself: the program is killed after it."""
    walk.tab_to("NoteComposer", ".text")
    walk.type("Schluessel liegt beim Nachbarn.")
    walk.wait(lambda state: state["draft"], "the draft to be kept")


def _see_notes(connection: Connection) -> None:
    """Hold what is in the office against what was typed."""
    columns = (Note.id, Note.text, Note.medium, Note.reached, Note.minutes, Note.access,
               Note.follow_up, Note.follow_up_for, Note.corrections)  # fmt: skip
    call, own, kept = connection.execute(select(*columns).order_by(Note.serial)).all()
    words = "Herd brennt oft. Sie laesst herzlich gruessen. Die Nichte weiss es."
    assert (call.text, call.medium, call.reached, call.minutes) == (words, "phone", True, 20)
    assert (call.follow_up, call.follow_up_for, call.corrections) == ("open", "Bodo Muster", 1)
    version = connection.execute(select(NoteVersion.note_id, NoteVersion.reason)).one()
    assert tuple(version) == (call.id, "Vergessen")
    assert connection.scalars(select(Attachment.name)).all() == ["zettel.txt"]
    assert (own.text, own.access) == ("Nur fuer mich.", "team")
    assert kept.text == "Schluessel liegt beim Nachbarn."


def test_tasks_come_back_and_go_over_to_a_colleague(tmp_path: Path, language: str) -> None:
    today = datetime.now(UTC).astimezone().date()
    with desktop(tmp_path, language) as on:
        with on.opened() as office:
            add_client(office, given_name="Gerda", country=COUNTRIES[language])
            task_added(office, title="Ofen", due_on=today)
        with program(on) as walk:
            _write_task(walk, f"{today:%d.%m.%Y}", f"{today + timedelta(days=3):%d.%m.%Y}")
            _finish_task(walk)
            _hand_over(walk)
        on.look(_see_tasks)


def _write_task(walk: Walk, due: str, review: str) -> None:
    walk.go_to("ctrl+6", "tasks")
    walk.press("ctrl+n")
    walk.wait_for_focus("TaskForm", ".title")
    walk.type("Rezept holen")
    walk.tab_to(".person_id")
    walk.pick("gerda")
    walk.fill("due_on", due)
    walk.choose("repeat", "weekly")
    walk.fill("reviewer", "Bodo Muster")
    walk.fill("review_on", review)
    walk.picture("task")
    walk.save("tasks")


def _finish_task(walk: Walk) -> None:
    before = len(walk.state()["touched"])
    walk.tab_to("TaskCard", ".result", most=80)
    walk.type("Geholt und gebracht")
    walk.push("TaskCard", place_in_row=0)
    walk.changed("tasks", before)
    walk.stays()


def _hand_over(walk: Walk) -> None:
    before = len(walk.state()["touched"])
    walk.push(".hand_button", most=80)
    walk.wait(lambda state: "HandoverView" in state["shown"], "the handover")
    walk.fill("to_who", "Bodo Muster")
    walk.fill("reason", "Urlaub")
    walk.tab_to("HandoverView", ".hand_button")
    walk.picture("handover")
    walk.press("space")
    walk.changed("tasks", before)
    walk.picture("handover-list")


def _see_tasks(connection: Connection) -> None:
    rows = connection.execute(
        select(Task.title, Task.state, Task.repeats, Task.result, Task.assignee, Task.reviewer)
        .where(Task.title == "Rezept holen").order_by(Task.due_on)
    ).all()  # fmt: skip
    done, following = rows
    assert (done.state, done.repeats, done.result) == ("done", "weekly", "Geholt und gebracht")
    assert (following.state, following.assignee) == ("open", "Bodo Muster")
    assert done.reviewer == "Bodo Muster"
    handover = connection.execute(select(Handover.to_who, Handover.reason)).one()
    assert tuple(handover) == ("Bodo Muster", "Urlaub")
    assert len(connection.scalars(select(HandoverItem.task_id)).all()) >= 2
