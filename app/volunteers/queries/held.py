"""Proofs as far as a volunteer's standing depends on them, read at once for all or for one."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from sqlalchemy import select

from app.volunteers.rules import Assessment, Held
from db.access import is_known_to_me
from db.volunteers import Proof, Volunteer

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date
    from uuid import UUID

    from sqlalchemy import Connection

_ALL = (
    select(
        Proof.volunteer_id,
        Proof.requirement_code,
        Proof.inspected_on,
        Proof.valid_until,
        Proof.has_excluding_entry,
        Proof.assessment,
        Proof.delete_on,
    )
    .join(Volunteer, Volunteer.id == Proof.volunteer_id)
    .where(is_known_to_me(Volunteer.person_id))
)


class HeldProofs(NamedTuple):
    """The proofs of one volunteer, and the days on which lines of them must go."""

    held: tuple[Held, ...]
    deletions: tuple[tuple[str, date], ...]


NOTHING = HeldProofs((), ())


def as_held(
    code: str,
    inspected_on: date | None,
    valid_until: date | None,
    has_excluding_entry: bool | None,  # noqa: FBT001 - the value itself
    assessment: str,
) -> Held:
    """Answer a proof as standings ask for it."""
    passed = not has_excluding_entry and assessment != Assessment.NOT_SUITABLE
    return Held(code, inspected_on, valid_until, passed)


def all_held(connection: Connection) -> Mapping[UUID, HeldProofs]:
    """Answer the proofs of all volunteers, by their files."""
    found: dict[UUID, list[Held]] = defaultdict(list)
    going: dict[UUID, list[tuple[str, date]]] = defaultdict(list)
    for file, code, inspected, until, entry, assessment, delete_on in connection.execute(_ALL):
        found[file].append(as_held(code, inspected, until, entry, assessment))
        if delete_on is not None:
            going[file].append((code, delete_on))
    return {file: HeldProofs(tuple(held), tuple(going[file])) for file, held in found.items()}
