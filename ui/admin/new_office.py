"""Making an office, step by step; nothing is written before the last step is done."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget

from ui.admin.letterhead_step import LetterheadStep
from ui.admin.office_step import OfficeStep
from ui.admin.protection_step import ProtectionStep
from ui.admin.recovery_step import RecoveryStep
from ui.admin.retype_step import RetypeStep

if TYPE_CHECKING:
    from pathlib import Path

    from app.admin.rules import NewOffice
    from app.errors import Problem
    from ui.admin.step_page import StepPage


@dataclass(frozen=True, slots=True)
class OfficePlan:
    """Everything that making an office needs."""

    folder: Path
    office: NewOffice
    passphrase: str | None
    use_keyring: bool
    recovery_key: str


class NewOfficeSteps(QStackedWidget):
    """The five steps; going back keeps what was typed."""

    cancelled = Signal()
    recovery_typed = Signal(object, str)
    """An `OfficePlan` and the recovery key as typed from the paper."""
    print_wanted = Signal(str, str)
    """The name of the office and the recovery key, to be printed."""
    save_wanted = Signal(str, str)
    """The name of the office and the recovery key, to be saved as a PDF."""

    def __init__(self, below: Path, who: str, recovery_key: str, *, keyring: bool) -> None:
        """Propose a folder `below`; `recovery_key` is the one that the office will have."""
        super().__init__()
        self._recovery_key = recovery_key
        self.office = OfficeStep(below, who)
        self.letterhead = LetterheadStep()
        self.protection = ProtectionStep(keyring=keyring)
        self.recovery = RecoveryStep()
        self.retype = RetypeStep()
        self.recovery.view.show_key(recovery_key)
        for step in self._steps():
            self.addWidget(step)
            step.went_on.connect(self._on_went_on)
            step.went_back.connect(self._on_went_back)
        self.recovery.print_wanted.connect(self._on_print_wanted)
        self.recovery.save_wanted.connect(self._on_save_wanted)
        self.retype.typed.connect(self._on_typed)

    def begin(self) -> None:
        """Come to the first step."""
        self._steps()[self.currentIndex()].begin()

    def plan(self) -> OfficePlan:
        """Answer everything that was typed and chosen."""
        return OfficePlan(
            folder=self.office.folder,
            office=self.letterhead.values(),
            passphrase=self.protection.chosen_passphrase(),
            use_keyring=self.protection.by_keyring.value(),
            recovery_key=self._recovery_key,
        )

    def show_problems(self, problems: tuple[Problem, ...]) -> None:
        """Show what kept the office from being made."""
        self.retype.show_busy(busy=False)
        self.retype.show_problems(problems)

    def _steps(self) -> tuple[StepPage, ...]:
        return (self.office, self.letterhead, self.protection, self.recovery, self.retype)

    def _go(self, index: int) -> None:
        self.letterhead.add_to(self.office.values())
        self.setCurrentIndex(index)
        self.begin()

    def _on_went_on(self) -> None:
        self._go(self.currentIndex() + 1)

    def _on_went_back(self) -> None:
        if self.currentIndex() == 0:
            self.cancelled.emit()
        else:
            self._go(self.currentIndex() - 1)

    def _on_typed(self, text: str) -> None:
        self.retype.show_busy(busy=True)
        self.recovery_typed.emit(self.plan(), text)

    def _on_print_wanted(self) -> None:
        self.print_wanted.emit(self.office.name.value(), self._recovery_key)

    def _on_save_wanted(self) -> None:
        self.save_wanted.emit(self.office.name.value(), self._recovery_key)
