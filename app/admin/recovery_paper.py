"""The recovery key as a page to be printed and locked away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from forms.admin.recovery_page import RecoveryPage, render

if TYPE_CHECKING:
    from datetime import date


def recovery_page(office: str, recovery_key: str, made_on: date, language: str) -> bytes:
    """Answer the page as PDF; `language` is "de", "da" or "en"."""
    return render(RecoveryPage(language, office, groups_of(recovery_key), made_on))


def groups_of(recovery_key: str) -> tuple[str, ...]:
    """Answer the groups of a recovery key as they stand on paper."""
    return tuple(recovery_key.replace("-", " ").split())
