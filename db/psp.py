"""The tables of the PSP co-operation: groups, cases, facts with their grounds, meetings, looks.

They lead to a person by a key without a foreign key, and no table outside leads here: nothing
that walks along the schema comes upon them. Who may read them says `db.psp_access`.
"""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import Boolean, Date, DateTime, ForeignKey, Index, Integer, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from db.base import Instant, Record

_GROUP = "psp_group.id"
_CASE = "psp_case.id"
_MEETING = "psp_meeting.id"


class PspGroup(Record):
    """A group of agencies that confer on people: PSP, a local group of SSP, or its steering."""

    __tablename__ = "psp_group"

    name: Mapped[str] = mapped_column(Text)
    kind: Mapped[str] = mapped_column(Text)
    """See `app.referrals.psp.rules.GroupKind`."""
    area: Mapped[str] = mapped_column(Text, default="")
    is_active: Mapped[bool] = mapped_column(Boolean, default=True)


class PspMember(Record):
    """Somebody who sits at a group's table, with or without a desk in this office."""

    __tablename__ = "psp_member"
    __table_args__ = (Index(None, "group_id"), Index(None, "member_name"))

    group_id: Mapped[UUID] = mapped_column(ForeignKey(_GROUP))
    member_name: Mapped[str] = mapped_column(Text, default="")
    """The colleague of this office who may open the group; "" for people of other agencies."""
    name: Mapped[str] = mapped_column(Text)
    agency: Mapped[str] = mapped_column(Text)
    """See `app.referrals.psp.rules.Agency`."""
    organisation: Mapped[str] = mapped_column(Text, default="")
    email: Mapped[str] = mapped_column(Text, default="")
    is_lead: Mapped[bool] = mapped_column(Boolean, default=False)
    from_on: Mapped[date] = mapped_column(Date)
    until_on: Mapped[date | None] = mapped_column(Date)


class PspGlass(Record):
    """One hour in a group for a PSP member who is not in it, with a reason that the lead reads."""

    __tablename__ = "psp_glass"
    __table_args__ = (Index(None, "group_id"), Index(None, "who"))

    group_id: Mapped[UUID] = mapped_column(ForeignKey(_GROUP))
    who: Mapped[str] = mapped_column(Text)
    valid_from: Mapped[datetime] = mapped_column(Instant())
    valid_until: Mapped[datetime] = mapped_column(Instant())
    reason: Mapped[str] = mapped_column(Text)


class PspCase(Record):
    """One person whom an agency cannot help with its own means alone."""

    __tablename__ = "psp_case"
    __table_args__ = (
        UniqueConstraint("group_id", "number"),
        Index(None, "group_id", "state"),
        Index(None, "person_id"),
    )

    group_id: Mapped[UUID] = mapped_column(ForeignKey(_GROUP))
    number: Mapped[str] = mapped_column(Text)
    """The reference that minutes bear instead of a name."""
    person_id: Mapped[UUID] = mapped_column()
    raised_on: Mapped[date] = mapped_column(Date)
    raised_by: Mapped[str] = mapped_column(Text)
    raised_agency: Mapped[str] = mapped_column(Text)
    own_means_insufficient: Mapped[str] = mapped_column(Text)
    tried: Mapped[str] = mapped_column(Text)
    informed: Mapped[bool] = mapped_column(Boolean)
    informed_reason: Mapped[str] = mapped_column(Text, default="")
    consent_sought: Mapped[str] = mapped_column(Text)
    """See `app.referrals.psp.rules.ConsentSought`."""
    consent_reason: Mapped[str] = mapped_column(Text, default="")
    lead_agency: Mapped[str] = mapped_column(Text, default="")
    state: Mapped[str] = mapped_column(Text)
    """See `app.referrals.psp.rules.CaseState`."""
    next_review: Mapped[date | None] = mapped_column(Date)
    closed_on: Mapped[date | None] = mapped_column(Date)
    closing_reason: Mapped[str] = mapped_column(Text, default="")


class PspCriterion(Record):
    """One of the reasons for which a person is brought up."""

    __tablename__ = "psp_criterion"
    __table_args__ = (UniqueConstraint("case_id", "code"),)

    case_id: Mapped[UUID] = mapped_column(ForeignKey(_CASE))
    code: Mapped[str] = mapped_column(Text)
    """See `app.referrals.psp.rules.Criterion`."""


class PspFact(Record):
    """One piece of information, why it is needed, and on what ground it is passed on."""

    __tablename__ = "psp_fact"
    __table_args__ = (Index(None, "case_id"), Index(None, "expires_on"))

    case_id: Mapped[UUID] = mapped_column(ForeignKey(_CASE))
    text: Mapped[str] = mapped_column(Text)
    category: Mapped[str] = mapped_column(Text)
    """See `app.referrals.psp.rules.FactCategory`."""
    from_agency: Mapped[str] = mapped_column(Text)
    necessity: Mapped[str] = mapped_column(Text)
    basis: Mapped[str] = mapped_column(Text)
    """The code of a legal basis, see resources/referrals/psp_bases.toml."""
    not_for_investigation: Mapped[bool] = mapped_column(Boolean)
    expires_on: Mapped[date] = mapped_column(Date)
    """The last day on which it may be used."""
    consent_id: Mapped[UUID | None] = mapped_column()
    """The consent on which it stands, by its key alone."""
    noted_by: Mapped[str] = mapped_column(Text, default="")
    noted_at: Mapped[datetime] = mapped_column(Instant())


class PspFactRecipient(Record):
    """An agency that may be told a fact."""

    __tablename__ = "psp_fact_recipient"
    __table_args__ = (UniqueConstraint("fact_id", "agency"),)

    fact_id: Mapped[UUID] = mapped_column(ForeignKey("psp_fact.id"))
    agency: Mapped[str] = mapped_column(Text)


class PspMeeting(Record):
    """A conference of a group."""

    __tablename__ = "psp_meeting"
    __table_args__ = (Index(None, "group_id", "starts_at"),)

    group_id: Mapped[UUID] = mapped_column(ForeignKey(_GROUP))
    starts_at: Mapped[datetime] = mapped_column(DateTime)
    """Local wall-clock time."""
    place: Mapped[str] = mapped_column(Text, default="")
    state: Mapped[str] = mapped_column(Text)
    """See `app.referrals.psp.rules.MeetingState`."""
    minutes: Mapped[str] = mapped_column(Text, default="")
    """What was said in general, without people."""
    approved_at: Mapped[datetime | None] = mapped_column(Instant())
    approved_by: Mapped[str] = mapped_column(Text, default="")
    approved_in_id: Mapped[UUID | None] = mapped_column()
    """The later meeting that approved the minutes."""


class PspAttendance(Record):
    """Who was asked to a meeting, and whether they came."""

    __tablename__ = "psp_attendance"
    __table_args__ = (UniqueConstraint("meeting_id", "member_id"),)

    meeting_id: Mapped[UUID] = mapped_column(ForeignKey(_MEETING))
    member_id: Mapped[UUID] = mapped_column(ForeignKey("psp_member.id"))
    agency: Mapped[str] = mapped_column(Text)
    """That of the member on that day."""
    present: Mapped[bool] = mapped_column(Boolean, default=False)


class PspAgenda(Record):
    """One case on the agenda of a meeting, and what was decided."""

    __tablename__ = "psp_agenda"
    __table_args__ = (UniqueConstraint("meeting_id", "case_id"), Index(None, "case_id"))

    meeting_id: Mapped[UUID] = mapped_column(ForeignKey(_MEETING))
    case_id: Mapped[UUID] = mapped_column(ForeignKey(_CASE))
    position: Mapped[int] = mapped_column(Integer)
    summary: Mapped[str] = mapped_column(Text, default="")
    decision: Mapped[str] = mapped_column(Text, default="")
    next_review: Mapped[date | None] = mapped_column(Date)


class PspTask(Record):
    """What an agency does until when, as a meeting agreed."""

    __tablename__ = "psp_task"
    __table_args__ = (Index(None, "agenda_id"),)

    agenda_id: Mapped[UUID] = mapped_column(ForeignKey("psp_agenda.id"))
    agency: Mapped[str] = mapped_column(Text)
    what: Mapped[str] = mapped_column(Text)
    due_on: Mapped[date] = mapped_column(Date)
    done_on: Mapped[date | None] = mapped_column(Date)


class PspExtract(Record):
    """A paper that left the group, and what exactly was given."""

    __tablename__ = "psp_extract"
    __table_args__ = (Index(None, "group_id"), Index(None, "meeting_id"))

    group_id: Mapped[UUID] = mapped_column(ForeignKey(_GROUP))
    meeting_id: Mapped[UUID | None] = mapped_column(ForeignKey(_MEETING))
    case_id: Mapped[UUID | None] = mapped_column()
    """Of a paper on one case, by its key alone: what was given stays known."""
    kind: Mapped[str] = mapped_column(Text)
    """See `app.referrals.psp.rules.Paper`."""
    agency: Mapped[str] = mapped_column(Text, default="")
    """Who got it; "" for minutes, which all at the table get."""
    at: Mapped[datetime] = mapped_column(Instant())
    who: Mapped[str] = mapped_column(Text)
    facts: Mapped[int] = mapped_column(Integer, default=0)
    sha256: Mapped[str] = mapped_column(Text)


class PspLook(Record):
    """Who opened what, and when; nothing of a group is read without one."""

    __tablename__ = "psp_look"
    __table_args__ = (
        Index(None, "who", "at"),
        Index(None, "group_id", "at"),
        Index(None, "case_id"),
    )

    group_id: Mapped[UUID] = mapped_column(ForeignKey(_GROUP))
    case_id: Mapped[UUID | None] = mapped_column()
    """By its key alone: who looked stays known when the case is deleted."""
    at: Mapped[datetime] = mapped_column(Instant())
    until: Mapped[datetime] = mapped_column(Instant())
    """For how long what was opened by it stays open."""
    who: Mapped[str] = mapped_column(Text)
    what: Mapped[str] = mapped_column(Text)
    """See `app.referrals.psp.rules.Looked`."""
