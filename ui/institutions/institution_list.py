"""The list of institutions: type to find, choose a kind, those in use or those of before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.institutions.queries import InstitutionRow, list_institutions
from app.institutions.queries.exporting import ListedInstitution, institutions_to_export
from resources.text import _, language, ngettext, say
from ui.institutions.words import kind_icon, kind_options, row_line, row_phone
from ui.style import spacing
from ui.widgets.chips import FilterBar
from ui.widgets.empty_state import EmptyState
from ui.widgets.fields import ChoiceField
from ui.widgets.labels import small
from ui.widgets.loading import StateStack
from ui.widgets.search_field import SearchField
from ui.widgets.table import Column, DataTable

if TYPE_CHECKING:
    from uuid import UUID

    from app.errors import Unavailable
    from ui.desk import Desk, Pending

PHONE_WIDTH = 136
"""Pixels at 100 % of a phone number."""


class InstitutionList(QWidget):
    """Tells which is chosen with the arrows, clicked at, or opened with Enter."""

    chosen = Signal(object)
    clicked = Signal(object)
    opened = Signal(object)
    add_wanted = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Build the list; nothing is asked before `refresh`."""
        super().__init__(parent)
        self._desk = desk
        self._pending: Pending[tuple[InstitutionRow, ...]] | None = None
        self._wanted: UUID | None = None
        self._is_led = False
        self.search = SearchField(_("Find an institution by name"))
        self.kinds = ChoiceField([("", _("All kinds")), *kind_options()])
        self.kinds.setAccessibleName(_("Which kind of institution is listed"))
        uses = [(True, _("In use")), (False, _("No longer in use"))]
        self.filters: FilterBar[bool] = FilterBar(uses, _("Which institutions are listed"))
        self.count = small("")
        columns = [
            Column[InstitutionRow](_("Name"), _name, width="stretch", quiet=row_line, icon=_icon),
            Column[InstitutionRow](_("Phone"), row_phone, width=PHONE_WIDTH),
        ]
        self.table: DataTable[InstitutionRow] = DataTable(columns, _("Institutions"))
        self.state = StateStack(self.table)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(spacing(8))
        for part in (self.search, self.kinds, self.filters, self.count):
            layout.addWidget(part)
        layout.addWidget(self.state, 1)
        self.setFocusProxy(self.search)
        self._connect()

    def refresh(self) -> None:
        """Ask again for what is listed."""
        if self._pending is not None:
            self._pending.forget()
        self.state.show_loading()
        self._pending = self._desk.ask(
            list_institutions,
            self.search.value(),
            kind=self.kinds.value(),
            is_active=self.filters.value(),
            language=language(),
        )
        self._pending.then(self._on_found).if_unavailable(self._on_unavailable)

    def show_institution(self, institution_id: UUID) -> None:
        """Mark an institution that is shown elsewhere, as soon as it is listed."""
        self._wanted = institution_id
        self._lead()

    def ask_all(self) -> Pending[tuple[ListedInstitution, ...]]:
        """Ask for everything of the list as it is narrowed down."""
        return self._desk.ask(
            institutions_to_export,
            self.search.value(),
            kind=self.kinds.value(),
            is_active=self.filters.value(),
            language=language(),
        )

    def selection(self) -> str:
        """Answer in words what is listed."""
        typed, kind = self.search.value().strip(), self.kinds.value()
        sought = _("Search: {typed}").format(typed=typed) if typed else ""
        use = "" if self.filters.value() else _("No longer in use")
        return " · ".join(filter(None, (sought, self.kinds.currentText() if kind else "", use)))

    def rows(self) -> list[InstitutionRow]:
        """Answer the rows that are listed."""
        return self.table.rows()

    def _connect(self) -> None:
        self.search.typed.connect(self._on_narrowed)
        self.kinds.changed.connect(self.refresh)
        self.filters.chosen.connect(self._on_narrowed)
        self.search.moved_down.connect(self._on_moved_down)
        self.search.accepted.connect(self._on_accepted)
        self.table.row_chosen.connect(self._on_row_chosen)
        self.table.row_activated.connect(self._on_row_opened)
        self.table.clicked.connect(self._on_clicked)
        self.state.retried.connect(self.refresh)

    def _on_narrowed(self, _value: object) -> None:
        self.refresh()

    def _on_found(self, rows: tuple[InstitutionRow, ...]) -> None:
        self._pending = None
        self.table.set_rows(rows, _key)
        self._lead()
        self.count.setText(ngettext("{count} institution", "{count} institutions", len(rows)))
        if rows:
            self.state.show_content()
        else:
            self.state.show_empty(self._nothing())

    def _lead(self) -> None:
        """Mark the wanted one without telling anybody: it is shown already."""
        if self._wanted is None:
            return
        self._is_led = True
        if self.table.choose(self._wanted):
            self._wanted = None
        else:
            self.table.setCurrentIndex(QModelIndex())
        self._is_led = False

    def _nothing(self) -> EmptyState:
        typed = self.search.value()
        if typed:
            sentence = _("No institution is called “{typed}”.").format(typed=typed)
        elif self.kinds.value() or not self.filters.value():
            return EmptyState(_("No institution belongs to this list."), icon="office")
        else:
            sentence = _(
                "Housing associations, practices, authorities: whoever you work with is kept here."
            )
        empty = EmptyState(sentence, _("Add institution"), icon="office")
        empty.acted.connect(self.add_wanted)
        return empty

    def _on_moved_down(self) -> None:
        if self.table.rows():
            if self.table.current_row() is None:
                self.table.choose_first()
            self.table.setFocus()

    def _on_accepted(self) -> None:
        if self._pending is None and self.table.rows():
            if self.table.current_row() is None:
                self.table.choose_first()
            self._on_row_opened(self.table.current_row())

    def _on_row_chosen(self, row: InstitutionRow | None) -> None:
        if row is not None and not self._is_led:
            self._wanted = None
            self.chosen.emit(row.id)

    def _on_row_opened(self, row: InstitutionRow | None) -> None:
        if row is not None:
            self.opened.emit(row.id)

    def _on_clicked(self, _index: QModelIndex) -> None:
        row = self.table.current_row()
        if row is not None:
            self.clicked.emit(row.id)

    def _on_unavailable(self, trouble: Unavailable) -> None:
        self._pending = None
        self.state.show_failed(f"{say(trouble.problem)} {say(trouble.remedy)}".strip())


def _key(row: InstitutionRow) -> UUID:
    return row.id


def _name(row: InstitutionRow) -> str:
    return row.name


def _icon(row: InstitutionRow) -> str:
    return kind_icon(row.kind)
