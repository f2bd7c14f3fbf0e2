"""After how many days without reaching somebody the office asks: chosen once, for everybody."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from app.admin.settings.actions import choose_number
from app.admin.settings.queries import number_setting
from app.admin.settings.rules import NO_CONTACT_DAYS
from resources.text import _, ngettext, say
from ui.widgets.card import Card
from ui.widgets.fields import ChoiceField
from ui.widgets.form import Form
from ui.widgets.labels import quiet

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from app.errors import Refused, Unavailable
    from ui.desk import Desk

OFFERED = (7, 14, 21, 28, 42, 56, 90, 180, 365)
"""Days that are offered; another number that an office already has is offered as well."""


class NoContactCard(Card):
    """Saves as soon as another number is chosen."""

    said = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Build the card; it is filled by `refresh`."""
        super().__init__(_("Nobody is forgotten"), "", parent)
        self._desk = desk
        self._is_filling = False
        self.days: ChoiceField[int] = ChoiceField(_options(NO_CONTACT_DAYS.usual))
        self.form = Form()
        self.form.add(NO_CONTACT_DAYS.name, _("Ask after"), self.days)
        self.add(quiet(_("My day names everybody who was not reached for so long.")))
        self.add(self.form)
        self.days.changed.connect(self._on_chosen)

    def refresh(self) -> None:
        """Ask for the number that holds now."""
        self._desk.ask(number_setting, NO_CONTACT_DAYS).then(self._on_found)

    def _on_found(self, days: int) -> None:
        self._is_filling = True
        self.days.set_options(_options(days))
        self.days.set_value(days)
        self._is_filling = False

    def _on_chosen(self) -> None:
        if self._is_filling:
            return
        pending = self._desk.act(choose_number, NO_CONTACT_DAYS, self.days.value())
        pending.then(self._on_saved).if_refused(self._on_refused)
        pending.if_unavailable(self._on_unavailable)

    def _on_saved(self, days: int) -> None:
        self.form.clear_problems()
        self.said.emit(_("Saved: {days}.").format(days=_days(days)))

    def _on_refused(self, refused: Refused) -> None:
        self.form.show_problems(refused.problems)

    def _on_unavailable(self, trouble: Unavailable) -> None:
        self.said.emit(f"{say(trouble.problem)} {say(trouble.remedy)}".strip())


def _options(known: int) -> list[tuple[int, str]]:
    return [(days, _days(days)) for days in sorted({*OFFERED, known})]


def _days(days: int) -> str:
    return ngettext("{count} day", "{count} days", days)
