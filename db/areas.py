"""The table of areas: districts, quarters and postal towns of the code lists in use."""

from __future__ import annotations

from sqlalchemy import Boolean, Integer, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from db.base import Record


class Area(Record):
    """One area of a loaded code list, such as the quarter Garath in Stadtbezirk 10."""

    __tablename__ = "area"
    __table_args__ = (UniqueConstraint("code_list", "code"),)

    code_list: Mapped[str] = mapped_column(Text)
    """Which list it came from, such as "duesseldorf" or "ballerup"."""
    code: Mapped[str] = mapped_column(Text)
    parent_code: Mapped[str | None] = mapped_column(Text)
    level: Mapped[str] = mapped_column(Text)
    """The kind of area: see `app.areas.rules.AreaLevel`."""
    name: Mapped[str] = mapped_column(Text)
    position: Mapped[int] = mapped_column(Integer)
    in_use: Mapped[bool] = mapped_column(Boolean, default=True)
