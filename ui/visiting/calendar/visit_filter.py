"""Which visits are shown: by what became of them, by who visits, and by district."""

from __future__ import annotations

from collections import Counter
from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.visiting.rules import VisitStatus
from resources.text import _
from ui.palette import Role
from ui.style import length, spacing
from ui.visiting.calendar.one_of import CHOICE_WIDTHS, OneOf
from ui.visiting.words import is_waiting
from ui.widgets.columns import name_key
from ui.widgets.fields import ChoiceField
from ui.widgets.flow_layout import FlowLayout

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime
    from uuid import UUID

    from PySide6.QtGui import QResizeEvent

    from app.areas.queries import AreaGroup
    from app.visiting.rows import VisitRow
    from ui.visiting.calendar.view_switch import ViewSwitch


class Show(StrEnum):
    """The chips of the filter."""

    ALL = "all"
    WAITING = "waiting"
    PLANNED = "planned"
    HELD = "held"
    NOT_HELD = "not_held"
    CANCELLED = "cancelled"


class VisitFilter(QWidget):
    """The switch of views, choices of visitor and district, and chips of states with counts.

    Where all of it does not fit into two lines, chips become lists that open.
    """

    changed = Signal()
    """Other visits of those that are known are shown."""
    area_changed = Signal()
    """Visits to people of another district are wanted."""

    def __init__(self, switch: ViewSwitch, parent: QWidget | None = None) -> None:
        """Show everything at first."""
        super().__init__(parent)
        self._names: list[str] = []
        self._switch = switch
        self.states: OneOf[Show] = OneOf([(show, _words(show)) for show in Show], _("Show visits"))
        for show, (name, role) in _ICONS.items():
            self.states.set_icon(show, name, role)
        self._visitors: ChoiceField[str] = ChoiceField([("", _("All visitors"))])
        self._visitors.setAccessibleName(_("Show visits by"))
        self._areas: ChoiceField[UUID | None] = ChoiceField([(None, _("All districts"))])
        self._areas.setAccessibleName(_("Show visits in"))
        for choice in (self._visitors, self._areas):
            choice.setFixedWidth(length(CHOICE_WIDTHS[0]))
        self._areas.hide()
        self._is_compact = False
        line = FlowLayout(self, spacing(8))
        for part in (switch, self._visitors, self._areas, self.states):
            line.addWidget(part)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.states.chosen.connect(self._on_chosen)
        self._visitors.changed.connect(self.changed)
        self._areas.changed.connect(self.area_changed)

    def area(self) -> UUID | None:
        """Answer the area or district whose people are shown; None for all."""
        return self._areas.value()

    def offer_areas(self, groups: Sequence[AreaGroup]) -> None:
        """Offer districts, or the areas of a list that has none; without any, no choice."""
        found: list[tuple[UUID | None, str]] = []
        for group in groups:
            areas = group.areas if group.district is None else (group.district,)
            found += [(area.id, area.name or area.code) for area in areas]
        self._areas.set_options([(None, _("All districts")), *found])
        self._areas.setVisible(bool(found))
        self._find_room()

    def visitor(self) -> str:
        """Answer whose visits alone are shown, "" for everybody's."""
        return self._visitors.value()

    def minimumSizeHint(self) -> QSize:
        """Answer the width of one list that opens: on a narrow page they stand in a column."""
        return QSize(length(CHOICE_WIDTHS[1]), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Find room for the chips, or make them lists that open."""
        super().resizeEvent(event)
        self._find_room()

    def _find_room(self) -> None:
        """Show chips where they fit into two lines, or else lists, slim ones if need be."""
        usual, slim = map(length, CHOICE_WIDTHS)
        shown = [choice for choice in (self._visitors, self._areas) if not choice.isHidden()]
        chips = self._switch.chips.sizeHint().width() + len(shown) * (usual + spacing(8))
        is_compact = max(chips, self.states.chips.sizeHint().width()) > self.width()
        lists = (len(shown) + 2) * (usual + spacing(8)) - spacing(8)
        wide = slim if is_compact and lists > self.width() else usual
        for choice in (self._visitors, self._areas, self._switch.choice, self.states.choice):
            choice.setFixedWidth(wide)
        if is_compact != self._is_compact:
            self._is_compact = is_compact
            for part in (self._switch, self.states):
                part.set_compact(on=is_compact)

    def pick(self, visits: Sequence[VisitRow], now: datetime) -> Sequence[VisitRow]:
        """Answer the visits to show, and count each kind on its chip."""
        self._offer_visitors(visits)
        visitor = self._visitors.value()
        by_visitor = [visit for visit in visits if visit.visitor == visitor] if visitor else visits
        kinds = [_kind(visit, now) for visit in by_visitor]
        counts = Counter(kinds) + Counter({Show.ALL: len(kinds)})
        self.states.set_words({show: f"{_words(show)} {counts[show]}" for show in Show})
        self._find_room()
        wanted = self.states.value()
        if wanted is Show.ALL:
            return by_visitor
        return [visit for visit, kind in zip(by_visitor, kinds, strict=True) if kind is wanted]

    def words(self) -> str:
        """Answer what is shown as a short line; "" for everything."""
        show, visitor = self.states.value(), self._visitors.value()
        kind = "" if show is Show.ALL else _words(show)
        area = self._areas.currentText() if self._areas.value() is not None else ""
        return " · ".join(filter(None, (kind, visitor, area)))

    def is_open(self) -> bool:
        """Answer whether everything is shown."""
        return not self.words()

    def show_all(self) -> None:
        """Take the filter away."""
        self.states.set_value(Show.ALL)
        self._visitors.set_value("")
        if self._areas.value() is not None:
            self._areas.set_value(None)
            self.area_changed.emit()
        self.changed.emit()

    def _offer_visitors(self, visits: Sequence[VisitRow]) -> None:
        """Offer who visits in these days, and who is chosen even without a visit in them."""
        names = {visit.visitor for visit in visits} | {self._visitors.value()}
        ordered = sorted(names - {""}, key=name_key)
        if ordered != self._names:
            self._names = ordered
            offered = [(name, name) for name in ordered]
            self._visitors.set_options([("", _("All visitors")), *offered])

    def _on_chosen(self, _show: Show) -> None:
        self.changed.emit()


_ICONS = {
    Show.WAITING: ("edit", Role.ATTENTION),
    Show.PLANNED: ("clock", Role.PRIMARY),
    Show.HELD: ("done", Role.DONE),
    Show.NOT_HELD: ("close", Role.ATTENTION),
    Show.CANCELLED: ("cancelled", Role.QUIET),
}
"""As the calendar paints them, so that the chips explain it."""
_KINDS = {status: Show(status.value) for status in VisitStatus}


def _kind(visit: VisitRow, now: datetime) -> Show:
    return Show.WAITING if is_waiting(visit, now) else _KINDS[visit.status]


def _words(show: Show) -> str:
    if show is Show.ALL:
        return _("All")
    return _("To be recorded") if show is Show.WAITING else _(VisitStatus(show.value).label)
