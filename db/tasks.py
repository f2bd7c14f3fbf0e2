"""The tables of tasks, of handing them over, and of who was last here when."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import Date, ForeignKey, Index, Text
from sqlalchemy.orm import Mapped, mapped_column

from db.base import Base, Instant, Record


class Task(Record):
    """Something that someone has to do by a day."""

    __tablename__ = "task"
    __table_args__ = (
        # My day reads what is due for one colleague from this index.
        Index(None, "state", "assignee", "due_on", "person_id"),
        Index(None, "state", "reviewer", "review_on"),
        Index(None, "person_id", "state", "due_on"),
        Index(None, "origin", "origin_id"),
    )

    title: Mapped[str] = mapped_column(Text)
    note: Mapped[str] = mapped_column(Text, default="")
    person_id: Mapped[UUID | None] = mapped_column(ForeignKey("person.id"))
    assignee: Mapped[str] = mapped_column(Text)
    """Name of the colleague who does it."""
    due_on: Mapped[date | None] = mapped_column(Date)
    reviewer: Mapped[str] = mapped_column(Text, default="")
    """Who looks at it again on `review_on`; "" for nobody."""
    review_on: Mapped[date | None] = mapped_column(Date)
    repeats: Mapped[str] = mapped_column(Text, default="")
    """See `app.tasks.rules.Repeat`; "" is done once."""
    state: Mapped[str] = mapped_column(Text, default="open")
    """See `app.tasks.rules.TaskState`: open, done or dropped."""
    done_at: Mapped[datetime | None] = mapped_column(Instant())
    done_by: Mapped[str] = mapped_column(Text, default="")
    result: Mapped[str] = mapped_column(Text, default="")
    created_at: Mapped[datetime] = mapped_column(Instant())
    created_by: Mapped[str] = mapped_column(Text)
    origin: Mapped[str] = mapped_column(Text, default="")
    """Feature word of the record that it came from; "" when it was written by hand."""
    origin_id: Mapped[UUID | None] = mapped_column()


class Handover(Record):
    """Work that went from one colleague to another on one day."""

    __tablename__ = "handover"
    __table_args__ = (Index(None, "at"),)

    at: Mapped[datetime] = mapped_column(Instant())
    by: Mapped[str] = mapped_column(Text)
    from_who: Mapped[str] = mapped_column(Text)
    to_who: Mapped[str] = mapped_column(Text)
    reason: Mapped[str] = mapped_column(Text, default="")


class HandoverItem(Record):
    """One thing that was handed over: a task, or being in charge of a person."""

    __tablename__ = "handover_item"
    __table_args__ = (Index(None, "handover_id"), Index(None, "person_id"))

    handover_id: Mapped[UUID] = mapped_column(ForeignKey("handover.id"))
    task_id: Mapped[UUID | None] = mapped_column(ForeignKey("task.id"))
    person_id: Mapped[UUID | None] = mapped_column(ForeignKey("person.id"))
    note: Mapped[str] = mapped_column(Text, default="")


class LastHere(Base):
    """When a colleague last left the office: what came later is new."""

    __tablename__ = "last_here"

    who: Mapped[str] = mapped_column(Text, primary_key=True)
    seen_at: Mapped[datetime] = mapped_column(Instant())
