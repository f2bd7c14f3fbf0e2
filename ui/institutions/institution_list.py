"""The list of institutions: type to find, choose a kind, those in use or those of before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker

from app.institutions.queries import InstitutionRow, list_institutions
from app.institutions.queries.exporting import ListedInstitution, institutions_to_export
from app.institutions.rules.lists import KINDS
from resources.text import _, language, ngettext
from ui.codes.code_book import book
from ui.codes.code_choice import CodeChoice
from ui.institutions.institution_columns import institution_columns
from ui.views.row_list import RowList
from ui.widgets.chips import FilterBar
from ui.widgets.empty_state import EmptyState
from ui.widgets.search_field import SearchField
from ui.widgets.table import DataTable

if TYPE_CHECKING:
    from app.exchange.views.rules import View
    from ui.desk import Desk, Pending

NOT_IN_USE = "before"
"""How a saved view names those that nobody works with any more."""


class InstitutionList(RowList[InstitutionRow]):
    """Rows come in the order of names."""

    def __init__(self, desk: Desk) -> None:
        """Build the list; nothing is asked before `refresh`."""
        columns = institution_columns()
        table = DataTable(columns.of(columns.usual), _("Institutions"))
        super().__init__(desk, "institutions", columns, table)
        self.search = SearchField(_("Find an institution by name"))
        self.kinds = CodeChoice(KINDS, [("", _("All kinds"))])
        self.kinds.setAccessibleName(_("Which kind of institution is listed"))
        uses = [(True, _("In use")), (False, _("No longer in use"))]
        self.filters: FilterBar[bool] = FilterBar(uses, _("Which institutions are listed"))
        self.arrange(self.search, self.kinds, self.filters, search=self.search)
        self.kinds.changed.connect(self.on_narrowed)
        self.filters.chosen.connect(self.on_narrowed)

    def ask_rows(self) -> Pending[tuple[InstitutionRow, ...]]:
        """Ask for the institutions of the kind and name that are sought."""
        return self.desk.ask(
            list_institutions,
            self.search.value(),
            kind=self.kinds.value(),
            is_active=self.filters.value(),
            language=language(),
        )

    def ask_all(self) -> Pending[tuple[ListedInstitution, ...]]:
        """Ask for everything of the list as it is narrowed down."""
        return self.desk.ask(
            institutions_to_export,
            self.search.value(),
            kind=self.kinds.value(),
            is_active=self.filters.value(),
            language=language(),
        )

    def selection(self) -> str:
        """Answer in words what is listed."""
        typed, kind = self.search.value(), self.kinds.value()
        sought = _("Search: {typed}").format(typed=typed) if typed else ""
        use = "" if self.filters.value() else _("No longer in use")
        return " · ".join(filter(None, (sought, self.kinds.currentText() if kind else "", use)))

    def as_filters(self) -> tuple[tuple[str, str], ...]:
        """Answer kind and use, where they are chosen."""
        use = "" if self.filters.value() else NOT_IN_USE
        pairs = (("kind", self.kinds.value()), ("use", use))
        return tuple((name, value) for name, value in pairs if value)

    def take_filters(self, view: View) -> None:
        """Choose the kind and use of a view."""
        kind = view.chosen("kind")
        known = {one.code for one in book.codes(KINDS)}
        with QSignalBlocker(self.kinds):
            self.kinds.set_value(kind if kind in known else "")
        self.filters.set_value(view.chosen("use") != NOT_IN_USE)

    def count_words(self, count: int) -> str:
        """Answer how many institutions are listed."""
        return ngettext("{count} institution", "{count} institutions", count)

    def nothing(self) -> EmptyState:
        """Answer what an empty list says; the first institution can be added from it."""
        typed = self.search.value()
        if typed:
            sentence = _("No institution is called “{typed}”.").format(typed=typed)
        elif self.as_filters():
            return EmptyState(_("No institution belongs to this list."), icon="office")
        else:
            sentence = _(
                "Housing associations, practices, authorities: whoever you work with is kept here."
            )
        return EmptyState(sentence, _("Add institution"), icon="office")
