"""Where the office is at home."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from db.admin import OfficeCard

if TYPE_CHECKING:
    from sqlalchemy import Connection

_COUNTRY = select(OfficeCard.__table__.c.country).limit(1)


def home_country(connection: Connection) -> str:
    """Answer the country of the office ("DE", "DK"), where new clients most likely live."""
    return connection.execute(_COUNTRY).scalar_one_or_none() or "DE"
