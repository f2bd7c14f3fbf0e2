"""Somebody takes a role once, whatever other roles there are."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from sqlalchemy import select

from app.clients.rules import Role
from app.clients.taking_roles import take_role
from db.people import PersonRole
from tests.factories.clients import add_client

if TYPE_CHECKING:
    from uuid import UUID

    from sqlalchemy import Connection

    from app.office import Act, Office


def _roles(connection: Connection, person_id: UUID) -> list[tuple[str, date | None]]:
    found = select(PersonRole.role, PersonRole.since).where(PersonRole.person_id == person_id)
    rows = connection.execute(found.order_by(PersonRole.role))
    return [(row.role, row.since) for row in rows]


def _end(act: Act, person_id: UUID) -> None:
    for row in act.session.query(PersonRole).filter_by(person_id=person_id):
        row.until = date(2026, 1, 1)


def test_a_role_is_taken_from_today_on_and_only_once(office: Office) -> None:
    erna = add_client(office)
    for _again in range(2):
        office.act(take_role, erna, Role.CONTACT)
    assert [role for role, _since in office.ask(_roles, erna)] == ["client", "contact"]
    assert dict(office.ask(_roles, erna))["contact"] == date(2026, 11, 23)


def test_a_role_that_has_ended_is_taken_again(office: Office) -> None:
    erna = add_client(office)
    office.act(_end, erna)
    office.act(take_role, erna, Role.CLIENT)
    assert [role for role, _since in office.ask(_roles, erna)] == ["client", "client"]
