"""What an office chose about small numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from app.admin.office_settings import Setting, office_setting
from app.clients.queries import home_country
from app.small_numbers.practice import usual_safeguard
from app.small_numbers.rules import Safeguard, check_safeguard

if TYPE_CHECKING:
    from sqlalchemy import Connection

SMALL_NUMBERS: Setting[dict[str, Any]] = Setting("small_numbers", default={})
"""The attributes of a `Safeguard`; empty until the office chooses."""


def office_safeguard(connection: Connection) -> Safeguard:
    """Answer how the office treats small numbers; what cannot be read counts as not chosen."""
    kept = office_setting(connection, SMALL_NUMBERS)
    usual = usual_safeguard(home_country(connection))
    known = {name: kept.get(name, getattr(usual, name)) for name in Safeguard.__slots__}
    safeguard = Safeguard(**known)
    return usual if check_safeguard(safeguard) else safeguard
