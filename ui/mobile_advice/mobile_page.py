"""The page of mobile advice: one tab for each part, made when it is first looked at."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from resources.text import _
from ui.mobile_advice.parts import PARTS
from ui.views.parts_page import PartsPage

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ui.desk import Desk
    from ui.views.part import Part


class MobilePage(PartsPage):
    """Timetable, appointments, advice and what belongs to them."""

    features: ClassVar[frozenset[str]] = frozenset(
        {
            "tours",
            "booking",
            "mediators",
            "advice",
            "coordinates",
            "suitcase",
            "clients",
            "institutions",
            "areas",
            "codes",
            "letters",
        }
    )

    def __init__(self, desk: Desk, parts: Sequence[Part] = PARTS) -> None:
        """Build the tabs."""
        super().__init__(desk, _("Mobile advice"), parts)
