"""The menu of a visit or of free time in the calendar."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QMenu, QWidget

from app.visiting.rules import VisitStatus
from resources.text import _
from ui.icons import icon

if TYPE_CHECKING:
    from app.visiting.rows import VisitRow
    from ui.visiting.calendar.places import NewVisit, Stop


class StopMenu(QObject):
    """Opens menus; each entry says what is wanted, the page does it."""

    visit_wanted = Signal(object, str)
    """A visit, and what to do with it: "", "record", "change", "cancel", "restore", "letter"."""
    person_wanted = Signal(object)
    new_wanted = Signal(object)
    day_wanted = Signal(object)
    order_wanted = Signal(object)
    """A day whose visits shall be put in order."""

    def __init__(self, parent: QWidget) -> None:
        """Open menus over a page."""
        super().__init__(parent)
        self._page = parent
        self._stop: Stop | None = None
        self._new: NewVisit | None = None
        self.menu: QMenu | None = None

    def open(self, stop: Stop, new: NewVisit | None, pos: QPoint, *, is_one_day: bool) -> None:
        """Open the menu of a stop; `new` is what free time says about a new visit."""
        self._stop, self._new = stop, new
        menu = QMenu(self._page)
        menu.setAccessibleName(_("What can be done here"))
        if stop.visit is not None:
            self._offer_visit(menu, stop.visit)
            menu.addSeparator()
        menu.addAction(icon("add"), _("Plan a visit here"), self._on_new)
        if not is_one_day:
            menu.addAction(icon("calendar"), _("Show this day"), self._on_day)
        menu.addAction(icon("clock"), _("Make a plan for this day"), self._on_order)
        if self.menu is not None:
            self.menu.deleteLater()
        self.menu = menu
        menu.popup(pos)

    def _offer_visit(self, menu: QMenu, visit: VisitRow) -> None:
        menu.addAction(icon("eye"), _("Show visit"), self._on_show)
        if visit.status is VisitStatus.PLANNED:
            menu.addAction(icon("edit"), _("Record visit"), self._on_record)
            menu.addAction(icon("calendar"), _("Change visit"), self._on_change)
            menu.addAction(icon("letters"), _("Write appointment letter"), self._on_letter)
            menu.addAction(icon("cancelled"), _("Cancel visit"), self._on_cancel)
        elif visit.status is VisitStatus.CANCELLED:
            menu.addAction(icon("restore"), _("Bring visit back"), self._on_restore)
        else:
            menu.addAction(icon("edit"), _("Correct record"), self._on_record)
        menu.addAction(icon("person"), _("Show person"), self._on_person)

    def _want(self, doing: str) -> None:
        if self._stop is not None and self._stop.visit is not None:
            self.visit_wanted.emit(self._stop.visit, doing)

    def _on_show(self) -> None:
        self._want("")

    def _on_record(self) -> None:
        self._want("record")

    def _on_change(self) -> None:
        self._want("change")

    def _on_letter(self) -> None:
        self._want("letter")

    def _on_cancel(self) -> None:
        self._want("cancel")

    def _on_restore(self) -> None:
        self._want("restore")

    def _on_person(self) -> None:
        if self._stop is not None and self._stop.visit is not None:
            self.person_wanted.emit(self._stop.visit.client_id)

    def _on_new(self) -> None:
        self.new_wanted.emit(self._new)

    def _on_order(self) -> None:
        if self._stop is not None:
            self.order_wanted.emit(self._stop.start.date())

    def _on_day(self) -> None:
        if self._stop is not None:
            self.day_wanted.emit(self._stop.start.date())
