"""When lines of certificates must go after a volunteer left, and their going."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from app.clients.queries import home_country
from app.volunteers.requirements import all_requirements
from app.volunteers.rules import LeaveReason, RequirementKind, deletion_day
from db.access import is_known_to_me
from db.volunteers import Proof, Volunteer

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from app.office import Act
    from app.volunteers.rules import Requirement

_LEFT = select(Volunteer).where(Volunteer.left_on.is_not(None), is_known_to_me(Volunteer.person_id))


def say_deletions(act: Act, row: Volunteer) -> None:
    """Say of a file's certificates when their lines must go, once the volunteer has left."""
    _say(act, row, _certificates(act))


def say_all_deletions(act: Act) -> None:
    """Say it anew for everybody who left: a requirement changed."""
    asked = _certificates(act)
    for row in act.session.scalars(_LEFT):
        _say(act, row, asked)


def delete_due_proofs(act: Act) -> int:
    """Delete every proof whose day has come, of volunteers who left; answer how many."""
    due = (
        select(Proof)
        .join(Volunteer, Volunteer.id == Proof.volunteer_id)
        .where(Proof.delete_on <= act.local_now.date(), is_known_to_me(Volunteer.person_id))
    )
    proofs = act.session.scalars(due).all()
    for proof in proofs:
        act.session.delete(proof)
        act.touch("volunteers", proof.volunteer_id)
    return len(proofs)


def _say(act: Act, row: Volunteer, asked: Mapping[str, list[Requirement]]) -> None:
    began = row.active_from is not None and row.left_reason != LeaveReason.NEVER_BEGAN
    for proof in act.session.scalars(select(Proof).where(Proof.volunteer_id == row.id)):
        if versions := asked.get(proof.requirement_code):
            left = row.left_on
            proof.delete_on = _day(versions, left, began=began) if left else None


def _day(versions: list[Requirement], left_on: date, *, began: bool) -> date:
    """Answer the day by the version that held when the volunteer left, or by the first."""
    held = [one for one in versions if one.valid_from <= left_on] or versions[:1]
    return deletion_day(held[-1], left_on, began=began)


def _certificates(act: Act) -> Mapping[str, list[Requirement]]:
    connection = act.session.connection()
    found: dict[str, list[Requirement]] = {}
    for one in all_requirements(connection, home_country(connection)):
        if one.kind is RequirementKind.CERTIFICATE:
            found.setdefault(one.code, []).append(one)
    return found
