"""A window with a demo office behind it, on which screens are brought about and rendered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtTest import QTest
from sqlalchemy import select

from app.demo.queries import coming_visits
from db.visiting import Visit
from ui.desk import Desk
from ui.furnishing import furnished_house
from ui.main_window import MainWindow
from ui.single_instance import SingleInstance

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path
    from uuid import UUID

    from PySide6.QtWidgets import QApplication
    from sqlalchemy import Connection

    from app.settings import Settings
    from ui.widgets.page import Place

PATIENCE = 20_000
"""Milliseconds after which an office that does not open is a fault."""
REST = 60
"""Milliseconds without a question after which a screen is taken as painted."""


class Stage:
    """Opens the demo office in a window with given settings; `close` when done."""

    def __init__(
        self,
        app: QApplication,
        settings: Settings,
        folder: Path,
        today: date,
        rest: int = REST,
    ) -> None:
        """Open the office at `folder`, made for `today`, and wait for its first page.

        A screen is taken as painted after `rest` milliseconds: less where it is not looked at.
        """
        self.app = app
        self._rest = rest
        self.desk = Desk()
        self.window = MainWindow(self.desk, settings)
        self.instance = SingleInstance(folder.parent / "run")
        self.house = furnished_house(app, self.window, self.desk, settings, self.instance)
        self.window.resize(1366, 768)
        self.window.show()
        self._opened = QEventLoop()
        self.house.office_changed.connect(self._opened.quit)
        QTimer.singleShot(PATIENCE, self._opened.quit)
        self.house.begin(folder)
        self._opened.exec()
        self.client_id, self.visit_id = self._find_records(today)

    def go_to(self, place: Place) -> MainWindow:
        """Lead the window to a place."""
        self.window.frame.top.search.clear()
        self.window.go_to(place)
        return self.window

    def settle(self, desk: Desk | None = None) -> None:
        """Wait until everything that was asked, perhaps of another desk, is answered and painted.

        It sleeps while it waits: the office and other tests need the processor.
        """
        for _round in range(3):
            self._wait_for(desk or self.desk)
            QTest.qWait(self._rest)

    def close(self) -> None:
        """Close window and office."""
        self.window.close()
        self.instance.release()
        self.window.deleteLater()
        self.app.processEvents()

    def _wait_for(self, desk: Desk) -> None:
        waiting = QEventLoop()
        desk.after_all().then(lambda _: waiting.quit())
        waiting.exec()

    def _find_records(self, today: date) -> tuple[UUID, UUID]:
        found: list[tuple[UUID, UUID]] = []
        self.desk.ask(_next_visit, self.desk.who, today).then(found.append)
        self.settle()
        return found[0]


def _next_visit(connection: Connection, who: str, today: date) -> tuple[UUID, UUID]:
    """Answer the client and the next visit of a person."""
    visit = coming_visits(connection, who, today, 1)[0]
    client: UUID = connection.execute(select(Visit.client_id).where(Visit.id == visit)).scalar_one()
    return client, visit
