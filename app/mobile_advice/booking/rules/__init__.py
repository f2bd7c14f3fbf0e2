"""What an appointment is, which slots a halt has, and what stands against a booking."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.late_names import late_names

if TYPE_CHECKING:
    from app.mobile_advice.booking.rules.booking import (
        NEXT_FREE,
        OF_THE_DAY,
        Booking,
        Elsewhere,
        HaltFacts,
        Moment,
        Place,
        Who,
        check_place,
        check_words,
        next_free_of,
    )
    from app.mobile_advice.booking.rules.figures import BookingFigures, figures_of, read_figures
    from app.mobile_advice.booking.rules.home import check_home_time
    from app.mobile_advice.booking.rules.queue import Waiting, check_step, next_to_call
    from app.mobile_advice.booking.rules.slots import (
        HaltTimes,
        Held,
        Slot,
        clock,
        first_free_at,
        free_slots,
        is_free,
        nearest_free,
    )
    from app.mobile_advice.booking.rules.waiting import WaitDetails, check_wait
    from app.mobile_advice.booking.rules.words import (
        KIND_LABELS,
        NEXT,
        OPEN,
        SOURCE_LABELS,
        STATE_LABELS,
        TAKES_ITS_TIME,
        Kind,
        Source,
        State,
        WaitingState,
    )
else:
    __getattr__ = late_names(
        __name__,
        {
            "booking": (
                "NEXT_FREE",
                "OF_THE_DAY",
                "Booking",
                "Elsewhere",
                "HaltFacts",
                "Moment",
                "Place",
                "Who",
                "check_place",
                "check_words",
                "next_free_of",
            ),
            "figures": ("BookingFigures", "figures_of", "read_figures"),
            "home": ("check_home_time",),
            "queue": ("Waiting", "check_step", "next_to_call"),
            "slots": (
                "HaltTimes",
                "Held",
                "Slot",
                "clock",
                "first_free_at",
                "free_slots",
                "is_free",
                "nearest_free",
            ),
            "waiting": ("WaitDetails", "check_wait"),
            "words": (
                "KIND_LABELS",
                "NEXT",
                "OPEN",
                "SOURCE_LABELS",
                "STATE_LABELS",
                "TAKES_ITS_TIME",
                "Kind",
                "Source",
                "State",
                "WaitingState",
            ),
        },
    )

__all__ = [
    "KIND_LABELS",
    "NEXT",
    "NEXT_FREE",
    "OF_THE_DAY",
    "OPEN",
    "SOURCE_LABELS",
    "STATE_LABELS",
    "TAKES_ITS_TIME",
    "Booking",
    "BookingFigures",
    "Elsewhere",
    "HaltFacts",
    "HaltTimes",
    "Held",
    "Kind",
    "Moment",
    "Place",
    "Slot",
    "Source",
    "State",
    "WaitDetails",
    "Waiting",
    "WaitingState",
    "Who",
    "check_home_time",
    "check_place",
    "check_step",
    "check_wait",
    "check_words",
    "clock",
    "figures_of",
    "first_free_at",
    "free_slots",
    "is_free",
    "nearest_free",
    "next_free_of",
    "next_to_call",
    "read_figures",
]
