"""What a request for a mediator is, who can come when, and what stands against it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.late_names import late_names

if TYPE_CHECKING:
    from app.mobile_advice.mediators.rules.lead import (
        Pool,
        earliest_day,
        is_same_language,
        latest_asking,
        soonest,
    )
    from app.mobile_advice.mediators.rules.pool import (
        MediatorFigures,
        PoolDetails,
        Settling,
        check_pool,
        check_settling,
        read_figures,
    )
    from app.mobile_advice.mediators.rules.ranking import Mediator, Suggestion, suggest
    from app.mobile_advice.mediators.rules.request import (
        NOT_OVER,
        Engaged,
        MediatorFacts,
        RequestDetails,
        RequestFrame,
        check_request,
        check_step,
    )
    from app.mobile_advice.mediators.rules.words import (
        FUNDING_LABELS,
        GENDER_LABELS,
        OPEN,
        STATE_LABELS,
        TAKES_A_MEDIATOR,
        WAY_LABELS,
        Funding,
        GenderWish,
        RequestState,
        Way,
    )
else:
    __getattr__ = late_names(
        __name__,
        {
            "lead": ("Pool", "earliest_day", "is_same_language", "latest_asking", "soonest"),
            "pool": (
                "MediatorFigures",
                "PoolDetails",
                "Settling",
                "check_pool",
                "check_settling",
                "read_figures",
            ),
            "ranking": ("Mediator", "Suggestion", "suggest"),
            "request": (
                "NOT_OVER",
                "Engaged",
                "MediatorFacts",
                "RequestDetails",
                "RequestFrame",
                "check_request",
                "check_step",
            ),
            "words": (
                "FUNDING_LABELS",
                "GENDER_LABELS",
                "OPEN",
                "STATE_LABELS",
                "TAKES_A_MEDIATOR",
                "WAY_LABELS",
                "Funding",
                "GenderWish",
                "RequestState",
                "Way",
            ),
        },
    )

__all__ = [
    "FUNDING_LABELS",
    "GENDER_LABELS",
    "NOT_OVER",
    "OPEN",
    "STATE_LABELS",
    "TAKES_A_MEDIATOR",
    "WAY_LABELS",
    "Engaged",
    "Funding",
    "GenderWish",
    "Mediator",
    "MediatorFacts",
    "MediatorFigures",
    "Pool",
    "PoolDetails",
    "RequestDetails",
    "RequestFrame",
    "RequestState",
    "Settling",
    "Suggestion",
    "Way",
    "check_pool",
    "check_request",
    "check_settling",
    "check_step",
    "earliest_day",
    "is_same_language",
    "latest_asking",
    "read_figures",
    "soonest",
    "suggest",
]
