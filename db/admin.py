"""The office's own tables: its card and letterhead, its settings, and the audit lines."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID, uuid4

from sqlalchemy import Boolean, Index, Integer, String, Text, UniqueConstraint, Uuid
from sqlalchemy.orm import Mapped, mapped_column

from db.base import Base, Instant, Record


class OfficeCard(Record):
    """The one row that says which office this is and what its letterhead shows."""

    __tablename__ = "office"

    name: Mapped[str] = mapped_column(Text)
    country: Mapped[str] = mapped_column(String(2))
    is_demo: Mapped[bool] = mapped_column(Boolean, default=False)
    created_at: Mapped[datetime] = mapped_column(Instant())
    sender: Mapped[str] = mapped_column(Text, default="")
    """Department that signs, one line."""
    street: Mapped[str] = mapped_column(Text, default="")
    postal_code: Mapped[str] = mapped_column(Text, default="")
    city: Mapped[str] = mapped_column(Text, default="")
    phone: Mapped[str] = mapped_column(Text, default="")
    email: Mapped[str] = mapped_column(Text, default="")
    contact_name: Mapped[str] = mapped_column(Text, default="")


class OfficeSetting(Record):
    """One choice that holds for the whole office, such as after how many days to ask again."""

    __tablename__ = "office_setting"
    __table_args__ = (UniqueConstraint("name"),)

    name: Mapped[str] = mapped_column(Text)
    """See `app.admin.office_settings`."""
    value: Mapped[str] = mapped_column(Text)
    """JSON value."""


class AuditLine(Base):
    """Who did what, when, and which records were touched; written once, never changed."""

    __tablename__ = "audit_line"
    __table_args__ = (
        Index(None, "at"),
        Index(None, "feature", "at"),
        Index(None, "number", unique=True),
    )

    id: Mapped[UUID] = mapped_column(Uuid(), primary_key=True, default=uuid4)
    at: Mapped[datetime] = mapped_column(Instant())
    who: Mapped[str] = mapped_column(Text)
    action: Mapped[str] = mapped_column(Text)
    feature: Mapped[str] = mapped_column(Text)
    touched: Mapped[str] = mapped_column(Text)
    """JSON list of [feature, record id or null]; never contents."""
    number: Mapped[int | None] = mapped_column(Integer, default=None)
    """The place in the chain of an office that is a file, from 1; see `db.audit_chain`."""
    hash: Mapped[str] = mapped_column(String(64), default="")
    """64 hexadecimal digits that cover this line and the one before; "" outside the chain."""
