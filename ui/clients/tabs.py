"""What a tab of the client's card is: features of the program plug theirs in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from PySide6.QtCore import SignalInstance

    from ui.desk import Desk


class ClientTab(Protocol):
    """A widget about one client; it is made when its tab is first looked at."""

    features: ClassVar[frozenset[str]]
    """Feature words whose acts make it ask again."""

    @property
    def place_wanted(self) -> SignalInstance:
        """Emitted with the `Place` that the user wants to go to."""

    @property
    def said(self) -> SignalInstance:
        """Emitted with a sentence for the toast and a callable that undoes it, or None."""

    def refresh(self) -> None:
        """Ask again for everything that is shown."""


@dataclass(frozen=True, slots=True)
class TabEntry:
    """One tab: its title in English, translated where it is shown, and how it is made."""

    title: str
    make: Callable[[Desk, UUID], ClientTab]
