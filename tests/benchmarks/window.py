"""The program's window in this process, and the time from a press to the painted answer."""

from __future__ import annotations

import gc
import os
import shutil
import time
from typing import TYPE_CHECKING, Any, ParamSpec, TypeVar

from PySide6.QtCore import QEvent, QEventLoop, QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from app.settings import Settings
from ui.desk import Desk, Pending
from ui.main_window import MainWindow
from ui.tidying import Tidying

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.office import Office
    from ui.widgets.page import Place

T = TypeVar("T")
P = ParamSpec("P")
W = TypeVar("W", bound=QWidget)
SIZE = (1366, 768)
GIVE_UP_MS = 5_000


class CountingDesk(Desk):
    """A desk that knows whether anything is still on its way."""

    def __init__(self) -> None:
        """Begin with nothing asked."""
        self.waiting = 0
        super().__init__()

    def run(self, job: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> Pending[T]:
        """Count what is asked."""
        self.waiting += 1
        return super().run(job, *args, **kwargs)

    def _deliver(self, came: tuple[Any, BaseException | None, Any, bool]) -> None:
        super()._deliver(came)
        *_, acted = came
        self.waiting -= not acted


class Window(QObject):
    """A main window with an open office, shown, its first page painted."""

    def __init__(self, office: Office) -> None:
        """Show the window and wait until it rests."""
        self.application = QApplication.instance() or QApplication(["nahbar"])
        super().__init__()
        # The window would come back in the size of the last measurement.
        shutil.rmtree(os.environ["NAHBAR_HOME"], ignore_errors=True)
        # As `ui.start` does: what is imported is never looked through for garbage again.
        gc.freeze()
        self._tidying = Tidying(self)
        self.desk = CountingDesk()
        self.main = MainWindow(self.desk, Settings(language="en"))
        self.main.resize(*SIZE)
        self.main.show()
        self.desk.open(lambda: office)
        self.rest()
        self.main.show_places()
        self.rest()

    def go_to(self, place: Place) -> None:
        """Lead to a place and wait until it is painted."""
        self.main.go_to(place)
        self.rest()

    def is_idle(self) -> bool:
        """Answer whether everything that was asked is answered."""
        return not self.desk.waiting

    def rest(self) -> None:
        """Wait until nothing is on its way and everything is painted."""
        quiet = 0
        while quiet < 3:
            self.application.processEvents()
            time.sleep(0.01)
            quiet = 0 if self.desk.waiting else quiet + 1

    def time_to_painted(
        self,
        press: Callable[[], object],
        target: QWidget,
        shows: Callable[[], bool],
        *,
        at_rest: bool = False,
    ) -> float:
        """Answer the milliseconds from a press until the answer to it stands painted in a widget.

        `shows` says whether the widget has the answer; the time ends when the event loop has
        handled the first paint after that. `at_rest` has the widget painted once more when it
        has: the answer may have changed nothing in it, but the parts around it.
        """
        watch = _Paints(target, shows)
        began = time.perf_counter_ns()
        press()
        while not watch.painted:
            self.application.processEvents(
                QEventLoop.ProcessEventsFlag.AllEvents
                | QEventLoop.ProcessEventsFlag.WaitForMoreEvents
            )
            if at_rest and shows():
                target.update()
        taken = (time.perf_counter_ns() - began) / 1e6
        watch.end()
        return taken

    def part(self, kind: type[W]) -> W:
        """Answer the first widget of a kind on the page that is shown."""
        page = self.main.frame.pages.current_page()
        found = page.findChild(kind) if page else None
        if not isinstance(found, kind):
            message = f"there is no {kind.__name__} on this page"
            raise SystemExit(message)
        return found

    def close(self) -> None:
        """Close the window and the office."""
        self.main.close()
        self.application.processEvents()


class _Paints(QObject):
    """Sees the first paint of a widget that has the answer."""

    def __init__(self, target: QWidget, shows: Callable[[], bool]) -> None:
        super().__init__()
        self.painted = False
        self._target = target
        self._shows = shows
        target.installEventFilter(self)
        self._give_up = QTimer(self)
        self._give_up.setSingleShot(True)
        self._give_up.timeout.connect(self._on_too_late)
        self._give_up.start(GIVE_UP_MS)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """See the widget paint."""
        if event.type() == QEvent.Type.Paint and self._shows():
            self.painted = True
        return super().eventFilter(watched, event)

    def end(self) -> None:
        """Stop watching."""
        self._give_up.stop()
        self._target.removeEventFilter(self)

    def _on_too_late(self) -> None:
        message = f"{self._target} was not painted within {GIVE_UP_MS} ms"
        raise SystemExit(message)
