"""The button for everything that leaves the calendar: on paper, as a list, or as a calendar."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMenu, QWidget

from resources.text import _
from ui.icons import icon
from ui.widgets.buttons import plain_button


class LeavingMenu(QObject):
    """A menu that says what is wanted; the page does it."""

    week_plan_wanted = Signal()
    phone_list_wanted = Signal()
    export_wanted = Signal()
    calendar_file_wanted = Signal()

    def __init__(self, parent: QWidget) -> None:
        """Build the button with its menu."""
        super().__init__(parent)
        self.button = plain_button(_("Print or save"), "print")
        self.button.setToolTip(_("Print the week, export the list, save a calendar file"))
        self.menu = QMenu(self.button)
        self.menu.setAccessibleName(_("Print or save"))
        for picture, words, wanted in (
            ("print", _("Print week plan …"), self.week_plan_wanted),
            ("phone", _("Print phone list …"), self.phone_list_wanted),
            ("download", _("Export list: Excel, CSV or PDF …"), self.export_wanted),
            ("calendar", _("Save as calendar file …"), self.calendar_file_wanted),
        ):
            self.menu.addAction(icon(picture), words).triggered.connect(wanted)
        self.button.setMenu(self.menu)

    def shorten(self, *, on: bool) -> None:
        """Leave the words away where there is no room for them."""
        self.button.setText("" if on else self.button.accessibleName())
