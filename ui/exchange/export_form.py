"""What is asked before a list leaves the office: as what, which columns, and why."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.errors import N_
from app.exchange.writing.columns import reveals_address
from app.exchange.writing.rules import LONGEST_REASON, ExportFormat, ExportWish
from resources.text import _
from ui.exchange.seal_fields import SealFields
from ui.style import spacing
from ui.widgets.banner import Banner
from ui.widgets.column_chooser import ColumnChooser
from ui.widgets.fields import CheckField, ChoiceField, TextField
from ui.widgets.form import Form
from ui.widgets.labels import Label

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any

    from app.errors import Problem
    from app.exchange.writing.columns import ExportColumn
    from ui.widgets.export_offer import ExportOffer


_HINTS = MappingProxyType(
    {
        ExportFormat.XLSX: N_("Excel keeps dates and phone numbers as they are here."),
        ExportFormat.CSV: N_("For other programs. Dates stand as 2026-11-24."),
        ExportFormat.PDF: N_("To print. For further work with the list choose a table."),
        ExportFormat.VCARD: N_("For the contacts of a phone or a mail program."),
    }
)
"""What each kind of file is good for."""


class ExportForm(QWidget):
    """The fields of an export; protected addresses are asked about where columns reveal them."""

    changed = Signal()

    def __init__(self, offer: ExportOffer[Any]) -> None:
        """Begin with the columns that the screen shows."""
        super().__init__()
        self._offer = offer
        self.format: ChoiceField[ExportFormat] = ChoiceField(_formats(offer))
        self.format.set_value(ExportFormat(offer.form))
        titles = [(column.key, column.title) for column in offer.columns]
        self.columns = ColumnChooser(titles, offer.chosen)
        self.reason = TextField(LONGEST_REASON)
        self.confirmed = CheckField(_("Protected addresses may leave the office too"))
        self._care = Banner(
            "attention",
            _(
                "Addresses of people under address protection are left out, unless you confirm "
                "that whoever gets this list may know them."
            ),
        )
        self.form = Form()
        hint = _(_HINTS[self.format.value()])
        self.form.add("format", _("Kind of file"), self.format, hint=hint)
        self.form.add(
            "reason",
            _("What the list is needed for"),
            self.reason,
            hint=_("Your name, the time and this reason are kept in the office's log."),
        )
        self.seal = SealFields(self.form)
        self.form.add_widget(self._care)
        self.form.add("with_protected", "", self.confirmed)
        self.form.add_widget(self._with_label())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(spacing(12))
        layout.addWidget(self.form)
        layout.addStretch()
        self.format.changed.connect(self._on_changed)
        self.columns.changed.connect(self._on_changed)
        self.seal.wanted.changed.connect(self._on_changed)
        self._show_what_matters()

    def wish(self) -> ExportWish:
        """Answer what is wanted."""
        return ExportWish(
            list_name=self._offer.list_name,
            format=self.format.value(),
            columns=tuple(column.key for column in self.chosen()),
            reason=self.reason.value(),
            rows=self._offer.count,
            with_protected=self._reveals() and self.confirmed.value(),
            is_sealed=self.seal.is_wanted(),
        )

    def chosen(self) -> tuple[ExportColumn[Any], ...]:
        """Answer the chosen columns, from the left; cards always say the same."""
        known = {column.key: column for column in self._offer.columns}
        if self._is_cards():
            return self._offer.columns[:1]
        return tuple(known[key] for key in self.columns.value())

    def show_problems(self, problems: Iterable[Problem]) -> None:
        """Show each problem beside its field."""
        self.form.show_problems(problems)

    def _with_label(self) -> QWidget:
        """Put the columns below their label."""
        self._columns_part = QWidget()
        layout = QVBoxLayout(self._columns_part)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(spacing(4))
        layout.addWidget(Label(_("Columns"), "label"))
        layout.addWidget(self.columns)
        return self._columns_part

    def _is_cards(self) -> bool:
        return self.format.value() is ExportFormat.VCARD

    def _reveals(self) -> bool:
        return self._is_cards() or reveals_address(self.chosen())

    def _on_changed(self) -> None:
        self._show_what_matters()
        self.changed.emit()

    def _show_what_matters(self) -> None:
        has_columns, reveals = not self._is_cards(), self._reveals()
        self.form.field("format").set_hint(_(_HINTS[self.format.value()]))
        self._columns_part.setVisible(has_columns)
        self._care.setVisible(reveals)
        self.form.field("with_protected").setVisible(reveals)


def _formats(offer: ExportOffer[Any]) -> list[tuple[ExportFormat, str]]:
    """Answer the kinds of files that fit; address cards where the rows are people.

    Calendar files are not lists: the calendar has its own dialog.
    """
    lists = (form for form in ExportFormat if form is not ExportFormat.ICS)
    return [
        (form, _(form.label))
        for form in lists
        if form is not ExportFormat.VCARD or offer.card is not None
    ]
