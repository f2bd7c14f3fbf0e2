"""The base of the painted views: one current stop, arrows, announcements, and what is pressed."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QHelpEvent, QPainter
from PySide6.QtWidgets import QFrame, QToolTip, QWidget

from ui.style import changes
from ui.visiting.calendar.blocks import VisitPainter
from ui.visiting.calendar.calendar_base import CalendarBase
from ui.visiting.calendar.cursor import Cursor
from ui.visiting.calendar.ink import Ink
from ui.visiting.calendar.keys import key_deed
from ui.visiting.calendar.places import NewVisit, Sheet, Stop
from ui.visiting.calendar.scrolling import bring_into_sight, follow
from ui.visiting.calendar.spoken import speak_for
from ui.visiting.calendar.words import sheet_words, stop_sentence, tip_words
from ui.widgets.labels import shown

if TYPE_CHECKING:
    from uuid import UUID

    from PySide6.QtGui import (
        QContextMenuEvent,
        QFocusEvent,
        QKeyEvent,
        QMouseEvent,
        QPaintEvent,
        QResizeEvent,
        QShowEvent,
    )

    from app.visiting.rows import VisitRow
    from ui.visiting.calendar.dragging import Drag


class PaintedCalendar(CalendarBase):
    """Shows a sheet; everything on it is painted, and reached with arrows and with the mouse."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin with an empty sheet."""
        super().__init__(parent)
        self.sheet = Sheet("", (), (), datetime.min)  # noqa: DTZ901 - local wall-clock time
        self.cursor_place = Cursor()
        self.ink = Ink()
        self.painter = VisitPainter(self.ink)
        self.drag: Drag | None = None
        self._is_laid_out = False
        self._announced = ""
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setProperty("kind", "calendar")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setMouseTracking(True)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        changes.look_changed.connect(self._on_look_changed)

    def say_sheet(self) -> str:
        """Answer what a screen reader calls the sheet."""
        return sheet_words(self.sheet)

    def say_stop(self, stop: Stop) -> str:
        """Answer in one breath what the keyboard came to."""
        return stop_sentence(stop, self.sheet.now, self.visitor_of(stop))

    def say_tip(self, stop: Stop) -> str:
        """Answer what a tip says of what is pointed at."""
        return tip_words(stop, self.sheet.now)

    def show_sheet(self, sheet: Sheet) -> None:
        """Show another sheet; the keyboard stays at its visit, or at its time."""
        if sheet.title != self.sheet.title:
            self.cursor_place.forget()
        self.sheet = sheet
        self.drag = None
        speak_for(self)
        self.setAccessibleName(self.say_sheet())
        self._is_laid_out = False
        self.ensure_laid_out()
        self.viewport().update()
        self._tell(aloud=False)

    def ensure_laid_out(self) -> None:
        """Place everything, unless that is done for this sheet and size."""
        if not self._is_laid_out:
            self._is_laid_out = True
            self.cursor_place.take(self.sheet, self.lay_out())

    def current_visit(self) -> VisitRow | None:
        """Answer the visit at which the keyboard is, or None."""
        return self.stop.visit if self.stop is not None else None

    def choose(self, visit_id: UUID) -> bool:
        """Go to a visit; answer whether it is on this sheet."""
        self.ensure_laid_out()
        found = self.cursor_place.find(visit_id)
        if found:
            self._on_stop_changed(aloud=False)
        return found

    def go_to(self, moment: datetime) -> None:
        """Go to the stop nearest to a moment."""
        self.ensure_laid_out()
        self.cursor_place.go_to(moment)
        self._on_stop_changed(aloud=self.hasFocus())

    def place_at(self, stop: Stop) -> None:
        """Go to a stop that was pointed at."""
        self.cursor_place.place(stop)
        self._on_stop_changed(aloud=True)

    def new_visit_here(self) -> NewVisit | None:
        """Answer what the place of the keyboard says about a new visit."""
        stop = self.stop
        if stop is None:
            return None
        start = stop.start if stop.is_timed else None
        return NewVisit(
            stop.start.date(), start.time() if start else None, None, self.visitor_of(stop)
        )

    def visitor_of(self, stop: Stop) -> str:
        """Answer whose column a stop is in, "" where columns are days."""
        return self.sheet.lots[stop.lot].visitor if stop.lot < len(self.sheet.lots) else ""

    def open_stop(self, stop: Stop) -> None:
        """Open a visit, show the day of those that are hidden, or plan where nothing is."""
        if stop.visit is not None:
            self.visit_opened.emit(stop.visit)
        elif stop.hidden:
            self.day_wanted.emit(stop.start.date())
        else:
            self.new_wanted.emit(self.new_visit_here())

    def open_here(self) -> None:
        """Open what is where the keyboard is, if anything is."""
        if self.stop is not None:
            self.open_stop(self.stop)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go where an arrow leads, open with Enter, move with Ctrl, Shift and an arrow."""
        if self.drag is not None and event.key() == Qt.Key.Key_Escape:
            self.drag = None
            self.viewport().update()
        elif not key_deed(self, event):
            # The scroll area would scroll with the arrows, and keep them to itself.
            QFrame.keyPressEvent(self, event)

    def showEvent(self, event: QShowEvent) -> None:
        """Let screen readers find the visits, before they ask."""
        speak_for(self)
        super().showEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint what is exposed."""
        self.ensure_laid_out()
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.paint(painter, event.rect())
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place everything anew in the new size."""
        super().resizeEvent(event)
        self._is_laid_out = False
        self.ensure_laid_out()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show and say where the keyboard is."""
        super().focusInEvent(event)
        self._announced = ""
        self._on_stop_changed(aloud=True, scroll=event.reason() != Qt.FocusReason.MouseFocusReason)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show that the keyboard acts elsewhere."""
        super().focusOutEvent(event)
        self.viewport().update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go to what is pressed, and be ready to drag it."""
        pos = event.position().toPoint()
        stop = self.stop_at(pos)
        if stop is None:
            return
        self.place_at(stop)
        if event.button() is Qt.MouseButton.LeftButton:
            self.drag = self.begin_drag(stop, pos)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Carry on what is dragged; show what can be pressed."""
        pos = event.position().toPoint()
        if self.drag is not None and event.buttons() & Qt.MouseButton.LeftButton:
            if self.drag.moved_to(pos):
                self.viewport().setCursor(self.drag.shape)
                follow(self, pos, self.room())
                self.viewport().update()
            return
        self.viewport().setCursor(self.shape_at(pos))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End dragging; what was only pressed is opened."""
        drag, self.drag = self.drag, None
        pos = event.position().toPoint()
        self.viewport().update()
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        if drag is not None and drag.is_under_way:
            drag.drop()
        elif (day := self.head_day(pos)) is not None:
            self.day_wanted.emit(day)
        elif (stop := self.stop_at(pos)) is not None and not stop.is_free:
            self.open_stop(stop)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Plan a visit where nothing is planned."""
        stop = self.stop_at(event.position().toPoint())
        if stop is not None and stop.is_free:
            self.open_stop(stop)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of what is pointed at, or where the keyboard is."""
        if event.reason() == event.Reason.Keyboard:
            stop = self.stop
            pos = self.rect_of(stop).center() if stop is not None else QPoint()
        else:
            pos = event.pos()
            stop = self.stop_at(pos)
        if stop is not None:
            self.menu_wanted.emit(stop, self.viewport().mapToGlobal(pos))

    def viewportEvent(self, event: QEvent) -> bool:
        """Say in a tip what is pointed at, as plain text."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            stop = self.stop_at(event.pos())
            words = self.say_tip(stop) if stop is not None else ""
            QToolTip.showText(event.globalPos(), words, self.viewport())
            return True
        return super().viewportEvent(event)

    def shape_at(self, pos: QPoint) -> Qt.CursorShape:
        """Answer how the pointer looks at a place."""
        stop = self.stop_at(pos)
        can_press = (stop is not None and not stop.is_free) or self.head_day(pos) is not None
        return Qt.CursorShape.PointingHandCursor if can_press else Qt.CursorShape.ArrowCursor

    def _on_stop_changed(self, *, aloud: bool, scroll: bool = True) -> None:
        stop = self.stop
        if stop is not None and scroll:
            bring_into_sight(self, self.rect_of(stop), self.room())
        self.viewport().update()
        self._tell(aloud=aloud)

    def stop_changed(self) -> None:
        """Show and say that an arrow led somewhere."""
        self._on_stop_changed(aloud=True)

    def _tell(self, *, aloud: bool) -> None:
        """Describe where the keyboard is; say it aloud to who listens."""
        stop = self.stop
        words = "" if stop is None else self.say_stop(stop)
        if words == self._announced:
            return
        self.setAccessibleDescription(shown(words))
        if aloud and self.hasFocus() and QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, shown(words)))
        self._announced = words

    def _on_look_changed(self) -> None:
        self.ink.take_look()
        self._is_laid_out = False
        self.viewport().update()
