"""Fault 25: a button is pressed twice before the first press was done."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import uuid4

from sqlalchemy import func, select

from app.clients.actions import add_client
from app.journal.actions import write_note
from app.visiting.actions import plan_visit
from db.admin import AuditLine
from db.journal import Note
from db.people import Person
from db.visiting import Visit
from tests.factories.clients import add_client as added
from tests.factories.clients import client_details
from tests.factories.journal import note_entry
from tests.factories.visits import planned

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from app.office import Office
    from db.base import Base


def count(connection: Connection, kind: type[Base]) -> int:
    """Answer how many rows of a kind there are."""
    return connection.execute(select(func.count()).select_from(kind)).scalar_one()


def test_a_client_who_is_added_twice_is_there_once(office: Office) -> None:
    client_id, form = uuid4(), client_details()
    assert office.act(add_client, client_id, form).value == client_id
    assert office.act(add_client, client_id, form).value == client_id
    assert office.ask(count, Person) == 1
    assert office.ask(count, AuditLine) == 1


def test_a_note_that_is_saved_twice_is_there_once(office: Office) -> None:
    client_id, note_id = added(office), uuid4()
    for _click in range(2):
        office.act(write_note, note_id, note_entry(client_id))
    assert office.ask(count, Note) == 1


def test_a_visit_that_is_planned_twice_is_there_once(office: Office) -> None:
    client_id, visit_id = added(office), uuid4()
    for _click in range(2):
        office.act(plan_visit, visit_id, planned(client_id))
    assert office.ask(count, Visit) == 1
