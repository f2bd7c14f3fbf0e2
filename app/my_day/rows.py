"""What My day shows: frozen rows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date, datetime
    from uuid import UUID

    from app.consent.queries import ConsentEnding
    from app.drafts.queries import DraftRow
    from app.escalation.rows import ConcernRow
    from app.journal.queries import FollowUpRow
    from app.matches.queries import MatchRow
    from app.mobile_advice.advice.rows import CallRow
    from app.mobile_advice.mediators.queries import LateRow
    from app.mobile_advice.suitcase.away import SuitcaseRow
    from app.mobile_advice.tours.rows import ToursOfDay
    from app.referrals.enquiries.queries import EnquiryRow
    from app.referrals.handing_over.queries import ReferralRow, RequestRow
    from app.referrals.housing_cases.queries import CaseRow
    from app.tasks.rows import DueTasks
    from app.visiting.record_rows import UnreadNote
    from app.visiting.rows import VisitingDay
    from app.volunteers.queries import ExpiringProof


@dataclass(frozen=True, slots=True)
class ForgottenPerson:
    """An active client who was not reached for long."""

    id: UUID
    name: str
    last_contact: date | None
    """None for somebody who was never reached."""
    responsible: str


@dataclass(frozen=True, slots=True)
class Forgotten:
    """Who was not reached for long: one's own people, or all where one has none."""

    people: tuple[ForgottenPerson, ...]
    mine: int
    """How many of the people in one's own charge; see `most_counted`."""
    office: int
    """How many of the whole office; see `most_counted`."""
    days: int
    """After how many days the office asks."""
    most_counted: int
    """A number above this one only says that there are more."""


@dataclass(frozen=True, slots=True)
class DayAhead:
    """How much there is to do on one of the next days."""

    day: date
    visits: int
    """Planned visits of the whole office, counted up to `app.visiting.rows.MOST_COUNTED`."""
    tasks: int
    """Tasks of the person who asks."""


@dataclass(frozen=True, slots=True)
class Change:
    """What others did about one person, or about a part of the office, since one was here."""

    person_id: UUID | None
    person_name: str
    """"" for what is about nobody."""
    features: tuple[str, ...]
    """Feature words, the latest first."""
    who: tuple[str, ...]
    """Who it was, the latest first."""
    at: datetime
    """The latest of it (aware, UTC)."""


@dataclass(frozen=True, slots=True)
class MyDay:
    """The first screen of the day."""

    visits: VisitingDay
    tasks: DueTasks
    follow_ups: tuple[FollowUpRow, ...]
    """Follow-ups of notes that wait for the person who asks, by day."""
    closings: tuple[FollowUpRow, ...]
    """Own notes that others followed up since."""
    consents: tuple[ConsentEnding, ...]
    """Those that end soon, or ended not long ago, and were not answered anew."""
    forgotten: Forgotten
    ahead: tuple[DayAhead, ...]
    """The seven days after today, also the empty ones."""
    changes: tuple[Change, ...]
    seen_at: datetime | None
    """When the person who asks was last here (aware); None before the first time."""
    drafts: tuple[DraftRow, ...]
    concerns: tuple[ConcernRow, ...] = ()
    """People of whom nobody knows yet whether they are safe."""
    notes: tuple[UnreadNote, ...] = ()
    """Notes on visits that nobody has read yet."""
    check_ins: tuple[MatchRow, ...] = ()
    """Matches of which both are to be asked how it goes."""
    proofs: tuple[ExpiringProof, ...] = ()
    """Proofs of volunteers that end soon, or must be deleted."""
    mediators: tuple[LateRow, ...] = ()
    """Requests for mediators that nobody answered, before or after they come too late."""
    calls: tuple[CallRow, ...] = ()
    """Calls to be made by today, one's own and those of the phone line; the first is next."""
    tours: ToursOfDay | None = None
    """Mobile advice: today's tours, days to be confirmed, permits; None until it is asked."""
    suitcases: tuple[SuitcaseRow, ...] = ()
    """Suitcases that open until today at the latest and are not returned."""
    handed: tuple[ReferralRow, ...] = ()
    """Matters that wait for one's own answer, or whose answer is due."""
    requests: tuple[RequestRow, ...] = ()
    """Colleagues who ask to open a card, for those who may let them."""
    enquiries: tuple[EnquiryRow, ...] = ()
    """Enquiries of which a day is today or was not kept."""
    housing: tuple[CaseRow, ...] = ()
    """Open housing cases whose deadline is today or passed."""
