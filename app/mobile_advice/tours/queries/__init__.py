"""Asking about stops, tours and their days."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.late_names import late_names

if TYPE_CHECKING:
    from app.mobile_advice.tours.queries.cards import ORIGIN, day_card, day_to_edit
    from app.mobile_advice.tours.queries.days import count_to_confirm, days_between, tours_of_today
    from app.mobile_advice.tours.queries.stops import (
        list_stops,
        list_vehicles,
        permits_running_out,
        stop_card,
        stop_to_edit,
        tour_choices,
    )
    from app.mobile_advice.tours.queries.today import tours_of_day
    from app.mobile_advice.tours.queries.tours import list_tours, tour_card, tour_to_edit
else:
    __getattr__ = late_names(
        __name__,
        {
            "cards": ("ORIGIN", "day_card", "day_to_edit"),
            "days": ("count_to_confirm", "days_between", "tours_of_today"),
            "stops": (
                "list_stops",
                "list_vehicles",
                "permits_running_out",
                "stop_card",
                "stop_to_edit",
                "tour_choices",
            ),
            "today": ("tours_of_day",),
            "tours": ("list_tours", "tour_card", "tour_to_edit"),
        },
    )

__all__ = [
    "ORIGIN",
    "count_to_confirm",
    "day_card",
    "day_to_edit",
    "days_between",
    "list_stops",
    "list_tours",
    "list_vehicles",
    "permits_running_out",
    "stop_card",
    "stop_to_edit",
    "tour_card",
    "tour_choices",
    "tour_to_edit",
    "tours_of_day",
    "tours_of_today",
]
