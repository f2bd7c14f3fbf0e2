"""Saying what letters call a household."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.households.actions import save_household
from app.households.rules import HouseholdDetails
from resources.text import _
from ui.style import spacing
from ui.widgets.fields import TextField
from ui.widgets.form import Form
from ui.widgets.form_end import FormEnd
from ui.widgets.labels import strong

if TYPE_CHECKING:
    from app.errors import Refused, Unavailable
    from app.households.rows import HouseholdRow
    from ui.desk import Desk


class _NameFields(Form):
    def __init__(self, household: HouseholdRow) -> None:
        super().__init__()
        self.name, self.note = TextField(), TextField()
        self.name.set_value(household.name)
        self.note.set_value(household.note)
        named = _("Such as “Familie Yilmaz”; empty names the members.")
        self.add("name", _("Name in letters"), self.name, hint=named)
        self.add("note", _("Note"), self.note)

    def focus_first(self) -> None:
        self.focus_field("name")

    def value(self) -> HouseholdDetails:
        return HouseholdDetails(self.name.value(), self.note.value())


class NameForm(QWidget):
    """Ctrl+S saves, Esc leaves."""

    saved = Signal()
    left = Signal()

    def __init__(self, desk: Desk, household: HouseholdRow) -> None:
        """Ask for name and note of a household."""
        super().__init__()
        self._desk, self._household = desk, household
        self.fields = _NameFields(household)
        self.ending = FormEnd(self, _("Save household"), QWidget())
        self.ending.save_wanted.connect(self.save)
        self.ending.leave_wanted.connect(self.left)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, spacing(8), 0, spacing(8))
        layout.setSpacing(spacing(12))
        layout.addWidget(strong(_("Name the household")))
        layout.addWidget(self.fields)
        layout.addWidget(self.ending)

    def save(self) -> None:
        """Save the name; problems are shown beside the fields."""
        if not self.ending.may_save() or not self.fields.check():
            return
        self.ending.show_busy()
        household, details = self._household, self.fields.value()
        act = self._desk.act(save_household, household.id, household.version, details)
        act.then(self._on_saved).if_refused(self._on_refused)
        act.if_unavailable(self._on_unavailable)

    def _on_saved(self, _version: int) -> None:
        self.saved.emit()

    def _on_refused(self, refused: Refused) -> None:
        self.ending.show_ready()
        self.fields.show_problems(refused.problems)

    def _on_unavailable(self, trouble: Unavailable) -> None:
        self.ending.show_trouble(trouble)
