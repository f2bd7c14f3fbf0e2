"""What a suitcase may be, how long it holds, and how its rows come home."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.late_names import late_names

if TYPE_CHECKING:
    from app.mobile_advice.suitcase.rules.clock import (
        CLOCK_BACK,
        CLOCK_BACK_REMEDY,
        EXPIRED,
        EXPIRED_REMEDY,
        is_clock_back,
        is_over,
        last_day,
    )
    from app.mobile_advice.suitcase.rules.merging import Settled, Verdict, chosen_values, settle
    from app.mobile_advice.suitcase.rules.words import (
        OUTCOME_LABELS,
        STATE_LABELS,
        Limits,
        Loss,
        Outcome,
        Plan,
        SuitcaseState,
        check_plan,
        check_reason,
        read_limits,
        state_of,
    )
else:
    __getattr__ = late_names(
        __name__,
        {
            "clock": (
                "CLOCK_BACK",
                "CLOCK_BACK_REMEDY",
                "EXPIRED",
                "EXPIRED_REMEDY",
                "is_clock_back",
                "is_over",
                "last_day",
            ),
            "merging": ("Settled", "Verdict", "chosen_values", "settle"),
            "words": (
                "OUTCOME_LABELS",
                "STATE_LABELS",
                "Limits",
                "Loss",
                "Outcome",
                "Plan",
                "SuitcaseState",
                "check_plan",
                "check_reason",
                "read_limits",
                "state_of",
            ),
        },
    )

__all__ = [
    "CLOCK_BACK",
    "CLOCK_BACK_REMEDY",
    "EXPIRED",
    "EXPIRED_REMEDY",
    "OUTCOME_LABELS",
    "STATE_LABELS",
    "Limits",
    "Loss",
    "Outcome",
    "Plan",
    "Settled",
    "SuitcaseState",
    "Verdict",
    "check_plan",
    "check_reason",
    "chosen_values",
    "is_clock_back",
    "is_over",
    "last_day",
    "read_limits",
    "settle",
    "state_of",
]
