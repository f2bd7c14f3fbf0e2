"""Contacts of advice for tests, and what stands in a table."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from sqlalchemy import select

if TYPE_CHECKING:
    from app.office import Act, Office
    from db.base import Base

R = TypeVar("R", bound="Base")


def all_rows(office: Office, table: type[R]) -> list[R]:
    """Answer every row of a table, as the tables have them."""
    return office.act(_rows, table).value


def _rows(act: Act, table: type[R]) -> list[R]:
    return list(act.session.scalars(select(table)))
