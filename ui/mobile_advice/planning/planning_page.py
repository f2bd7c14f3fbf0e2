"""Planning a tour: which day, what may change, the map, and the usual order beside the best."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar
from uuid import UUID

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.areas.coordinates.outlines import outlines
from app.mobile_advice.planning.actions import take_tour_order, take_tour_order_back
from app.mobile_advice.planning.order import compare
from app.mobile_advice.planning.queries import day_as_it_stands, day_to_order, tours_ahead
from app.visiting.day_plans.office.aside import Planning
from resources.text import _, say
from ui.mobile_advice.map.map_beside import MapBeside
from ui.mobile_advice.map.map_view import MapView
from ui.mobile_advice.planning.comparison_card import ComparisonCard
from ui.mobile_advice.planning.order_card import OrderCard
from ui.mobile_advice.planning.order_form import OrderForm
from ui.mobile_advice.planning.words import nowhere_words, sheet_of, told
from ui.style import spacing
from ui.widgets.banner import Banner
from ui.widgets.buttons import plain_button, primary_button
from ui.widgets.card import Card
from ui.widgets.empty_state import EmptyState
from ui.widgets.loading import StateStack
from ui.widgets.page import Page, Place
from ui.widgets.progress import Progress
from ui.widgets.scroll_body import ScrollBody

if TYPE_CHECKING:
    from app.areas.coordinates.outlines import OutlineRow
    from app.errors import Refused, Unavailable
    from app.mobile_advice.planning.actions import TakenOrder
    from app.mobile_advice.planning.order import Comparison, OrderDay
    from app.mobile_advice.planning.queries import TourChoice
    from app.visiting.day_plans.office.day import OfficePlan
    from ui.desk import Desk

_LOOK_AGAIN = 50
"""Milliseconds between two looks at a search."""


class PlanningPage(Page):
    """Ctrl+Return looks for the best order; nothing changes before it is taken over."""

    features: ClassVar[frozenset[str]] = frozenset({"tours", "booking", "areas", "clients"})

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Build the page; it asks when it is shown."""
        super().__init__(desk, parent)
        self.planning: Planning | None = None
        self._is_begun = False
        """Whether a search was asked for and did not come back."""
        self.day: OrderDay | None = None
        self.found: Comparison | None = None
        self._wanted: UUID | None = None
        self._outlines: tuple[OutlineRow, ...] = ()
        self.form = OrderForm()
        self.search_button = primary_button(_("Look for the best order"), "search")
        self.search_button.setToolTip(_("The shortest way through all stops (Ctrl+Return)"))
        self.take_button = primary_button(_("Take order over"), "check")
        self.drop_button = plain_button(_("Keep usual order"), "close")
        self.pack_button = plain_button(_("Day pack"), "print")
        self.places_button = plain_button(_("Coordinates"), "areas")
        self.waiting = Progress(_("The shortest way is looked for …"))
        self.map = MapView()
        self.nowhere = Banner("hint", "")
        self.results = QWidget()
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_AGAIN)
        self.state = StateStack(self._content())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.state, 1)
        self._connect()
        self._show_doing()

    def refresh(self) -> None:
        """Ask again which tours there are; an order that is looked at stays."""
        self.desk.ask(outlines).then(self._on_outlines)
        pending = self.desk.ask(tours_ahead, self.desk.local_now.date())
        pending.then(self._on_tours).if_unavailable(self._on_unavailable)

    def show_place(self, place: Place) -> None:
        """Show a tour that the place names."""
        if place.record is not None:
            self._wanted = UUID(str(place.record))
        self.refresh()

    def first_focus(self) -> QWidget | None:
        """Begin at the choice of tours."""
        day: QWidget = self.form.inputs["day"]
        return day

    def start(self) -> None:
        """Look for the best order."""
        if self._is_begun or not self.form.check():
            return
        self.search_button.setEnabled(False)
        today = self.desk.local_now.date()
        pending = self.desk.ask(day_to_order, self.form.day_id(), self.form.value(), today)
        pending.then(self._on_gathered).if_refused(self._on_refused)
        pending.if_unavailable(self._on_unavailable)

    def cancel(self) -> None:
        """End the search, or drop the order that was found; nothing changed."""
        self._timer.stop()
        self._is_begun = False
        if self.planning is not None:
            self.planning.cancel()
            self.planning = None
        self._drop()

    def take(self) -> None:
        """Write the order into the day."""
        if self.found is not None:
            pending = self.desk.act(take_tour_order, self.found, told()).then(self._on_taken)
            pending.if_refused(self._on_not_taken).if_unavailable(self._on_unavailable)

    def _content(self) -> QWidget:
        card = self._form_card = Card()
        card.add(self.form)
        self._scroll = ScrollBody()
        self._scroll.body.setSpacing(spacing(12))
        self._scroll.add(card)
        results = QVBoxLayout(self.results)
        results.setContentsMargins(0, 0, 0, 0)
        results.setSpacing(spacing(12))
        self._scroll.add(self.results)
        self._scroll.end()
        buttons = QHBoxLayout()
        buttons.setSpacing(spacing(8))
        for button in (self.search_button, self.drop_button, self.take_button):
            buttons.addWidget(button)
        side = QWidget()
        left = QVBoxLayout(side)
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(spacing(12))
        left.addWidget(self._scroll, 1)
        left.addWidget(self.waiting)
        left.addLayout(buttons)
        return MapBeside(side, self._scroll, self._right())

    def _right(self) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(spacing(12))
        column.addWidget(self.nowhere)
        column.addWidget(self.map, 1)
        more = QHBoxLayout()
        more.setSpacing(spacing(8))
        more.addStretch(1)
        more.addWidget(self.places_button)
        more.addWidget(self.pack_button)
        column.addLayout(more)
        return holder

    def _connect(self) -> None:
        self.form.inputs["day"].changed.connect(self._on_day_chosen)
        self.search_button.clicked.connect(self.start)
        self.take_button.clicked.connect(self.take)
        self.drop_button.clicked.connect(self._drop)
        self.waiting.cancelled.connect(self.cancel)
        self.pack_button.clicked.connect(self._on_pack_wanted)
        self.places_button.clicked.connect(self._on_places_wanted)
        self.state.retried.connect(self.refresh)
        self._timer.timeout.connect(self._on_look)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self.start)

    def _on_tours(self, choices: tuple[TourChoice, ...]) -> None:
        if not choices:
            sentence = _("There is no tour ahead. Add stops and a tour with its timetable first.")
            self.state.show_empty(EmptyState(sentence, icon="areas"))
            return
        self.state.show_content()
        self.form.offer(choices)
        if self._wanted is not None:
            self.form.choose(self._wanted)
            self._wanted = None
        self._ask_day()

    def _ask_day(self) -> None:
        day = self.form.day_id()
        if day is not None and not self._is_begun:
            today = self.desk.local_now.date()
            pending = self.desk.ask(day_as_it_stands, day, today).then(self._on_day)
            pending.if_refused(self._on_refused)

    def _on_outlines(self, rows: tuple[OutlineRow, ...]) -> None:
        self._outlines = rows

    def _on_day_chosen(self) -> None:
        self.form.propose_hours()
        self.form.clear_problems()
        self.found = None
        self._ask_day()

    def _on_day(self, day: OrderDay) -> None:
        is_same = self.day is not None and self.day.version == day.version
        if self.found is not None and is_same and self.found.day.day_id == day.day_id:
            return
        self.day, self.found = day, None
        self._show_day()

    def _on_gathered(self, day: OrderDay) -> None:
        self.day = day
        self.form.clear_problems()
        self._is_begun = True
        self._show_doing()
        self.desk.run(Planning, day.office_day).then(self._on_begun)

    def _on_begun(self, planning: Planning) -> None:
        if not self._is_begun:
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

    def _on_plan(self, plan: OfficePlan) -> None:
        if not self._is_begun or self.day is None:
            return
        self.planning, self._is_begun = None, False
        self.found = compare(self.day, plan)
        self._show_day()
        (self.take_button if self.found.is_shorter else self.drop_button).setFocus()

    def _drop(self) -> None:
        self.found = None
        self._show_day()
        self._ask_day()

    def _show_day(self) -> None:
        layout = self.results.layout()
        while layout is not None and (item := layout.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        if self.day is not None and layout is not None:
            found, day = self.found, self.day
            order = found.order if found is not None else day.usual()
            if found is not None:
                layout.addWidget(ComparisonCard(found))
            title = _("Usual order") if found is None else _("Best order")
            layout.addWidget(OrderCard(title, day, order))
            self.map.show_sheet(sheet_of(day, order, self._outlines))
            words = nowhere_words(day)
            self.nowhere.set_text(words)
            self.nowhere.setVisible(bool(words))
            # Once the cards have their heights: what is compared stands at the top.
            QTimer.singleShot(0, self, self._show_top)
        self._show_doing()

    def _show_top(self) -> None:
        self._scroll.verticalScrollBar().setValue(0)

    def _show_doing(self) -> None:
        is_searching = self._is_begun
        # What was found is decided upon before anything else is wished.
        self._form_card.setVisible(self.found is None)
        self.waiting.setVisible(is_searching)
        self.search_button.setVisible(self.found is None)
        self.search_button.setEnabled(not is_searching)
        self.take_button.setVisible(self.found is not None)
        self.drop_button.setVisible(self.found is not None)
        can_take = self.found is not None and not self.found.left and bool(self.found.moved())
        self.take_button.setEnabled(can_take)

    def _on_taken(self, taken: TakenOrder) -> None:
        self.found = None
        words = _("The order is taken over. The day is to be confirmed anew.")
        self.said.emit(words, partial(self._take_back, taken))
        self.refresh()

    def _take_back(self, taken: TakenOrder) -> None:
        pending = self.desk.act(take_tour_order_back, taken).then(self._on_taken_back)
        pending.if_refused(self._on_not_taken)

    def _on_taken_back(self, _day_id: UUID) -> None:
        self.said.emit(_("The order is as it was."), None)
        self.refresh()

    def _on_pack_wanted(self) -> None:
        from ui.mobile_advice.planning.day_pack_dialog import (  # noqa: PLC0415 - brings the preview
            DayPackDialog,
        )

        choice = self.form.choice()
        if choice is not None:
            dialog = DayPackDialog(self.desk, choice.row, self.window())
            dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            dialog.said.connect(self._on_pack_said)
            dialog.open()

    def _on_pack_said(self, words: str) -> None:
        self.said.emit(words, None)

    def _on_places_wanted(self) -> None:
        from ui.areas.coordinates.places_dialog import (  # noqa: PLC0415 - when it is looked at
            PlacesDialog,
        )

        dialog = PlacesDialog(self.desk, self.window())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.said.connect(self.said)
        dialog.open()

    def _on_refused(self, refused: Refused) -> None:
        self._show_doing()
        self.form.show_problems(refused.problems)

    def _on_not_taken(self, refused: Refused) -> None:
        self.said.emit(" ".join(say(problem) for problem in refused.problems), None)
        self._drop()

    def _on_unavailable(self, trouble: Unavailable) -> None:
        self._show_doing()
        self.said.emit(f"{say(trouble.problem)} {say(trouble.remedy)}".strip(), None)
