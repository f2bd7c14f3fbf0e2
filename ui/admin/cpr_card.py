"""Whether the office keeps CPR numbers: asked in Denmark only, and answered in so many words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Signal

from app.admin.office_settings import KEEPS_CPR, office_setting, save_office_setting
from resources.text import _, say
from ui.widgets.card import Card
from ui.widgets.fields import CheckField
from ui.widgets.labels import quiet, text

if TYPE_CHECKING:
    from app.errors import Unavailable
    from ui.desk import Desk


class CprCard(Card):
    """A tick that is saved at once; the law stands above it."""

    said = Signal(str)

    def __init__(self, desk: Desk) -> None:
        """Begin unticked; `refresh` asks what the office has chosen."""
        super().__init__(_("CPR numbers"))
        self._desk = desk
        law = _(
            "Public authorities may process CPR numbers to identify people or as file numbers. "
            "Private bodies may do so only by law or with consent (databeskyttelsesloven § 11)."
        )
        self.add(text(law))
        self.keeps = CheckField(_("This office may keep CPR numbers, and keeps them"))
        self.keeps.changed.connect(self._on_changed)
        self.add(self.keeps)
        self.add(quiet(_("Without the tick the field is not shown; numbers kept before remain.")))

    def refresh(self) -> None:
        """Ask what the office has chosen."""
        self._desk.ask(office_setting, KEEPS_CPR).then(self._on_found)

    def _on_found(self, keeps: bool) -> None:  # noqa: FBT001 - the value itself
        with QSignalBlocker(self.keeps):
            self.keeps.set_value(keeps)

    def _on_changed(self) -> None:
        act = self._desk.act(save_office_setting, KEEPS_CPR, self.keeps.value())
        act.then(self._on_saved).if_unavailable(self._on_unavailable)

    def _on_saved(self, _before: bool) -> None:  # noqa: FBT001 - an answer
        keeps = self.keeps.value()
        self.said.emit(_("CPR numbers are kept.") if keeps else _("CPR numbers are not asked for."))

    def _on_unavailable(self, trouble: Unavailable) -> None:
        self.said.emit(f"{say(trouble.problem)} {say(trouble.remedy)}".strip())
        self.refresh()
