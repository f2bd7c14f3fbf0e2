"""What the search of the top bar holds ready, so that no letter waits for the office."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Generic, TypeVar

from PySide6.QtCore import QObject

from app.clients.rules import fold
from ui.desk import Pending

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ui.desk import Desk
    from ui.quick_search import Finding

MOST_FOUND = 2
"""Findings of one source that the list shows; the rest of it belongs to people and actions."""

Row = TypeVar("Row")


class QuickHeld(QObject, Generic[Row]):
    """Asks for rows once, and again when some were touched; seeks in them at once."""

    features: ClassVar[frozenset[str]] = frozenset()
    """What has touched these rows."""

    def __init__(self, desk: Desk) -> None:
        """Ask at a desk."""
        super().__init__(desk)
        self._desk = desk
        self._rows: list[tuple[str, Row]] = []
        self._is_loaded = self._is_stale = False
        desk.touched.connect(self._on_touched)
        desk.opened.connect(self._on_opened)

    def ask(self) -> Pending[Any]:
        """Ask the office for all rows, the first to be found before."""
        raise NotImplementedError

    def words(self, row: Row) -> str:
        """Answer the folded words by which a row is found."""
        raise NotImplementedError

    def finding(self, row: Row) -> Finding:
        """Answer a row as it is shown."""
        raise NotImplementedError

    def offers(self, row: Row) -> bool:
        """Answer whether the open office has something for a row."""
        del row
        return True

    def __call__(self, typed: str) -> Pending[Sequence[Finding]]:
        """Answer the rows that have every word that is typed."""
        answer: Pending[Sequence[Finding]] = Pending()
        if not self._is_loaded:
            self._load()
        # Answered when its turn comes on the office's thread, like every other source.
        self._desk.after_all().then(_Seek(self, typed, answer))
        if self._is_stale:
            self._load()
        return answer

    def found(self, typed: str) -> list[Finding]:
        """Answer the first rows in which everything that is typed occurs."""
        sought = fold(typed).split()
        hits = (
            row
            for words, row in self._rows
            if sought and all(word in words for word in sought) and self.offers(row)
        )
        return [self.finding(row) for row, _place in zip(hits, range(MOST_FOUND), strict=False)]

    def _load(self) -> None:
        self._is_loaded, self._is_stale = True, False
        self.ask().then(self._on_found)

    def _on_found(self, rows: Sequence[Row]) -> None:
        self._rows = [(self.words(row), row) for row in rows]

    def _on_touched(self, features: frozenset[str]) -> None:
        self._is_stale = self._is_stale or bool(features & self.features)

    def _on_opened(self) -> None:
        self._rows, self._is_loaded = [], False


class _Seek:
    """Seeks when everything that was asked before has come back."""

    def __init__(
        self, held: QuickHeld[Any], typed: str, answer: Pending[Sequence[Finding]]
    ) -> None:
        self._held, self._typed, self._answer = held, typed, answer

    def __call__(self, _nothing: None) -> None:
        self._answer.answer(self._held.found(self._typed))
