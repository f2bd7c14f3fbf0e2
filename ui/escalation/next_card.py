"""What is to be done next about somebody, and from when on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.escalation.rules import ENDING_LABELS
from resources.text import _
from ui import formats
from ui.escalation.words import since_words
from ui.style import spacing
from ui.widgets.banner import Banner
from ui.widgets.buttons import plain_button, primary_button
from ui.widgets.card import Card
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.labels import heading, quiet, text
from ui.widgets.status_label import StatusLabel

if TYPE_CHECKING:
    from datetime import datetime

    from PySide6.QtWidgets import QPushButton

    from app.escalation.rows import ConcernCard
    from app.escalation.rules import NextStep


class NextCard(Card):
    """The next step with its button; once somebody knows, what is left is to close."""

    step_wanted = Signal()
    closing_wanted = Signal()
    reopening_wanted = Signal()

    def __init__(self) -> None:
        """Begin empty."""
        super().__init__()
        self.first: QPushButton | None = None
        """The button that one most probably wants."""

    def show_concern(self, card: ConcernCard, now: datetime) -> None:
        """Show what follows at the local time `now`."""
        self.clear()
        self.first = None
        if not card.concern.is_open:
            self._show_end(card, now)
        elif card.is_over:
            self.add(Banner("hint", _("Somebody knows by now. Close it with what came of it.")))
            self._offer(card, is_over=True)
        else:
            self._show_next(card.following, now)
            self._offer(card, is_over=False)

    def _show_next(self, following: NextStep | None, now: datetime) -> None:
        if following is None:
            self.add(heading(_("All steps were taken")))
            self.add(text(_("Begin again, or ask the police what else can be done.")))
            return
        step = following.step
        self.add(StatusLabel(_due_words(following, now), "attention", "clock"))
        self.add(heading(_(step.title)))
        if step.hint:
            self.add(text(_(step.hint)))
        if step.is_for_danger:
            self.add(Banner("attention", _("This step is taken only with a sign of danger.")))

    def _offer(self, card: ConcernCard, *, is_over: bool) -> None:
        close = (primary_button if is_over else plain_button)(_("Close concern"), "check")
        step = (plain_button if is_over else primary_button)(_("Note this step"), "edit")
        close.clicked.connect(self.closing_wanted)
        step.clicked.connect(self.step_wanted)
        order = (close, step) if is_over else (step, close)
        shown = [one for one in order if one is not close or card.may_close]
        for button in set(order) - set(shown):
            button.deleteLater()
        self.first = shown[0]
        self.add(_in_a_row(*shown))
        if not card.may_close:
            self.add(quiet(_("The coordinators close it. You can note what you did.")))

    def _show_end(self, card: ConcernCard, now: datetime) -> None:
        row = card.concern
        ending = _(ENDING_LABELS[row.ending]) if row.ending is not None else ""
        self.add(StatusLabel(ending, "done", "done"))
        self.add(text(row.closing_note).selectable())
        self.add(quiet(since_words(row, now.date())))
        if card.may_close:
            again = plain_button(_("Open again"), "undo")
            again.clicked.connect(self.reopening_wanted)
            self.first = again
            self.add(_in_a_row(again))


def _in_a_row(*buttons: QPushButton) -> QWidget:
    # A widget, not a layout alone: the card can take it away as a whole.
    row = QWidget()
    layout = FlowLayout(row, spacing(8))
    for button in buttons:
        layout.addWidget(button)
    return row


def _due_words(following: NextStep, now: datetime) -> str:
    if following.due <= now:
        return _("Next step: now")
    return _("Next step: from {time} on").format(time=formats.show_time(following.due))
