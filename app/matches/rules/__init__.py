"""What is wished of visits, and how a match goes from step to step."""

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
    END_LABELS,
    ENDED_BY_LABELS,
    FREQUENCY_LABELS,
    GENDER_WISH_LABELS,
    LEVEL_LABELS,
    STAGE_LABELS,
    EndedBy,
    EndReason,
    Frequency,
    MatchStage,
)

__all__ = [
    "ENDED_BY_LABELS",
    "END_LABELS",
    "FREQUENCY_LABELS",
    "GENDER_WISH_LABELS",
    "LEVEL_LABELS",
    "NEXT",
    "OPEN_STAGES",
    "STAGE_LABELS",
    "VISITING",
    "EndReason",
    "EndedBy",
    "Frequency",
    "MatchStage",
    "MatchingDays",
    "StepDetails",
    "WishDetails",
    "check_in_day",
    "check_step",
    "check_wish",
]
