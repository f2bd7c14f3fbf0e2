"""Address cards on their way into a file, piece by piece, like a list."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Generic, TypeVar

from app.exchange.writing.rules import Written
from app.exchange.writing.vcard_writer import AddressCard, write_cards

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from app.exchange.writing.new_file import NewFile
    from app.exchange.writing.sealed_file import SealedFile

R = TypeVar("R")


@dataclass(frozen=True)
class Cards(Generic[R]):
    """Makes cards of rows; protected addresses stay in the office unless they are wanted."""

    card: Callable[[R], AddressCard]
    is_protected: Callable[[R], bool]
    with_protected: bool = False

    def of(self, rows: Sequence[R]) -> list[AddressCard]:
        """Answer the card of each row."""
        return [self._card(row) for row in rows]

    def _card(self, row: R) -> AddressCard:
        card = self.card(row)
        withheld = self.is_protected(row) and not self.with_protected
        return replace(card, addresses=()) if withheld else card


class CardFile(Generic[R]):
    """Writes cards into a file that appears when it is complete."""

    def __init__(self, file: NewFile | SealedFile, cards: Cards[R]) -> None:
        """Plan what goes into a file; nothing is written before `begin`."""
        self._file = file
        self._cards = cards
        self._rows = 0

    def begin(self) -> None:
        """Begin the file; raises `Unavailable` when that cannot be done there."""
        self._file.begin()

    def add(self, rows: Sequence[R]) -> int:
        """Write the next cards and answer how many there are so far."""
        self._rows += len(rows)
        self._file.add(write_cards(self._cards.of(rows)))
        return self._rows

    def finish(self) -> Written:
        """Complete the file and answer what is in it."""
        self._file.finish()
        return Written(self._rows)

    def discard(self) -> None:
        """Let nothing of it stay on the disk."""
        self._file.discard()
