"""Handing a matter over: nothing leaves without a legal basis or a consent that carries it."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID, uuid4

from app.referrals.handing_over.actions import HANDING_FORM, hand_over
from app.referrals.handing_over.queries import handing_desk
from resources.text import _
from ui.drafts.kept_form import KeptForm
from ui.referrals.handing_over.handing_fields import HandingFields

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from app.referrals.handing_over.queries import HandingDesk
    from ui.desk import Desk, Pending

NOBODY = UUID(int=0)


class HandingForm(KeptForm):
    """Ctrl+S hands over; what was handed over is answered, and never changed."""

    fields: HandingFields

    def __init__(
        self, desk: Desk, known: HandingDesk | None = None, parent: QWidget | None = None
    ) -> None:
        """Hand over a matter of somebody who is known already, or of nobody yet."""
        super().__init__(desk, parent)
        # Made here, so that saving twice hands over once.
        self.referral_id: UUID = uuid4()
        subject = str(known.person_id) if known is not None else ""
        name = known.name if known is not None else ""
        heading = _("Hand over a matter of {name}").format(name=name) if name else _("Hand over")
        fields = HandingFields(desk, known)
        self.arrange(fields, heading, _("Hand over"), HANDING_FORM, subject, name)

    def send(self) -> Pending[UUID]:
        """Have it checked, kept and registered."""
        person = self.fields.person_id or NOBODY
        return self.desk.act(hand_over, self.referral_id, person, self.fields.value())

    def ask_newer(self) -> Pending[HandingDesk | None]:
        """Ask for the person; a new matter overwrites nobody."""
        person = self.fields.person_id or NOBODY
        return self.desk.ask(handing_desk, person, self.desk.local_now.date())

    def take(self, newer: HandingDesk) -> None:
        """Go on: nobody else changes what is handed over here."""
