"""One step of making an office: which step it is, what it asks, back and on."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut

from resources.text import _
from ui.admin.cover_page import CoverPage
from ui.widgets.buttons import plain_button, primary_button
from ui.widgets.labels import quiet

STEPS = 5
"""Office, letterhead, protection, recovery key, retyping it."""


class StepPage(CoverPage):
    """A step; subclasses fill the column and answer in `go_on` whether the step is done."""

    went_on = Signal()
    went_back = Signal()

    def __init__(
        self, number: int, heading: str, sentence: str, *, of: int = STEPS, onward: str = ""
    ) -> None:
        """Begin step `number` of `of`; `onward` is the verb of its primary button."""
        super().__init__(heading, sentence, width=620)
        place = _("Step {number} of {all}").format(number=number, all=of)
        self.column.insertWidget(0, quiet(place))
        self.next_button = primary_button(onward or _("Continue"))
        self.back_button = plain_button(_("Back"))
        self.next_button.clicked.connect(self.go_on)
        self.back_button.clicked.connect(self.went_back)
        # Return leads on from any field, as people expect of a wizard.
        for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self._on_return)

    def finish_column(self) -> None:
        """Add the buttons; called by a subclass when its column is filled."""
        self.add_buttons(self.next_button, self.back_button)

    def go_on(self) -> None:
        """Check the step and say `went_on` when all is well."""
        self.went_on.emit()

    def begin(self) -> None:
        """Come to this step: put the focus where typing begins."""
        self.next_button.setFocus()

    def _on_return(self) -> None:
        if self.back_button.hasFocus():
            self.went_back.emit()
        else:
            self.go_on()
