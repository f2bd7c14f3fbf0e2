"""Recording a matter that another institution handed to the office; nothing leaves by it."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID, uuid4

from app.referrals.handing_over.actions import RECEIVED_FORM, receive_referral
from app.referrals.handing_over.queries import handing_desk
from app.referrals.handing_over.rules import RECEIVED_LABELS, Received
from resources.text import _
from ui.drafts.kept_form import KeptForm
from ui.institutions.institution_picker import InstitutionPicker
from ui.picking.client_picker import ClientPicker
from ui.widgets.fields import ChoiceField, DateField, SuggestField
from ui.widgets.form import Form
from ui.widgets.short_text_field import ShortTextField

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from app.referrals.handing_over.queries import HandingDesk
    from ui.desk import Desk, Pending

NOBODY = UUID(int=0)


class ReceivedFields(Form):
    """Who handed it to the office, what is asked, what was told, and who takes it up."""

    def __init__(self, desk: Desk, known: HandingDesk | None) -> None:
        """Begin with a person, or with nobody chosen yet; it came today."""
        super().__init__()
        self.known = known
        self.picker, self.institution = ClientPicker(desk), InstitutionPicker(desk)
        ways = [(kind.value, _(label)) for kind, label in RECEIVED_LABELS.items()]
        self.kind: ChoiceField[str] = ChoiceField(ways)
        self.on, self.due, self.colleague = DateField(), DateField(), SuggestField()
        self.reason, self.told = ShortTextField(3), ShortTextField(3)
        if known is None:
            self.add("person_id", _("Person"), self.picker)
        self.add("from_institution_id", _("From whom"), self.institution)
        self.begin_row()
        self.add("kind", _("In which way"), self.kind)
        self.add("on", _("Received on"), self.on)
        self.end_row()
        self.add("reason", _("What is asked for"), self.reason)
        hint = _("Only what is needed for it. On what basis it was told, the sender answers for.")
        self.add("told", _("What the sender told"), self.told, hint=hint, optional=True)
        self.begin_row()
        self.add("to_member", _("Who takes it up"), self.colleague, optional=True)
        self.add("due_on", _("Answer by"), self.due, optional=True)
        self.end_row()
        self.on.set_value(desk.local_now.date())
        self.colleague.set_value(desk.who)
        if known is not None:
            self.colleague.set_suggestions(list(known.colleagues))
        self.keep()

    @property
    def person_id(self) -> UUID | None:
        """Whom the matter is about."""
        return self.known.person_id if self.known is not None else self.picker.value()

    def value(self) -> Received:
        """Answer what the fields say."""
        return Received(
            kind=self.kind.value(),
            from_institution_id=self.institution.value(),
            on=self.on.value(),
            reason=self.reason.value(),
            told=self.told.value(),
            to_member=self.colleague.value(),
            due_on=self.due.value(),
        )


class ReceivedForm(KeptForm):
    """Ctrl+S records it; what becomes of it is noted as with everything handed over."""

    fields: ReceivedFields

    def __init__(
        self, desk: Desk, known: HandingDesk | None = None, parent: QWidget | None = None
    ) -> None:
        """Record a matter of somebody who is known already, or of nobody yet."""
        super().__init__(desk, parent)
        # Made here, so that saving twice records one.
        self.referral_id: UUID = uuid4()
        subject = str(known.person_id) if known is not None else ""
        name = known.name if known is not None else ""
        about = _("Received from another institution, about {name}").format(name=name)
        heading = about if name else _("Received from another institution")
        fields = ReceivedFields(desk, known)
        self.arrange(fields, heading, _("Record it"), RECEIVED_FORM, subject, name)

    def send(self) -> Pending[UUID]:
        """Have it checked and kept."""
        person = self.fields.person_id or NOBODY
        return self.desk.act(receive_referral, self.referral_id, person, self.fields.value())

    def ask_newer(self) -> Pending[HandingDesk | None]:
        """Ask for the person; a new matter overwrites nobody."""
        person = self.fields.person_id or NOBODY
        return self.desk.ask(handing_desk, person, self.desk.local_now.date())

    def take(self, newer: HandingDesk) -> None:
        """Go on: nobody else changes what is recorded here."""
