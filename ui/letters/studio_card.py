"""A chosen template: its languages with how far each text is, and what can be done with it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from resources.text import _
from ui.letters.studio_words import origin_of, status_icon, status_tone, title_of
from ui.letters.words import language_name
from ui.style import spacing
from ui.widgets.buttons import plain_button, primary_button
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.labels import heading, quiet
from ui.widgets.table import Column, DataTable

if TYPE_CHECKING:
    from app.letters.studio.rows import StudioLine
    from app.letters.studio.rules import TextStatus


@dataclass(frozen=True, slots=True)
class LanguageLine:
    """One language of a template."""

    language: str
    status: TextStatus
    is_source: bool


class StudioCard(QWidget):
    """Enter on a language opens its text."""

    edit_wanted = Signal(str, str)
    """Code and language of a text."""
    copy_wanted = Signal(object)
    """A `StudioLine` to copy."""
    rename_wanted = Signal(object)
    """A `StudioLine` to call something else."""
    switch_wanted = Signal(object)
    """A `StudioLine` to switch on or off."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin without a template."""
        super().__init__(parent)
        self.line: StudioLine | None = None
        self._title, self._origin = heading(""), quiet("")
        self.table: DataTable[LanguageLine] = DataTable(_columns(), _("Languages"))
        self.edit_button = primary_button(_("Edit text"), "edit")
        self.copy_button = plain_button(_("Copy to an own template"), "copy")
        self.rename_button = plain_button(_("Rename"))
        self.switch_button = plain_button(_("Switch off"))
        feet = FlowLayout(gap=spacing(8))
        for button in (
            self.edit_button, self.copy_button, self.rename_button, self.switch_button,
        ):  # fmt: skip
            feet.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(spacing(8))
        layout.addWidget(self._title)
        layout.addWidget(self._origin)
        layout.addWidget(self.table, 1)
        layout.addLayout(feet)
        self.table.row_activated.connect(self._on_activated)
        self.edit_button.clicked.connect(self.edit)
        self.copy_button.clicked.connect(self._on_copy_clicked)
        self.rename_button.clicked.connect(self._on_rename_clicked)
        self.switch_button.clicked.connect(self._on_switch_clicked)

    def show_line(self, line: StudioLine) -> None:
        """Show a template."""
        is_same = self.line is not None and self.line.code == line.code
        self.line = line
        self._title.setText(title_of(line))
        self._origin.setText(origin_of(line))
        rows = [
            LanguageLine(tag, status, tag == line.source_language)
            for tag, status in line.texts.items()
        ]
        self.table.set_rows(rows, keep=_language)
        if not is_same or self.table.current_row() is None:
            self.table.choose_first()
        self.rename_button.setVisible(not line.is_delivered)
        words = _("Switch off") if line.is_active else _("Switch on")
        self.switch_button.setText(words)
        self.switch_button.setAccessibleName(words)
        self.switch_button.setToolTip(_("Whether it is offered to those who write letters"))

    def edit(self) -> None:
        """Open the chosen text."""
        row = self.table.current_row()
        if self.line is not None and row is not None:
            self.edit_wanted.emit(self.line.code, row.language)

    def _on_activated(self, _row: LanguageLine) -> None:
        self.edit()

    def _on_copy_clicked(self) -> None:
        self.copy_wanted.emit(self.line)

    def _on_rename_clicked(self) -> None:
        self.rename_wanted.emit(self.line)

    def _on_switch_clicked(self) -> None:
        self.switch_wanted.emit(self.line)


def _columns() -> list[Column[LanguageLine]]:
    return [
        Column(
            _("Language"),
            lambda row: language_name(row.language),
            width="stretch",
            quiet=lambda row: _("The others follow this text") if row.is_source else "",
            strong=True,
        ),
        Column(
            _("State"),
            lambda row: _(row.status.label),
            icon=lambda row: status_icon(row.status),
            tone=lambda row: status_tone(row.status),
        ),
    ]


def _language(row: LanguageLine) -> object:
    return row.language
