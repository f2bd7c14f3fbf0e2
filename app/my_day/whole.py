"""All of My day, asked once its first lines are seen: half of the program stands behind it."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from app.quick_import import quick_import

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from sqlalchemy import Connection

    from app.my_day.rows import MyDay


def whole_day(connection: Connection, today: date, who: str) -> MyDay:
    """Answer everything that My day shows; on the office's thread, where it may import."""
    return _question()(connection, today, who)


@cache
def _question() -> Callable[[Connection, date, str], MyDay]:
    with quick_import():
        from app.my_day import upkeep  # noqa: F401, PLC0415 - asked by the page after the day
        from app.my_day.queries import my_day  # noqa: PLC0415 - not before the first lines
        from app.tasks import actions  # noqa: F401, PLC0415 - what the buttons of its lines need
    return my_day
