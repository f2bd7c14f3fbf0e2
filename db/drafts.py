"""The table of drafts: what was typed into a form and is not saved yet."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from db.base import Instant, Record


class Draft(Record):
    """The typed fields of one form about one subject, by one person."""

    __tablename__ = "draft"
    __table_args__ = (UniqueConstraint("who", "form", "subject"),)

    who: Mapped[str] = mapped_column(Text)
    form: Mapped[str] = mapped_column(Text)
    """Name of the form, such as "visit_record"."""
    subject: Mapped[str] = mapped_column(Text, default="")
    """Id of the record that the form is about; "" for a new one."""
    title: Mapped[str] = mapped_column(Text, default="")
    """What My day calls the draft, such as the client's name and the day."""
    fields: Mapped[str] = mapped_column(Text)
    """JSON object of the typed texts."""
    saved_at: Mapped[datetime] = mapped_column(Instant())
