"""The page of referrals: one tab for each part, made when it is first looked at."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from resources.text import _
from ui.referrals.parts import PARTS
from ui.views.parts_page import PartsPage

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ui.desk import Desk
    from ui.views.part import Part


class ReferralsPage(PartsPage):
    """A part that only some may see has no tab for all others."""

    features: ClassVar[frozenset[str]] = frozenset(
        {
            "referrals",
            "clients",
            "institutions",
            "intake",
            "visiting",
            "tasks",
            "consent",
            "letters",
            "access",
            "psp",
        }
    )

    def __init__(self, desk: Desk, parts: Sequence[Part] = PARTS) -> None:
        """Build the tabs."""
        super().__init__(desk, _("Referrals"), parts)
