"""What a series of visits is, what is wrong with one, and how its visits follow a change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.late_names import late_names
from app.visiting.series.rules.clashes import Busy, Clash, clashes, nearest_free

if TYPE_CHECKING:
    from app.visiting.series.rules.adjusting import Adjusted, Made, Slot, adjust
    from app.visiting.series.rules.days import Pause, SeriesDays, days_on, read_days
    from app.visiting.series.rules.plan import SeriesPlan, check_pause, check_series
    from app.visiting.series.rules.words import (
        FREQUENCY_LABELS,
        HOLIDAY_LABELS,
        MONTHLY_LABELS,
        REACH_LABELS,
        Frequency,
        MonthlyBy,
        OnHolidays,
        Reach,
    )
else:
    __getattr__ = late_names(
        __name__,
        {
            "adjusting": ("Adjusted", "Made", "Slot", "adjust"),
            "days": ("Pause", "SeriesDays", "days_on", "read_days"),
            "plan": ("SeriesPlan", "check_pause", "check_series"),
            "words": (
                "FREQUENCY_LABELS",
                "HOLIDAY_LABELS",
                "MONTHLY_LABELS",
                "REACH_LABELS",
                "Frequency",
                "MonthlyBy",
                "OnHolidays",
                "Reach",
            ),
        },
    )

__all__ = [
    "FREQUENCY_LABELS",
    "HOLIDAY_LABELS",
    "MONTHLY_LABELS",
    "REACH_LABELS",
    "Adjusted",
    "Busy",
    "Clash",
    "Frequency",
    "Made",
    "MonthlyBy",
    "OnHolidays",
    "Pause",
    "Reach",
    "SeriesDays",
    "SeriesPlan",
    "Slot",
    "adjust",
    "check_pause",
    "check_series",
    "clashes",
    "days_on",
    "nearest_free",
    "read_days",
]
