"""Wishes and matches for tests."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid4

from sqlalchemy import select

from app.matches.actions import propose_match, save_wish, step_match
from app.matches.rules import MatchStage, StepDetails, WishDetails
from db.matches import Match
from tests.factories.volunteers import add_volunteer, approve

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from app.office import Office

TODAY = date(2026, 11, 23)


def wish(office: Office, person_id: UUID, **details: Any) -> UUID:  # noqa: ANN401 - any field of the wish
    """Keep what somebody wishes for the first time; answer the person."""
    return office.act(save_wish, person_id, 0, replace(WishDetails(), **details)).value


def active_volunteer(office: Office, name: str = "Anja Kurz", **details: Any) -> UUID:  # noqa: ANN401 - any field of the file
    """Add a volunteer who may visit; answer the person."""
    return approve(office, add_volunteer(office, name, **details))


def propose(office: Office, person_id: UUID, visitor_id: UUID) -> UUID:
    """Propose a match; answer it."""
    return office.act(propose_match, uuid4(), person_id, visitor_id).value


def step(office: Office, match_id: UUID, stage: MatchStage, **details: Any) -> None:  # noqa: ANN401 - any field of the step
    """Let a match go on, today unless said otherwise."""
    version = version_of(office, match_id)
    given = replace(StepDetails(stage, on=TODAY), **details)
    office.act(step_match, match_id, version, given)


def version_of(office: Office, match_id: UUID) -> int:
    """Answer the version of a match."""
    return office.ask(_version, match_id)


def _version(connection: Connection, match_id: UUID) -> int:
    return connection.execute(select(Match.version).where(Match.id == match_id)).scalar_one()
