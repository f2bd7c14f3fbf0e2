"""What is wished of visits, and how a match goes from step to step."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.late_names import late_names
from app.visiting.series.rules.words import FREQUENCY_LABELS, Frequency

if TYPE_CHECKING:
    from app.matches.rules.calls import CallDetails, check_call
    from app.matches.rules.plan import LeftOver, OfficePlan, PlannedPair, Withdrawn
    from app.matches.rules.steps import (
        NEXT,
        OPEN_STAGES,
        VISITING,
        MatchingDays,
        StepDetails,
        check_in_day,
        check_step,
    )
    from app.matches.rules.wish import WishDetails, check_wish
    from app.matches.rules.words import (
        CALL_LABELS,
        END_LABELS,
        ENDED_BY_LABELS,
        EVENT_LABELS,
        GENDER_WISH_LABELS,
        LEVEL_LABELS,
        STAGE_LABELS,
        CallResult,
        EndedBy,
        EndReason,
        EventKind,
        MatchStage,
    )
else:
    __getattr__ = late_names(
        __name__,
        {
            "calls": ("CallDetails", "check_call"),
            "plan": ("LeftOver", "OfficePlan", "PlannedPair", "Withdrawn"),
            "steps": (
                "NEXT",
                "OPEN_STAGES",
                "VISITING",
                "MatchingDays",
                "StepDetails",
                "check_in_day",
                "check_step",
            ),
            "wish": ("WishDetails", "check_wish"),
            "words": (
                "CALL_LABELS",
                "END_LABELS",
                "ENDED_BY_LABELS",
                "EVENT_LABELS",
                "GENDER_WISH_LABELS",
                "LEVEL_LABELS",
                "STAGE_LABELS",
                "CallResult",
                "EndedBy",
                "EndReason",
                "EventKind",
                "MatchStage",
            ),
        },
    )

__all__ = [
    "CALL_LABELS",
    "ENDED_BY_LABELS",
    "END_LABELS",
    "EVENT_LABELS",
    "FREQUENCY_LABELS",
    "GENDER_WISH_LABELS",
    "LEVEL_LABELS",
    "NEXT",
    "OPEN_STAGES",
    "STAGE_LABELS",
    "VISITING",
    "CallDetails",
    "CallResult",
    "EndReason",
    "EndedBy",
    "EventKind",
    "Frequency",
    "LeftOver",
    "MatchStage",
    "MatchingDays",
    "OfficePlan",
    "PlannedPair",
    "StepDetails",
    "WishDetails",
    "Withdrawn",
    "check_call",
    "check_in_day",
    "check_step",
    "check_wish",
]
