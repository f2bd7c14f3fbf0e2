"""Adding somebody to the household of a person."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID, uuid4

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.errors import N_, Problem
from app.households.actions import live_together
from resources.text import _
from ui.picking.client_picker import ClientPicker
from ui.style import spacing
from ui.widgets.fields import DateField
from ui.widgets.form import Form
from ui.widgets.form_end import FormEnd
from ui.widgets.labels import strong

if TYPE_CHECKING:
    from app.errors import Refused, Unavailable
    from ui.desk import Desk

NOBODY = N_("Please choose who lives here too.")


class _JoinFields(Form):
    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.picker = ClientPicker(desk)
        self.since = DateField()
        self.begin_row()
        self.add("person_id", _("Who lives here too"), self.picker, stretch=3)
        self.add("since", _("Since"), self.since, stretch=2)
        self.end_row()

    def focus_first(self) -> None:
        self.focus_field("person_id")


class JoinForm(QWidget):
    """Ctrl+S saves, Esc leaves; nothing is kept of a name that was not chosen."""

    saved = Signal()
    left = Signal()

    def __init__(self, desk: Desk, person_id: UUID, name: str) -> None:
        """Ask who lives with a person."""
        super().__init__()
        self._desk, self._person_id = desk, person_id
        # Made here, so that saving twice makes one household.
        self._household_id = uuid4()
        self.fields = _JoinFields(desk)
        self.ending = FormEnd(self, _("Add to the household"), QWidget())
        self.ending.save_wanted.connect(self.save)
        self.ending.leave_wanted.connect(self.left)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, spacing(8), 0, spacing(8))
        layout.setSpacing(spacing(12))
        layout.addWidget(strong(_("Who lives with {name}?").format(name=name)))
        layout.addWidget(self.fields)
        layout.addWidget(self.ending)

    def save(self) -> None:
        """Put both into one household."""
        if not self.ending.may_save() or not self.fields.check():
            return
        other = self.fields.picker.value()
        if other is None:
            self.fields.show_problems((Problem(NOBODY, "person_id"),))
            return
        self.ending.show_busy()
        people, since = (self._person_id, other), self.fields.since.value()
        act = self._desk.act(live_together, self._household_id, people, since)
        act.then(self._on_saved).if_refused(self._on_refused)
        act.if_unavailable(self._on_unavailable)

    def _on_saved(self, _household_id: UUID) -> None:
        self.saved.emit()

    def _on_refused(self, refused: Refused) -> None:
        self.ending.show_ready()
        self.fields.show_problems(refused.problems)

    def _on_unavailable(self, trouble: Unavailable) -> None:
        self.ending.show_trouble(trouble)
