"""A visit as a row of My day: time, person, where and by whom, and whether it was recorded."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.visiting.rules import VisitStatus
from resources.text import _
from ui import formats
from ui.my_day.day_row import DayRow, RowStatus
from ui.visiting.words import status_icon, status_tone, status_words, what_words
from ui.widgets.page import Place

if TYPE_CHECKING:
    from datetime import datetime

    from app.visiting.rows import VisitRow


def visit_row(
    visit: VisitRow, now: datetime, *, with_day: bool = False, with_visitor: bool = True
) -> DayRow:
    """Answer the row of a visit; `with_day` shows the day instead of the end of the visit.

    Without `with_visitor` it is one of the person's own, and only the place is said.
    """
    time = formats.show_time(visit.start)
    is_open = visit.status is VisitStatus.PLANNED
    return DayRow(
        key=f"visit:{visit.id}",
        title=visit.client_name,
        detail=what_words(visit) if with_visitor else _(visit.place.label),
        place=Place("visiting", visit.id),
        when=formats.show_short_date(visit.start.date()) if with_day else time,
        when_detail=time if with_day else formats.show_time(visit.end),
        status=None if is_open else _status(visit, now),
        verb=_("Record") if is_open else "",
        act_name=_("Record visit of {name}").format(name=visit.client_name),
        act_place=Place("visiting", visit.id, "record"),
        open_name=_("Show visit of {name}").format(name=visit.client_name),
    )


def _status(visit: VisitRow, now: datetime) -> RowStatus:
    tone = status_tone(visit, now).replace("quiet", "plain")
    return RowStatus(status_words(visit, now), tone, status_icon(visit, now))
