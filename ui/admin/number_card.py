"""A number that the office chooses once, for everybody."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from app.admin.settings.actions import choose_number
from app.admin.settings.queries import number_setting
from resources.text import _, say
from ui.widgets.card import Card
from ui.widgets.fields import ChoiceField
from ui.widgets.form import Form
from ui.widgets.labels import quiet

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from app.admin.settings.rules import NumberSetting
    from app.errors import Refused, Unavailable
    from ui.desk import Desk


class NumberCard(Card):
    """Saves as soon as another number is chosen."""

    said = Signal(str)

    def __init__(
        self,
        desk: Desk,
        setting: NumberSetting,
        texts: tuple[str, str, str],
        words: Callable[[int], str],
        offered: Sequence[int],
    ) -> None:
        """Build the card of `texts`: its title, what the number does, and what it is called.

        Another number than those `offered`, which an office already has, is offered as well.
        """
        title, sentence, label = texts
        super().__init__(title)
        self._desk, self._setting = desk, setting
        self._words, self._offered = words, offered
        self._is_filling = False
        self.number: ChoiceField[int] = ChoiceField(self._options(setting.usual))
        self.form = Form()
        self.form.add(setting.name, label, self.number)
        self.add(quiet(sentence))
        self.add(self.form)
        self.number.changed.connect(self._on_chosen)

    def refresh(self) -> None:
        """Ask for the number that holds now."""
        self._desk.ask(number_setting, self._setting).then(self._on_found)

    def _options(self, known: int) -> list[tuple[int, str]]:
        return [(number, self._words(number)) for number in sorted({*self._offered, known})]

    def _on_found(self, number: int) -> None:
        self._is_filling = True
        self.number.set_options(self._options(number))
        self.number.set_value(number)
        self._is_filling = False

    def _on_chosen(self) -> None:
        if self._is_filling:
            return
        pending = self._desk.act(choose_number, self._setting, self.number.value())
        pending.then(self._on_saved).if_refused(self._on_refused)
        pending.if_unavailable(self._on_unavailable)

    def _on_saved(self, number: int) -> None:
        self.form.clear_problems()
        self.said.emit(_("Saved: {number}.").format(number=self._words(number)))

    def _on_refused(self, refused: Refused) -> None:
        self.form.show_problems(refused.problems)

    def _on_unavailable(self, trouble: Unavailable) -> None:
        self.said.emit(f"{say(trouble.problem)} {say(trouble.remedy)}".strip())
