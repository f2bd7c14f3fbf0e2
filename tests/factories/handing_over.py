"""Matters that are handed over, through the action that people use."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid4

from app.referrals.handing_over.actions import answer_referral, hand_over
from app.referrals.handing_over.rules import Handing, HandingAnswer

if TYPE_CHECKING:
    from app.office import Office


def handing(**fields: Any) -> Handing:  # noqa: ANN401 - any field of the form
    """Answer a form that refers somebody under the Social Code, or as `fields` say."""
    known: dict[str, Any] = {
        "kind": "refer",
        "reason": "Bitte prüfen Sie einen Hausbesuch.",
        "facts": ("name", "address"),
        "basis": "social_task",
        "due_on": date(2026, 12, 7),
    }
    return Handing(**(known | fields))


def refer(office: Office, person_id: UUID, **fields: Any) -> UUID:  # noqa: ANN401 - any field
    """Hand a matter over and answer its key."""
    return office.act(hand_over, uuid4(), person_id, handing(**fields)).value


def reply(office: Office, referral_id: UUID, version: int = 1, **fields: Any) -> UUID:  # noqa: ANN401 - any field
    """Keep what the receiver said."""
    return office.act(answer_referral, referral_id, version, HandingAnswer(**fields)).value
