"""Mediators on My day: requests that nobody answered and that soon come too late to be asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from resources.text import _, language, ngettext
from ui import formats
from ui.my_day.day_card import DayCard
from ui.my_day.day_row import DayRow
from ui.widgets.page import Place

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from PySide6.QtWidgets import QWidget

    from app.mobile_advice.mediators.queries import LateRow

SHOWN = 5


class MediatorsCard(DayCard):
    """The most urgent first; without any the card goes away."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin empty."""
        super().__init__(_("Mediators not confirmed"), _("Show all"), parent=parent)
        self.acted.connect(self._on_more_clicked)

    def show_requests(self, rows: Sequence[LateRow], today: date) -> None:
        """Show the requests whose last day of asking is near or over."""
        first = sorted(rows, key=_urgency)
        self._show_rows(_line(row, today) for row in first[:SHOWN])
        rest = len(first) - SHOWN
        self._show_after(ngettext("and {count} more", "and {count} more", rest) if rest > 0 else "")
        self.setVisible(bool(first))

    def _more_place(self) -> Place:
        return Place("mediators", None, "open")


def _urgency(row: LateRow) -> tuple[date, date]:
    return (row.last_day, row.request.day)


def _line(row: LateRow, today: date) -> DayRow:
    from app.clients.languages import language_name  # noqa: PLC0415 - came with the day

    request, is_over = row.request, row.last_day < today
    tongue = language_name(request.language, language())
    last = formats.show_short_date(row.last_day)
    sentence = _("Too late for {who} since {day}") if is_over else _("{who}: ask until {day}")
    who = request.who or _("Nobody is asked yet")
    return DayRow(
        key=f"mediator:{row.id}",
        title=" · ".join(filter(None, (tongue, request.person))),
        detail=sentence.format(who=who, day=last),
        place=Place("mediators", row.id),
        when=formats.show_short_date(request.day),
        tone="attention",
        verb=_("Show"),
        act_name=_("Show the request for {language}").format(language=tongue),
        act_place=Place("mediators", row.id),
    )
