"""What a bug looks like to the user: what it means, the whole report, copy and save."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QPlainTextEdit,
    QVBoxLayout,
)

from resources.text import _
from ui.style import length, margins, spacing
from ui.widgets.buttons import plain_button, primary_button
from ui.widgets.labels import quiet, shown, text, title

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


class CrashWindow(QDialog):
    """Shows a report in full; nothing leaves this computer unless the user takes it along."""

    def __init__(self, report: str, parent: QWidget | None = None) -> None:
        """Show `report`."""
        super().__init__(parent)
        self.setWindowTitle(_("Something went wrong"))
        self.resize(length(680), min(length(480), 700))
        self._report = report
        self._view = QPlainTextEdit(shown(report))
        self._view.setReadOnly(True)
        self._view.setTabChangesFocus(True)
        self._view.setAccessibleName(_("Report of the error"))
        self._view.setFont(_fixed_font(self.font()))
        self._done = quiet("")
        self._done.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*margins(24))
        layout.setSpacing(spacing(12))
        layout.addWidget(title(_("Something went wrong that we did not expect")))
        layout.addWidget(
            text(
                _(
                    "Nothing of what you did last was saved; everything before it is safe. "
                    "This report was not sent to anybody. It may contain names: "
                    "look at it before you give it to someone."
                )
            )
        )
        layout.addWidget(self._view, 1)
        layout.addWidget(self._done)
        layout.addLayout(self._buttons())

    def copy(self) -> None:
        """Put the report on the clipboard."""
        QApplication.clipboard().setText(self._report)
        self._say(_("The report was copied."))

    def save(self, file: Path) -> None:
        """Write the report to a file, and say whether that worked."""
        try:
            file.write_text(self._report, encoding="utf-8", errors="replace")
        except OSError:
            self._say(_("The report could not be saved there. Choose another folder."))
        else:
            self._say(_("The report was saved."))

    def done_text(self) -> str:
        """Answer what was said about copying or saving."""
        return self._done.text()

    def _say(self, sentence: str) -> None:
        self._done.setText(sentence)
        self._done.show()

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(spacing(8))
        copy = plain_button(_("Copy the report"), "copy")
        copy.clicked.connect(self.copy)
        keep = plain_button(_("Save the report …"), "save")
        keep.clicked.connect(self._on_save_clicked)
        close = primary_button(_("Go on"))
        close.clicked.connect(self.accept)
        row.addWidget(copy)
        row.addWidget(keep)
        row.addStretch()
        row.addWidget(close)
        return row

    def _on_save_clicked(self) -> None:
        chosen, _filter = QFileDialog.getSaveFileName(
            self, _("Save the report"), "nahbar-report.txt"
        )
        if chosen:
            self.save(Path(chosen))


def _fixed_font(like: QFont) -> QFont:
    """Answer the font for reports, as large as the other text."""
    font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
    font.setPointSizeF(like.pointSizeF())
    return font
