"""Beside the month: one day of a tour, or a form about it; what is done can be undone."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from app.mobile_advice.tours.day_actions import close_day, confirm_day, move_day
from app.mobile_advice.tours.keeping import restore_day
from app.mobile_advice.tours.queries import day_card, day_to_edit
from resources.text import _, ngettext, say
from ui import formats
from ui.mobile_advice.tours.cancel_form import CancelForm
from ui.mobile_advice.tours.day_card import DayCardView
from ui.mobile_advice.tours.day_form import DayForm
from ui.mobile_advice.tours.day_question import DayQuestion
from ui.mobile_advice.tours.held_question import HeldQuestion
from ui.views.card_panel import CardPanel
from ui.widgets.empty_state import EmptyState

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date
    from uuid import UUID

    from app.errors import Refused, Unavailable
    from app.mobile_advice.tours.keeping import DayBefore, SavedDay
    from app.mobile_advice.tours.rows import DayCard, DayToEdit
    from ui.desk import Desk, Pending


class DayPanel(CardPanel):
    """Records are days of tours."""

    changed = Signal()
    """A day was confirmed, moved, cancelled or put back."""

    card: DayCardView

    def __init__(self, desk: Desk) -> None:
        """Begin with none chosen."""
        nothing = EmptyState(_("Choose a tour in the month to see its day."), icon="calendar")
        super().__init__(desk, DayCardView(desk), nothing)
        self.question: DayQuestion | HeldQuestion | None = None
        self._halt: UUID | None = None
        self._words = ""
        self.card.confirm_wanted.connect(self.confirm)
        self.card.move_wanted.connect(self.ask_to_move)
        self.card.close_wanted.connect(self.ask_to_close)
        self.card.cancel_wanted.connect(self.cancel)

    def edit(self, record_id: UUID | None) -> None:
        """Open the form of a day."""
        if record_id is not None:
            self.wait(self.desk.ask(day_to_edit, record_id).then(self._on_ready))

    def begin_cancel(self, day_id: UUID) -> None:
        """Open the form that cancels a day."""
        self._halt = None
        self.wait(self.desk.ask(day_card, day_id).then(self._on_to_cancel))

    def cancel(self, card: DayCard, halt_id: UUID | None) -> None:
        """Open the form that cancels a day, or one of its stops."""
        self._halt = halt_id
        self._on_to_cancel(card)

    def confirm(self, card: DayCard) -> None:
        """Say that a day goes as it stands."""
        self._words = _("{tour} on {day} is confirmed.").format(
            tour=card.row.tour, day=formats.show_date(card.row.day)
        )
        self._send(self.desk.act(confirm_day, card.row.id, card.row.version))

    def ask_to_move(self, card: DayCard) -> None:
        """Ask for the day to which a tour moves."""
        question = DayQuestion(
            self,
            _("Move the tour"),
            _("On the new day it goes with the same stops and crew, and is confirmed anew."),
            _("Move tour"),
            card.row.day,
        )
        question.chosen.connect(partial(self._on_day_chosen, card))
        self.question = question
        question.open()

    def move_to(self, day_id: UUID, version: int, day: date | None) -> None:
        """Move a day, as by dragging it."""
        self._words = ""
        self._send(self.desk.act(move_day, day_id, version, day))

    def ask_to_close(self, card: DayCard) -> None:
        """Ask how far the vehicle drove."""
        question = HeldQuestion(self, with_vehicle=card.vehicle_id is not None)
        question.chosen.connect(partial(self._on_kilometres, card))
        self.question = question
        question.open()

    def record_of(self, form: DayForm | CancelForm) -> UUID:
        """Answer the day that a form is about."""
        return form.day_id

    def saved_words(self, form: DayForm | CancelForm) -> tuple[str, Callable[[], None] | None]:
        """Answer what is said when a form is saved; it can be taken back."""
        saved = form.outcome
        undo = partial(self._restore, saved.before) if saved is not None else None
        if isinstance(form, DayForm):
            return _("The day is saved. It is to be confirmed."), undo
        told = saved.told if saved is not None else 0
        words = ngettext(
            "It is cancelled, with {count} appointment.",
            "It is cancelled, with {count} appointments.",
            told,
        )
        said = [words if told else _("It is cancelled.")]
        if saved is not None and saved.freed:
            said.append(
                ngettext(
                    "{count} mediator is no longer asked for.",
                    "{count} mediators are no longer asked for.",
                    saved.freed,
                )
            )
        return " ".join(said), undo

    def _send(self, pending: Pending[SavedDay]) -> None:
        pending.then(self._on_done).if_refused(self._on_refused)
        pending.if_unavailable(self._on_trouble)

    def _on_done(self, saved: SavedDay) -> None:
        if self.question is not None:
            self.question.accept()
            self.question = None
        words = self._words or _("The tour was moved. It is to be confirmed.")
        self.said.emit(words, partial(self._restore, saved.before))
        self.show_record(saved.id)
        self.changed.emit()

    def _restore(self, before: DayBefore) -> None:
        pending = self.desk.act(restore_day, before).then(self._on_restored)
        pending.if_refused(self._on_refused).if_unavailable(self._on_trouble)

    def _on_restored(self, saved: SavedDay) -> None:
        if self.card.record_id == saved.id:
            self.refresh()
        self.changed.emit()

    def _on_refused(self, refused: Refused) -> None:
        if isinstance(self.question, DayQuestion) and self.question.isVisible():
            self.question.show_problems(refused.problems)
        else:
            self.said.emit(" ".join(say(problem) for problem in refused.problems), None)
            self.changed.emit()

    def _on_day_chosen(self, card: DayCard, day: date | None) -> None:
        self.move_to(card.row.id, card.row.version, day)

    def _on_kilometres(self, card: DayCard, kilometres: int | None) -> None:
        self._words = _("The day is closed.")
        self._send(self.desk.act(close_day, card.row.id, card.row.version, kilometres))

    def _on_ready(self, editing: DayToEdit | None) -> None:
        if editing is None:
            self.said.emit(_("This day of the tour is no longer in the office."), None)
            return
        self.open_form(partial(DayForm, self.desk, editing), "halts")
        if isinstance(self.form, DayForm) and (rows := self.form.content.inputs["halts"].rows):
            rows[0].focus_first()

    def _on_to_cancel(self, card: DayCard | None) -> None:
        if card is None:
            self.said.emit(_("This day of the tour is no longer in the office."), None)
            return
        self.open_form(partial(CancelForm, self.desk, card, self._halt), "reason")

    def _on_trouble(self, trouble: Unavailable) -> None:
        self.said.emit(f"{say(trouble.problem)} {say(trouble.remedy)}".strip(), None)
