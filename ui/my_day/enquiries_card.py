"""Enquiries on My day: what must be answered, assessed or told to the children's channel."""

from __future__ import annotations

from typing import TYPE_CHECKING

from resources.text import _, ngettext
from ui.my_day.day_card import DayCard
from ui.my_day.day_row import DayRow
from ui.widgets.page import Place

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from PySide6.QtWidgets import QWidget

    from app.referrals.enquiries.queries import EnquiryRow

SHOWN = 5
"""Enquiries that the card names; the page shows all."""


class EnquiriesCard(DayCard):
    """Those that are overdue stand first."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin empty."""
        super().__init__(_("Enquiries that wait"), _("Show all"), parent=parent)
        self.acted.connect(self._on_more_clicked)

    def show_enquiries(self, rows: Sequence[EnquiryRow], today: date) -> None:
        """Show the first and how many more there are; without any the card goes away."""
        self._show_rows(_row(row, today) for row in rows[:SHOWN])
        rest = len(rows) - SHOWN
        self._show_after(ngettext("and {count} more", "and {count} more", rest) if rest > 0 else "")
        self.setVisible(bool(rows))

    def _more_place(self) -> Place:
        return Place("enquiries", None, "open")


def _row(row: EnquiryRow, today: date) -> DayRow:
    from ui.referrals.enquiries.words import (  # noqa: PLC0415 - came with the day
        about_words,
        concern_words,
        day_words,
        due_deed,
    )

    about = about_words(row)
    return DayRow(
        key=f"enquiry:{row.id}",
        title=about,
        detail=" · ".join(filter(None, (concern_words(row.concerns), row.institution))),
        place=Place("enquiries", row.id),
        when=_begun(day_words(row.next_due, today) if row.next_due else ""),
        tone="attention" if row.is_overdue(today) else "",
        verb=due_deed(row),
        act_name=f"{due_deed(row)}: {about}",
        act_place=Place("enquiries", row.id, _doing(row)),
    )


def _begun(words: str) -> str:
    """Answer words as they stand alone: "Today"."""
    return words[:1].upper() + words[1:]


def _doing(row: EnquiryRow) -> str:
    """Answer the verb of the form that keeps the day; a child is seen to on the card."""
    child = row.child_due.astimezone().date() if row.child_due else None
    if row.child_routed_at is None and child == row.next_due:
        return ""
    return "assess" if row.assessed_on is None and row.assessment_due == row.next_due else "answer"
