"""Says in the window which office is open, who works in it, and whether it can only be read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.admin.queries import office_card
from resources.text import _, say

if TYPE_CHECKING:
    from app.admin.queries import OfficeRow
    from ui.admin.doorkeeper import Doorkeeper
    from ui.admin.office_jobs import OpenOffice
    from ui.desk import Desk
    from ui.main_window import MainWindow


class NamePlate(QObject):
    """Stands between the doorkeeper's office and the window's title, edge and messages."""

    named = Signal(str)
    """The name of the office, when it is known and when its card was changed."""

    def __init__(self, desk: Desk, window: MainWindow, doorkeeper: Doorkeeper) -> None:
        """Say nothing yet; the name is asked anew whenever the office's card is touched."""
        super().__init__(window)
        self._desk, self._window, self._doorkeeper = desk, window, doorkeeper
        desk.touched.connect(self._on_touched)

    def ask(self) -> None:
        """Ask for the office's name anew, as after its card was changed."""
        if self._doorkeeper.office is not None:
            self._desk.ask(office_card).then(self._on_card_found)

    def say_if_read_only(self) -> None:
        """Say above every page that nothing can be saved, and why."""
        office = self._doorkeeper.office
        if office is not None and office.is_read_only:
            self._window.frame.messages.show_message("attention", _why_read_only(office))

    def _on_touched(self, features: frozenset[str]) -> None:
        if "admin" in features:
            self.ask()

    def _on_card_found(self, row: OfficeRow | None) -> None:
        office = self._doorkeeper.office
        if row is None or office is None:
            return
        who = office.local.who
        is_away = office.is_shared or office.suitcase is not None
        title = row.values.name
        if office.suitcase is not None:
            title = _("{office}, suitcase").format(office=title)
        self._window.set_office(title, row.is_demo, who if is_away else "")
        self._window.set_connection(
            _("{who}, reading only").format(who=who) if office.is_read_only else who
        )
        self.named.emit(row.values.name)


def _why_read_only(office: OpenOffice) -> str:
    if office.moved_to is not None:
        return f"{say(office.moved_to.problem)} {say(office.moved_to.remedy)}"
    return (
        _("This office can only be read, so nothing can be saved.")
        + " "
        + _("Ask the person who looks after the computer for write access to the folder.")
    )
