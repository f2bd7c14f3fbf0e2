"""Own fields: what the office asks about people besides what every office asks."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from app.custom.queries import own_fields
from app.custom.rules import KIND_LABELS, FieldKind, OwnField
from resources.text import _, ngettext
from ui.clients.own_entries import field_words
from ui.custom.field_form import FieldForm
from ui.views.list_form_page import ListFormPage
from ui.widgets.empty_state import EmptyState
from ui.widgets.table import Column, DataTable

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ui.desk import Desk, Pending


class OwnFieldsPage(ListFormPage[OwnField]):
    """A list on the left, the form of the chosen field on the right."""

    features: ClassVar[frozenset[str]] = frozenset({"custom"})

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Build the page; it asks when it is shown."""
        self.form = FieldForm(desk)
        table: DataTable[OwnField] = DataTable(_columns(), _("Own fields"))
        super().__init__(desk, table, self.form, _("Add a field"), parent)
        self.arrange(
            _("Own fields"),
            _("They stand in the form of each person. Ask only what you really need."),
        )

    def ask_rows(self) -> Pending[tuple[OwnField, ...]]:
        """Ask for the fields."""
        return self.desk.ask(own_fields)

    def begin(self, row: OwnField | None) -> None:
        """Show a field, or begin a new one."""
        self.form.begin(row)

    def first_field(self) -> QWidget:
        """Answer the German name."""
        return self.form.de

    def show_found(self, found: tuple[OwnField, ...]) -> None:
        """Show the fields, or what they are good for."""
        self.table.set_rows(found, _key)
        offered = sum(field.is_active for field in found)
        self.count.setText(ngettext("{count} field offered", "{count} fields offered", offered))
        if found or self.form.currentIndex():
            self.state.show_content()
            return
        empty = EmptyState(
            _("Your office asks nothing of its own yet, such as “comes to lunch”."),
            _("Add a field"),
            icon="edit",
        )
        empty.acted.connect(self.add)
        self.state.show_empty(empty)


def _key(field: OwnField) -> object:
    return field.id


def _columns() -> tuple[Column[OwnField], ...]:
    return (
        Column(
            _("Field"),
            field_words,
            "stretch",
            quiet=lambda field: ", ".join(field.details.choices),
            strong=True,
            tone=lambda field: "" if field.is_active else "quiet",
        ),
        Column(_("What is filled in"), lambda field: _(KIND_LABELS[FieldKind(field.details.kind)])),
        Column(_("State"), lambda field: _("offered") if field.is_active else _("not offered")),
    )
