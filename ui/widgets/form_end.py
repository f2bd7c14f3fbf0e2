"""The end of a form: what is kept, close and save; Ctrl+S saves, Esc closes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from resources.text import _, say
from ui.style import length, margins, spacing
from ui.widgets.banner import Banner
from ui.widgets.buttons import plain_button, primary_button
from ui.widgets.leading_row import LeadingRow
from ui.widgets.scroll_body import ScrollBody

if TYPE_CHECKING:
    from collections.abc import Iterable

    from app.errors import Unavailable


class FormEnd(QWidget):
    """The two buttons of a form, with its saved state beside them and trouble above them."""

    save_wanted = Signal()
    leave_wanted = Signal()

    def __init__(self, form: QWidget, save: str, saved: QWidget) -> None:
        """End `form` with a button saying `save`; `saved` shows whether its draft is kept."""
        super().__init__()
        self._trouble: Banner | None = None
        self.save_button = primary_button(save)
        self.save_button.setToolTip(_("Save (Ctrl+S)"))
        self.close_button = plain_button(_("Close"))
        self.close_button.setToolTip(_("Close; what you typed is kept as a draft (Esc)"))
        self.save_button.clicked.connect(self.save_wanted)
        self.close_button.clicked.connect(self.leave_wanted)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(spacing(4), 0, spacing(4), spacing(4))
        self.setMaximumWidth(length(640))
        self._layout.setSpacing(spacing(8))
        self._layout.addLayout(LeadingRow(saved, self.close_button, self.save_button))
        _shortcut(form, QKeySequence.StandardKey.Save, self.save_button.click)
        leave = _shortcut(form, QKeySequence.StandardKey.Cancel, self.close_button.click)
        leave.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)

    def may_save(self) -> bool:
        """Answer whether no other save is on its way."""
        return self.save_button.isEnabled()

    def show_busy(self) -> None:
        """Let nothing be saved twice."""
        self._clear_trouble()
        self.save_button.setEnabled(False)

    def show_ready(self) -> None:
        """Let the form be saved again."""
        self.save_button.setEnabled(True)

    def show_trouble(self, trouble: Unavailable) -> None:
        """Say what the machine could not do; everything typed is still there."""
        self.show_ready()
        sentence = f"{say(trouble.problem)} {say(trouble.remedy)}".strip()
        self._trouble = Banner("danger", sentence)
        self._layout.insertWidget(0, self._trouble)

    def _clear_trouble(self) -> None:
        if self._trouble is not None:
            self._trouble.deleteLater()
            self._trouble = None


def arrange_form(form: QWidget, parts: Iterable[QWidget], ending: FormEnd) -> None:
    """Put a form together: its parts scroll when they must, the buttons stay in sight."""
    body = ScrollBody(most_width=640)
    body.body.setContentsMargins(*margins(4))
    body.body.setSpacing(spacing(12))
    for part in parts:
        body.add(part)
    body.end()
    layout = QVBoxLayout(form)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(spacing(8))
    layout.addWidget(body, 1)
    layout.addWidget(ending)


def _shortcut(form: QWidget, key: QKeySequence.StandardKey, click: object) -> QShortcut:
    shortcut = QShortcut(QKeySequence(key), form)
    shortcut.activated.connect(click)
    return shortcut
