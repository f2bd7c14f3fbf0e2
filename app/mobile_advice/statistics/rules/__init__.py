"""What statistics tell: periods, what is counted by what, and what is withheld."""

from app.mobile_advice.statistics.rules.counting import (
    CLOSED,
    DIMENSION_TITLES,
    UNSAID,
    Counted,
    Dimension,
    Presence,
)
from app.mobile_advice.statistics.rules.periods import (
    PERIOD_LABELS,
    Compared,
    Period,
    PeriodKind,
    check_periods,
    period_before,
    period_of,
    year_before,
)
from app.mobile_advice.statistics.rules.sheet import (
    CrossTable,
    Overview,
    Sheet,
    StatRow,
    StatTable,
    make_sheet,
)

__all__ = [
    "CLOSED",
    "DIMENSION_TITLES",
    "PERIOD_LABELS",
    "UNSAID",
    "Compared",
    "Counted",
    "CrossTable",
    "Dimension",
    "Overview",
    "Period",
    "PeriodKind",
    "Presence",
    "Sheet",
    "StatRow",
    "StatTable",
    "check_periods",
    "make_sheet",
    "period_before",
    "period_of",
    "year_before",
]
