"""One enquiry as it is looked at: what was said, by when what is due, what followed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import bindparam, func, select

from app.referrals.enquiries.config import clock_here, emergency_here, words_here
from app.referrals.enquiries.queries.lists import about_home
from app.referrals.enquiries.queries.rows import COLUMNS, EnquiryRow, with_names
from app.referrals.enquiries.queries.steps import followed
from app.referrals.enquiries.rules import CHILD_CONCERN
from db.answers import Answer
from db.base import Key
from db.enquiry_access import is_visible
from db.institutions import InstitutionContact
from db.referrals import Enquiry

if TYPE_CHECKING:
    from datetime import date, datetime
    from uuid import UUID

    from sqlalchemy import Connection

    from app.referrals.enquiries.queries.steps import FollowedRow


@dataclass(frozen=True, slots=True)
class Laws:
    """What this office says in its sentences."""

    emergency: str
    """The numbers to ring in danger."""
    child_law: str
    child_channel: str
    """English, translated where it is shown."""
    child_hours: int
    naming_law: str
    cpr_law: str


@dataclass(frozen=True, slots=True)
class EnquiryCard:
    """All that is known of an enquiry, with the version to change it from."""

    row: EnquiryRow
    received_by: str
    channel: str
    contact_id: UUID | None
    caller_function: str
    reporter_role: str
    reporter_phone: str
    reporter_email: str
    callback_time: str
    named_later: bool
    cpr: str
    observed: str
    since_words: str
    since: date | None
    how_often: str
    others_affected: str
    children: str
    acute: bool
    told_emergency_at: datetime | None
    told_resident: str
    resident_knows: str
    done_so_far: str
    best_time: str
    safety_note: str
    assessment: str
    assessed_by: str
    child_routed_to: str
    outcome: str
    """Inner, as is `outcome_note`: never told to the reporter."""
    outcome_note: str
    closed_at: datetime | None
    closed_by: str
    dwelling_key: str
    answers: int
    steps: tuple[FollowedRow, ...]
    earlier: tuple[EnquiryRow, ...]
    """Other enquiries about the same home."""
    laws: Laws

    @property
    def id(self) -> UUID:
        """The key of the enquiry."""
        return self.row.id

    @property
    def concerns(self) -> tuple[str, ...]:
        """Codes of the concerns."""
        return tuple(self.row.concerns.split())

    @property
    def is_about_child(self) -> bool:
        """Whether a child is the concern."""
        return CHILD_CONCERN in self.concerns

    @property
    def child_waits(self) -> bool:
        """Whether the children's channel has not been told yet."""
        return self.is_about_child and self.row.child_routed_at is None


_FURTHER = (
    "received_by", "channel", "contact_id", "reporter_role", "reporter_phone", "reporter_email",
    "callback_time", "named_later", "cpr", "observed", "since_words", "since", "how_often",
    "others_affected", "children", "acute", "told_emergency_at", "told_resident",
    "resident_knows", "done_so_far", "best_time", "safety_note", "assessment", "assessed_by",
    "child_routed_to", "outcome", "outcome_note", "closed_at", "closed_by", "dwelling_key",
)  # fmt: skip
_ANSWERS = (
    select(func.count())
    .select_from(Answer)
    .where(Answer.enquiry_id == Enquiry.id)
    .scalar_subquery()
)
_CARD = with_names(
    select(
        *COLUMNS,
        *(getattr(Enquiry, name) for name in _FURTHER),
        func.coalesce(InstitutionContact.function, "").label("caller_function"),
        _ANSWERS.label("answers"),
    )
    .select_from(Enquiry)
    .where(Enquiry.id == bindparam("id", type_=Key()), is_visible(Enquiry.person_id))
)


def enquiry_card(connection: Connection, enquiry_id: UUID, today: date) -> EnquiryCard | None:
    """Answer an enquiry; None where there is none that the reader may know of."""
    row = connection.execute(_CARD, {"id": enquiry_id}).one_or_none()
    if row is None:
        return None
    listed, count = EnquiryRow._make(row[: len(COLUMNS)]), len(COLUMNS)
    further = dict(zip(_FURTHER, row[count : count + len(_FURTHER)], strict=True))
    return EnquiryCard(
        row=listed,
        caller_function=row.caller_function,
        answers=row.answers,
        steps=followed(connection, enquiry_id),
        earlier=about_home(connection, further["dwelling_key"], enquiry_id),
        laws=laws_here(connection, today),
        **further,
    )


def laws_here(connection: Connection, today: date) -> Laws:
    """Answer what this office says in its sentences on a day."""
    clock, words = clock_here(connection, today), words_here(connection, today)
    return Laws(
        emergency_here(connection, today),
        clock.child_law,
        words.child_channel,
        clock.child_hours,
        clock.naming_law,
        words.cpr_law,
    )
