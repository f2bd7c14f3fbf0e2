"""A mailing under way: drawn and kept in steps that others can work between."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.letters.mass.actions import begin_run, keep_letters
from app.letters.mass.running import Mailing

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from pathlib import Path
    from uuid import UUID

    from app.errors import Refused, Unavailable
    from app.letters.mass.rules import RunPlan, RunWish
    from app.letters.mass.running import Finished
    from ui.desk import Desk, Pending


class MassRun(QObject):
    """Carries one mailing out; `stop` leaves nothing behind while letters are drawn."""

    progressed = Signal(int)
    finished = Signal(object)
    """The `Mailing`."""
    stopped = Signal()
    refused = Signal(object)
    failed = Signal(object)
    """`Unavailable`."""

    def __init__(
        self,
        desk: Desk,
        run_id: UUID,
        wish: RunWish,
        plan: RunPlan,
        *,
        folder: Path,
        today: date,
    ) -> None:
        """Plan a run; nothing happens before `start`."""
        super().__init__()
        self._desk, self._run_id = desk, run_id
        self._wish, self._plan = wish, plan
        self._folder, self._today = folder, today
        self._mailing: Mailing | None = None
        self._rest: list[Sequence[Finished]] = []
        self._is_stopped = False

    def start(self) -> None:
        """Begin with the folder."""
        making = self._desk.run(Mailing, self._wish, self._plan, self._folder, self._today)
        making.then(self._on_made).if_refused(self._on_refused)
        making.if_unavailable(self._on_failed)

    def stop(self) -> None:
        """Draw no further; what was drawn is thrown away."""
        self._is_stopped = True

    def keep(self, batch: Sequence[Finished]) -> Pending[None]:
        """Have some letters kept."""
        return self._desk.act(keep_letters, self._run_id, self._wish, batch)

    def _on_made(self, mailing: Mailing) -> None:
        self._mailing = mailing
        self._next()

    def _next(self) -> None:
        mailing = self._going()
        if self._is_stopped:
            self._desk.run(mailing.discard).then(self._on_discarded)
        elif not mailing.is_drawn:
            asked = self._desk.ask(mailing.compose).then(self._on_composed)
            asked.if_refused(self._on_refused).if_unavailable(self._on_failed)
        else:
            left_out = mailing.plan.left_out
            act = self._desk.act(begin_run, self._run_id, self._wish, left_out)
            act.then(self._on_begun).if_refused(self._on_refused)
            act.if_unavailable(self._on_failed)

    def _on_composed(self, _nothing: None) -> None:
        drawing = self._desk.run(self._going().draw).then(self._on_drawn)
        drawing.if_unavailable(self._on_failed)

    def _on_drawn(self, done: int) -> None:
        self.progressed.emit(done)
        self._next()

    def _on_begun(self, _nothing: None) -> None:
        self._rest = self._going().batches()
        self._keep_next()

    def _keep_next(self) -> None:
        if self._rest:
            act = self.keep(self._rest.pop(0))
            act.then(self._on_kept).if_refused(self._on_refused).if_unavailable(self._on_failed)
            return
        finishing = self._desk.run(self._going().finish).then(self._on_finished)
        finishing.if_unavailable(self._on_failed)

    def _on_kept(self, _nothing: None) -> None:
        self._keep_next()

    def _on_finished(self, _nothing: None) -> None:
        self.finished.emit(self._going())

    def _on_discarded(self, _nothing: None) -> None:
        self.stopped.emit()

    def _on_refused(self, refused: Refused) -> None:
        self._discard()
        self.refused.emit(refused)

    def _on_failed(self, trouble: Unavailable) -> None:
        self._discard()
        self.failed.emit(trouble)

    def _discard(self) -> None:
        if self._mailing is not None:
            self._desk.run(self._mailing.discard)

    def _going(self) -> Mailing:
        assert self._mailing is not None, "start first"  # noqa: S101 - a promise to itself
        return self._mailing


def new_folder(inside: Path, name: str) -> Path:
    """Answer a folder of this name that is not there yet."""
    folder, number = inside / name, 2
    while folder.exists():
        folder, number = inside / f"{name} {number}", number + 1
    return folder
