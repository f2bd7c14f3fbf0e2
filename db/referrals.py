"""The tables of the contact scheme: enquiries of housing departments, and housing cases."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import Boolean, Date, ForeignKey, Index, Integer, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from db.base import Base, Instant, Record, SortedText


class Dwelling:
    """The columns that say which home is meant."""

    about_name: Mapped[str] = mapped_column(Text, default="")
    """Who lives there, as it was said; a card may be known besides."""
    country: Mapped[str] = mapped_column(String(2))
    street: Mapped[str] = mapped_column(Text, default="")
    house_number: Mapped[str] = mapped_column(Text, default="")
    floor: Mapped[str] = mapped_column(Text, default="")
    door: Mapped[str] = mapped_column(Text, default="")
    postal_code: Mapped[str] = mapped_column(Text, default="")
    city: Mapped[str] = mapped_column(Text, default="")
    dwelling_key: Mapped[str] = mapped_column(SortedText, default="")
    """The folded address, which brings together what is said of the same home; "" without one."""


class Enquiry(Dwelling, Record):
    """What a housing department, or somebody else, is worried about; always answered."""

    __tablename__ = "enquiry"
    __table_args__ = (
        Index(None, "received_at", "id"),
        # The list of what is open, what is due next on top, is read from this index alone.
        Index(None, "state", "next_due", "received_at", "id", "person_id"),
        # What is overdue is counted from this index alone; what is closed is due no more.
        Index(None, "next_due", "person_id"),
        Index(None, "person_id", "received_at"),
        Index(None, "dwelling_key", "received_at"),
        Index(None, "institution_id", "received_at"),
        Index(None, "contact_id"),
        Index(None, "number"),
    )

    number: Mapped[str] = mapped_column(Text)
    """The day and three letters, to be said on the phone; tells nobody how many there are."""
    received_at: Mapped[datetime] = mapped_column(Instant())
    received_by: Mapped[str] = mapped_column(Text)
    channel: Mapped[str] = mapped_column(Text)
    """See `app.referrals.enquiries.rules.Channel`."""
    institution_id: Mapped[UUID | None] = mapped_column(ForeignKey("institution.id"))
    """The housing department."""
    contact_id: Mapped[UUID | None] = mapped_column(ForeignKey("institution_contact.id"))
    reporter_name: Mapped[str] = mapped_column(Text, default="")
    reporter_role: Mapped[str] = mapped_column(Text, default="")
    reporter_phone: Mapped[str] = mapped_column(Text, default="")
    reporter_email: Mapped[str] = mapped_column(Text, default="")
    callback_time: Mapped[str] = mapped_column(Text, default="")
    is_anonymous: Mapped[bool] = mapped_column(Boolean, default=False)
    named_later: Mapped[bool] = mapped_column(Boolean, default=False)
    """Whether a name was given after all; from then on it is on file."""
    person_id: Mapped[UUID | None] = mapped_column(ForeignKey("person.id"))
    """Whom it is about, once that is known."""
    cpr: Mapped[str] = mapped_column(Text, default="")
    """Danish person number; entered by the municipality, and only where it is needed."""
    observed: Mapped[str] = mapped_column(Text, default="")
    since_words: Mapped[str] = mapped_column(Text, default="")
    since: Mapped[date | None] = mapped_column(Date)
    how_often: Mapped[str] = mapped_column(Text, default="")
    others_affected: Mapped[str] = mapped_column(Text, default="")
    children: Mapped[str] = mapped_column(Text, default="unknown")
    """Whether children live there: "yes", "no" or "unknown"."""
    acute: Mapped[bool] = mapped_column(Boolean, default=False)
    told_emergency_at: Mapped[datetime | None] = mapped_column(Instant())
    """When the caller was told to ring the emergency number."""
    told_resident: Mapped[str] = mapped_column(Text, default="unknown")
    resident_knows: Mapped[str] = mapped_column(Text, default="unknown")
    done_so_far: Mapped[str] = mapped_column(Text, default="")
    best_time: Mapped[str] = mapped_column(Text, default="")
    safety_note: Mapped[str] = mapped_column(Text, default="")
    urgency: Mapped[str] = mapped_column(Text)
    """See `app.referrals.enquiries.rules.Urgency`."""
    state: Mapped[str] = mapped_column(Text, default="new")
    """See `app.referrals.enquiries.rules.EnquiryState`."""
    receipt_due: Mapped[date | None] = mapped_column(Date)
    answered_at: Mapped[datetime | None] = mapped_column(Instant())
    """When the reporter was first answered; what was said stands in `answer`."""
    assessment_due: Mapped[date | None] = mapped_column(Date)
    assessed_on: Mapped[date | None] = mapped_column(Date)
    assessed_by: Mapped[str] = mapped_column(Text, default="")
    assessment: Mapped[str] = mapped_column(Text, default="")
    child_due: Mapped[datetime | None] = mapped_column(Instant())
    """Until when a concern about a child must be assessed; None where there is none."""
    child_routed_at: Mapped[datetime | None] = mapped_column(Instant())
    child_routed_to: Mapped[str] = mapped_column(Text, default="")
    next_due: Mapped[date | None] = mapped_column(Date)
    """The first day that is still to be kept; None where nothing is due any more."""
    outcome: Mapped[str] = mapped_column(Text, default="")
    """What came of it, for the office alone: never told to the reporter."""
    outcome_note: Mapped[str] = mapped_column(Text, default="")
    """As `outcome`: never told to the reporter."""
    closed_at: Mapped[datetime | None] = mapped_column(Instant())
    closed_by: Mapped[str] = mapped_column(Text, default="")
    responsible: Mapped[str] = mapped_column(Text, default="")
    """The colleague who follows it."""
    words: Mapped[str] = mapped_column(SortedText, default="")
    """Folded words of number, name, home and reporter, each behind a space, for the search."""


class EnquiryCategory(Base):
    """One concern of an enquiry."""

    __tablename__ = "enquiry_category"
    __table_args__ = (Index(None, "code", "enquiry_id"),)

    enquiry_id: Mapped[UUID] = mapped_column(ForeignKey("enquiry.id"), primary_key=True)
    code: Mapped[str] = mapped_column(Text, primary_key=True)
    """See `app.referrals.enquiries.rules.CONCERNS`."""


class EnquiryStep(Record):
    """What followed from an enquiry: a visit, a request, a task; the answer is another thing."""

    __tablename__ = "enquiry_step"
    __table_args__ = (Index(None, "enquiry_id", "at"), Index(None, "target_id"))

    enquiry_id: Mapped[UUID] = mapped_column(ForeignKey("enquiry.id"))
    kind: Mapped[str] = mapped_column(Text)
    """See `app.referrals.enquiries.rules.StepKind`."""
    target_table: Mapped[str] = mapped_column(Text, default="")
    target_id: Mapped[UUID | None] = mapped_column()
    """The row that was made, of the table named beside it."""
    at: Mapped[datetime] = mapped_column(Instant())
    who: Mapped[str] = mapped_column(Text)
    note: Mapped[str] = mapped_column(Text, default="")


class HousingCase(Dwelling, Record):
    """A case in which somebody may lose the home; the goal is that nobody does."""

    __tablename__ = "housing_case"
    __table_args__ = (
        Index(None, "closed_on", "due_on"),
        Index(None, "person_id"),
        Index(None, "enquiry_id"),
        Index(None, "institution_id"),
        Index(None, "dwelling_key"),
    )

    person_id: Mapped[UUID | None] = mapped_column(ForeignKey("person.id"))
    enquiry_id: Mapped[UUID | None] = mapped_column(ForeignKey("enquiry.id"))
    institution_id: Mapped[UUID | None] = mapped_column(ForeignKey("institution.id"))
    """The landlord."""
    kind: Mapped[str] = mapped_column(Text)
    """See `app.referrals.housing_cases.rules.CaseKind`."""
    has_threats: Mapped[bool] = mapped_column(Boolean, default=False)
    """Threats, violence or danger: then a board needs no warning before."""
    stage: Mapped[str] = mapped_column(Text)
    """See `app.referrals.housing_cases.rules.Stage`."""
    opened_on: Mapped[date] = mapped_column(Date)
    due_on: Mapped[date | None] = mapped_column(Date)
    goal: Mapped[str] = mapped_column(Text, default="")
    prevented: Mapped[bool | None] = mapped_column(Boolean)
    """Whether the home was kept; None while nobody knows."""
    closed_on: Mapped[date | None] = mapped_column(Date)
    note: Mapped[str] = mapped_column(Text, default="")
    responsible: Mapped[str] = mapped_column(Text, default="")


class HousingCaseStep(Record):
    """A stage that a housing case came to."""

    __tablename__ = "housing_case_step"
    __table_args__ = (Index(None, "housing_case_id", "taken_on"),)

    housing_case_id: Mapped[UUID] = mapped_column(ForeignKey("housing_case.id"))
    number: Mapped[int] = mapped_column(Integer)
    """Counts the steps of one case from 1."""
    stage: Mapped[str] = mapped_column(Text)
    taken_on: Mapped[date] = mapped_column(Date)
    due_on: Mapped[date | None] = mapped_column(Date)
    note: Mapped[str] = mapped_column(Text, default="")
    who: Mapped[str] = mapped_column(Text)


class HousingCasePartner(Base):
    """An institution that works on a housing case, and what it does there."""

    __tablename__ = "housing_case_partner"
    __table_args__ = (Index(None, "institution_id"),)

    housing_case_id: Mapped[UUID] = mapped_column(ForeignKey("housing_case.id"), primary_key=True)
    institution_id: Mapped[UUID] = mapped_column(ForeignKey("institution.id"), primary_key=True)
    part: Mapped[str] = mapped_column(Text, default="")
