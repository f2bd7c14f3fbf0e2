"""What narrows the list of enquiries down: urgency, concern, department."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QWidget

from app.referrals.enquiries.queries import DepartmentRow, asking_departments
from app.referrals.enquiries.rules import CONCERNS, Urgency
from resources.text import _
from ui.codes.code_choice import CodeChoice
from ui.referrals.enquiries.words import urgency_words
from ui.style import length, spacing
from ui.widgets.fields import ChoiceField
from ui.widgets.flow_layout import FlowLayout

if TYPE_CHECKING:
    from app.exchange.views.rules import View
    from ui.desk import Desk


class EnquiryFilter(QWidget):
    """Three choices beside each other; each begins open."""

    narrowed = Signal()

    def __init__(self, desk: Desk) -> None:
        """Offer everything; departments are asked with `load`."""
        super().__init__()
        self._desk = desk
        self._wanted: UUID | None = None
        self.urgency = ChoiceField(
            [("", _("Urgency")), *((each.value, urgency_words(each)) for each in Urgency)]
        )
        self.concern = CodeChoice(CONCERNS, [("", _("Concern"))])
        self.department: ChoiceField[UUID | None] = ChoiceField([(None, _("Housing department"))])
        names = (_("Urgency"), _("Concern"), _("Housing department"))
        flow = FlowLayout(self, spacing(8))
        fields: tuple[ChoiceField[Any], ...] = self._fields()
        for field, name in zip(fields, names, strict=True):
            field.setAccessibleName(name)
            field.setMinimumWidth(length(130))
            field.setMaximumWidth(length(138))
            field.changed.connect(self.narrowed)
            flow.addWidget(field)

    def load(self) -> None:
        """Ask which departments enquired."""
        self._desk.ask(asking_departments).then(self._on_departments)

    def words(self) -> list[str]:
        """Answer what is chosen, in words."""
        return [field.currentText() for field in self._fields() if field.value() not in ("", None)]

    def as_filters(self) -> tuple[tuple[str, str], ...]:
        """Answer what a saved view keeps."""
        department = self.department.value() or self._wanted
        pairs = {
            "urgency": self.urgency.value(),
            "concern": self.concern.value(),
            "department": str(department or ""),
        }
        return tuple((name, value) for name, value in pairs.items() if value)

    def take(self, view: View) -> None:
        """Choose what a view says; what it does not know is open."""
        urgency, concern = view.chosen("urgency"), view.chosen("concern")
        blocked = [QSignalBlocker(field) for field in self._fields()]
        self.urgency.set_value(urgency if urgency in set(Urgency) else "")
        self.concern.set_value(concern if concern in self.concern.values() else "")
        self._wanted = _key(view.chosen("department"))
        self._choose_wanted()
        for one in blocked:
            one.unblock()

    def department_id(self) -> UUID | None:
        """Answer the department that is chosen, also while its name is asked for."""
        return self.department.value() or self._wanted

    def _fields(self) -> tuple[ChoiceField[str], ChoiceField[str], ChoiceField[UUID | None]]:
        return self.urgency, self.concern, self.department

    def _on_departments(self, rows: tuple[DepartmentRow, ...]) -> None:
        with QSignalBlocker(self.department):
            kept = self.department_id()
            options = [(None, _("Housing department")), *((row.id, row.name) for row in rows)]
            self.department.set_options(options)
            self._wanted = kept
            self._choose_wanted()

    def _choose_wanted(self) -> None:
        if self._wanted in self.department.values():
            self.department.set_value(self._wanted)
            self._wanted = None
        elif self._wanted is None:
            self.department.set_value(None)


def _key(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None
