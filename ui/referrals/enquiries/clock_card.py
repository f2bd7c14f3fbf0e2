"""The clock of an enquiry: by when it is answered, assessed, and told to the children's channel."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QGridLayout, QWidget

from resources.text import _
from ui import formats
from ui.referrals.enquiries.words import day_words, local_day, local_moment
from ui.style import spacing
from ui.widgets.card import Card
from ui.widgets.labels import quiet
from ui.widgets.status_label import StatusLabel

if TYPE_CHECKING:
    from datetime import date

    from app.referrals.enquiries.queries import EnquiryCard


class ClockCard(Card):
    """One line for each thing that is due: done with its day, or the days that are left."""

    def __init__(self) -> None:
        """Begin with nothing due."""
        super().__init__(_("Clock"), _("Assess"), icon="check")
        self._lines = [
            (quiet(name), StatusLabel(""))
            for name in (
                _("Answer to the reporter"),
                _("First assessment"),
                _("Children's channel"),
            )
        ]
        grid_holder = QWidget()
        grid = QGridLayout(grid_holder)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(spacing(16))
        grid.setVerticalSpacing(spacing(6))
        grid.setColumnStretch(1, 1)
        for at, (name, status) in enumerate(self._lines):
            name.setMinimumWidth(spacing(144))
            grid.addWidget(name, at, 0)
            grid.addWidget(status, at, 1)
        self.add(grid_holder)

    def show_clock(self, card: EnquiryCard, today: date) -> None:
        """Show the days of an enquiry."""
        self.offer_action(on=not card.row.is_closed)
        row = card.row
        child_day = row.child_due.astimezone().date() if row.child_due else None
        routed = local_moment(row.child_routed_at)
        assessed = _by(row.assessed_on, card.assessed_by)
        self._show(0, row.receipt_due, local_day(row.answered_at), today, is_over=row.is_closed)
        self._show(1, row.assessment_due, assessed, today, is_over=row.is_closed)
        self._show(2, child_day, routed, today, is_over=row.is_closed)
        if row.child_due is not None and not routed and not row.is_closed:
            tone = "danger" if child_day is not None and child_day < today else "attention"
            words = _("until {moment}").format(moment=local_moment(row.child_due))
            self._lines[2][1].set_status(words, tone)

    def lines(self) -> list[str]:
        """Answer what is shown, line by line."""
        return [
            f"{name.text()}: {status.text()}" for name, status in self._lines
            if not name.isHidden()
        ]  # fmt: skip

    def _show(self, at: int, due: date | None, done: str, today: date, *, is_over: bool) -> None:
        name, status = self._lines[at]
        if done:
            status.set_status(done, "done")
        elif due is not None and not is_over:
            tone = "danger" if due < today else "attention" if due == today else "primary"
            status.set_status(day_words(due, today), tone)
        is_shown = bool(done) or (due is not None and not is_over)
        for part in (name, status):
            part.setVisible(is_shown)


def _by(day: date | None, who: str) -> str:
    return "" if day is None else f"{formats.show_day(day)} · {who}"
