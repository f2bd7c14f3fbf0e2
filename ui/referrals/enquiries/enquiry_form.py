"""Recording an enquiry while the caller is on the phone, or changing one."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import uuid4

from app.referrals.enquiries.actions import ENQUIRY_FORM, record_enquiry, save_enquiry
from app.referrals.enquiries.queries import enquiry_to_edit
from resources.text import _
from ui.drafts.kept_form import KeptForm
from ui.referrals.enquiries.enquiry_fields import EnquiryFields

if TYPE_CHECKING:
    from uuid import UUID

    from PySide6.QtWidgets import QWidget

    from app.referrals.enquiries.queries import EnquiryToEdit
    from ui.desk import Desk, Pending


class EnquiryForm(KeptForm):
    """Ctrl+S saves from wherever the caller's words ended."""

    def __init__(self, desk: Desk, editing: EnquiryToEdit, parent: QWidget | None = None) -> None:
        """Go on with an enquiry as it was read, or record a new one."""
        super().__init__(desk, parent)
        self._editing = editing
        known = editing.enquiry_id
        # Made here, so that saving twice records one enquiry.
        self.enquiry_id: UUID = known or uuid4()
        self.content = EnquiryFields(desk, editing, self.enquiry_id)
        head = _("Record an enquiry")
        if known is not None:
            head = _("Enquiry {number}").format(number=editing.number)
        self.arrange(self.content, head, _("Save enquiry"), ENQUIRY_FORM, str(known or ""), head)

    def send(self) -> Pending[UUID]:
        """Record the enquiry or save what was changed."""
        details = self.content.value()
        if self._editing.enquiry_id is None:
            return self.desk.act(record_enquiry, self.enquiry_id, details)
        return self.desk.act(save_enquiry, self.enquiry_id, self._editing.version, details)

    def ask_newer(self) -> Pending[EnquiryToEdit | None]:
        """Ask for the enquiry as others left it."""
        return self.desk.ask(enquiry_to_edit, self.enquiry_id, self.desk.local_now.date())

    def take(self, newer: EnquiryToEdit) -> None:
        """Show the enquiry as others left it."""
        self._editing = newer
        self.content.fill(newer)
