"""What handing over means: three ways, what may follow what, what the receiver may know."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.late_names import late_names

if TYPE_CHECKING:
    from app.referrals.handing_over.rules.handing import (
        LONGEST,
        NOT_SENDER,
        Handing,
        HandingAnswer,
        Received,
        check_handing,
        check_handing_answer,
        check_received,
        check_request,
    )
    from app.referrals.handing_over.rules.words import (
        FACT_LABELS,
        FOLLOWING,
        KIND_LABELS,
        NEED_REASON,
        RECEIVED_LABELS,
        REQUEST_LABELS,
        STATE_LABELS,
        Fact,
        HandingKind,
        HandingState,
        RequestState,
    )
else:
    __getattr__ = late_names(
        __name__,
        {
            "handing": (
                "LONGEST",
                "NOT_SENDER",
                "Handing",
                "HandingAnswer",
                "Received",
                "check_handing",
                "check_handing_answer",
                "check_received",
                "check_request",
            ),
            "words": (
                "FACT_LABELS",
                "FOLLOWING",
                "KIND_LABELS",
                "NEED_REASON",
                "RECEIVED_LABELS",
                "REQUEST_LABELS",
                "STATE_LABELS",
                "Fact",
                "HandingKind",
                "HandingState",
                "RequestState",
            ),
        },
    )

__all__ = [
    "FACT_LABELS",
    "FOLLOWING",
    "KIND_LABELS",
    "LONGEST",
    "NEED_REASON",
    "NOT_SENDER",
    "RECEIVED_LABELS",
    "REQUEST_LABELS",
    "STATE_LABELS",
    "Fact",
    "Handing",
    "HandingAnswer",
    "HandingKind",
    "HandingState",
    "Received",
    "RequestState",
    "check_handing",
    "check_handing_answer",
    "check_received",
    "check_request",
]
