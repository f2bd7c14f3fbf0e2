"""What a column of a list may mean, and how its cells fill the form of a person."""

from app.exchange.importing.rules.cells import RowReading, read_row
from app.exchange.importing.rules.headings import guess_targets
from app.exchange.importing.rules.plan import ColumnPlan, check_plan
from app.exchange.importing.rules.targets import TARGET_LABELS, Target

__all__ = [
    "TARGET_LABELS",
    "ColumnPlan",
    "RowReading",
    "Target",
    "check_plan",
    "guess_targets",
    "read_row",
]
