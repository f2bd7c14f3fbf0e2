"""The pages themselves: drawn sharp at any zoom, one below the other, scrolled like paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import QColor, QImage, QPainter, QPen
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QWidget

from resources.text import _
from ui.palette import Role
from ui.style import changes, colour, length, spacing
from ui.widgets.pdf_pages import POINTS_PER_INCH, PdfPages

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QResizeEvent

FIT_WIDTH, FIT_PAGE = 0.0, -1.0
"""Zooms that follow the size of the view; others are factors, 1.0 for the size on paper."""
SMALLEST, LARGEST = 0.1, 4.0
_INCH = 96
"""Logical pixels of an inch on the screen at 100 %."""


class _Sheet(QWidget):
    """Paints the pages that are in sight; keeps the pictures that it drew."""

    def __init__(self) -> None:
        super().__init__()
        self.sizes: tuple[QSizeF, ...] = ()
        self._pdf = b""
        self._zoom = 1.0
        self._drawn: dict[tuple[int, float], QImage] = {}

    def show_pages(self, pdf: bytes, sizes: tuple[QSizeF, ...]) -> None:
        """Show other pages of these sizes in points."""
        self._pdf, self.sizes = pdf, sizes
        self._drawn.clear()
        self.set_zoom(self._zoom)

    @property
    def zoom(self) -> float:
        """How large the pages are drawn, 1.0 for the size on paper."""
        return self._zoom

    def set_zoom(self, zoom: float) -> None:
        """Draw at another size."""
        self._zoom = zoom
        self.setFixedSize(self._wanted())
        self.update()

    def frames(self) -> list[QRect]:
        """Answer where each page lies."""
        gap, top, found = spacing(12), spacing(12), []
        for size in self.sizes:
            scale = self._zoom * _INCH / POINTS_PER_INCH
            page = QSize(round(size.width() * scale), round(size.height() * scale))
            found.append(QRect(QPoint(gap, top), page))
            top += page.height() + gap
        return found

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the pages in sight, each with a thin edge."""
        painter = QPainter(self)
        for number, frame in enumerate(self.frames()):
            if frame.intersects(event.rect()):
                # Never scaled: a picture one pixel too high would lose a line of its pixels.
                painter.drawImage(frame.topLeft(), self._image(number))
                painter.setPen(QPen(colour(Role.LINE)))
                painter.drawRect(frame.adjusted(-1, -1, 0, 0))

    def _wanted(self) -> QSize:
        frames = self.frames()
        gap = spacing(12)
        if not frames:
            return QSize(0, 0)
        width = max(frame.width() for frame in frames)
        return QSize(width + 2 * gap, frames[-1].bottom() + 1 + gap)

    def _image(self, number: int) -> QImage:
        """Answer a page drawn with as many pixels as the screen has."""
        scale = self._zoom * _INCH / POINTS_PER_INCH * self.devicePixelRatioF()
        key = (number, scale)
        if key not in self._drawn:
            self._drawn = {
                known: image for known, image in self._drawn.items() if known[1] == scale
            }
            with PdfPages(self._pdf) as pages:
                self._drawn[key] = pages.image(number, scale)
            self._drawn[key].setDevicePixelRatio(self.devicePixelRatioF())
        return self._drawn[key]


class PageView(QScrollArea):
    """Scrolls through pages; arrows, Page Up and Page Down move, what is in sight is counted."""

    moved = Signal()
    """Another page is in sight, or the zoom changed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin without pages, as wide as there is room."""
        super().__init__(parent)
        self._sheet = _Sheet()
        self._wish = FIT_WIDTH
        self.setWidget(self._sheet)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(_("Preview"))
        self.setMinimumSize(length(240), length(200))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        changes.look_changed.connect(self._take_look)
        self._take_look()

    def show_pdf(self, pdf: bytes) -> None:
        """Show a PDF, keeping the zoom and the place."""
        with PdfPages(pdf) as pages:
            texts = " ".join(pages.text(page) for page in range(pages.count))
            self._sheet.show_pages(pdf, pages.sizes)
        self._fit()
        self.setAccessibleName(_("Preview: {text}").format(text=texts))
        self.moved.emit()

    def clear(self) -> None:
        """Show nothing."""
        self._sheet.show_pages(b"", ())
        self.setAccessibleName(_("Preview"))
        self.moved.emit()

    @property
    def page_count(self) -> int:
        """How many pages are shown."""
        return len(self._sheet.sizes)

    @property
    def page(self) -> int:
        """The page in sight, from 1; 0 without pages."""
        middle = self.verticalScrollBar().value() + self.viewport().height() // 2
        tops = [frame.top() for frame in self._sheet.frames()]
        return sum(1 for top in tops if top <= middle)

    @property
    def zoom(self) -> float:
        """The zoom as it is, 1.0 for the size on paper."""
        return self._sheet.zoom

    def set_zoom(self, wish: float) -> None:
        """Zoom to a factor, or follow the view with `FIT_WIDTH` or `FIT_PAGE`."""
        self._wish = wish
        self._fit()
        self.moved.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Follow the size of the view."""
        super().resizeEvent(event)
        self._fit()
        self.moved.emit()

    def _fit(self) -> None:
        self._sheet.set_zoom(min(max(self._fitting(), SMALLEST), LARGEST))

    def _fitting(self) -> float:
        if self._wish > 0 or not self._sheet.sizes:
            return self._wish if self._wish > 0 else 1.0
        paper = self._sheet.sizes[0]
        room = self.maximumViewportSize()
        edge = 2 * spacing(12) + 2
        bar = self.verticalScrollBar().sizeHint().width()
        inch = _INCH / POINTS_PER_INCH
        wide = (room.width() - edge - bar) / (paper.width() * inch)
        high = (room.height() - edge) / (paper.height() * inch)
        return wide if self._wish == FIT_WIDTH else min(wide, high)

    def _on_scrolled(self, _value: int) -> None:
        self.moved.emit()

    def _take_look(self) -> None:
        palette = self.viewport().palette()
        desk = QColor(colour(Role.HOVER))
        palette.setColor(palette.ColorRole.Window, desk)
        self.viewport().setPalette(palette)
        self.viewport().setAutoFillBackground(True)
