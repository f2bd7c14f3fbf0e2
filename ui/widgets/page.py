"""A page of the window, and a place that a page can lead to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from uuid import UUID

    from ui.desk import Desk


@dataclass(frozen=True, slots=True)
class Place:
    """Somewhere in the program: a page by its word, a record on it, and what to do there."""

    page: str
    record: UUID | None = None
    doing: str = ""
    """"" to look, or a page's own verb such as "plan" or "record"."""

    @property
    def is_plain(self) -> bool:
        """Whether it is the page as it is: what is shown or begun there has the keyboard itself."""
        return self.record is None and not self.doing


class Page(QWidget):
    """One entry of the left rail: it asks the desk, shows, and says where the user wants to go."""

    place_wanted = Signal(object)
    """A `Place` that the user wants to go to; the main window leads there."""
    said = Signal(str, object)
    """A sentence for the toast, and a callable that undoes it (or None)."""
    finished = Signal()
    """What a `Place` asked this page to do is done; the window leads back to where it came from."""
    saved_state = Signal(str)
    """"saving", "saved" or "": shown in the top bar."""
    export_asked = Signal(object)
    """An `ExportOffer` of the list that is shown; the window asks why, and writes it."""

    features: ClassVar[frozenset[str]] = frozenset()
    """Feature words; the main window calls `refresh` when an act touched one of them."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Build the page's widgets; nothing is asked before `refresh`."""
        super().__init__(parent)
        self.desk = desk

    def refresh(self) -> None:
        """Ask again for everything that is shown, keeping selection and scroll position."""

    def show_place(self, place: Place) -> None:
        """Show a record or begin what the place says; without a record just look."""
        del place

    def first_focus(self) -> QWidget | None:
        """Answer where the keyboard begins; None for whatever comes first on the page."""
        return None

    def step_back(self) -> bool:
        """Go back inside the page; answer False where there is nothing to go back to."""
        return False

    def flush(self) -> None:
        """Save drafts at once: the office is about to be locked or closed."""
