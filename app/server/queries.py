"""What can be asked of a server: what its office is called, who works there, who lets others in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select, text

from db.admin import OfficeCard

if TYPE_CHECKING:
    from sqlalchemy import Connection

_ADMINISTRATOR = text(
    "SELECT EXISTS (SELECT FROM public.member"
    " WHERE role = 'administrator' AND is_active AND login IS NOT NULL)"
)
_HOW_I_WORK = text("SELECT public.nahbar_me(), pg_is_in_recovery()")


def office_name(connection: Connection) -> str:
    """Answer the name of the office, "" while it has none."""
    return connection.scalar(select(OfficeCard.name)) or ""


def has_administrator(connection: Connection) -> bool:
    """Answer whether somebody can let others in from the window."""
    return bool(connection.execute(_ADMINISTRATOR).scalar_one())


def how_i_work(connection: Connection) -> tuple[str, bool]:
    """Answer by which name the office knows the login that asks, and whether it can only read.

    The name is "" for a stranger.
    """
    row = connection.execute(_HOW_I_WORK).one()
    return str(row[0]), bool(row[1])
