"""Every screen is walked once: each control has a name, and no screen runs SQL itself."""

from __future__ import annotations

import threading
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractSpinBox, QApplication, QComboBox, QScrollArea, QWidget
from sqlalchemy import Engine, event

from app.demo.actions import build_demo
from app.demo.rules import DemoPlan
from app.settings import Settings
from tests.factories.psp import mark_every_text
from tests.screenshots.screens import SCREENS, Screen
from tests.screenshots.stage import Stage
from tests.ui.all_texts import all_texts

if TYPE_CHECKING:
    from collections.abc import Iterator

MARK = "Zaunkönig"
NAMES = [screen.name for screen in SCREENS]
_WIDE = {
    # A gallery; two mail addresses beside each other; a criterion that is one chip.
    "widgets", "duplicates_by_hand", "psp_raise",
}  # fmt: skip


@dataclass
class Walk:
    """What was seen of each screen, by its name."""

    nameless: dict[str, list[str]] = field(default_factory=dict)
    controls: dict[str, int] = field(default_factory=dict)
    threads: dict[str, set[str]] = field(default_factory=dict)
    failed: dict[str, str] = field(default_factory=dict)
    too_wide: dict[str, list[str]] = field(default_factory=dict)
    """What would have to be moved sideways to be read."""
    telling: dict[str, list[str]] = field(default_factory=dict)
    """What bears the mark that stands in PSP tables alone."""
    _running: set[str] = field(default_factory=set)

    def see(self, stage: Stage, screen: Screen) -> None:
        """Bring a screen about and look at it."""
        self._running = self.threads.setdefault(screen.name, set())
        try:
            widget = screen.show(stage)
            widget.show()
            stage.settle()
        except Exception as error:  # noqa: BLE001 - the other screens are looked at all the same
            self.failed[screen.name] = repr(error)
            return
        seen = list(_seen(widget))
        controls = [each for each in seen if _is_control(each)]
        self.too_wide[screen.name] = [
            f"{_described(each)}: {over} pixels"
            for each in seen
            if isinstance(each, QScrollArea) and (over := each.horizontalScrollBar().maximum())
        ]
        self.controls[screen.name] = len(controls)
        self.nameless[screen.name] = [_described(each) for each in controls if not _name(each)]
        if widget is not stage.window:
            self.read(screen.name, widget)
            widget.close()

    def read(self, name: str, widget: QWidget) -> None:
        """Read all texts of a widget, hidden ones among them."""
        self.telling[name] = [said for said in all_texts(widget) if MARK in said]

    def hear(self, *_said: Any) -> None:  # noqa: ANN401 - SQLAlchemy's event has no types
        """Note which thread runs SQL."""
        self._running.add(threading.current_thread().name)


def _seen(widget: QWidget) -> Iterator[QWidget]:
    """Answer what can be seen in a widget, from the outside in.

    What is hidden shows nothing that is in it, and of all pages together there are thousands.
    """
    for child in widget.children():
        if isinstance(child, QWidget) and (child.isVisible() or child.isWindow()):
            yield child
            yield from _seen(child)


def _is_control(widget: QWidget) -> bool:
    """Answer whether a person can reach a widget with the keyboard, and it is there to be seen."""
    inside = isinstance(widget.parentWidget(), (QAbstractSpinBox, QComboBox))
    reachable = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
    return widget.isVisible() and widget.isEnabled() and reachable and not inside


def _name(widget: QWidget) -> str:
    """Answer what a screen reader calls a widget."""
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name).strip()


def _described(widget: QWidget) -> str:
    parents: list[str] = []
    parent = widget.parentWidget()
    while parent is not None and len(parents) < 4:
        parents.append(type(parent).__name__)
        parent = parent.parentWidget()
    return f"{type(widget).__name__} in {' in '.join(parents)}"


@pytest.fixture(scope="module")
def walk(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Walk:
    """A demo office whose every screen was looked at once, in their order."""
    home = tmp_path_factory.mktemp("walk")
    today = datetime.now(UTC).astimezone().date()
    build_demo(home / "office", DemoPlan(today=today, clients=60))
    walk = Walk()
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("NAHBAR_HOME", str(home / "home"))
        stage = Stage(qapp, Settings(language="de", font_scale=200), home / "office", today, rest=6)
        stage.desk.act(mark_every_text, stage.client_id, MARK)
        event.listen(Engine, "before_cursor_execute", walk.hear)
        for screen in SCREENS:
            walk.see(stage, screen)
        walk.read("window", stage.window)
        event.remove(Engine, "before_cursor_execute", walk.hear)
        stage.close()
        stage.window.settings = Settings(language="en")
        stage.window._take_look()
    return walk


@pytest.mark.parametrize("name", NAMES)
def test_every_screen_can_be_shown(name: str, walk: Walk) -> None:
    assert name not in walk.failed, walk.failed
    assert walk.controls[name]


@pytest.mark.parametrize("name", NAMES)
def test_every_control_has_a_name(name: str, walk: Walk) -> None:
    assert not walk.nameless.get(name)


@pytest.mark.parametrize("name", NAMES)
def test_no_screen_runs_sql_on_the_thread_of_the_window(name: str, walk: Walk) -> None:
    assert walk.threads[name] <= {"office"}


@pytest.mark.parametrize("name", [name for name in NAMES if not name.endswith("_small")])
def test_nothing_is_moved_sideways_in_the_largest_type(name: str, walk: Walk) -> None:
    assert name in _WIDE or not walk.too_wide.get(name)


def test_the_screens_do_ask_the_office(walk: Walk) -> None:
    assert set().union(*walk.threads.values()) == {"office"}


def test_no_screen_shows_what_psp_groups_hold(walk: Walk) -> None:
    assert {name: said for name, said in walk.telling.items() if said} == {}
    assert len(walk.telling) > 1
