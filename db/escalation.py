"""The tables of escalations: a chain of steps that runs until somebody knows what happened."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey, Index, Integer, Text
from sqlalchemy.orm import Mapped, mapped_column

from db.base import Instant, Record


class Escalation(Record):
    """A concern about one person that is followed, step by step, until it is closed."""

    __tablename__ = "escalation"
    __table_args__ = (
        # The open ones of the office are read from this index.
        Index(None, "closed_at", "opened_at"),
        Index(None, "person_id", "closed_at"),
        Index(None, "visit_id"),
    )

    person_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"))
    visit_id: Mapped[UUID | None] = mapped_column(ForeignKey("visit.id"))
    code: Mapped[str] = mapped_column(Text)
    """What began it: see `app.escalation.rules.Cause`."""
    chain_code: Mapped[str] = mapped_column(Text)
    """Which chain of steps is followed: see `app.escalation.chains`."""
    opened_at: Mapped[datetime] = mapped_column(Instant())
    opened_by: Mapped[str] = mapped_column(Text)
    closed_at: Mapped[datetime | None] = mapped_column(Instant())
    """None while it runs."""
    closed_by: Mapped[str] = mapped_column(Text, default="")
    result: Mapped[str] = mapped_column(Text, default="")
    """How it ended: see `app.escalation.rules.Ending`; "" while it runs."""
    closing_note: Mapped[str] = mapped_column(Text, default="")
    task_id: Mapped[UUID | None] = mapped_column(ForeignKey("task.id"))
    """The task of the next working day, opened when it was closed."""


class EscalationStep(Record):
    """One step that somebody took; what was said once is never changed."""

    __tablename__ = "escalation_step"
    __table_args__ = (Index(None, "escalation_id", "at"),)

    escalation_id: Mapped[UUID] = mapped_column(ForeignKey("escalation.id"))
    number: Mapped[int] = mapped_column(Integer)
    """Counts the steps of one escalation from 1."""
    code: Mapped[str] = mapped_column(Text)
    """The step of the chain."""
    at: Mapped[datetime] = mapped_column(Instant())
    who: Mapped[str] = mapped_column(Text)
    """Who took the step."""
    called: Mapped[str] = mapped_column(Text, default="")
    """Who was called or rung at."""
    result: Mapped[str] = mapped_column(Text)
    """See `app.escalation.rules.StepResult`."""
    note: Mapped[str] = mapped_column(Text, default="")
