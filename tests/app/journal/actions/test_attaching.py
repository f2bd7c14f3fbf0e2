"""Requirements of files on notes: looked at, counted, taken off by whoever added them."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import uuid4

import pytest
from sqlalchemy import select

from app.access.rules import Role
from app.errors import Refused
from app.journal.actions import attach_file, take_attachment_off
from app.journal.actions.attaching import FILE_IS_GONE, MOST_ATTACHMENTS, NOT_YOUR_FILE, TOO_MANY
from app.journal.actions.finding import NOT_YOURS_TO_CHANGE, NOTE_IS_GONE
from app.journal.actions.taking_out import take_file_out
from app.journal.queries import attachments_of, note
from app.journal.rules import Access
from app.office import Office
from db.admin import AuditLine
from db.privacy import Look
from tests.conftest import NOW
from tests.factories.access import member
from tests.factories.clients import add_client
from tests.factories.journal import note_written
from tests.factories.visits import visit_planned

if TYPE_CHECKING:
    from sqlalchemy import Connection, Engine


@pytest.fixture
def bodil(engine: Engine) -> Office:
    """The office as Bodil Jensen has it."""
    return Office(engine, who="Bodil Jensen", clock=lambda: NOW)


def looks(connection: Connection) -> list[tuple[object, ...]]:
    """Answer who looked at whom."""
    found = select(Look.person_id, Look.who, Look.what, Look.times)
    return [tuple(row) for row in connection.execute(found)]


def actions(connection: Connection) -> list[str]:
    """Answer what the audit says was done."""
    return list(connection.execute(select(AuditLine.action)).scalars())


def test_a_file_hangs_on_its_note_under_a_safe_name(office: Office) -> None:
    note_id = note_written(office, add_client(office))
    office.act(attach_file, note_id, "../../etc/plan.txt", b"Monday: tea")
    (row,) = office.ask(attachments_of, note_id)
    assert (row.name, row.kind, row.size) == ("plan.txt", "text", 11)
    assert (row.added_by, row.added_at) == ("Anna Beispiel", NOW)
    shown = office.ask(note, note_id)
    assert shown is not None
    assert shown.attachments == 1
    file = office.act(take_file_out, row.id).value
    assert (file.name, file.kind, file.content) == ("plan.txt", "text", b"Monday: tea")
    (look,) = office.ask(looks)
    assert look == (shown.person_id, "Anna Beispiel", "attachment", 1)


def test_the_same_contents_hang_on_a_note_once(office: Office) -> None:
    note_id = note_written(office, add_client(office))
    first = office.act(attach_file, note_id, "a.txt", b"same").value
    assert office.act(attach_file, note_id, "b.txt", b"same").value == first
    assert len(office.ask(attachments_of, note_id)) == 1


def test_programs_are_not_kept_and_files_are_few(office: Office) -> None:
    note_id = note_written(office, add_client(office))
    with pytest.raises(Refused, match="program"):
        office.act(attach_file, note_id, "a.pdf", b"MZ\x90\x00")
    for number in range(MOST_ATTACHMENTS):
        office.act(attach_file, note_id, "a.txt", str(number).encode())
    with pytest.raises(Refused, match=TOO_MANY):
        office.act(attach_file, note_id, "a.txt", b"one more")


def test_only_whoever_added_a_file_takes_it_off(office: Office, bodil: Office) -> None:
    note_id = note_written(office, add_client(office))
    file = office.act(attach_file, note_id, "a.txt", b"text").value
    with pytest.raises(Refused, match=NOT_YOUR_FILE):
        bodil.act(take_attachment_off, file)
    for _click in range(2):
        office.act(take_attachment_off, file)
    shown = office.ask(note, note_id)
    assert shown is not None
    assert shown.attachments == 0
    assert office.ask(actions).count("take_attachment_off") == 1
    with pytest.raises(Refused, match=FILE_IS_GONE):
        office.act(take_file_out, file)


def test_files_are_for_those_for_whom_the_note_is(office: Office, bodil: Office) -> None:
    own = note_written(office, add_client(office), access=Access.OWN)
    file = office.act(attach_file, own, "a.txt", b"text").value
    assert bodil.ask(attachments_of, own) == ()
    for act in (take_file_out, take_attachment_off):
        with pytest.raises(Refused, match=NOTE_IS_GONE):
            bodil.act(act, file)
    with pytest.raises(Refused, match=NOTE_IS_GONE):
        bodil.act(attach_file, own, "b.txt", b"more")
    with pytest.raises(Refused, match=NOTE_IS_GONE):
        office.act(attach_file, uuid4(), "b.txt", b"more")


def test_volunteers_attach_to_their_own_notes(office: Office, engine: Engine) -> None:
    person = add_client(office)
    member(office, "Anna Beispiel", Role.ADMINISTRATOR)
    member(office, "Clara Wolf", Role.VOLUNTEER)
    visit_planned(office, person, visitor="Clara Wolf")
    clara = Office(engine, who="Clara Wolf", clock=lambda: NOW)
    theirs, mine = note_written(office, person), note_written(clara, person)
    with pytest.raises(Refused, match=NOT_YOURS_TO_CHANGE):
        clara.act(attach_file, theirs, "a.txt", b"text")
    file = clara.act(attach_file, mine, "a.txt", b"text").value
    clara.act(take_attachment_off, file)
