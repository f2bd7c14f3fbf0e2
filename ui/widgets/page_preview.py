"""The preview of the real pages, with page count and zoom above them."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from resources.text import _
from ui.style import spacing
from ui.widgets.buttons import icon_button
from ui.widgets.fields import ChoiceField
from ui.widgets.labels import quiet
from ui.widgets.page_view import FIT_PAGE, FIT_WIDTH, LARGEST, SMALLEST, PageView

_STEP = 1.25
"""Each zoom step, in and out."""


class PagePreview(QWidget):
    """Shows a PDF as it will be printed. Ctrl and plus, minus or 0 zoom while it has the focus."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin without pages."""
        super().__init__(parent)
        self.view = PageView()
        self._count = quiet("").unwrapped()
        self._zoom: ChoiceField[float] = ChoiceField(
            [
                (FIT_WIDTH, _("Page width")),
                (FIT_PAGE, _("Whole page")),
                (1.0, "100 %"),
                (1.5, "150 %"),
                (2.0, "200 %"),
            ]
        )
        self._zoom.setAccessibleName(_("Size of the preview"))
        self._zoom.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._larger = icon_button("zoom_in", _("Larger"))
        self._smaller = icon_button("zoom_out", _("Smaller"))
        self._build()
        self.view.moved.connect(self._on_moved)
        self._zoom.changed.connect(self._on_zoom_chosen)
        self._larger.clicked.connect(self.zoom_in)
        self._smaller.clicked.connect(self.zoom_out)
        self._add_shortcuts()
        self._on_moved()

    def show_pdf(self, pdf: bytes) -> None:
        """Show a PDF."""
        self.view.show_pdf(pdf)

    def clear(self) -> None:
        """Show nothing."""
        self.view.clear()

    def zoom_in(self) -> None:
        """Show the pages one step larger."""
        self.view.set_zoom(min(self.view.zoom * _STEP, LARGEST))

    def zoom_out(self) -> None:
        """Show the pages one step smaller."""
        self.view.set_zoom(max(self.view.zoom / _STEP, SMALLEST))

    def fit_width(self) -> None:
        """Show the pages as wide as there is room."""
        self._zoom.set_value(FIT_WIDTH)
        self.view.set_zoom(FIT_WIDTH)

    def _build(self) -> None:
        bar = QHBoxLayout()
        bar.setSpacing(spacing(8))
        bar.addWidget(self._count)
        bar.addStretch()
        for tool in (self._smaller, self._larger, self._zoom):
            bar.addWidget(tool)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(spacing(8))
        layout.addLayout(bar)
        layout.addWidget(self.view, 1)

    def _add_shortcuts(self) -> None:
        for keys, slot in (
            (QKeySequence.StandardKey.ZoomIn, self.zoom_in),
            (QKeySequence.StandardKey.ZoomOut, self.zoom_out),
            ("Ctrl+0", self.fit_width),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(slot)

    def _on_moved(self) -> None:
        count = self.view.page_count
        for tool in (self._zoom, self._larger, self._smaller):
            tool.setEnabled(count > 0)
        words = _("Page {page} of {count}").format(page=self.view.page, count=count)
        self._count.setText(words if count else "")

    def _on_zoom_chosen(self) -> None:
        self.view.set_zoom(self._zoom.value())
