"""Writes that somebody has a role from now on, whatever other roles there are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from db.people import Person, PersonRole

if TYPE_CHECKING:
    from uuid import UUID

    from app.clients.rules import Role
    from app.office import Act


def take_role(act: Act, person_id: UUID, role: Role) -> None:
    """Give a person a role from today on, unless the person has it for an open time."""
    act.session.flush()
    lasting = select(PersonRole.id).where(
        PersonRole.person_id == person_id,
        PersonRole.role == role.value,
        PersonRole.until.is_(None),
    )
    if act.session.scalar(lasting.limit(1)) is not None:
        return
    person = act.session.get_one(Person, person_id)
    act.session.add(
        PersonRole(
            person_id=person_id,
            role=role.value,
            since=act.local_now.date(),
            sort_key_de=person.sort_key_de,
            sort_key_da=person.sort_key_da,
        )
    )
