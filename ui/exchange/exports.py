"""Opens the dialog of an export over the page that asked for one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol, cast

from PySide6.QtCore import QObject, Qt

if TYPE_CHECKING:
    from PySide6.QtCore import SignalInstance
    from PySide6.QtWidgets import QWidget

    from ui.desk import Desk
    from ui.exchange.export_dialog import ExportDialog
    from ui.widgets.export_offer import ExportOffer


class Asking(Protocol):
    """A page, or another widget, that asks for exports."""

    @property
    def desk(self) -> Desk:
        """The way to the office."""

    @property
    def export_asked(self) -> SignalInstance:
        """Emitted with an `ExportOffer`."""

    @property
    def said(self) -> SignalInstance:
        """Emitted with a sentence for the toast and a callable that undoes it, or None."""


class Exports(QObject):
    """Serves one page; it lives as long as the page."""

    def __init__(self, page: Asking) -> None:
        """Listen to a page."""
        super().__init__(cast("QWidget", page))
        self._widget = cast("QWidget", page)
        self._page = page
        self.dialog: ExportDialog | None = None
        page.export_asked.connect(self._on_export_asked)

    def _on_export_asked(self, offer: ExportOffer[Any]) -> None:
        from ui.exchange.export_dialog import ExportDialog  # noqa: PLC0415 - rarely wanted

        dialog = ExportDialog(self._page.desk, offer, self._widget)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.said.connect(self._on_said)
        dialog.destroyed.connect(self._on_destroyed)
        self.dialog = dialog
        dialog.open()

    def _on_said(self, sentence: str) -> None:
        self._page.said.emit(sentence, None)

    def _on_destroyed(self) -> None:
        self.dialog = None
