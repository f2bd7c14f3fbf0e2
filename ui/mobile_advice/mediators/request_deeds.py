"""What is done to a request with one button, and how that is undone."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog, QWidget

from app.expenses.rates import tariff_of
from app.mobile_advice.mediators.actions import (
    Before,
    answer_mediator_request,
    note_pool_asked,
    settle_mediation,
    take_mediator_request_back,
    undo_mediator_step,
)
from app.mobile_advice.mediators.rules import RequestState
from resources.text import _, say
from ui.mobile_advice.mediators.settle_question import SettleQuestion
from ui.widgets.question import Question

if TYPE_CHECKING:
    from uuid import UUID

    from app.errors import Refused, Unavailable
    from app.mobile_advice.mediators.queries import RequestRow
    from ui.desk import Desk


class RequestDeeds(QObject):
    """Declining and cancelling ask why; the toast undoes each step."""

    said = Signal(str, object)
    done = Signal()

    def __init__(self, desk: Desk, window: QWidget) -> None:
        """Serve a card."""
        super().__init__(window)
        self._desk, self._window = desk, window
        self._sentence = ""

    def answer(self, row: RequestRow, to: RequestState) -> None:
        """Say what became of a request."""
        reason = ""
        if to in {RequestState.DECLINED, RequestState.CANCELLED}:
            typed = self._ask_why(to)
            if typed is None:
                return
            reason = typed
        self._sentence = _sentence(to)
        step = self._desk.act(answer_mediator_request, row.id, row.version, to, reason)
        step.then(self._on_stepped).if_refused(self._on_refused)
        step.if_unavailable(self._on_unavailable)

    def settle(self, row: RequestRow, country: str) -> None:
        """Ask for kilometres and fee, and settle the talk."""
        asked = SettleQuestion(self._window.window(), tariff_of(country).currency)
        if asked.exec() != QDialog.DialogCode.Accepted:
            return
        self._sentence = _("The talk is settled.")
        step = self._desk.act(settle_mediation, row.id, row.version, asked.value())
        step.then(self._on_stepped).if_refused(self._on_refused)
        step.if_unavailable(self._on_unavailable)

    def note_asked(self, row: RequestRow) -> None:
        """Note that the pool was asked today."""
        self._sentence = _("It is noted that the pool was asked today.")
        step = self._desk.act(note_pool_asked, row.id, row.version).then(self._on_stepped)
        step.if_refused(self._on_refused).if_unavailable(self._on_unavailable)

    def take_back(self, request_id: UUID) -> None:
        """Delete a request that was just made."""
        pending = self._desk.act(take_mediator_request_back, request_id).then(self._on_undone)
        pending.if_refused(self._on_refused).if_unavailable(self._on_unavailable)

    def undo(self, before: Before) -> None:
        """Take a step back."""
        pending = self._desk.act(undo_mediator_step, before).then(self._on_undone)
        pending.if_refused(self._on_refused).if_unavailable(self._on_unavailable)

    def _ask_why(self, to: RequestState) -> str | None:
        is_declined = to is RequestState.DECLINED
        title = _("Declined") if is_declined else _("Cancel request")
        verb = _("Save answer") if is_declined else _("Cancel request")
        return Question.ask_text(self._window.window(), title, _("Reason"), verb)

    def _on_stepped(self, before: Before) -> None:
        self.said.emit(self._sentence, partial(self.undo, before))
        self.done.emit()

    def _on_undone(self, _answer: object) -> None:
        self.done.emit()

    def _on_refused(self, refused: Refused) -> None:
        self.said.emit(" ".join(say(problem) for problem in refused.problems), None)
        self.done.emit()

    def _on_unavailable(self, trouble: Unavailable) -> None:
        self.said.emit(f"{say(trouble.problem)} {say(trouble.remedy)}".strip(), None)


def _sentence(to: RequestState) -> str:
    return {
        RequestState.REQUESTED: _("The request is open again."),
        RequestState.CONFIRMED: _("The mediator is confirmed."),
        RequestState.DECLINED: _("The request is declined. Ask somebody else."),
        RequestState.NO_SHOW: _("It is noted that nobody came."),
        RequestState.CANCELLED: _("The request is cancelled."),
        RequestState.DONE: _("The talk is settled."),
    }[to]
