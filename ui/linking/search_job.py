"""The search for duplicates as the page runs it: read in portions, compared aside, kept at last."""

from __future__ import annotations

from threading import Thread
from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from app.errors import Refused, Unavailable
from app.linking.actions import drop_pairs, finish_search, keep_pairs
from app.linking.queries import AT_ONCE, cards_to_compare, count_cards, open_keys
from app.linking.searching import KEPT_AT_ONCE, Search
from ui.landing import Landing

if TYPE_CHECKING:
    from app.clients.duplicates import Person
    from app.linking.queries import FoundPair
    from ui.desk import Desk, Pending


class SearchJob(QObject):
    """One search after another; the office answers everybody else between its portions."""

    progressed = Signal(str, int, int)
    """The step ("read", "compare" or "keep"), how much is done, and of how much."""
    finished = Signal(int)
    """How many pairs are new."""
    stopped = Signal()
    failed = Signal(object)
    """A `Refused` or `Unavailable`."""

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        """Stand still until `start`."""
        super().__init__(parent)
        self._desk = desk
        self._is_running = False
        self._all = 0
        self._people: list[Person] = []
        self._search: Search | None = None
        self._to_keep: list[FoundPair] = []
        self._to_drop: list[UUID] = []
        self._kept = self._new = 0
        self._compared = Landing(self._on_compared)
        self._reported = Landing(self._on_reported)
        desk.closed.connect(self.stop)

    @property
    def is_running(self) -> bool:
        """Whether a search is on its way."""
        return self._is_running

    def start(self) -> None:
        """Begin a search, unless one is running."""
        if not self._is_running:
            self._is_running = True
            self._people, self._new, self._kept = [], 0, 0
            self._watch(self._desk.ask(count_cards)).then(self._on_counted)

    def stop(self) -> None:
        """End the search; pairs that are kept already stay."""
        if self._is_running:
            self._end()
            self.stopped.emit()

    def _end(self) -> None:
        self._is_running = False
        self._people = []
        if self._search is not None:
            self._search.cancel()
            self._search = None

    def _watch(self, pending: Pending[Any]) -> Pending[Any]:
        return pending.if_refused(self._on_failed).if_unavailable(self._on_failed)

    def _on_counted(self, count: int) -> None:
        self._all = count
        self._read_on(None)

    def _read_on(self, after: UUID | None) -> None:
        self.progressed.emit("read", len(self._people), self._all)
        self._watch(self._desk.ask(cards_to_compare, after)).then(self._on_read)

    def _on_read(self, people: tuple[Person, ...]) -> None:
        if not self._is_running:
            return
        self._people += people
        if len(people) == AT_ONCE:
            self._read_on(UUID(people[-1].key))
            return
        self.progressed.emit("compare", 0, 0)
        self._search = Search(self._people)
        Thread(target=self._work, args=(self._search,), name="duplicates", daemon=True).start()

    def _work(self, search: Search) -> None:
        """Compare on a thread of its own; what it finds comes back to this one."""
        found: object
        try:
            found = search.run(self._reported.send)
        except BaseException as error:  # noqa: BLE001 - delivered on the UI thread
            found = error
        self._compared.send(search, found)

    def _on_reported(self, done: int, of: int) -> None:
        if self._search is not None:
            self.progressed.emit("compare", done, of)

    def _on_compared(self, search: Search, found: Any) -> None:  # noqa: ANN401 - pairs or a trouble
        if search is not self._search:
            return
        self._search = None
        if isinstance(found, Refused | Unavailable):
            self._on_failed(found)
        elif isinstance(found, BaseException):
            self._end()
            raise found
        elif found is not None:
            self._to_keep = list(found)
            self._watch(self._desk.ask(open_keys)).then(self._on_keys)

    def _on_keys(self, known: dict[tuple[UUID, UUID], UUID]) -> None:
        found = {(pair.one, pair.other) for pair in self._to_keep}
        self._to_drop = [key for cards, key in known.items() if cards not in found]
        self._all = len(self._to_keep)
        self._keep_on(0)

    def _keep_on(self, new: int) -> None:
        """Keep the next portion, then drop what was not found again, then say so."""
        self._new += new
        if not self._is_running:
            return
        self.progressed.emit("keep", self._kept, self._all)
        portion = self._to_keep[self._kept : self._kept + KEPT_AT_ONCE]
        if portion:
            self._kept += len(portion)
            self._watch(self._desk.act(keep_pairs, portion)).then(self._keep_on)
        else:
            self._drop_on(0)

    def _drop_on(self, _dropped: int) -> None:
        portion, self._to_drop = self._to_drop[:KEPT_AT_ONCE], self._to_drop[KEPT_AT_ONCE:]
        if portion:
            self._watch(self._desk.act(drop_pairs, portion)).then(self._drop_on)
        else:
            self._watch(self._desk.act(finish_search)).then(self._on_finished)

    def _on_finished(self, _none: None) -> None:
        self._end()
        self.finished.emit(self._new)

    def _on_failed(self, error: Refused | Unavailable) -> None:
        if self._is_running:
            self._end()
            self.failed.emit(error)
