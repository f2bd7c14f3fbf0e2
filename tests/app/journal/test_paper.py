"""The journal as pages holds what the reader may read, and leaves only with a line in the log."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING
from uuid import uuid4

import pytest
from sqlalchemy import select

from app.errors import Refused
from app.journal.actions import write_note
from app.journal.actions.printing import export_journal
from app.journal.queries.paper import all_notes, journal_pdf
from app.journal.rules import Access, NoteEntry
from app.office import Office
from db.exchange import ExportedPerson, ExportLog
from tests.conftest import NOW
from tests.factories.clients import add_client
from tests.forms.reading import text_of

if TYPE_CHECKING:
    from uuid import UUID

    from sqlalchemy import Engine

WHEN = datetime(2026, 11, 23, 10, 0)  # noqa: DTZ001 - local wall-clock time


def write(office: Office, person: UUID, text: str, **facts: object) -> None:
    """Write a note."""
    office.act(write_note, uuid4(), NoteEntry(people=(person,), text=text, **facts))  # type: ignore[arg-type]  # facts of a test


def paper(office: Office, person: UUID, language: str = "en") -> str:
    """Answer the words of the pages."""
    return text_of(office.ask(journal_pdf, person, language, who=office.who, when=WHEN))


def test_every_note_stands_on_the_paper_with_what_is_said_about_it(office: Office) -> None:
    erna = add_client(office)
    write(
        office,
        erna,
        "She plays the piano again.",
        medium="phone",
        reached=True,
        minutes=15,
        topics=("care",),
        access=Access.RESTRICTED,
        follow_up=True,
        follow_up_for="Bodil",
        follow_up_due=date(2026, 12, 3),
    )
    text = " ".join(paper(office, erna).split())
    for words in ("Phone call, reached, 15 minutes", "Care", "Restricted", "Bodil, 3 Dec 2026"):
        assert words in text
    assert "She plays the piano again." in text


def test_notes_of_others_own_are_not_printed(office: Office, engine: Engine) -> None:
    erna = add_client(office)
    other = Office(engine, who="Bodil Jensen", clock=lambda: NOW)
    write(other, erna, "Only for Bodil", access=Access.OWN)
    write(office, erna, "For everybody")
    assert "Only for Bodil" not in paper(office, erna)
    assert "Only for Bodil" in paper(other, erna)


def test_all_pages_of_notes_are_read(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.journal.queries.paper.NOTES_AT_ONCE", 500)
    erna = add_client(office)
    for at in range(3):
        write(office, erna, f"note {at}")
    assert len(office.ask(lambda connection: list(all_notes(connection, erna)))) == 3


def test_leaving_the_office_is_logged_with_its_reason(office: Office) -> None:
    erna = add_client(office)
    write(office, erna, "note")
    with pytest.raises(Refused):
        office.act(export_journal, erna, " ")
    log_id = office.act(export_journal, erna, "For the doctor").value
    (line,) = office.ask(lambda connection: connection.execute(select(ExportLog.__table__)).all())
    assert (line.id, line.list_name, line.reason, line.rows) == (
        log_id,
        "journal",
        "For the doctor",
        1,
    )
    people = select(ExportedPerson.person_id)
    assert office.ask(lambda connection: connection.execute(people).scalars().all()) == [erna]
