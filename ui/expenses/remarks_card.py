"""What a volunteer's year says: hours, ways and money, and what follows from them in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.expenses.rules import ExpenseKind, ExpenseState, Tone
from resources.text import _, ngettext
from ui.clients.fact_grid import FactGrid
from ui.expenses.words import hours_words, money_words, remark_words, way_words
from ui.palette import Role
from ui.style import spacing
from ui.widgets.banner import IconLabel
from ui.widgets.card import Card
from ui.widgets.labels import Label

if TYPE_CHECKING:
    from app.expenses.queries import VolunteerYear
    from app.expenses.rules import Remark

_LOOKS = {
    Tone.DONE: ("done", Role.DONE),
    Tone.PLAIN: ("info", Role.QUIET),
    Tone.ATTENTION: ("warning", Role.ATTENTION),
    Tone.DANGER: ("danger", Role.DANGER),
}
_COUNTED = (ExpenseState.SUBMITTED, ExpenseState.APPROVED, ExpenseState.PAID)


class RemarksCard(Card):
    """A grid of sums, and a line for each thing that follows from them."""

    def __init__(self, title: str, action: str = "", icon: str = "") -> None:
        """Begin empty."""
        super().__init__(title, action, icon=icon) if action else super().__init__(title)

    def show_year(self, year: VolunteerYear) -> None:
        """Show a year."""
        self.clear()
        facts = FactGrid(
            [_("Year"), _("Hours"), _("Kilometres"), _("Actual cost"), _("Lump sums"), _("Paid")]
        )
        facts.show_facts(_sums(year))
        self.add(facts)
        for remark in year.remarks:
            self.add(_line(remark, year.currency))


def _sums(year: VolunteerYear) -> list[str]:
    sums = year.sums
    visits = ngettext("{count} visit", "{count} visits", sums.visits)
    tenths = max(sums.visit_kilometres, sums.claimed_kilometres)
    paid = sum(sums.amount(kind, ExpenseState.PAID) for kind in ExpenseKind)
    lump = sums.amount(ExpenseKind.LUMP, *_COUNTED)
    return [
        str(year.year),
        f"{hours_words(sums.minutes)} · {visits}",
        way_words(tenths) if tenths else "",
        money_words(sums.amount(ExpenseKind.ACTUAL, *_COUNTED), year.currency),
        money_words(lump, year.currency) if lump else _("none"),
        money_words(paid, year.currency),
    ]


def _line(remark: Remark, currency: str) -> QWidget:
    line = QWidget()
    layout = QHBoxLayout(line)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(spacing(8))
    icon, role = _LOOKS[remark.tone]
    layout.addWidget(IconLabel(icon, role, 16), 0, Qt.AlignmentFlag.AlignTop)
    words = Label(remark_words(remark.problem, currency))
    if remark.source:
        words.setToolTip(_("Source: {source}").format(source=remark.source))
    layout.addWidget(words, 1)
    return line
