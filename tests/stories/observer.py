"""Runs the real program and notes, for a story, where the keyboard stands; it changes nothing.

`python -m tests.stories.observer NOTES [OFFICE]` writes what it sees to the file NOTES as JSON.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QTabBar,
    QWidget,
)
from shiboken6 import getCppPointer

from app.__main__ import main
from ui.main_window import MainWindow
from ui.start import application
from ui.widgets.page_view import PageView
from ui.widgets.problem_summary import ProblemSummary
from ui.widgets.saved_state import SavedState

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ui.house import House

SOON_MS = 25
"""After a key, and after something new was seen."""
LATER_MS = 100
"""Where nothing is new, the pauses grow up to this: looking takes time from what is looked at."""


class Observer(QObject):
    """Looks at the window many times a second while something happens there."""

    def __init__(self, app: QApplication, notes: Path) -> None:
        """Begin to look; `notes` is written anew whenever something is different."""
        super().__init__(app)
        self._notes = notes
        self._last = ""
        self._touched: list[str] = []
        self._handled: Counter[str] = Counter()
        self._window: MainWindow | None = None
        self._house: House | None = None
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._look)
        self._timer.start(SOON_MS)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Count the keys that come to a window; what they do is done before the next look."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            self._handled[QKeySequence(event.key()).toString()] += 1
            if self._timer.interval() != SOON_MS:
                self._timer.start(SOON_MS)
        return False

    def _look(self) -> None:
        for window in QGuiApplication.topLevelWindows():
            # Installed once more, a filter still sees each event once.
            window.installEventFilter(self)
        self._find_window()
        noted = json.dumps(self._seen())
        pause = min(2 * self._timer.interval(), LATER_MS)
        if noted != self._last:
            pause = SOON_MS
            self._last = noted
            fresh = self._notes.with_suffix(".fresh")
            fresh.write_text(noted, encoding="utf-8")
            fresh.replace(self._notes)
        if pause != self._timer.interval():
            self._timer.start(pause)

    def _find_window(self) -> None:
        for widget in QApplication.topLevelWidgets():
            if self._window is None and isinstance(widget, MainWindow):
                self._window = widget
                widget._desk.touched.connect(self._on_touched)
        if self._window is not None and self._house is None:
            kinds = {type(child).__name__: child for child in self._window.children()}
            self._house = cast("House | None", kinds.get("House"))

    def _seen(self) -> dict[str, Any]:
        focus = QApplication.focusWidget()
        modal = QApplication.activeModalWidget()
        cover = self._house.cover.current() if self._house else None
        here = self._window.here() if self._window else None
        seen = list(_seen_in(self._window)) if self._window else []
        return {
            "active": QApplication.activeWindow() is not None,
            "cover": type(cover).__name__ if cover else "",
            "step": getattr(cover, "currentIndex", int)(),
            "here": [here.page, here.doing] if here else [],
            "modal": type(modal).__name__ if modal else "",
            "crash": _report(modal),
            "popup": QApplication.activePopupWidget() is not None,
            "focus": _path(focus),
            # Two buttons of one row have the same path.
            "widget": getCppPointer(focus)[0] if focus else 0,
            "place_in_row": _place_in_row(focus),
            "value": _value(focus),
            "words": focus.text() if isinstance(focus, QPushButton) else "",
            "handled": self._handled,
            "touched": self._touched,
            "found": self._found(),
            "pages": sum(one.page_count for one in seen if isinstance(one, PageView)),
            "draft": any(map(_is_kept, seen)),
            "shown": _shown(seen),
            "titles": _titles(seen),
        }

    def _found(self) -> int:
        """Answer how many lines the search of the top bar shows; it is made when first used."""
        search = self._window.frame._search if self._window else None
        return len(search.findings()) if search else 0

    def _on_touched(self, features: frozenset[str]) -> None:
        self._touched = [*self._touched, "+".join(sorted(features))]


def _seen_in(widget: QWidget) -> Iterator[QWidget]:
    """Answer what can be seen in a widget, from the outside in; nothing hidden is looked into."""
    for child in widget.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly):
        if child.isVisible():
            yield child
            yield from _seen_in(child)


def _report(modal: QWidget | None) -> str:
    """Answer what the crash window says, when that is what is open."""
    if modal is None or type(modal).__name__ != "CrashWindow":
        return ""
    return "".join(page.toPlainText() for page in modal.findChildren(QPlainTextEdit))


def _is_kept(widget: QWidget) -> bool:
    """Answer whether a part of the page says that what is typed into it is kept."""
    return isinstance(widget, SavedState) and widget._words.property("tone") == "done"


def _shown(seen: Sequence[QWidget]) -> list[str]:
    """Answer the kinds of our own widgets that can be seen."""
    kinds = {type(each) for each in seen}
    return sorted(kind.__name__ for kind in kinds if kind.__module__.startswith("ui."))


def _titles(seen: Sequence[QWidget]) -> list[str]:
    """Answer the titles that can be seen, such as the name on a card."""
    labels = (each for each in seen if isinstance(each, QLabel))
    return [one.text() for one in labels if one.property("kind") == "title"]


def _path(widget: QWidget | None) -> list[str]:
    """Answer what a widget is called in the code of its parents, from the inside out."""
    line: list[QWidget] = []
    while widget is not None:
        line.append(widget)
        widget = widget.parentWidget()
    path: list[str] = []
    for each, names in zip(line, _names(line), strict=True):
        word = getattr(each, "word", None)
        path += [type(each).__name__, *([f".{word}"] if isinstance(word, str) else []), *names]
    return path


def _names(line: Sequence[QWidget]) -> list[list[str]]:
    """Answer the attributes of any parent that hold each widget; form fields by their name.

    A part of a form is named after each of its fields, such as "._sections.street",
    and a button of "More" after its page.
    """
    names: list[list[str]] = [[] for _widget in line]
    inside: dict[int, list[str]] = {}
    for widget, own in zip(line, names, strict=True):
        for name, value in vars(widget).items() if inside else ():
            if isinstance(value, dict):
                of = f".{name}." if name == "_sections" else "."
                for key, held in value.items():
                    inside.get(id(held), []).append(f"{of}{key}")
            else:
                inside.get(id(value), []).append(f".{name}")
        inside[id(widget)] = own
    return names


def _value(widget: QWidget | None) -> str:
    """Answer what an input holds as text, of a list of rows and of tabs which one is chosen.

    Of what is to be put right it is what a screen reader says of it, and of a button of My day
    the row that the button belongs to, such as "task:3f…".
    """
    if isinstance(widget, QTabBar):
        return str(widget.currentIndex())
    if isinstance(widget, QAbstractItemView):
        return str(widget.currentIndex().row())
    if isinstance(widget, ProblemSummary):
        return widget.accessibleDescription() or widget.accessibleName()
    if widget is not None and widget.property("day_row"):
        return str(widget.property("day_row"))
    around = widget
    while around is not None:
        if hasattr(around, "text_value"):
            return str(around.text_value())
        around = around.parentWidget()
    return ""


def _place_in_row(widget: QWidget | None) -> int:
    """Answer the how-manieth button of its row a widget is, from 0; -1 for anything else."""
    parent = widget.parentWidget() if widget else None
    if parent is None or not isinstance(widget, QPushButton):
        return -1
    return [child for child in parent.children() if isinstance(child, QPushButton)].index(widget)


if __name__ == "__main__":
    observer = Observer(application(), Path(sys.argv[1]))
    sys.exit(main(sys.argv[2:]))
