"""Asking for the logo of the office."""

from __future__ import annotations

from base64 import b64decode
from typing import TYPE_CHECKING

from app.admin.office_settings import Setting, office_setting
from app.letters.letterhead.rules import LogoRow
from forms.logo import Logo

if TYPE_CHECKING:
    from sqlalchemy import Connection

LOGO: Setting[dict[str, str]] = Setting("letter_logo", default={})
"""The picture as PNG in base64, and its words; empty for none."""


def logo_row(connection: Connection) -> LogoRow | None:
    """Answer the logo as the screen shows it, or None where the office has none."""
    kept = office_setting(connection, LOGO)
    if not kept.get("png"):
        return None
    return LogoRow(b64decode(kept["png"]), kept.get("words", ""))


def office_logo(connection: Connection) -> Logo | None:
    """Answer the logo as paper draws it, or None where the office has none."""
    row = logo_row(connection)
    return None if row is None else Logo(row.png, row.words)
