"""What My day tells of tours."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.mobile_advice.tours.queries.days import count_to_confirm, tours_of_today
from app.mobile_advice.tours.queries.stops import permits_running_out
from app.mobile_advice.tours.rows import ToursOfDay

if TYPE_CHECKING:
    from datetime import date

    from sqlalchemy import Connection


def tours_of_day(connection: Connection, today: date, who: str) -> ToursOfDay:
    """Answer what My day tells of mobile advice."""
    return ToursOfDay(
        tours_of_today(connection, today, who),
        count_to_confirm(connection, today),
        permits_running_out(connection, today),
    )
