"""The form of one own field: what it is called, and what is filled in."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID, uuid4

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from app.codes.rules import LONGEST_LABEL, Labels
from app.custom.actions import save_field, switch_field
from app.custom.rules import KIND_LABELS, FieldDetails, FieldKind
from resources.text import _, say
from ui.clients.own_entries import field_words
from ui.style import spacing
from ui.widgets.buttons import plain_button, primary_button
from ui.widgets.card import Card
from ui.widgets.empty_state import EmptyState
from ui.widgets.fields import ChoiceField, LongTextField, TextField
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.form import Form
from ui.widgets.labels import heading, quiet
from ui.widgets.scroll_body import ScrollBody

if TYPE_CHECKING:
    from app.custom.rules import OwnField
    from app.errors import Refused, Unavailable
    from ui.desk import Desk


class FieldForm(QStackedWidget):
    """Empty until a field is chosen or added."""

    saved = Signal(str)
    """A sentence for the toast."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Begin with nothing chosen."""
        super().__init__(parent)
        self._desk = desk
        self._field: OwnField | None = None
        self._id: UUID = uuid4()
        self._head = heading("")
        self.de, self.da, self.en = (TextField(LONGEST_LABEL) for _language in range(3))
        self.kind: ChoiceField[str] = ChoiceField(
            [(kind.value, _(KIND_LABELS[kind])) for kind in FieldKind]
        )
        self.choices = LongTextField()
        self.form = Form()
        self.save_button = primary_button(_("Save field"))
        self.switch_button = plain_button(_("Offer no longer"))
        self.addWidget(EmptyState(_("Choose a field to change it, or add one."), icon="edit"))
        self._content = self._build()
        self.addWidget(self._content)
        self.kind.changed.connect(self._on_kind)
        self.save_button.clicked.connect(self.save)
        self.switch_button.clicked.connect(self.switch)

    def _build(self) -> QWidget:
        self.form.add("de", _("German"), self.de, optional=True)
        self.form.add("da", _("Danish"), self.da, optional=True)
        self.form.add("en", _("English"), self.en, optional=True)
        self.form.add("kind", _("What is filled in"), self.kind)
        lines = _("One word in each line.")
        self.form.add("choices", _("Words to choose from"), self.choices, hint=lines)
        card = Card()
        card.add(self._head)
        card.add(self.form)
        row = FlowLayout(gap=spacing(8))
        row.addWidget(self.save_button)
        row.addWidget(self.switch_button)
        card.add(row)
        card.add(quiet(_("What is filled in already stays, also when the field is not offered.")))
        body = ScrollBody()
        body.add(card)
        body.end()
        content = QWidget()
        layout = QVBoxLayout(content)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(body)
        return content

    def begin(self, field: OwnField | None) -> None:
        """Show a field, or an empty form for a new one; the kind of a field stays."""
        self._field, self._id = field, field.id if field else uuid4()
        details = field.details if field else FieldDetails()
        labels = details.labels
        self.form.clear_problems()
        for line, said in ((self.de, labels.de), (self.da, labels.da), (self.en, labels.en)):
            line.set_value(said)
        self.kind.set_value(str(details.kind))
        self.kind.setEnabled(field is None)
        self.choices.set_value("\n".join(details.choices))
        self._head.setText(field_words(field) if field else _("New field"))
        self.switch_button.setVisible(field is not None)
        is_active = field is None or field.is_active
        self.switch_button.setText(_("Offer no longer") if is_active else _("Offer again"))
        self._on_kind()
        self._show_busy(busy=False)
        self.setCurrentWidget(self._content)

    def close_form(self) -> None:
        """Show that nothing is chosen."""
        self.setCurrentIndex(0)

    def save(self) -> None:
        """Save the field; problems are shown beside the inputs."""
        if not self.save_button.isEnabled() or not self.form.check():
            return
        self._show_busy(busy=True)
        lines = (line.strip() for line in self.choices.value().splitlines())
        words = tuple(filter(None, lines)) if self.kind.value() == FieldKind.CHOICE else ()
        labels = Labels(self.de.value(), self.da.value(), self.en.value())
        details = FieldDetails(labels, self.kind.value(), words)
        version = self._field.version if self._field else 0
        pending = self._desk.act(save_field, self._id, version, details)
        pending.then(self._on_saved).if_refused(self._on_refused)
        pending.if_unavailable(self._on_unavailable)

    def switch(self) -> None:
        """Offer the field, or no longer."""
        field = self._field
        if field is None:
            return
        self._show_busy(busy=True)
        pending = self._desk.act(
            switch_field, field.id, field.version, is_active=not field.is_active
        )
        pending.then(self._on_saved).if_refused(self._on_refused)
        pending.if_unavailable(self._on_unavailable)

    def _show_busy(self, *, busy: bool) -> None:
        self.save_button.setEnabled(not busy)
        self.switch_button.setEnabled(not busy)

    def _on_kind(self) -> None:
        self.form.field("choices").setVisible(self.kind.value() == FieldKind.CHOICE)

    def _on_saved(self, _id: UUID) -> None:
        self.close_form()
        self.saved.emit(_("The field is saved."))

    def _on_refused(self, refused: Refused) -> None:
        self._show_busy(busy=False)
        self.form.show_problems(refused.problems)

    def _on_unavailable(self, trouble: Unavailable) -> None:
        self._show_busy(busy=False)
        self.saved.emit(f"{say(trouble.problem)} {say(trouble.remedy)}".strip())
