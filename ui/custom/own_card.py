"""The card of the overview with the own fields of the office, filled in where it stands."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.custom.actions import save_values
from app.custom.queries import filled_fields
from resources.text import _, say
from ui.clients.fact_grid import FactGrid
from ui.clients.own_entries import entry_of, field_words, input_for, show_entry
from ui.style import spacing
from ui.widgets.buttons import plain_button, primary_button
from ui.widgets.card import Card
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.form import Form
from ui.widgets.labels import quiet

if TYPE_CHECKING:
    from uuid import UUID

    from app.clients.queries import ClientCard
    from app.custom.rules import FilledField
    from app.errors import Refused, Unavailable
    from app.together import Question
    from ui.desk import Desk


class OwnFieldsCard(Card):
    """Not there in an office without own fields."""

    place_wanted = Signal(object)
    said = Signal(str, object)

    def __init__(self, desk: Desk) -> None:
        """Begin with nobody."""
        super().__init__(_("Own fields"), _("Fill in"), icon="edit")
        self._desk = desk
        self._person_id: UUID | None = None
        self._filled: tuple[FilledField, ...] = ()
        self.form: Form | None = None
        self.save_button = primary_button(_("Save"))
        self.cancel_button = plain_button(_("Cancel"))
        self._facts: FactGrid | None = None
        self._nothing = quiet(_("Nothing is filled in yet."))
        self._buttons = QWidget()
        row = FlowLayout(self._buttons, spacing(8))
        row.addWidget(self.save_button)
        row.addWidget(self.cancel_button)
        self._inner = QVBoxLayout()
        self._inner.setSpacing(spacing(12))
        self.add(self._nothing)
        self.add(self._inner)
        self.add(self._buttons)
        self._buttons.hide()
        self.hide()
        self.acted.connect(self.begin)
        self.save_button.clicked.connect(self.save)
        self.cancel_button.clicked.connect(self._on_cancel)

    def question(self, person_id: UUID) -> Question:
        """Answer what is to be asked about somebody, together with the card."""
        return partial(filled_fields, person_id=person_id)

    def show_answer(self, card: ClientCard, filled: tuple[FilledField, ...]) -> None:
        """Show the answer to `question`; a form that is open stays until the person changes."""
        if self.form is not None and self._person_id == card.id:
            return
        if card.id == self._person_id and filled == self._filled and self.form is None:
            return
        self._person_id, self._filled = card.id, filled
        self._show_facts()
        self.setVisible(bool(filled))

    def do(self, doing: str, record: UUID | None) -> None:
        """Begin to fill in."""
        del record
        if doing == "own_fields" and self._filled:
            self.begin()

    def flush(self) -> None:
        """Nothing is kept: the form is short."""

    def begin(self) -> None:
        """Ask for every field that is offered."""
        if self.form is not None:
            return
        form = Form()
        for one in self._filled:
            key, details = str(one.field.id), one.field.details
            form.add(key, field_words(one.field), input_for(details, one.entry), optional=True)
        self._put(form)
        self.form, self._facts = form, None
        self._nothing.hide()
        self._buttons.show()
        if self._filled:
            form.focus_field(str(self._filled[0].field.id))

    def save(self) -> None:
        """Save what is filled in; problems are shown beside the fields."""
        form = self.form
        if form is None or self._person_id is None or not form.check():
            return
        self.save_button.setEnabled(False)
        entries = {
            one.field.id: entry_of(one.field.details, form.field(str(one.field.id)).input)
            for one in self._filled
        }
        versions = {one.field.id: one.version for one in self._filled}
        pending = self._desk.act(save_values, self._person_id, entries, versions)
        pending.then(self._on_saved).if_refused(self._on_refused)
        pending.if_unavailable(self._on_unavailable)

    def _show_facts(self) -> None:
        names = [field_words(one.field) for one in self._filled]
        if self._facts is None or self._facts.names() != names:
            self.form = None
            self._buttons.hide()
            self._facts = FactGrid(names)
            self._put(self._facts)
        shown = [show_entry(one.field.details, one.entry) for one in self._filled]
        self._facts.show_facts(shown)
        self._nothing.setVisible(not any(shown))

    def _put(self, widget: QWidget) -> None:
        while (item := self._inner.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        self._inner.addWidget(widget)

    def _on_cancel(self) -> None:
        self._show_facts()

    def _on_saved(self, person_id: UUID) -> None:
        self.save_button.setEnabled(True)
        self.said.emit(_("The own fields are saved."), None)
        if person_id == self._person_id:
            self.form = None
            self._desk.ask(filled_fields, person_id).then(self._on_filled)

    def _on_filled(self, filled: tuple[FilledField, ...]) -> None:
        self._filled = filled
        self._show_facts()

    def _on_refused(self, refused: Refused) -> None:
        self.save_button.setEnabled(True)
        if self.form is not None:
            self.form.show_problems(refused.problems)

    def _on_unavailable(self, trouble: Unavailable) -> None:
        self.save_button.setEnabled(True)
        self.said.emit(f"{say(trouble.problem)} {say(trouble.remedy)}".strip(), None)
