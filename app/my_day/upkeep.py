"""What My day looks for once a day: visits and days to be made, names to be forgotten.

Looking needs little; what makes something is imported on the day when something is due.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.mobile_advice.booking.forgetting import are_names_due, forget_names
from app.mobile_advice.tours.due import tours_want_top_up
from app.quick_import import quick_import
from app.visiting.series.due import wants_top_up

if TYPE_CHECKING:
    from app.office import Act

__all__ = [
    "are_names_due",
    "forget_names",
    "top_up_series",
    "top_up_tours",
    "tours_want_top_up",
    "wants_top_up",
]


def top_up_series(act: Act) -> int:
    """Make the visits that the horizon has come to reach; answer how many."""
    with quick_import():
        from app.visiting.series import following  # noqa: PLC0415 - seldom due, and much of it
    return following.top_up_series(act)


def top_up_tours(act: Act) -> int:
    """Make the days of tours that the horizon has come to reach; answer how many."""
    with quick_import():
        from app.mobile_advice.tours import actions  # noqa: PLC0415 - seldom due, and much of it
    return actions.top_up_tours(act)
