"""Where addresses are: coordinates of official files, and the outlines of districts."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import Date, Float, ForeignKey, Index, Integer, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from db.base import Base, Instant, Record, SortedText


class AddressFile(Record):
    """One official file of addresses that was read in."""

    __tablename__ = "address_file"

    name: Mapped[str] = mapped_column(Text)
    """The name of the file, without where it lay."""
    sha256: Mapped[str] = mapped_column(Text)
    rows: Mapped[int] = mapped_column(Integer)
    """Addresses that were read from it."""
    imported_at: Mapped[datetime] = mapped_column(Instant)
    who: Mapped[str] = mapped_column(Text)
    source: Mapped[str] = mapped_column(Text, default="")
    """Whose file it is and under which licence, as it has to be named."""
    valid_on: Mapped[date | None] = mapped_column(Date)
    """The day of which the file speaks."""


class AddressPoint(Base):
    """Where one address is, by folded words, see `app.areas.coordinates.rules`."""

    __tablename__ = "address_point"
    __table_args__ = (Index(None, "file_id"),)

    # Towns and numbers differ for each street: a street and a number find few rows at once.
    street_key: Mapped[str] = mapped_column(SortedText, primary_key=True)
    house_number: Mapped[str] = mapped_column(SortedText, primary_key=True)
    """Folded: "12a"."""
    postal_code: Mapped[str] = mapped_column(SortedText, primary_key=True)
    """Empty where the file has none."""
    city_key: Mapped[str] = mapped_column(SortedText, primary_key=True)
    country: Mapped[str] = mapped_column(String(2), primary_key=True)
    latitude: Mapped[float] = mapped_column(Float)
    """Degrees in ETRS89, which is WGS 84 within a metre."""
    longitude: Mapped[float] = mapped_column(Float)
    file_id: Mapped[UUID] = mapped_column(ForeignKey("address_file.id"))


class AreaOutline(Record):
    """The outline of a district, to be drawn."""

    __tablename__ = "area_outline"
    __table_args__ = (UniqueConstraint("area_id"),)

    area_id: Mapped[UUID] = mapped_column(ForeignKey("area.id"))
    outline: Mapped[str] = mapped_column(Text)
    """JSON: a list of rings, each a list of [longitude, latitude]."""
    source: Mapped[str] = mapped_column(Text, default="")
    """Whose outline it is and under which licence, as it has to be named."""
