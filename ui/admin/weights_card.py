"""What each wish counts when volunteers are ranked for a person, chosen for the whole office."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from app.visiting.matching.weighing import WISHES, choose_weights, weights_here
from resources.text import _, ngettext, say
from ui.widgets.card import Card
from ui.widgets.fields import ChoiceField
from ui.widgets.form import Form
from ui.widgets.labels import quiet

if TYPE_CHECKING:
    from app.errors import Refused, Unavailable
    from app.visiting.matching.wishes import Weights
    from ui.desk import Desk

_OFFERED = (0, 5, 10, 15, 20, 25, 30, 40, 50)
_IN_A_ROW = 3


class WeightsCard(Card):
    """Saves as soon as a wish gets other points."""

    said = Signal(str)

    def __init__(self, desk: Desk) -> None:
        """Build the card; nothing is asked before `refresh`."""
        super().__init__(_("What counts in matching"))
        self._desk = desk
        self._is_filling = False
        self.form = Form()
        self.points: dict[str, ChoiceField[int]] = {}
        labels = _labels()
        for place, name in enumerate(WISHES):
            if place % _IN_A_ROW == 0:
                self.form.begin_row()
            self.points[name] = ChoiceField(_options(0))
            self.form.add(name, labels[name], self.points[name])
            self.points[name].changed.connect(self._on_chosen)
        self.form.end_row()
        self.add(
            quiet(
                _(
                    "A wish that is wholly met gives a volunteer its points. What excludes "
                    "somebody, such as no shared language, is not a matter of points."
                )
            )
        )
        self.add(self.form)

    def refresh(self) -> None:
        """Ask for the points that hold now."""
        self._desk.ask(weights_here, self._desk.local_now.date()).then(self._on_found)

    def _on_found(self, weights: Weights) -> None:
        self._is_filling = True
        for name, field in self.points.items():
            value = round(getattr(weights, name))
            field.set_options(_options(value))
            field.set_value(value)
        self._is_filling = False

    def _on_chosen(self) -> None:
        if self._is_filling:
            return
        points = {name: field.value() for name, field in self.points.items()}
        pending = self._desk.act(choose_weights, points).then(self._on_saved)
        pending.if_refused(self._on_refused).if_unavailable(self._on_unavailable)

    def _on_saved(self, _weights: Weights) -> None:
        self.form.clear_problems()
        self.said.emit(_("Saved what counts in matching."))

    def _on_refused(self, refused: Refused) -> None:
        self.form.show_problems(refused.problems)

    def _on_unavailable(self, trouble: Unavailable) -> None:
        self.said.emit(f"{say(trouble.problem)} {say(trouble.remedy)}".strip())


def _labels() -> dict[str, str]:
    return {
        "language": _("Shared language"),
        "distance": _("Short way"),
        "interests": _("Shared interests"),
        "time": _("Day and time"),
        "age": _("Age as wished"),
        "dementia": _("Experience with dementia"),
    }


def _options(known: int) -> list[tuple[int, str]]:
    return [
        (points, ngettext("{count} point", "{count} points", points))
        for points in sorted({*_OFFERED, known})
    ]
