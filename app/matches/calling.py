"""Courtesy calls: who rings somebody who waits, and what came of each call."""

from __future__ import annotations

from datetime import UTC, datetime, time
from typing import TYPE_CHECKING

from sqlalchemy import select

from app.clients.contact import recount_contact
from app.consent.actions import known_person
from app.drafts.actions import discard_draft
from app.errors import N_, Problem, Refused
from app.matches.actions import SAME_PERSON
from app.matches.rules import check_call
from app.volunteers.queries import volunteer_card
from app.volunteers.rules import VolunteerStage
from db.matches import CourtesyCall, CourtesyCaller

if TYPE_CHECKING:
    from uuid import UUID

    from app.matches.rules import CallDetails
    from app.office import Act

CALL_FORM = "courtesy_call"
CALLER_FORM = "courtesy_caller"
"""The forms of a call and of who rings in drafts; the subject is the person who waits."""
NOT_ACTIVE = N_("{name} is not active as a volunteer yet. What is missing stands in the file.")
UNKNOWN_CALL = N_("This call is no longer in the office.")


def choose_caller(act: Act, person_id: UUID, visitor_id: UUID | None) -> UUID:
    """Let a volunteer ring somebody who waits, or nobody any more; answer the person."""
    known_person(act, person_id)
    row = act.session.scalar(select(CourtesyCaller).where(CourtesyCaller.person_id == person_id))
    if visitor_id is None:
        if row is not None:
            act.session.delete(row)
    else:
        _check_caller(act, person_id, visitor_id)
        row = row or CourtesyCaller(person_id=person_id)
        row.visitor_id, row.since = visitor_id, act.local_now.date()
        act.session.add(row)
    discard_draft(act, CALLER_FORM, str(person_id))
    act.touch("matches", person_id)
    return person_id


def record_call(act: Act, call_id: UUID, person_id: UUID, details: CallDetails) -> UUID:
    """Note a call under an id that the form made; a second time changes nothing.

    Answers the person, who counts as reached on that day when she was.
    """
    if act.session.get(CourtesyCall, call_id) is not None:
        return person_id
    known_person(act, person_id)
    today = act.local_now.date()
    if problems := check_call(details, today):
        raise Refused(*problems)
    day = details.on or today
    # Of today the hour is known; an earlier day stands for its noon.
    at = act.now if day == today else datetime.combine(day, time(12)).astimezone(UTC)
    row = CourtesyCall(
        id=call_id,
        person_id=person_id,
        visitor_id=details.visitor_id,
        at=at,
        result=details.result,
        note=details.note.strip(),
        who=act.who,
    )
    act.session.add(row)
    recount_contact(act, person_id)
    discard_draft(act, CALL_FORM, str(person_id))
    act.touch("matches", person_id)
    act.touch("clients", person_id)
    return person_id


def remove_call(act: Act, call_id: UUID) -> UUID:
    """Delete a call that was noted by mistake; answer the person."""
    row = act.session.get(CourtesyCall, call_id)
    if row is None:
        raise Refused(Problem(UNKNOWN_CALL))
    known_person(act, row.person_id)
    act.session.delete(row)
    recount_contact(act, row.person_id)
    act.touch("matches", row.person_id)
    act.touch("clients", row.person_id)
    return row.person_id


def _check_caller(act: Act, person_id: UUID, visitor_id: UUID) -> None:
    if person_id == visitor_id:
        raise Refused(Problem(SAME_PERSON, "visitor_id"))
    known_person(act, visitor_id, "visitor_id")
    today = act.local_now.date()
    card = volunteer_card(act.session.connection(), visitor_id, today)
    if card is None or card.details is None or card.stage is not VolunteerStage.ACTIVE:
        name = card.name if card else ""
        raise Refused(Problem(NOT_ACTIVE, "visitor_id", {"name": name}))
