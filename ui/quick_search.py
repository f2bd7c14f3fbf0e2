"""Ctrl+K: type a few letters of a person, a case or an action, and be there with Enter."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtWidgets import QApplication, QFrame, QVBoxLayout, QWidget

from resources.text import _
from ui.style import length, row_height, spacing
from ui.widgets.labels import Label
from ui.widgets.table import Column, DataTable

if TYPE_CHECKING:
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QKeyEvent

    from ui.desk import Pending
    from ui.widgets.page import Place
    from ui.widgets.search_field import SearchField

MOST_SHOWN = 8


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that was found: what it is called, more about it, and the place it leads to."""

    title: str
    detail: str
    icon: str
    place: Place


Source = Callable[[str], "Pending[Sequence[Finding]]"]
"""Answers what a text finds, best first; asked at every keystroke."""


class QuickSearch(QFrame):
    """Drops down from the search line; the line keeps the focus, so that one just types on."""

    place_wanted = Signal(object)

    def __init__(self, field: SearchField, window: QWidget) -> None:
        """Hang below `field`, over the content of `window`."""
        super().__init__(window)
        self.setProperty("kind", "popup")
        self._field = field
        self._source: Source | None = None
        self._pending: Pending[Sequence[Finding]] | None = None
        self._is_accepted = False
        self._actions: tuple[Finding, ...] = ()
        self._table = _FindingTable()
        self._table.row_activated.connect(self._on_activated)
        self._table.clicked.connect(self._go)
        self._nothing = Label("", "quiet")
        self._nothing.setContentsMargins(spacing(8), spacing(4), spacing(8), spacing(4))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(spacing(4), spacing(4), spacing(4), spacing(4))
        layout.addWidget(self._table)
        layout.addWidget(self._nothing)
        field.typed.connect(self.seek)
        field.accepted.connect(self.accept)
        field.moved_down.connect(self._on_moved_down)
        field.installEventFilter(self)
        QApplication.instance().focusChanged.connect(self._on_focus_changed)  # type: ignore[union-attr]  # there is always an application when there is a widget
        self.hide()

    def set_source(self, source: Source | None) -> None:
        """Ask `source` from now on; without one only actions are found."""
        self._source = source

    def set_actions(self, actions: Sequence[Finding]) -> None:
        """Offer actions whose title contains what is typed."""
        self._actions = tuple(actions)

    def findings(self) -> list[Finding]:
        """Answer what is shown."""
        return self._table.rows() if not self.isHidden() else []

    def accept(self) -> None:
        """Go to the chosen finding, or the first; while one is sought, to the first that comes."""
        if self._pending is not None:
            self._is_accepted = True
        else:
            self._go()

    def _go(self) -> None:
        rows = self.findings()
        chosen = self._table.current_row() or (rows[0] if rows else None)
        if chosen is not None:
            self._on_activated(chosen)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Move up in the list while the line keeps the focus."""
        if event.type() == event.Type.KeyPress and not self.isHidden():
            key: QKeyEvent = event  # type: ignore[assignment]  # a key press is a key event
            if key.key() == Qt.Key.Key_Up:
                self._move(-1)
                return True
        return super().eventFilter(watched, event)

    def seek(self, text: str) -> None:
        """Ask for what `text` finds; "" closes."""
        self._is_accepted = False
        if self._pending is not None:
            self._pending.forget()
            self._pending = None
        if not text:
            self.hide()
            return
        if self._source is None:
            self._show(self._fitting_actions(text))
            return
        self._pending = self._source(text).then(self._on_found)

    def _on_found(self, found: Sequence[Finding]) -> None:
        self._pending = None
        actions = self._fitting_actions(self._field.value())
        people = found[: MOST_SHOWN - min(len(actions), 2)]
        self._show([*people, *actions][:MOST_SHOWN])
        if self._is_accepted:
            self._is_accepted = False
            self._go()

    def _fitting_actions(self, text: str) -> list[Finding]:
        sought = text.casefold()
        return [action for action in self._actions if sought in action.title.casefold()]

    def _show(self, rows: Sequence[Finding]) -> None:
        self._table.set_rows(rows)
        self._table.setVisible(bool(rows))
        if rows:
            self._table.choose_first()
            self._table.setFixedHeight(min(row_height(2) * len(rows) + 2, self._room_below()))
        words = _("Nothing is found for “{text}”.").format(text=self._field.value())
        self._nothing.setText(words)
        self._nothing.setVisible(not rows)
        self._place()

    def _room_below(self) -> int:
        window = self.parentWidget()
        foot = self._field.mapTo(window, QPoint(0, self._field.height())).y() if window else 0
        return window.height() - foot - spacing(32) if window else foot

    def _place(self) -> None:
        window = self.parentWidget()
        if window is None:
            return
        wide = max(self._field.width(), length(360))
        self.setFixedWidth(min(wide, window.width() - spacing(32)))
        self.adjustSize()
        corner = self._field.mapTo(window, QPoint(0, self._field.height() + spacing(4)))
        left = min(corner.x(), window.width() - self.width() - spacing(16))
        self.move(max(spacing(16), left), corner.y())
        self.show()
        self.raise_()

    def _move(self, step: int) -> None:
        rows = len(self._table.rows())
        if rows:
            self._table.selectRow((self._table.currentIndex().row() + step) % rows)

    def _on_moved_down(self) -> None:
        if self.isHidden():
            self.seek(self._field.value())
        else:
            self._move(1)

    def _on_activated(self, finding: Finding) -> None:
        self._field.clear()
        self.hide()
        self.place_wanted.emit(finding.place)

    def _on_focus_changed(self, _before: QWidget | None, now: QWidget | None) -> None:
        if now is not None and now is not self._field and not self.isAncestorOf(now):
            self._is_accepted = False
            self.hide()


class _FindingTable(DataTable[Finding]):
    """What was found, without a head."""

    def __init__(self) -> None:
        columns = [
            Column[Finding](
                title=_("Found"), text=_title, quiet=_detail, icon=_icon, width="stretch"
            )
        ]
        super().__init__(columns, _("What was found"))
        self.horizontalHeader().hide()
        self.setProperty("kind", "bare")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)


def _title(finding: Finding) -> str:
    return finding.title


def _detail(finding: Finding) -> str:
    return finding.detail


def _icon(finding: Finding) -> str:
    return finding.icon
