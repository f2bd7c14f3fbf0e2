"""What a column of a list may mean, and how its cells fill the form of a person."""

from app.importing.rules.cells import RowReading, read_row
from app.importing.rules.headings import guess_targets
from app.importing.rules.plan import ColumnPlan, check_plan
from app.importing.rules.targets import FILLED_FIELDS, TARGET_LABELS, Target

__all__ = [
    "FILLED_FIELDS",
    "TARGET_LABELS",
    "ColumnPlan",
    "RowReading",
    "Target",
    "check_plan",
    "guess_targets",
    "read_row",
]
