"""Asking to open the card of whom a matter is about."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID, uuid4

from app.referrals.handing_over.actions import ACCESS_FORM, ask_for_access
from app.referrals.handing_over.queries import referral_card
from resources.text import _
from ui.drafts.kept_form import KeptForm
from ui.referrals.handing_over.words import name_words
from ui.widgets.form import Form
from ui.widgets.short_text_field import ShortTextField

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from app.referrals.handing_over.queries import ReferralCard
    from ui.desk import Desk, Pending


class AccessFields(Form):
    """Why the reduced view is not enough."""

    def __init__(self) -> None:
        """Begin empty."""
        super().__init__()
        self.reason = ShortTextField(3)
        hint = _("At least 15 characters. Whoever knows the person reads it and decides.")
        self.add("reason", _("Why you must know more"), self.reason, hint=hint)
        self.keep()


class AccessForm(KeptForm):
    """Ctrl+S asks; who may restrict people and knows the person decides."""

    fields: AccessFields

    def __init__(self, desk: Desk, card: ReferralCard, parent: QWidget | None = None) -> None:
        """Ask about the person of a matter."""
        super().__init__(desk, parent)
        self.referral_id = card.row.id
        # Made here, so that saving twice asks once.
        self._request_id: UUID = uuid4()
        heading = _("Ask for access: {name}").format(name=name_words(card.row))
        subject = str(self.referral_id)
        self.arrange(
            AccessFields(), heading, _("Ask for access"), ACCESS_FORM, subject, name_words(card.row)
        )

    def send(self) -> Pending[UUID]:
        """Have it asked."""
        reason = self.fields.reason.value()
        return self.desk.act(ask_for_access, self._request_id, self.referral_id, reason)

    def ask_newer(self) -> Pending[ReferralCard | None]:
        """Ask for the matter; a request overwrites nobody."""
        return self.desk.ask(referral_card, self.referral_id, self.desk.local_now.date())

    def take(self, newer: ReferralCard) -> None:
        """Go on: nobody else changes this."""
