"""Putting a backup in the place of the office: from a list, or straight after a choice."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, Signal

from app.admin.offices import backups, restore
from resources.text import _, say
from ui.admin.office_jobs import by_key
from ui.admin.trouble_page import TroublePage
from ui.admin.waiting_page import WaitingPage

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from app.admin.rules import BackupFacts
    from app.errors import Refused, Unavailable
    from ui.admin.cover import Cover
    from ui.admin.doorkeeper import Doorkeeper
    from ui.admin.office_jobs import KeySource
    from ui.desk import Desk


class Restoring(QObject):
    """Closes the office, restores on the desk's thread, and opens it again."""

    other_wanted = Signal()
    """The person would rather open another office."""

    def __init__(
        self, desk: Desk, cover: Cover, doorkeeper: Doorkeeper, parent: QObject | None = None
    ) -> None:
        """Work on the office at whose door `doorkeeper` stands."""
        super().__init__(parent)
        self._desk = desk
        self._cover = cover
        self._doorkeeper = doorkeeper
        self._source: KeySource | None = None

    def offer(self) -> None:
        """List the backups of an office that cannot be opened."""
        folder = self._doorkeeper.folder
        if folder is not None:
            self._source = self._doorkeeper.last_source
            pending = self._desk.run(backups, folder).then(self._on_found)
            pending.if_unavailable(self._on_failed)

    def restore(self, file: Path) -> None:
        """Restore a backup of the open office."""
        office = self._doorkeeper.office
        if office is not None:
            self._source = by_key(office.key)
            self._begin(file)

    def _on_found(self, found: tuple[BackupFacts, ...]) -> None:
        from ui.admin.restore_page import RestorePage  # noqa: PLC0415 - rarely seen

        page = RestorePage(found)
        page.chosen.connect(self._begin)
        page.other_wanted.connect(self.other_wanted)
        self._cover.show_screen(page)

    def _begin(self, file: Path) -> None:
        folder, source = self._doorkeeper.folder, self._source
        if folder is None or source is None:
            return
        self._cover.show_screen(
            WaitingPage(_("Restoring the backup"), _("The whole backup is read first."))
        )
        self._doorkeeper.close()
        # Only an office in a folder is ever damaged or restored here: its key is bytes.
        key = cast("Callable[[Path], bytes]", source)
        pending = self._desk.run(restore, file, folder, key, who=self._doorkeeper.who)
        pending.then(self._on_restored)
        pending.if_refused(self._on_refused).if_unavailable(self._on_failed)

    def _on_restored(self, _facts: BackupFacts) -> None:
        if self._source is not None:
            self._doorkeeper.unlock(self._source)
        self._source = None

    def _on_refused(self, error: Refused) -> None:
        self._show_trouble(" ".join(say(problem) for problem in error.problems), "")

    def _on_failed(self, error: Unavailable) -> None:
        self._show_trouble(say(error.problem), say(error.remedy))

    def _show_trouble(self, heading: str, remedy: str) -> None:
        """Say that nothing was restored; the office is as it was before."""
        unchanged = _("Nothing was restored. The office is as it was before.")
        page = TroublePage(heading, f"{remedy} {unchanged}".strip(), _("Back to the office"))
        page.acted.connect(self._on_back)
        self._cover.show_screen(page)

    def _on_back(self) -> None:
        if self._source is not None:
            self._doorkeeper.unlock(self._source)
