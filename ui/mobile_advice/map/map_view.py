"""A drawn map of a day: what lies where, in which order, how far it is."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from app.areas.rules.map_drawing import frame_of, spread
from resources.text import _, ngettext
from ui import formats
from ui.mobile_advice.map.map_sheet import MapSheet
from ui.mobile_advice.map.stop_mark import SIDE, StopMark
from ui.palette import Role
from ui.style import colour, font_size, length

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QResizeEvent

    from app.areas.rules.map_drawing import MapFrame, Point

_MARGIN = 44
_BAR = 120
_INSET = 12


class MapView(QWidget):
    """Stops are buttons within it, in the order of the tour; nothing is asked of any server."""

    chosen = Signal(int)
    """The number of a stop that was pressed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin with an empty map."""
        super().__init__(parent)
        self.sheet = MapSheet()
        self.marks: list[StopMark] = []
        self._frame: MapFrame | None = None
        self._points: tuple[Point, ...] = ()
        self._office: Point | None = None
        self.setMinimumSize(length(220), length(180))

    def sizeHint(self) -> QSize:
        """Be as large as a map on a laptop wants to be."""
        return QSize(length(420), length(340))

    def show_sheet(self, sheet: MapSheet) -> None:
        """Show other stops, or the same in another order."""
        self.sheet = sheet
        for mark in self.marks:
            mark.hide()
            mark.deleteLater()
        self.marks = [StopMark(stop, self) for stop in sheet.placed()]
        for mark in self.marks:
            mark.clicked.connect(self._on_clicked)
            mark.show()
        for first, second in pairwise(self.marks):
            QWidget.setTabOrder(first, second)
        count = len(self.marks)
        words = ngettext("Map with {count} stop", "Map with {count} stops", count)
        self.setAccessibleName(words.format(count=formats.show_number(count)))
        self._lay_out()
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draw to the new size."""
        super().resizeEvent(event)
        self._lay_out()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint ground, outlines or grid, the route, the scale and north."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(QPen(colour(Role.LINE), 1))
        painter.setBrush(colour(Role.RAISED))
        painter.drawRoundedRect(edge, length(6), length(6))
        if self._frame is None:
            return
        painter.setClipRect(edge)
        near = self.sheet.near_outlines()
        if near:
            self._paint_outlines(painter, self._frame)
        else:
            self._paint_grid(painter, self._frame)
        self._paint_route(painter)
        self._paint_bar(painter, self._frame)
        self._paint_north(painter)

    def _lay_out(self) -> None:
        spots = self.sheet.spots()
        self._frame = frame_of(spots, self.width(), self.height(), length(_MARGIN))
        if self._frame is None:
            self._points, self._office = (), None
            return
        places = [self._frame.place(stop.spot) for stop in self.sheet.placed() if stop.spot]
        self._points = spread(places, length(SIDE) + 2)
        office = self.sheet.office
        self._office = self._frame.place(office) if office is not None else None
        half = length(SIDE) // 2
        for mark, (x, y) in zip(self.marks, self._points, strict=True):
            mark.move(round(x) - half, round(y) - half)

    def _paint_outlines(self, painter: QPainter, frame: MapFrame) -> None:
        painter.setPen(QPen(colour(Role.CONTROL_LINE), 1))
        painter.setBrush(colour(Role.SURFACE))
        rows = self.sheet.near_outlines()
        shapes = [
            QPolygonF([QPointF(*p) for p in frame.ring(r)]) for row in rows for r in row.rings
        ]
        for shape in shapes:
            painter.drawPolygon(shape)
        painter.setFont(self._font(0.9))
        painter.setPen(colour(Role.QUIET))
        for row in rows:
            box = QPolygonF([QPointF(*p) for p in frame.ring(row.rings[0])]).boundingRect()
            box = box.intersected(QRectF(self.rect()))
            words = QFontMetricsF(painter.font()).elidedText(
                row.name or row.code, Qt.TextElideMode.ElideRight, box.width()
            )
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)

    def _paint_grid(self, painter: QPainter, frame: MapFrame) -> None:
        painter.setPen(QPen(colour(Role.LINE), 1))
        across, down, _step = frame.grid()
        for x in across:
            painter.drawLine(QPointF(x, 0), QPointF(x, self.height()))
        for y in down:
            painter.drawLine(QPointF(0, y), QPointF(self.width(), y))

    def _paint_route(self, painter: QPainter) -> None:
        painter.setPen(QPen(colour(Role.PRIMARY), 2))
        for (x, y), (there_x, there_y) in pairwise(self._points):
            painter.drawLine(QPointF(x, y), QPointF(there_x, there_y))
        if self._office is None or not self._points:
            return
        # To the office and back: thinner, for nobody is advised there.
        painter.setPen(QPen(colour(Role.PRIMARY), 1, Qt.PenStyle.DashLine))
        office = QPointF(*self._office)
        for point in (self._points[0], self._points[-1]):
            painter.drawLine(office, QPointF(*point))
        side = length(12)
        painter.setPen(QPen(colour(Role.PRIMARY), 2))
        painter.setBrush(colour(Role.SURFACE))
        painter.drawRect(QRectF(office.x() - side / 2, office.y() - side / 2, side, side))
        painter.setFont(self._font(0.9))
        painter.setPen(colour(Role.TEXT))
        painter.drawText(QPointF(office.x() + side, office.y() + side / 2), _("Office"))

    def _paint_bar(self, painter: QPainter, frame: MapFrame) -> None:
        kilometres, long = frame.bar(length(_BAR))
        left, low = length(_INSET), self.height() - length(_INSET)
        tick = length(4)
        painter.setPen(QPen(colour(Role.TEXT), 2))
        painter.drawLine(QPointF(left, low), QPointF(left + long, low))
        for x in (left, left + long):
            painter.drawLine(QPointF(x, low - tick), QPointF(x, low))
        painter.setFont(self._font(0.9))
        painter.drawText(QPointF(left, low - 2 * tick), bar_words(kilometres))

    def _paint_north(self, painter: QPainter) -> None:
        x, top = self.width() - length(_INSET + 8), length(_INSET)
        high, half = length(20), length(6)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour(Role.TEXT))
        arrow = [QPointF(x, top), QPointF(x + half, top + high), QPointF(x, top + high * 0.7)]
        painter.drawPolygon(QPolygonF([*arrow, QPointF(x - half, top + high)]))
        painter.setPen(colour(Role.TEXT))
        painter.setFont(self._font(0.9))
        box = QRectF(x - length(20), top + high, length(40), length(20))
        # Translators: north on a map
        painter.drawText(box, Qt.AlignmentFlag.AlignHCenter, _("N"))

    def _font(self, step: float) -> QFont:
        font = QFont(self.font())
        font.setPointSizeF(font_size(step))
        return font

    def _on_clicked(self) -> None:
        mark = self.sender()
        if isinstance(mark, StopMark):
            self.chosen.emit(mark.stop.number)


def bar_words(kilometres: float) -> str:
    """Answer how far a scale bar is: "2 km", "500 m"."""
    if kilometres < 1:
        return _("{number} m").format(number=formats.show_number(round(kilometres * 1000)))
    return _("{number} km").format(number=formats.show_number(round(kilometres)))
