"""The part of figures: statistics, the cost sheet, and what it assumes."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from resources.text import _
from ui.mobile_advice.costs.costs_page import CostsPage
from ui.mobile_advice.costs.items_page import ItemsPage
from ui.mobile_advice.statistics.statistics_page import StatisticsPage
from ui.mobile_advice.switched_page import SwitchedPage, View

if TYPE_CHECKING:
    from ui.desk import Desk


class FiguresPage(SwitchedPage):
    """Chips lead from one to the other."""

    features: ClassVar[frozenset[str]] = frozenset({"advice", "tours", "codes", "areas", "admin"})

    def __init__(self, desk: Desk) -> None:
        """Build the chips."""
        views = (
            View("statistics", _("Statistics"), StatisticsPage),
            View("costs", _("Costs"), CostsPage, frozenset({"costs"})),
            View("items", _("Assumptions"), ItemsPage, frozenset({"items", "item", "new_item"})),
        )
        super().__init__(desk, _("Statistics and costs"), views)
