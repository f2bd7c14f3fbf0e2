"""The two short forms of an enquiry: how the office judges it, and how it ends."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.referrals.enquiries.actions import (
    ASSESSMENT_FORM,
    CLOSING_FORM,
    assess_enquiry,
    close_enquiry,
)
from app.referrals.enquiries.queries import enquiry_card
from app.referrals.enquiries.rules import OUTCOMES, Closing
from resources.text import _
from ui.codes.code_choice import CodeChoice
from ui.drafts.kept_form import KeptForm
from ui.widgets.banner import Banner
from ui.widgets.form import Form
from ui.widgets.labels import quiet
from ui.widgets.short_text_field import ShortTextField

if TYPE_CHECKING:
    from uuid import UUID

    from PySide6.QtWidgets import QWidget

    from app.referrals.enquiries.queries import EnquiryCard
    from ui.desk import Desk, Pending


class AssessmentForm(KeptForm):
    """How the office judges an enquiry, in a few words."""

    def __init__(self, desk: Desk, card: EnquiryCard, parent: QWidget | None = None) -> None:
        """Assess an enquiry as it was read."""
        super().__init__(desk, parent)
        self.enquiry_id: UUID = card.id
        self._version = card.row.version
        self.assessment = ShortTextField(6)
        form = Form()
        hint = _("What is likely, what is needed, how soon. This stays in the office.")
        form.add("assessment", _("First assessment"), self.assessment, hint=hint)
        self.assessment.set_value(card.assessment)
        form.keep()
        heading = _("Assess enquiry {number}").format(number=card.row.number)
        subject = str(card.id)
        self.arrange(form, heading, _("Save assessment"), ASSESSMENT_FORM, subject, card.row.number)

    def send(self) -> Pending[UUID]:
        """Save the assessment."""
        typed = self.assessment.value()
        return self.desk.act(assess_enquiry, self.enquiry_id, self._version, typed)

    def ask_newer(self) -> Pending[EnquiryCard | None]:
        """Ask for the enquiry as others left it."""
        return self.desk.ask(enquiry_card, self.enquiry_id, self.desk.local_now.date())

    def take(self, newer: EnquiryCard) -> None:
        """Go on with the enquiry as others left it."""
        self._version = newer.row.version
        self.assessment.set_value(newer.assessment)
        self.fields.keep()


class ClosingForm(KeptForm):
    """What came of it stays in the office; what is missing before is said first."""

    def __init__(self, desk: Desk, card: EnquiryCard, parent: QWidget | None = None) -> None:
        """Close an enquiry as it was read."""
        super().__init__(desk, parent)
        self.enquiry_id: UUID = card.id
        self._version = card.row.version
        self.outcome = CodeChoice(OUTCOMES, [("", _("Choose what came of it"))])
        self.note = ShortTextField(4)
        form = Form()
        self.missing = Banner("attention", "")
        form.add_widget(self.missing)
        form.add("outcome", _("What came of it"), self.outcome)
        form.add("note", _("Note"), self.note, optional=True)
        form.add_widget(quiet(_("This stays in the office: the reporter is never told of it.")))
        self._show(card)
        form.keep()
        heading = _("Close enquiry {number}").format(number=card.row.number)
        self.arrange(form, heading, _("Close enquiry"), CLOSING_FORM, str(card.id), card.row.number)

    def send(self) -> Pending[UUID]:
        """Close the enquiry."""
        closing = Closing(self.outcome.value(), self.note.value())
        return self.desk.act(close_enquiry, self.enquiry_id, self._version, closing)

    def ask_newer(self) -> Pending[EnquiryCard | None]:
        """Ask for the enquiry as others left it."""
        return self.desk.ask(enquiry_card, self.enquiry_id, self.desk.local_now.date())

    def take(self, newer: EnquiryCard) -> None:
        """Go on with the enquiry as others left it."""
        self._version = newer.row.version
        self._show(newer)
        self.fields.keep()

    def _show(self, card: EnquiryCard) -> None:
        missing = []
        if not card.answers:
            missing.append(_("Nobody has answered the reporter yet."))
        if card.child_waits:
            missing.append(_("The children's channel was not told yet."))
        self.missing.set_text(" ".join(missing))
        self.missing.setVisible(bool(missing))
        self.outcome.set_value(card.outcome)
        self.note.set_value(card.outcome_note)
