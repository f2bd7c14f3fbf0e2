"""Whether the form that is open is being kept; of a form that is gone, nothing stays said."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from ui.drafts.draft_keeper import DraftKeeper


class ToldState(QObject):
    """Passes on what the keeper of one form after another says."""

    told = Signal(str)
    """As `Page.saved_state` passes it on."""

    def __init__(self, parent: QObject) -> None:
        """Follow nobody yet."""
        super().__init__(parent)
        self._state = ""
        self._keeper: DraftKeeper | None = None

    def follow(self, keeper: DraftKeeper) -> None:
        """Pass on what a keeper says, and no longer what another said."""
        self.leave()
        self._keeper = keeper
        keeper.state_changed.connect(self._on_state_changed)

    def leave(self) -> None:
        """Follow nobody: a form that is put away does not hear any more that it is kept."""
        keeper, self._keeper = self._keeper, None
        if keeper is not None:
            keeper.state_changed.disconnect(self._on_state_changed)
        if self._state == "saving":
            self._on_state_changed("")

    def _on_state_changed(self, state: str) -> None:
        self._state = state
        self.told.emit(state)
