"""Puts colleagues on the list of an office, and restricts people, through the usual actions."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import uuid4

from app.access.actions import add_member, restrict_person
from app.access.rules import MemberDetails, Named, Restriction, Role

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from app.office import Office


def member(office: Office, name: str, role: Role = Role.COORDINATOR) -> UUID:
    """Put a colleague on the list and answer the key; the first is the one at work."""
    return office.act(add_member, uuid4(), MemberDetails(name, role)).value


def restricted(office: Office, person_id: UUID, *who: str, until: date | None = None) -> None:
    """Hide a person from everyone but the one at work and those named."""
    named = (Named(office.who), *(Named(name, until) for name in who))
    office.act(restrict_person, person_id, Restriction("A colleague's mother", named))
