"""Asking for a mediator, or changing what was asked; its draft is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import uuid4

from app.mobile_advice.mediators.actions import REQUEST_FORM, save_mediator_request
from app.mobile_advice.mediators.queries import request_to_edit
from resources.text import _
from ui.drafts.kept_form import KeptForm
from ui.mobile_advice.mediators.request_fields import RequestFields

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from app.mobile_advice.mediators.queries import PoolRow, RequestToEdit
    from ui.desk import Desk, Pending


class RequestForm(KeptForm):
    """The form of one request."""

    def __init__(self, desk: Desk, editing: RequestToEdit, pools: Sequence[PoolRow]) -> None:
        """Change a request as it was read, or make one."""
        super().__init__(desk)
        self._editing = editing
        # Made here, so that saving twice asks once.
        self.request_id = editing.request_id or uuid4()
        self.content = RequestFields(desk, editing, pools)
        self._draft = str(editing.request_id or "")
        heading = _("New request for a mediator") if self.is_new else _("Request for a mediator")
        verb = _("Ask for a mediator") if self.is_new else _("Save the request for a mediator")
        self.arrange(self.content, heading, verb, REQUEST_FORM, self._draft, heading)

    @property
    def is_new(self) -> bool:
        """Whether nobody asked yet."""
        return self._editing.request_id is None

    def send(self) -> Pending[UUID]:
        """Save the request."""
        details, version = self.content.value(), self._editing.version
        return self.desk.act(save_mediator_request, self.request_id, version, details, self._draft)

    def ask_newer(self) -> Pending[RequestToEdit | None]:
        """Ask for the request as others left it."""
        return self.desk.ask(request_to_edit, self.desk.local_now.date(), self.request_id)

    def take(self, newer: RequestToEdit) -> None:
        """Show the request as others left it."""
        self._editing = newer
        self.content.fill(newer)
