"""The page of day plans: what is wished on the left, the plan on the right."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.visiting.day_plans.actions import take_day_plan, take_day_plan_back
from app.visiting.day_plans.office.aside import Planning
from app.visiting.day_plans.queries import day_to_plan, goers_on
from resources.text import _, ngettext, say
from ui.style import length, spacing
from ui.visiting.day_plan.distances_dialog import DistancesDialog
from ui.visiting.day_plan.plan_view import PlanView
from ui.visiting.day_plan.waiting import Waiting
from ui.visiting.day_plan.wish_form import WishForm
from ui.visiting.day_plan.words import moves_of
from ui.widgets.buttons import plain_button, primary_button
from ui.widgets.card import Card
from ui.widgets.empty_state import EmptyState
from ui.widgets.halves import Halves
from ui.widgets.loading import StateStack
from ui.widgets.page import Page, Place
from ui.widgets.page_header import PageHeader
from ui.widgets.scroll_body import ScrollBody

if TYPE_CHECKING:
    from datetime import date

    from app.errors import Refused, Unavailable
    from app.visiting.day_plans.actions import PlannedMove
    from app.visiting.day_plans.office.day import OfficePlan
    from app.visiting.day_plans.queries import DayToPlan, GoerRow
    from ui.desk import Desk, Pending

_LOOK_AGAIN = 100
"""Milliseconds between two looks at a search."""


class DayPlanPage(Page):
    """Ctrl+Return plans; a search runs aside and can be cancelled."""

    features: ClassVar[frozenset[str]] = frozenset({"visiting", "volunteers", "areas"})

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Build the page; it begins with today."""
        super().__init__(desk, parent)
        self.planning: Planning | None = None
        self.waiting: Waiting | None = None
        self._gathered: DayToPlan | None = None
        self._asked: Pending[tuple[GoerRow, ...]] | None = None
        self.form = WishForm(desk.local_now.date())
        self.plan_button = primary_button(_("Plan day"), "clock")
        self.plan_button.setToolTip(_("Look for the shortest ways (Ctrl+Return)"))
        self.distances_button = plain_button(_("Distances"), "areas")
        self.distances_button.setToolTip(_("How far it is between your districts"))
        self.view = PlanView()
        self.state = StateStack(self.view)
        self.side = QWidget()
        self.halves = Halves(self.side, self.state, wide=560)
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_AGAIN)
        self._arrange()
        self._connect()
        self._show_nothing()

    def refresh(self) -> None:
        """Ask again who can visit on the day that is chosen."""
        self._ask_goers()

    def show_place(self, place: Place) -> None:
        """Begin with today, or with the day that the place names (ISO)."""
        from datetime import date as day  # noqa: PLC0415 - only where a place names one

        if place.doing:
            self.form.inputs["day"].set_value(day.fromisoformat(place.doing))
        self.refresh()

    def first_focus(self) -> QWidget | None:
        """Begin at the day."""
        day: QWidget = self.form.inputs["day"]
        return day

    def start(self) -> None:
        """Look for a plan of what is wished."""
        if self.planning is not None or not self.form.check():
            return
        today = self.desk.local_now.date()
        self.plan_button.setEnabled(False)
        pending = self.desk.ask(day_to_plan, self.form.value(), today).then(self._on_gathered)
        pending.if_refused(self._on_refused).if_unavailable(self._on_unavailable)

    def cancel(self) -> None:
        """End the search; nothing changed."""
        self._timer.stop()
        if self.planning is not None:
            self.planning.cancel()
            self.planning = None
        self._show_nothing()

    def take(self) -> None:
        """Write the plan into the visits."""
        if self.view.gathered is None or self.view.plan is None:
            return
        moves = moves_of(self.view.gathered.day, self.view.plan)
        pending = self.desk.act(take_day_plan, moves).then(self._on_taken)
        pending.if_refused(self._on_not_taken).if_unavailable(self._on_unavailable)

    def show_plan(self, gathered: DayToPlan, plan: OfficePlan) -> None:
        """Show a plan; on a narrow page in place of what was wished."""
        self.view.show_plan(gathered, plan)
        self.side.setVisible(self.halves.is_side_by_side())
        self.state.show_content()

    def _arrange(self) -> None:
        card = Card()
        card.add(self.form)
        scroll = ScrollBody()
        scroll.add(card)
        scroll.end()
        # The button stays in sight, however many can visit.
        side = QVBoxLayout(self.side)
        side.setContentsMargins(0, 0, 0, 0)
        side.setSpacing(spacing(12))
        side.addWidget(scroll, 1)
        side.addWidget(self.plan_button)
        self.side.setMinimumWidth(length(280))
        header = PageHeader(_("Day plan"), _("Who visits whom in which order."))
        header.add_action(self.distances_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(spacing(12))
        layout.addWidget(header)
        layout.addWidget(self.halves, 1)

    def _connect(self) -> None:
        self.form.inputs["day"].changed.connect(self._ask_goers)
        self.plan_button.clicked.connect(self.start)
        self.view.taken.connect(self.take)
        self.view.dropped.connect(self._on_dropped)
        self.distances_button.clicked.connect(self._on_distances_wanted)
        self._timer.timeout.connect(self._on_look)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self.start)

    def _ask_goers(self) -> None:
        day: date | None = self.form.inputs["day"].value()
        if day is None:
            return
        if self._asked is not None:
            self._asked.forget()
        self._asked = self.desk.ask(goers_on, day).then(self._on_goers)
        self._asked.if_unavailable(self._on_unavailable)

    def _on_goers(self, rows: tuple[GoerRow, ...]) -> None:
        self._asked = None
        self.form.offer(rows)

    def _on_gathered(self, gathered: DayToPlan) -> None:
        self._gathered = gathered
        self.form.clear_problems()
        waiting = self.waiting = Waiting(gathered.day.seconds)
        waiting.progress.cancelled.connect(self.cancel)
        self.state.show_empty(waiting)
        beginning = self.desk.run(Planning, gathered.day).then(self._on_begun)
        beginning.if_unavailable(self._on_unavailable)

    def _on_begun(self, planning: Planning) -> None:
        if self.waiting is None:
            # It was cancelled before it had begun.
            planning.cancel()
            return
        self.planning = planning
        self._timer.start()

    def _on_look(self) -> None:
        if self.planning is None:
            self._timer.stop()
        elif self.planning.is_ready():
            self._timer.stop()
            planning, self.planning = self.planning, None
            self.desk.run(planning.plan).then(self._on_plan)
        elif self.waiting is not None:
            self.waiting.show_share(self.planning.share)

    def _on_plan(self, plan: OfficePlan) -> None:
        self.plan_button.setEnabled(True)
        self.waiting = None
        if self._gathered is not None:
            self.show_plan(self._gathered, plan)
            self.view.take_button.setFocus()

    def _on_dropped(self) -> None:
        self._show_nothing()

    def _on_taken(self, back: tuple[PlannedMove, ...]) -> None:
        words = ngettext("{count} visit is changed.", "{count} visits are changed.", len(back))
        self.said.emit(words, partial(self._take_back, back))
        self._show_nothing()

    def _take_back(self, back: tuple[PlannedMove, ...]) -> None:
        pending = self.desk.act(take_day_plan_back, back).then(self._on_taken_back)
        pending.if_refused(self._on_not_taken)

    def _on_taken_back(self, _forth: tuple[PlannedMove, ...]) -> None:
        self.said.emit(_("The visits are as they were."), None)

    def _on_distances_wanted(self) -> None:
        dialog = DistancesDialog(self.desk, self.window())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.said.connect(self.said)
        dialog.open()

    def _show_nothing(self) -> None:
        self.waiting = None
        self.side.show()
        self.plan_button.setEnabled(True)
        sentence = _(
            "Choose a day and who goes. The plan keeps wished times, free time and absences, and "
            "nothing changes before you take it over."
        )
        self.state.show_empty(EmptyState(sentence, icon="clock"))

    def _on_refused(self, refused: Refused) -> None:
        self._show_nothing()
        self.form.show_problems(refused.problems)

    def _on_not_taken(self, refused: Refused) -> None:
        self.said.emit(" ".join(say(problem) for problem in refused.problems), None)

    def _on_unavailable(self, trouble: Unavailable) -> None:
        self.plan_button.setEnabled(True)
        self.said.emit(f"{say(trouble.problem)} {say(trouble.remedy)}".strip(), None)
