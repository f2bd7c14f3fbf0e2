"""What the words of visiting mean and what is allowed when a visit is planned or recorded."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.late_names import late_names

if TYPE_CHECKING:
    from app.visiting.rules.bookings import Booking, check_bookings
    from app.visiting.rules.clock import HOME_ZONE, check_clock, lasted
    from app.visiting.rules.limits import LIMITS, VisitLimits
    from app.visiting.rules.observing import Entry, Observations, Severity, severest
    from app.visiting.rules.plan import VisitPlan, check_plan
    from app.visiting.rules.record import VisitRecord, check_record
    from app.visiting.rules.words import NotHeldReason, Place, VisitKind, VisitStatus
else:
    __getattr__ = late_names(
        __name__,
        {
            "bookings": ("Booking", "check_bookings"),
            "clock": ("HOME_ZONE", "check_clock", "lasted"),
            "limits": ("LIMITS", "VisitLimits"),
            "observing": ("Entry", "Observations", "Severity", "severest"),
            "plan": ("VisitPlan", "check_plan"),
            "record": ("VisitRecord", "check_record"),
            "words": ("NotHeldReason", "Place", "VisitKind", "VisitStatus"),
        },
    )

__all__ = [
    "HOME_ZONE",
    "LIMITS",
    "Booking",
    "Entry",
    "NotHeldReason",
    "Observations",
    "Place",
    "Severity",
    "VisitKind",
    "VisitLimits",
    "VisitPlan",
    "VisitRecord",
    "VisitStatus",
    "check_bookings",
    "check_clock",
    "check_plan",
    "check_record",
    "lasted",
    "severest",
]
