"""The versions of a text, the newest first: looked at, brought back, reviewed."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import uuid4

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.letters.studio.actions import mark_reviewed, restore_version
from app.letters.studio.comparing import Fate, compare
from resources.text import _, say
from ui import formats
from ui.letters.compared_text import ComparedText
from ui.letters.studio_words import moment_of, review_words
from ui.style import spacing
from ui.widgets.buttons import plain_button
from ui.widgets.empty_state import EmptyState
from ui.widgets.fields import ChoiceField
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.labels import quiet
from ui.widgets.loading import StateStack
from ui.widgets.table import Column, DataTable

if TYPE_CHECKING:
    from app.errors import Refused
    from app.letters.studio.rows import StudioText, VersionRow
    from ui.desk import Desk


class VersionsView(QWidget):
    """The list above, the text of the chosen version below it."""

    said = Signal(str)
    changed_text = Signal()
    """The office keeps another text, or keeps it as another version."""

    def __init__(self, desk: Desk, opened: StudioText, parent: QWidget | None = None) -> None:
        """List the versions of what is opened."""
        super().__init__(parent)
        self._desk, self._opened = desk, opened
        self.table: DataTable[VersionRow] = DataTable(_columns(), _("Versions of this text"))
        self.state = StateStack(self.table)
        self.text = ComparedText()
        self.text.setAccessibleName(_("Text of the chosen version"))
        self.against: ChoiceField[int] = ChoiceField()
        self.against.setAccessibleName(_("Compare with"))
        self.legend = quiet("")
        self.restore_button = plain_button(_("Restore as new version"), "restore")
        self.review_button = plain_button(_("Mark as reviewed"), "check")
        self.review_button.setToolTip(_("You have read the newest text and stand for it"))
        feet = FlowLayout(gap=spacing(8))
        feet.addWidget(self.restore_button)
        feet.addWidget(self.review_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, spacing(8), 0, 0)
        layout.setSpacing(spacing(8))
        layout.addWidget(self.state, 1)
        layout.addWidget(self.against, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self.legend)
        layout.addWidget(self.text, 1)
        layout.addLayout(feet)
        self.table.row_chosen.connect(self._on_chosen)
        self.against.changed.connect(self._on_against_chosen)
        self.restore_button.clicked.connect(self.restore)
        self.review_button.clicked.connect(self.review)
        self.show_text(opened)

    def show_text(self, opened: StudioText) -> None:
        """Show the versions as the office knows them now."""
        self._opened = opened
        self.table.set_rows(opened.versions, keep=_identity)
        self.review_button.setEnabled(bool(opened.text))
        if opened.versions:
            self.state.show_content()
            if self.table.current_row() is None:
                self.table.choose_first()
        else:
            sentence = _("The delivered text holds. Your own versions stand here.")
            self.state.show_empty(EmptyState(sentence, icon="letters"))
        self._on_chosen(self.table.current_row())

    def restore(self) -> None:
        """Make the chosen version the newest one."""
        row = self.table.current_row()
        if row is None:
            return
        self.restore_button.setEnabled(False)
        pending = self._desk.act(restore_version, uuid4(), row.id, self._opened.number)
        pending.then(self._on_restored).if_refused(self._on_refused)

    def review(self) -> None:
        """Say that the newest text was read."""
        opened = self._opened
        pending = self._desk.act(mark_reviewed, opened.line.code, opened.language, opened.number)
        pending.then(self._on_reviewed).if_refused(self._on_refused)

    def _on_chosen(self, row: VersionRow | None) -> None:
        for part in (self.text, self.against, self.legend):
            part.setVisible(row is not None)
        self.restore_button.setEnabled(row is not None and row.number != self._opened.number)
        if row is not None:
            self._offer_others(row)
            self._show_words(row)

    def _offer_others(self, row: VersionRow) -> None:
        """Offer what a version can be compared with; the one before it is proposed."""
        words = _("Compare with version {number}")
        others = [each.number for each in self._opened.versions if each.number != row.number]
        named = [(n, words.format(number=formats.show_number(n))) for n in others]
        with QSignalBlocker(self.against):
            self.against.set_options([(0, _("Compare with none")), *named])
            self.against.set_value(max((n for n in others if n < row.number), default=0))

    def _on_against_chosen(self) -> None:
        if (row := self.table.current_row()) is not None:
            self._show_words(row)

    def _show_words(self, row: VersionRow) -> None:
        number = self.against.value()
        other = next((each for each in self._opened.versions if each.number == number), None)
        stretches = compare(row.text if other is None else other.text, row.text)
        self.text.show_stretches(stretches)
        new = sum(len(each.text.split()) for each in stretches if each.fate is Fate.NEW)
        gone = sum(len(each.text.split()) for each in stretches if each.fate is Fate.GONE)
        words = _("Words that came are underlined ({new}), words that went are struck ({gone}).")
        count = formats.show_number
        self.legend.setText(words.format(new=count(new), gone=count(gone)))
        self.legend.setVisible(other is not None)

    def _on_restored(self, number: int) -> None:
        self.said.emit(_("Restored as version {number}.").format(number=number))
        self.changed_text.emit()

    def _on_reviewed(self, _number: int) -> None:
        self.said.emit(_("The text is marked as reviewed."))
        self.changed_text.emit()

    def _on_refused(self, refused: Refused) -> None:
        self._on_chosen(self.table.current_row())
        self.said.emit(" ".join(say(problem) for problem in refused.problems))


def _columns() -> list[Column[VersionRow]]:
    return [
        Column(
            _("Version"),
            lambda row: _("Version {number}").format(number=formats.show_number(row.number)),
            width="stretch",
            quiet=lambda row: f"{row.written_by}, {moment_of(row.written_at)}",
            strong=True,
        ),
        Column(
            _("Review"),
            lambda row: _("Reviewed") if row.reviewed_at else _("Not reviewed"),
            quiet=lambda row: review_words(row) if row.reviewed_at else "",
            icon=lambda row: "done" if row.reviewed_at else "",
            tone=lambda row: "done" if row.reviewed_at else "quiet",
        ),
    ]


def _identity(row: VersionRow) -> object:
    return row.id
