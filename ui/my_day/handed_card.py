"""Matters on My day: handed to oneself, waiting for an answer, and who asks for access."""

from __future__ import annotations

from typing import TYPE_CHECKING

from resources.text import _, ngettext
from ui.my_day.day_card import DayCard
from ui.my_day.day_row import DayRow
from ui.tasks.words import day_words
from ui.widgets.page import Place

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from PySide6.QtWidgets import QWidget

    from app.referrals.handing_over.queries import ReferralRow, RequestRow

SHOWN = 5
"""Matters that the card names; the page shows all."""


class HandedCard(DayCard):
    """Requests for access stand first: somebody waits for them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin empty."""
        super().__init__(_("Handed over"), _("Show all"), parent=parent)
        self.acted.connect(self._on_more_clicked)

    def show_handed(
        self, rows: Sequence[ReferralRow], requests: Sequence[RequestRow], today: date
    ) -> None:
        """Show the first and how many more there are; without any the card goes away."""
        lines = [*map(_request, requests), *(_matter(row, today) for row in rows)]
        self._show_rows(lines[:SHOWN])
        rest = len(lines) - SHOWN
        self._show_after(ngettext("and {count} more", "and {count} more", rest) if rest > 0 else "")
        self.setVisible(bool(lines))

    def _more_place(self) -> Place:
        return Place("handing_over", None, "open")


def _request(row: RequestRow) -> DayRow:
    return DayRow(
        key=f"request:{row.id}",
        title=row.name,
        detail=_("{who} asks to open the card").format(who=row.who),
        place=Place("handing_over"),
        tone="attention",
    )


def _matter(row: ReferralRow, today: date) -> DayRow:
    from ui.referrals.handing_over.words import name_words  # noqa: PLC0415 - came with the day

    name = name_words(row)
    waits = _("Handed to you by {who}") if row.is_mine else _("Waits for {receiver}")
    return DayRow(
        key=f"handed:{row.id}",
        title=name,
        detail=waits.format(who=row.sender or row.sent_by, receiver=row.receiver),
        place=Place("handing_over", row.id),
        when=day_words(row.due_on, today) if row.due_on else "",
        tone="attention" if row.is_late(today) else "",
        verb=_("Note answer"),
        act_name=_("Note answer: {name}").format(name=name),
        act_place=Place("handing_over", row.id, "answer"),
    )
