"""Asking for My day: one question, every part of it a statement that was built once."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING

from app.consent.queries import expiring_consents
from app.drafts.queries import all_drafts
from app.escalation.queries import open_concerns
from app.journal.queries import closings_to_tell, open_follow_ups
from app.matches.queries import MatchList, list_matches
from app.mobile_advice.advice.queries import due_calls
from app.mobile_advice.mediators.queries import late_requests
from app.mobile_advice.suitcase.away import to_return
from app.mobile_advice.tours.queries import tours_of_day
from app.my_day.changes import changes_since, seen_at
from app.my_day.first import first_of_day
from app.my_day.no_contact import forgotten
from app.my_day.rules import CONSENT_AHEAD, CONSENT_BEHIND
from app.referrals.enquiries.queries import due_enquiries
from app.referrals.handing_over.queries import access_requests, referrals_due
from app.referrals.housing_cases.queries import due_cases
from app.visiting.record_queries import unread_notes
from app.volunteers.queries import expiring_proofs
from db.kept_plans import keep_plans

if TYPE_CHECKING:
    from datetime import date

    from sqlalchemy import Connection

    from app.journal.queries import FollowUpRow
    from app.my_day.rows import MyDay

FOLLOW_UPS_SOUGHT, FOLLOW_UPS_SHOWN = 40, 6
CONSENTS_SHOWN = 10
NOTES_SOUGHT = 60
PROOFS_SOUGHT = 60
ENQUIRIES_SOUGHT = 60
HANDED_SOUGHT = 60
CASES_SOUGHT = 60


def my_day(connection: Connection, today: date, who: str) -> MyDay:
    """Answer what today holds for a person: visits, tasks, deadlines, people, what is new."""
    keep_plans(connection)
    since = seen_at(connection, who)
    return replace(
        first_of_day(connection, today, who),
        follow_ups=_due(open_follow_ups(connection, FOLLOW_UPS_SOUGHT), today),
        closings=closings_to_tell(connection, FOLLOW_UPS_SOUGHT),
        consents=expiring_consents(
            connection, today + CONSENT_AHEAD, first=today - CONSENT_BEHIND, most=CONSENTS_SHOWN
        ),
        forgotten=forgotten(connection, today, who),
        changes=changes_since(connection, since, who) if since is not None else (),
        seen_at=since,
        drafts=all_drafts(connection, who),
        concerns=open_concerns(connection, today),
        notes=unread_notes(connection, NOTES_SOUGHT),
        proofs=expiring_proofs(connection, today, PROOFS_SOUGHT),
        handed=referrals_due(connection, today, HANDED_SOUGHT),
        requests=access_requests(connection),
        enquiries=due_enquiries(connection, today, ENQUIRIES_SOUGHT),
        housing=due_cases(connection, today, CASES_SOUGHT),
        mediators=late_requests(connection, today),
        calls=due_calls(connection, today, who),
        tours=tours_of_day(connection, today, who),
        suitcases=to_return(connection, _end_of(today)),
        check_ins=list_matches(connection, MatchList.CHECK_IN, today),
    )


def _end_of(day: date) -> datetime:
    return datetime.combine(day + timedelta(days=1), time()).astimezone()


def _due(notes: tuple[FollowUpRow, ...], today: date) -> tuple[FollowUpRow, ...]:
    """Answer the first follow-ups that are due by today, or at no certain day."""
    due = [note for note in notes if note.follow_up_due is None or note.follow_up_due <= today]
    return tuple(due[:FOLLOW_UPS_SHOWN])
