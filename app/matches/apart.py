"""Keeping two people apart, with a reason, and letting them meet again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.consent.actions import known_person
from app.drafts.actions import discard_draft
from app.errors import N_, Problem, Refused
from app.matches.actions import SAME_PERSON, exclusion_of
from app.text_rules import NOTE_LENGTH, check_text
from db.matches import Exclusion

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from app.office import Act

APART_FORM = "kept_apart"
"""The form of an exclusion in drafts; the subject is the person on whose card it is written."""
NOT_CHOSEN = N_("Please choose the person.")


def keep_apart(
    act: Act,
    person_id: UUID | None,
    visitor_id: UUID | None,
    reason: str,
    since: date | None = None,
) -> UUID:
    """Keep two people apart, for a reason; a second time changes the reason. Answers the person."""
    if person_id is None or visitor_id is None:
        raise Refused(Problem(NOT_CHOSEN, "other"))
    if person_id == visitor_id:
        raise Refused(Problem(SAME_PERSON, "other"))
    known_person(act, person_id, "other")
    known_person(act, visitor_id, "other")
    if problems := check_text(reason, "reason", longest=NOTE_LENGTH, required=True, lines=True):
        raise Refused(*problems)
    today = act.local_now.date()
    row = act.session.scalar(exclusion_of(person_id, visitor_id)) or Exclusion(
        person_id=person_id, visitor_id=visitor_id, since=since or today
    )
    row.reason, row.since = reason.strip(), since or row.since
    act.session.add(row)
    for subject in (person_id, visitor_id):
        discard_draft(act, APART_FORM, str(subject))
    act.touch("matches", person_id)
    return person_id


def let_meet(act: Act, person_id: UUID, visitor_id: UUID) -> UUID:
    """Keep two people apart no longer; answer the person."""
    known_person(act, person_id)
    known_person(act, visitor_id)
    row = act.session.scalar(exclusion_of(person_id, visitor_id))
    if row is not None:
        act.session.delete(row)
        act.touch("matches", person_id)
    return person_id
