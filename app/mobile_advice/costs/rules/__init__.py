"""What an assumption is, what is counted, and what both come to."""

from app.mobile_advice.costs.rules.items import (
    KIND_LABELS,
    SIDE_LABELS,
    CostItemDetails,
    CostKind,
    Side,
    check_item,
)
from app.mobile_advice.costs.rules.sheet import (
    CostLine,
    CostSheet,
    DayFigures,
    Item,
    Quantity,
    make_cost_sheet,
)

__all__ = [
    "KIND_LABELS",
    "SIDE_LABELS",
    "CostItemDetails",
    "CostKind",
    "CostLine",
    "CostSheet",
    "DayFigures",
    "Item",
    "Quantity",
    "Side",
    "check_item",
    "make_cost_sheet",
]
