"""The start of the window: a picture first, then the office behind it."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEventLoop, QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication

from app.quick_import import quick_import

with quick_import():
    from app.late_modules import late_modules
    from app.settings import data_folder
    from ui import crash
    from ui.desk import Desk
    from ui.first_paint import FirstPaint
    from ui.main_window import MainWindow
    from ui.single_instance import SingleInstance, raise_first
    from ui.tidying import Tidying

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import ModuleType

    from app.settings import Settings
    from ui.house import House

_PICTURE_SIZE = (1366, 768)
_PATIENCE_MS = 30_000


class Milestones(QObject):
    """Tells a benchmark, or a picture of the window, how far the start has come."""

    painted = Signal()
    """The window was painted for the first time; the office is not open yet."""
    filled = Signal()
    """The first page was painted with the first that it shows of the office."""
    settled = Signal()
    """The first page was painted with everything that it asked."""


def run(
    settings: Settings, folder: Path | None = None, milestones: Milestones | None = None
) -> int:
    """Run the window until it is closed; answer the exit code.

    `folder` is an office or the database in one; None opens the last one, or offers the
    ways to begin. A second start for the same office raises its window and answers 0.
    """
    app = application()
    place = office_folder(settings, folder)
    instance = SingleInstance(data_folder() / "run")
    if not instance.claim(place) and raise_first(place):
        return 0
    start = Start(app, settings, instance, milestones or Milestones())
    start.begin(place)
    code = app.exec()
    start.desk.stop()
    instance.release()
    return code


def application() -> QApplication:
    """Answer the one application, with the crash window behind every unexpected error."""
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        QApplication.setDesktopFileName("nahbar")
        app = QApplication(sys.argv[:1])
        app.setApplicationName("nahbar")
        app.setApplicationDisplayName("Nahbar")
    crash.install(app)
    return app


def office_folder(settings: Settings, folder: Path | None) -> Path | None:
    """Answer the folder of the office to open, or None when there is none yet."""
    if folder is not None:
        return (folder.parent if folder.name == "office.db" else folder).absolute()
    last = Path(settings.last_office)
    return last if settings.last_office and (last / "office.db").exists() else None


class Start(QObject):
    """Leads from the bare frame of the window to the first page with data."""

    def __init__(
        self,
        app: QApplication,
        settings: Settings,
        instance: SingleInstance,
        milestones: Milestones,
    ) -> None:
        """Build the frame; nothing of the office is imported yet."""
        super().__init__()
        self._tidying = Tidying(self)
        self._app = app
        self._settings = settings
        self._instance = instance
        self._milestones = milestones
        self._folder: Path | None = None
        self.desk = Desk()
        self.window = MainWindow(self.desk, settings)
        self.house: House | None = None
        instance.setParent(self)
        instance.raise_wanted.connect(self._on_raise_wanted)

    def begin(self, folder: Path | None) -> None:
        """Show the window; the office at `folder` is opened once it is painted."""
        self._folder = folder
        self._first_paint = FirstPaint(self.window)
        self._first_paint.painted.connect(self._on_painted)
        self.window.show()

    def _on_painted(self) -> None:
        self._milestones.painted.emit()
        self._instance.listen()
        self.desk.run(_load_house).then(self._on_loaded)

    def _on_loaded(self, module: ModuleType) -> None:
        self.house = module.furnished_house(
            self._app, self.window, self.desk, self._settings, self._instance
        )
        self.house.office_changed.connect(self._on_office_changed)
        self.house.begin(self._folder)

    def _on_office_changed(self, office: object) -> None:
        if office is not None:
            # Everything that the first page asked is answered before this job is.
            self.desk.after_all().then(self._on_answered)

    def _on_answered(self, _nothing: None) -> None:
        self._when_painted(self._on_filled)

    def _on_filled(self) -> None:
        self._milestones.filled.emit()
        # Not at once: the page hears of the same paint, and may only now ask for the rest.
        QTimer.singleShot(0, self._on_rest_asked)

    def _on_rest_asked(self) -> None:
        self.desk.after_all().then(self._on_rest_answered)

    def _on_rest_answered(self, _nothing: None) -> None:
        self._when_painted(self._on_settled)

    def _on_settled(self) -> None:
        self._milestones.settled.emit()

    def _when_painted(self, slot: Callable[[], object]) -> None:
        """Call `slot` once the page that is seen was painted with what it was told."""
        page = self.window.frame.pages.currentWidget()
        if page is not None:
            self._page_paint = FirstPaint(page)
            self._page_paint.painted.connect(slot)
            page.update()

    def _on_raise_wanted(self) -> None:
        window = self.window
        window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
        window.show()
        window.raise_()
        window.activateWindow()


def paint(settings: Settings, folder: Path, picture: Path) -> None:
    """Paint the window with an office into a PNG; the office must open without asking."""
    app = application()
    milestones = Milestones()
    instance = SingleInstance(data_folder() / "run")
    instance.claim(folder)
    start = Start(app, settings, instance, milestones)
    start.window.resize(*_PICTURE_SIZE)
    waiting = QEventLoop()
    milestones.settled.connect(waiting.quit)
    QTimer.singleShot(_PATIENCE_MS, waiting.quit)
    start.begin(folder)
    waiting.exec()
    start.window.grab().save(str(picture))
    start.desk.stop()
    instance.release()


def _load_house() -> ModuleType:
    """Import what the office needs, on the desk's thread and at full speed."""
    with quick_import(), late_modules("asyncio", "importlib.metadata"):
        from ui import furnishing  # noqa: PLC0415 - after the first paint
        from ui.my_day import my_day_page  # noqa: F401, PLC0415 - the page seen first
    return furnishing
