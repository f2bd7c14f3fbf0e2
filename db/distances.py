"""The office's own table of distances between districts, where it has one."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import ForeignKey, Integer
from sqlalchemy.orm import Mapped, mapped_column

from db.base import Base


class Distance(Base):
    """How far it is from one district to another, and how long that takes; both ways alike.

    A row from a district to itself says what a way within it takes.
    """

    __tablename__ = "distance"

    from_area: Mapped[UUID] = mapped_column(ForeignKey("area.id"), primary_key=True)
    to_area: Mapped[UUID] = mapped_column(ForeignKey("area.id"), primary_key=True)
    minutes: Mapped[int] = mapped_column(Integer)
    kilometres: Mapped[int] = mapped_column(Integer)
    """Tenths of a kilometre."""
