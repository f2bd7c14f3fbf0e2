"""Own fields: what the office asks about people besides what every office asks."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.custom.queries import own_fields
from app.custom.rules import KIND_LABELS, FieldKind
from resources.text import _, ngettext, say
from ui.clients.own_entries import field_words
from ui.custom.field_form import FieldForm
from ui.style import spacing
from ui.widgets.buttons import plain_button, quiet_button
from ui.widgets.empty_state import EmptyState
from ui.widgets.labels import quiet
from ui.widgets.list_detail import ListDetail
from ui.widgets.loading import StateStack
from ui.widgets.page import Page, Place
from ui.widgets.page_header import PageHeader
from ui.widgets.table import Column, DataTable

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent

    from app.custom.rules import OwnField
    from app.errors import Unavailable
    from ui.desk import Desk


class OwnFieldsPage(Page):
    """A list on the left, the form of the chosen field on the right."""

    features: ClassVar[frozenset[str]] = frozenset({"custom"})

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Build the page; it asks when it is shown."""
        super().__init__(desk, parent)
        self.back_button = quiet_button(_("More"), "back")
        self.add_button = plain_button(_("Add a field"), "add")
        self.table: DataTable[OwnField] = DataTable(_columns(), _("Own fields"))
        self.count = quiet("")
        self.form = FieldForm(desk)
        half = QWidget()
        column = QVBoxLayout(half)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(spacing(8))
        column.addWidget(self.table, 1)
        column.addWidget(self.count)
        self.split = ListDetail(half, self.form, list_share=1, detail_share=1)
        self.state = StateStack(self.split)
        self._arrange()
        self.back_button.clicked.connect(self._on_back)
        self.add_button.clicked.connect(self.add)
        self.table.row_chosen.connect(self._on_row_chosen)
        self.table.row_activated.connect(self._on_row_activated)
        self.form.saved.connect(self._on_saved)
        self.state.retried.connect(self.refresh)

    def _arrange(self) -> None:
        sentence = _("They stand on the overview of each person. Ask only what you really need.")
        header = PageHeader(_("Own fields"), sentence)
        header.add_action(self.add_button)
        back = QHBoxLayout()
        back.addWidget(self.back_button)
        back.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(spacing(12))
        layout.addLayout(back)
        layout.addWidget(header)
        layout.addWidget(self.state, 1)

    def refresh(self) -> None:
        """Ask for the fields again."""
        self.state.show_loading()
        self.desk.ask(own_fields).then(self._on_found).if_unavailable(self._on_unavailable)

    def showEvent(self, event: QShowEvent) -> None:
        """Ask when the page comes into sight."""
        super().showEvent(event)
        self.refresh()

    def add(self) -> None:
        """Begin a new field."""
        self.state.show_content()
        self.table.clearSelection()
        self.form.begin(None)
        self.split.show_detail()
        self.form.de.setFocus()

    def _on_found(self, fields: tuple[OwnField, ...]) -> None:
        self.table.set_rows(fields, _key)
        offered = sum(field.is_active for field in fields)
        self.count.setText(ngettext("{count} field offered", "{count} fields offered", offered))
        if fields or self.form.currentIndex():
            self.state.show_content()
            return
        empty = EmptyState(
            _("Your office asks nothing of its own yet, such as “comes to lunch”."),
            _("Add a field"),
            icon="edit",
        )
        empty.acted.connect(self.add)
        self.state.show_empty(empty)

    def _on_row_chosen(self, field: OwnField | None) -> None:
        if field is not None:
            self.form.begin(field)

    def _on_row_activated(self, _field: OwnField) -> None:
        self.split.show_detail()

    def _on_saved(self, sentence: str) -> None:
        self.said.emit(sentence, None)
        self.split.show_list()
        self.refresh()

    def _on_back(self) -> None:
        self.place_wanted.emit(Place("more"))

    def _on_unavailable(self, trouble: Unavailable) -> None:
        self.state.show_failed(f"{say(trouble.problem)} {say(trouble.remedy)}".strip())


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
