"""What shall be planned: the day, who goes, and what may change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.visiting.day_plans.office.wish import DayWish
from resources.text import _
from ui.clients.parts_form import PartsForm
from ui.visiting.day_plan.words import goer_words
from ui.widgets.codes_field import CodesField
from ui.widgets.fields import CheckField, DateField
from ui.widgets.labels import quiet

if TYPE_CHECKING:
    from datetime import date

    from app.visiting.day_plans.queries import GoerRow

_NOBODY = [("", "")]


class WishForm(PartsForm):
    """Chosen at first is whoever has visits on the day and is there."""

    def __init__(self, day: date) -> None:
        """Begin with a day; who goes is offered as soon as it is known."""
        super().__init__()
        self.put("day", _("Day"), DateField())
        # The words of a box are not wrapped, those of its hint are.
        move, within = _("Visits may move"), _("Within the times that the visited wish.")
        self.put("may_move", move, CheckField(move), hint=within)
        swap, away = _("Visits may go to others"), _("Visits of somebody who is away always may.")
        self.put("may_swap", swap, CheckField(swap), hint=away)
        self.put("goers", _("Who goes"), CodesField(_NOBODY))
        self.field("goers").hide()
        self.nobody = quiet(_("Nobody can visit on this day: no volunteer is active."))
        self.nobody.hide()
        self.add_widget(self.nobody)
        self.inputs["day"].set_value(day)
        self.inputs["may_move"].set_value(True)

    def offer(self, rows: tuple[GoerRow, ...]) -> None:
        """Offer who can visit; who was chosen before stays so."""
        goers = self.inputs["goers"]
        before = set(goers.value()) & {row.name for row in rows}
        goers.offer([(row.name, goer_words(row)) for row in rows] or _NOBODY)
        usual = {row.name for row in rows if row.visits and not row.is_away}
        goers.set_value(before or usual)
        self.field("goers").setVisible(bool(rows))
        self.nobody.setVisible(not rows)

    def value(self) -> DayWish:
        """Answer what is wished."""
        names = tuple(name for name in self.inputs["goers"].value() if name)
        return DayWish(
            self.inputs["day"].value(),
            names,
            may_swap=self.inputs["may_swap"].value(),
            may_move=self.inputs["may_move"].value(),
        )
