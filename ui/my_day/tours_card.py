"""Mobile advice on My day: today's tours, days to be confirmed, permits that run out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from resources.text import _, ngettext
from ui import formats
from ui.my_day.day_card import DayCard
from ui.my_day.day_row import DayRow
from ui.widgets.page import Place

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from app.mobile_advice.tours.rows import DayRow as TourDayRow
    from app.mobile_advice.tours.rows import StopRow, ToursOfDay


class ToursCard(DayCard):
    """One line for each tour and each permit; without any the card goes away."""

    def __init__(self) -> None:
        """Begin empty."""
        super().__init__(_("Mobile advice"), _("Timetable"))
        self.acted.connect(self._on_more_clicked)

    def show_tours(self, tours: ToursOfDay, today: date) -> None:
        """Show what mobile advice has today."""
        rows = tuple(_lines(tours, today))
        self._show_rows(rows)
        self.setVisible(bool(rows))

    def _more_place(self) -> Place:
        return Place("timetable")


def _lines(tours: ToursOfDay, today: date) -> Iterator[DayRow]:
    yield from (_tour(row) for row in tours.today)
    if tours.to_confirm:
        words = ngettext(
            "{count} day of a tour to be confirmed",
            "{count} days of tours to be confirmed",
            tours.to_confirm,
        )
        yield DayRow("tours:confirm", words, _("Crew, stops and permits"), Place("timetable"))
    yield from (_permit(row, today) for row in tours.permits)


def _tour(row: TourDayRow) -> DayRow:
    from app.mobile_advice.tours.rules import DAY_LABELS  # noqa: PLC0415 - came with the day

    return DayRow(
        key=f"tour:{row.id}",
        title=row.tour,
        detail=_(DAY_LABELS[row.state]),
        place=Place("timetable", row.id),
        when=f"{row.start:%H:%M}",
        when_detail=f"–{row.end:%H:%M}",
    )


def _permit(row: StopRow, today: date) -> DayRow:
    is_late = not row.is_permitted(today)
    return DayRow(
        key=f"permit:{row.id}",
        title=row.name,
        detail=_("No permit is entered") if row.permit_until is None else _("The permit ends"),
        place=Place("stops", row.id),
        when=formats.show_day(row.permit_until) if row.permit_until is not None else "",
        tone="attention" if is_late else "",
    )
