"""Ends matches for what happened elsewhere: one of the two has died."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import literal, or_, select

from app.matches.actions import step_match
from app.matches.rules import OPEN_STAGES, EndedBy, EndReason, MatchStage, StepDetails
from db.access import cards_of, is_known_to_me
from db.base import Key
from db.matches import Match

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from app.office import Act

_OPEN = [stage.value for stage in OPEN_STAGES]


def end_matches_of_deceased(act: Act, person_id: UUID, died_on: date | None) -> int:
    """End the open matches of somebody who died, on whichever card; answer how many.

    They end on the day of death, or today where nobody knows it, and never before their last step.
    Other actions call this.
    """
    cards = cards_of(literal(person_id, Key()))
    open_ones = select(Match).where(
        Match.stage.in_(_OPEN),
        or_(Match.person_id.in_(cards), Match.visitor_id.in_(cards)),
        is_known_to_me(Match.person_id),
        is_known_to_me(Match.visitor_id),
    )
    mine = set(act.session.scalars(cards))
    rows = act.session.scalars(open_ones).all()
    today = act.local_now.date()
    for row in rows:
        side = EndedBy.PERSON if row.person_id in mine else EndedBy.VOLUNTEER
        on = max(row.since, min(died_on or today, today))
        ending = StepDetails(MatchStage.ENDED, on=on, ended_by=side, end_reason=EndReason.DECEASED)
        step_match(act, row.id, row.version, ending)
    return len(rows)
