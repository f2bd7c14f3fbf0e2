"""Opens the dialog of an export over the page that asked for one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt

if TYPE_CHECKING:
    from ui.exchange.export_dialog import ExportDialog
    from ui.widgets.export_offer import ExportOffer
    from ui.widgets.page import Page


class Exports(QObject):
    """Serves one page; it lives as long as the page."""

    def __init__(self, page: Page) -> None:
        """Listen to a page."""
        super().__init__(page)
        self._page = page
        self.dialog: ExportDialog | None = None
        page.export_asked.connect(self._on_export_asked)

    def _on_export_asked(self, offer: ExportOffer[Any]) -> None:
        from ui.exchange.export_dialog import ExportDialog  # noqa: PLC0415 - rarely wanted

        dialog = ExportDialog(self._page.desk, offer, self._page)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.said.connect(self._on_said)
        dialog.destroyed.connect(self._on_destroyed)
        self.dialog = dialog
        dialog.open()

    def _on_said(self, sentence: str) -> None:
        self._page.said.emit(sentence, None)

    def _on_destroyed(self) -> None:
        self.dialog = None
