"""The ways to come to an office: the demo, a new one, or one that exists."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog

from app.errors import N_
from app.server.places import SUITCASE
from resources.text import _, say
from ui.admin import office_jobs
from ui.admin.recovery_paper import RecoveryPaper
from ui.admin.trouble_page import TroublePage
from ui.admin.waiting_page import WaitingPage

if TYPE_CHECKING:
    from app.admin.rules import CreatedOffice
    from app.errors import Refused, Unavailable
    from ui.admin.cover import Cover
    from ui.admin.new_office import NewOfficeSteps, OfficePlan
    from ui.desk import Desk

NO_OFFICE_HERE = N_("There is no office in this folder. Choose the folder that holds office.db.")


class Beginnings(QObject):
    """Leads from the first screen to an office folder; says `found` or `made`."""

    found = Signal(object)
    """The folder of an office that exists and is to be opened."""
    join_wanted = Signal()
    """The person wants to join an office on a server."""
    made = Signal(object, str)
    """A `CreatedOffice` that was just made, and the name of the person who made it."""

    def __init__(self, desk: Desk, cover: Cover, data_folder: Path) -> None:
        """Show screens on `cover`; new offices are proposed below `data_folder`."""
        super().__init__(cover)
        self._desk = desk
        self._cover = cover
        self._data_folder = data_folder
        self.who = ""
        self.recent: tuple[str, ...] = ()
        self._steps: NewOfficeSteps | None = None
        self._paper = RecoveryPaper(desk, cover)
        self._paper.said.connect(self._on_paper_said)

    def show_first(self) -> None:
        """Show the three ways to begin."""
        from ui.admin.first_start import FirstStart  # noqa: PLC0415 - seen once

        screen = FirstStart(self.recent)
        screen.demo_wanted.connect(self._on_demo_wanted)
        screen.new_wanted.connect(self._on_new_wanted)
        screen.open_wanted.connect(self._on_open_wanted)
        screen.join_wanted.connect(self.join_wanted)
        screen.suitcase_wanted.connect(self._on_suitcase_wanted)
        screen.recent_wanted.connect(self.found)
        self._cover.show_screen(screen)

    def _on_demo_wanted(self) -> None:
        folder = self._data_folder / "demo"
        if (folder / "office.db").exists():
            self.found.emit(folder)
            return
        self._cover.show_screen(
            WaitingPage(_("One moment"), _("Inventing the people of the demo office …"))
        )
        pending = self._desk.run(office_jobs.make_demo, folder).then(self._on_demo_made)
        pending.if_unavailable(self._on_failed).if_refused(self._on_refused)

    def _on_demo_made(self, folder: Path) -> None:
        self.found.emit(folder)

    def _on_new_wanted(self) -> None:
        self._desk.run(office_jobs.before_a_new_office).then(self._on_new_prepared)

    def _on_new_prepared(self, prepared: office_jobs.BeforeNew) -> None:
        from ui.admin.new_office import NewOfficeSteps  # noqa: PLC0415 - used once

        steps = NewOfficeSteps(
            self._data_folder / "offices",
            self.who,
            prepared.recovery_key,
            keyring=prepared.has_keyring,
        )
        steps.cancelled.connect(self.show_first)
        steps.recovery_typed.connect(self._on_recovery_typed)
        steps.print_wanted.connect(self._paper.print_key)
        steps.save_wanted.connect(self._paper.save_key)
        self._steps = steps
        self._cover.show_screen(steps)

    def _on_paper_said(self, sentence: str, tone: str) -> None:
        if self._steps is not None:
            self._steps.recovery.view.say(sentence, tone)

    def _on_recovery_typed(self, plan: OfficePlan, typed: str) -> None:
        pending = self._desk.run(office_jobs.create, plan, typed).then(self._on_created)
        pending.if_refused(self._on_creation_refused).if_unavailable(self._on_creation_failed)

    def _on_created(self, created: CreatedOffice) -> None:
        who = self._steps.office.who.value().strip() if self._steps else self.who
        self._steps = None
        self.made.emit(created, who)

    def _on_creation_refused(self, error: Refused) -> None:
        if self._steps is not None:
            self._steps.show_problems(error.problems)

    def _on_creation_failed(self, error: Unavailable) -> None:
        if self._steps is not None:
            self._steps.show_problems((error.problem, error.remedy))

    def _on_open_wanted(self) -> None:
        chosen = QFileDialog.getExistingDirectory(
            self._cover, _("Folder of the office"), str(self._data_folder)
        )
        if not chosen:
            return
        folder = Path(chosen)
        if (folder / "office.db").exists():
            self.found.emit(folder)
        else:
            self._show_trouble(_(NO_OFFICE_HERE), "")

    def _on_suitcase_wanted(self) -> None:
        chosen, _kind = QFileDialog.getOpenFileName(
            self._cover,
            _("Suitcase of a tour"),
            str(Path.home()),
            _("Suitcases") + f" (*{SUITCASE})",
        )
        if chosen:
            self.found.emit(Path(chosen))

    def _on_refused(self, error: Refused) -> None:
        self._show_trouble(" ".join(say(problem) for problem in error.problems), "")

    def _on_failed(self, error: Unavailable) -> None:
        self._show_trouble(say(error.problem), say(error.remedy))

    def _show_trouble(self, heading: str, remedy: str) -> None:
        page = TroublePage(heading, remedy, _("Back"))
        page.acted.connect(self.show_first)
        self._cover.show_screen(page)
