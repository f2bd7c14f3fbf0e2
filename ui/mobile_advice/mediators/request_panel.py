"""Beside the requests: one of them, a form, or the pools."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from app.mobile_advice.mediators.queries import (
    PoolRow,
    RequestToEdit,
    list_pools,
    request_to_edit,
)
from resources.text import _
from ui.mobile_advice.mediators.pool_form import PoolForm
from ui.mobile_advice.mediators.pool_table import PoolTable
from ui.mobile_advice.mediators.request_card import RequestCard
from ui.mobile_advice.mediators.request_form import RequestForm
from ui.views.card_panel import CardPanel
from ui.widgets.empty_state import EmptyState

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from ui.desk import Desk

    AnyForm = RequestForm | PoolForm


class RequestPanel(CardPanel):
    """Records are requests."""

    card: RequestCard

    def __init__(self, desk: Desk) -> None:
        """Begin with none chosen."""
        nothing = EmptyState(_("Choose a request to see who comes."), icon="language")
        super().__init__(desk, RequestCard(desk), nothing)
        self.pools = PoolTable(desk)
        self._pools: tuple[PoolRow, ...] = ()
        self._known: dict[str, Any] = {}
        self.addWidget(self.pools)
        self.pools.said.connect(self.said)
        self.pools.left.connect(self.back_to_card)
        self.pools.edit_wanted.connect(self.edit_pool)

    def edit(self, record_id: UUID | None) -> None:
        """Open the form of a request, or of a new one."""
        self._ask(request_id=record_id)

    def ask_for_appointment(self, appointment_id: UUID) -> None:
        """Open the form of a new request for an appointment."""
        self._ask(request_id=None, appointment_id=appointment_id)

    def ask_for_person(self, person_id: UUID) -> None:
        """Open the form of a new request for a person."""
        self._ask(request_id=None, person_id=person_id)

    def show_pools(self) -> None:
        """Show the pools."""
        self.end_form()
        self.setCurrentWidget(self.pools)
        self.pools.begin()

    def edit_pool(self, row: PoolRow | None) -> None:
        """Open the form of a pool, or of a new one."""
        self.open_form(partial(PoolForm, self.desk, row), "name")

    def back_to_card(self) -> None:
        """Show the request that was shown before."""
        if self.card.record_id is not None:
            self.show_record(self.card.record_id)
        else:
            self.show_nothing()

    def refresh(self) -> None:
        """Ask again for what is shown; a form stays as it is typed."""
        super().refresh()
        if self.currentWidget() is self.pools:
            self.pools.refresh()

    def record_of(self, form: AnyForm) -> UUID:
        """Answer the record that a form is about."""
        return form.pool_id if isinstance(form, PoolForm) else form.request_id

    def saved_words(self, form: AnyForm) -> tuple[str, Callable[[], None] | None]:
        """Answer what is said when a form is saved; a new request can be taken back."""
        if isinstance(form, PoolForm):
            return _("The pool is saved."), None
        if not form.is_new:
            return _("The request is saved."), None
        undo = partial(self.card.deeds.take_back, form.request_id)
        return _("The request is made."), undo

    def _ask(self, **known: Any) -> None:  # noqa: ANN401 - what is known of the request
        self._known = known
        self.wait(self.desk.ask(list_pools).then(self._on_pools))

    def _on_pools(self, pools: tuple[PoolRow, ...]) -> None:
        self._pools = pools
        today = self.desk.local_now.date()
        self.wait(self.desk.ask(request_to_edit, today, **self._known).then(self._on_ready))

    def _on_ready(self, editing: RequestToEdit | None) -> None:
        if editing is None:
            self.said.emit(_("This request is no longer in the office."), None)
            return
        asked = editing.details.pool_id
        offered = [row for row in self._pools if row.is_active or row.id == asked]
        self.open_form(partial(RequestForm, self.desk, editing, offered), "language")

    def _on_saved(self, answer: object) -> None:
        if isinstance(self.form, PoolForm):
            self.said.emit(*self.saved_words(self.form))
            self.show_pools()
            return
        super()._on_saved(answer)

    def _on_left(self) -> None:
        if isinstance(self.form, PoolForm):
            self.show_pools()
            return
        super()._on_left()
