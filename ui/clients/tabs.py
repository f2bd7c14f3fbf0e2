"""What other features add to a person's card: tabs, and cards of the overview."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from PySide6.QtCore import SignalInstance

    from app.clients.queries import ClientCard
    from app.together import Question
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
    verbs: tuple[str, ...] = ()
    """Verbs of places that open the tab; the tab then begins them with `do`, if it has one."""
    page: str = ""
    """Word of the page that has the same records: without it there is no tab."""


class OverviewCard(Protocol):
    """A card of the overview; it shows one person after another."""

    @property
    def place_wanted(self) -> SignalInstance:
        """Emitted with the `Place` that the user wants to go to."""

    @property
    def said(self) -> SignalInstance:
        """Emitted with a sentence for the toast and a callable that undoes it, or None."""

    def question(self, person_id: UUID) -> Question:
        """Answer what is to be asked about somebody: all cards ask together, and fill at once."""

    def show_answer(self, card: ClientCard, answer: Any) -> None:  # noqa: ANN401 - its own answer
        """Show somebody, or the same person again after a change, from the answer."""

    def do(self, doing: str, record: UUID | None) -> None:
        """Begin what a place says, such as the form of a relation, for the person shown."""

    def flush(self) -> None:
        """Keep what is being typed as a draft."""


@dataclass(frozen=True, slots=True)
class OverviewEntry:
    """One card of the overview and how it is made."""

    make: Callable[[Desk], Any]
    """Answers a widget that is an `OverviewCard`."""
    in_head: bool = False
    """Whether it stands under the head of the card, above all tabs."""
    page: str = ""
    """Word of the page that has the same records: without it there is no card."""
