"""Passing data on: to whom, what for, which data; without consent only with a reason."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import uuid4

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy

from app.consent.passing import PASSING_FORM, pass_on
from app.consent.queries import Asking, standing_with
from app.consent.rules import KIND_LABELS, DataKind, PassingOn, check_answer
from resources.text import _, say
from ui import formats
from ui.consent.recipient_fields import RecipientFields
from ui.drafts.kept_form import KeptForm
from ui.widgets.banner import Banner
from ui.widgets.buttons import quiet_button
from ui.widgets.fields import CheckField, DateField, SuggestField
from ui.widgets.form import Form
from ui.widgets.labels import heading
from ui.widgets.short_text_field import ShortTextField
from ui.widgets.status_label import StatusLabel

if TYPE_CHECKING:
    from uuid import UUID

    from PySide6.QtWidgets import QWidget

    from ui.desk import Desk, Pending


class PassingFields(Form):
    """Asks again whether consent holds whenever the recipient changes."""

    record_wanted = Signal()
    """The person shall be asked first."""

    def __init__(self, desk: Desk, person_id: UUID, parent: QWidget | None = None) -> None:
        """Begin with contact data for nobody yet."""
        super().__init__(parent)
        self._desk, self._person_id = desk, person_id
        self._pending: Pending[Asking] | None = None
        self.asking: Asking | None = None
        self.inputs: dict[str, Any] = {}
        self.recipient = RecipientFields(desk, self)
        self.holds = StatusLabel("", "done")
        self.lacks = Banner("danger", "", _("Record an answer"))
        self.lacks.acted.connect(self.record_wanted)
        for part in (self.holds, self.lacks):
            part.hide()
            self.add_widget(part)
        self._add_override()
        self._add_what()
        for field in (self.recipient.institution, self.recipient.words):
            field.changed.connect(self._on_recipient_changed)
        self.inputs["is_override"].changed.connect(self._show_parts)
        self.inputs["with_journal"].changed.connect(self._show_parts)
        self._show_parts()

    def value(self) -> PassingOn:
        """Answer what the fields say."""
        known = {name: field.value() for name, field in self.inputs.items()}
        return PassingOn(
            institution_id=self.recipient.institution.value(),
            recipient=self.recipient.words.value(),
            **known,
        )

    def _put(self, name: str, label: str, field: Any, hint: str = "") -> None:  # noqa: ANN401 - any input
        self.inputs[name] = field
        self.add(name, label, field, hint=hint)

    def _add_override(self) -> None:
        words = _("Pass data on without consent")
        told = _("Only where somebody's life or limb is in danger, or the law demands it.")
        self._put("is_override", words, CheckField(words), told)
        reason = _("At least 15 characters; it is logged and printed on the sheet.")
        self._put("override_reason", _("Reason"), ShortTextField(2), reason)

    def _add_what(self) -> None:
        purpose = SuggestField()
        purpose.set_suggestions(
            [_("Home care"), _("Application for a benefit"), _("Meals on wheels"),
             _("Repair in the flat"), _("Handing the case over")]
        )  # fmt: skip
        self._put("purpose", _("What the data are needed for"), purpose)
        self.add_widget(heading(_("Which data")))
        for name, kind in (("with_contact", DataKind.CONTACT), ("with_card", DataKind.CARD),
                           ("with_journal", DataKind.JOURNAL)):  # fmt: skip
            self._put(name, _(KIND_LABELS[kind]), CheckField(_(KIND_LABELS[kind])))
        self.inputs["with_contact"].set_value(True)
        self._put("journal_from", _("Notes from this day on"), DateField())
        told = _("Printed on the sheet.")
        self._put("message", _("Message to the recipient"), ShortTextField(2), told)
        self.preview_button = quiet_button(_("Look at the sheet first"), "eye")
        self.preview_button.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.add_widget(self.preview_button)

    def _on_recipient_changed(self) -> None:
        if self._pending is not None:
            self._pending.forget()
        institution = self.recipient.institution.value()
        words = self.recipient.words.value()
        if institution is None and not words.strip():
            self.asking = None
            self._show_parts()
            return
        today = self._desk.local_now.date()
        asked = self._desk.ask(standing_with, self._person_id, institution, words, today)
        self._pending = asked.then(self._on_asking)

    def _on_asking(self, asking: Asking) -> None:
        self._pending = None
        self.asking = asking
        self._show_parts()

    def _show_parts(self) -> None:
        """Show what holds or what is missing, and the override only where it is needed."""
        asking = self.asking
        holds = asking is not None and asking.answer.holds
        lacks = asking is not None and not asking.answer.holds
        if asking is not None and asking.answer.since and holds:
            day = formats.show_day(asking.answer.since)
            words = _("{name} agreed on {day}: {scope}")
            told = words.format(name=asking.name, day=day, scope=asking.answer.scope)
            self.holds.set_status(told, "done")
        elif asking is not None:
            self.lacks.set_text(
                " ".join(map(say, check_answer(asking.answer, asking.name, asking.recipient)))
            )
        self.holds.setVisible(holds)
        self.lacks.setVisible(lacks)
        may = lacks and asking is not None and asking.may_override
        self.field("is_override").setVisible(may)
        is_override = may and self.inputs["is_override"].value()
        self.field("override_reason").setVisible(is_override)
        self.field("journal_from").setVisible(self.inputs["with_journal"].value())


class PassingForm(KeptForm):
    """The form of passing data about one person on; what is saved answers the sheet."""

    preview_wanted = Signal(object)
    """The `PassingOn` of which the sheet shall be looked at."""

    def __init__(
        self, desk: Desk, person_id: UUID, name: str, parent: QWidget | None = None
    ) -> None:
        """Pass data on about a person."""
        super().__init__(desk, parent)
        self.person_id = person_id
        # Made here, so that passing on twice is kept once.
        self.disclosure_id = uuid4()
        self.content = PassingFields(desk, person_id)
        self.content.preview_button.clicked.connect(self._on_preview_clicked)
        head = _("Pass data on about {name}").format(name=name)
        subject = str(person_id)
        self.arrange(self.content, head, _("Pass data on"), PASSING_FORM, subject, name)

    def send(self) -> Pending[bytes]:
        """Keep the disclosure and have the sheet made."""
        form = self.content.value()
        return self.desk.act(pass_on, self.disclosure_id, self.person_id, form)

    def ask_newer(self) -> Pending[None]:
        """Answer nothing: nobody else changes what is being passed on here."""
        return self.desk.after_all()

    def take(self, newer: None) -> None:
        """Do nothing: there is no newer one."""

    def _on_preview_clicked(self) -> None:
        if self.content.check():
            self.preview_wanted.emit(self.content.value())
