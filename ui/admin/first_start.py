"""The first screen of all: look around, make an office, open one, or join a shared one."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from app.server.places import is_joined, is_profile, place_title
from resources.text import _
from ui.admin.choice_button import ChoiceButton, choices
from ui.admin.cover_page import CoverPage
from ui.style import spacing
from ui.widgets.labels import quiet

if TYPE_CHECKING:
    from collections.abc import Sequence


class FirstStart(CoverPage):
    """Five ways to begin, and the offices that were open before."""

    demo_wanted = Signal()
    new_wanted = Signal()
    open_wanted = Signal()
    join_wanted = Signal()
    suitcase_wanted = Signal()
    recent_wanted = Signal(object)
    """The place of an office that was open before."""

    def __init__(self, recent: Sequence[str] = ()) -> None:
        """Offer the ways; `recent` are places of offices, newest first."""
        super().__init__(
            _("Welcome to Nahbar"),
            _(
                "Nahbar keeps visits, notes and letters of your office together on this "
                "computer, encrypted. How would you like to begin?"
            ),
            width=600,
        )
        self.demo = ChoiceButton(
            _("Look around"),
            _("Opens a demo office with invented people. Nothing you do there can go wrong."),
            "eye",
        )
        self.new = ChoiceButton(
            _("New office on this computer"),
            _("Takes five minutes. You need a printer or a pen for the recovery key."),
            "office",
        )
        self.existing = ChoiceButton(
            _("Open an office"),
            _("Choose the folder of an office that already exists."),
            "open",
        )
        self.shared = ChoiceButton(
            _("Join a shared office"),
            _("With the connection profile, login and password from your administrator."),
            "clients",
        )
        self.suitcase = ChoiceButton(
            _("Open a suitcase"),
            _("What a tour took along in one file, with the passphrase that was chosen for it."),
            "bag",
        )
        self.suitcase.clicked.connect(self.suitcase_wanted)
        self.shared.clicked.connect(self.join_wanted)
        self.demo.clicked.connect(self.demo_wanted)
        self.new.clicked.connect(self.new_wanted)
        self.existing.clicked.connect(self.open_wanted)
        ways = (self.demo, self.new, self.existing, self.shared, self.suitcase)
        self.column.addLayout(choices(*ways))
        self.recent: list[ChoiceButton] = []
        self._add_recent([Path(place) for place in recent if _is_there(Path(place))])

    def begin(self) -> None:
        """Put the focus on the first way."""
        self.demo.setFocus()

    def _add_recent(self, folders: Sequence[Path]) -> None:
        if not folders:
            return
        self.column.addSpacing(spacing(12))
        self.column.addWidget(quiet(_("Open again")))
        for folder in folders[:3]:
            button = _RecentButton(folder)
            button.chosen.connect(self.recent_wanted)
            self.column.addWidget(button)
            self.recent.append(button)


def _is_there(place: Path) -> bool:
    return is_joined(place) if is_profile(place) else place.is_dir()


class _RecentButton(ChoiceButton):
    """An office that was open before, by the name of its folder or profile."""

    chosen = Signal(object)

    def __init__(self, folder: Path) -> None:
        where = _("On a server") if is_profile(folder) else str(folder.parent)
        super().__init__(place_title(folder), where, "office")
        self._folder = folder
        self.clicked.connect(self._on_clicked)

    def _on_clicked(self) -> None:
        self.chosen.emit(self._folder)
