"""The table of letters that went out, each with its pages."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey, Index, LargeBinary, Text
from sqlalchemy.orm import Mapped, deferred, mapped_column

from db.base import Instant, Record


class Letter(Record):
    """One letter in a client's history; its PDF is kept as it was printed."""

    __tablename__ = "letter"
    __table_args__ = (Index(None, "client_id", "written_at"), Index(None, "written_at"))

    client_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"))
    visit_id: Mapped[UUID | None] = mapped_column(ForeignKey("visit.id"))
    template: Mapped[str] = mapped_column(Text)
    language: Mapped[str] = mapped_column(Text)
    subject: Mapped[str] = mapped_column(Text)
    written_at: Mapped[datetime] = mapped_column(Instant())
    author: Mapped[str] = mapped_column(Text)
    sha256: Mapped[str] = mapped_column(Text)
    pdf: Mapped[bytes] = deferred(mapped_column(LargeBinary, nullable=False))
