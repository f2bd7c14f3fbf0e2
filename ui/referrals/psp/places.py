"""Where one is in the part of PSP groups, and how a closed group is opened again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.referrals.psp.entering import open_group
from app.referrals.psp.queries import start
from resources.text import say
from ui.desk_contracts import Asked
from ui.referrals.psp.apart_form import ApartForm
from ui.referrals.psp.case_card import CaseCard
from ui.referrals.psp.enter_form import EnterForm
from ui.referrals.psp.group_view import GroupInside
from ui.referrals.psp.meeting_view import Conference
from ui.referrals.psp.start_view import StartView
from ui.widgets.page import Page, Place
from ui.widgets.shown_stack import ShownStack

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from app.errors import Refused, Unavailable
    from app.referrals.psp.rows import GroupRow, Start
    from ui.desk import Desk


class PspPlaces(Page):
    """Alt+Left goes back; what was let go when a group closed is asked for again."""

    features: ClassVar[frozenset[str]] = frozenset({"psp", "access"})

    def __init__(self, desk: Desk) -> None:
        """Build the places; nothing is asked before `refresh`."""
        super().__init__(desk)
        self.start, self.inside = StartView(), GroupInside(desk)
        self.case, self.conference = CaseCard(desk), Conference(desk)
        self.stack = ShownStack()
        self.group: GroupRow | None = None
        """The group that is open, or to be opened."""
        self.trail: list[QWidget] = [self.start]
        for place in (self.start, self.inside, self.case, self.conference):
            self.stack.addWidget(place)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.stack)
        self.start.group_wanted.connect(self._on_group_wanted)
        self.start.list_wanted.connect(self._on_list_wanted)
        for place in (self.inside, self.case, self.conference):
            place.left.connect(self.go_back)
            place.closed.connect(self._ask_who)

    def listen(self, keys: str, slot: Callable[[], object]) -> None:
        """Listen to a shortcut while the keyboard is somewhere on the page."""
        shortcut = QShortcut(QKeySequence(keys), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(slot)

    @property
    def shown(self) -> QWidget:
        """What stands on top."""
        return self.trail[-1]

    def refresh(self) -> None:
        """Ask again for what is shown; a form stays as it is typed."""
        if self.shown is self.start:
            self.desk.ask(start).then(self._on_start)
        elif self.shown in (self.inside, self.case, self.conference):
            place: Any = self.shown
            place.refresh()
        elif self.inside in self.trail and not isinstance(self.shown, EnterForm):
            # A form stays as it is typed, and a paper on the screen: but not in a closed group.
            self.desk.ask(start).then(self._on_still_open)

    def show_place(self, place: Place) -> None:
        """Look: no place leads into a group, which is opened here alone."""
        del place
        self.refresh()

    def step_back(self) -> bool:
        """Go back by a step inside the part; from its start the window goes back."""
        if self.shown is self.start:
            return False
        if isinstance(self.shown, ApartForm):
            self.shown.leave()
        else:
            self.go_back()
        return True

    def first_focus(self) -> QWidget | None:
        """Begin at the first group."""
        cards = self.start.cards
        return cards[0].open_button if self.shown is self.start and cards else None

    def push(self, place: QWidget) -> None:
        """Show a place above what is shown."""
        if self.stack.indexOf(place) < 0:
            self.stack.addWidget(place)
        self.trail.append(place)
        self.stack.setCurrentWidget(place)

    def go_back(self) -> None:
        """Leave what is shown for what was shown before."""
        if self.shown in {self.inside, self.case, self.conference}:
            left: Any = self.shown
            left.forget()
        elif self.shown is not self.start:
            self.drop(self.shown)
        if len(self.trail) > 1:
            self.trail.pop()
        self.stack.setCurrentWidget(self.shown)
        self.refresh()
        self._focus()

    def drop(self, form: QWidget) -> None:
        """Take a form away for good."""
        self.stack.removeWidget(form)
        form.setParent(None)
        form.deleteLater()

    def _focus(self) -> None:
        if self.shown is self.inside:
            self.inside.cases.setFocus()
        elif self.shown is self.case:
            self.case.back_button.setFocus()
        elif self.shown is self.conference:
            self.conference.side.agenda.setFocus()

    def open_form(self, form: ApartForm, done: Callable[[Any], None] | None = None) -> None:
        """Show a form with the keyboard in it; `done` is called when it is saved."""
        form.left.connect(self.go_back)
        form.saved.connect(done or self.on_saved)
        form.closed.connect(self._ask_who)
        self.push(form)
        form.begin()

    def on_saved(self, _answer: object) -> None:
        """Go back to where a form was opened."""
        self.go_back()

    def _on_start(self, found: Start) -> None:
        self.start.show_start(found)

    def _on_still_open(self, found: Start) -> None:
        mine = self.group.id if self.group is not None else None
        if not any(group.id == mine and group.is_open for group in found.groups):
            self._ask_who()

    def _on_list_wanted(self) -> None:
        self.place_wanted.emit(Place("members"))

    def _on_group_wanted(self, group: GroupRow) -> None:
        self.group = group
        if group.is_open:
            self._enter()
        else:
            self._ask_who()

    def _ask_who(self) -> None:
        if self.group is not None and self.desk.proof is not None:
            self.desk.run(self.desk.proof.asked).then(self._on_asked)

    def _on_asked(self, asked: Asked) -> None:
        if self.group is None or isinstance(self.shown, EnterForm):
            return
        if asked is Asked.NOTHING:
            act = self.desk.act(open_group, self.group.id)
            act.then(self._on_opened).if_refused(self.on_refused)
            return
        form = EnterForm(self.desk, self.group, asked)
        form.left.connect(self._on_given_up)
        form.saved.connect(self._on_proved)
        self.push(form)
        form.typed.setFocus()

    def _on_given_up(self) -> None:
        """Go to the list of groups: nothing of the group stays on the screen."""
        for place in self.trail[1:]:
            if place in {self.inside, self.case, self.conference}:
                left: Any = place
                left.forget()
            else:
                self.drop(place)
        self.trail = [self.start]
        self.stack.setCurrentWidget(self.start)
        self.refresh()

    def _on_proved(self, group_id: UUID) -> None:
        self.drop(self.trail.pop())
        self._on_opened(group_id)

    def _on_opened(self, _group_id: UUID) -> None:
        if self.shown is self.start:
            self._enter()
        else:
            self.stack.setCurrentWidget(self.shown)
            self.refresh()

    def _enter(self) -> None:
        if self.group is not None:
            self.push(self.inside)
            self.inside.show_group(self.group.id)
            self.inside.cases.setFocus()

    def on_refused(self, refused: Refused) -> None:
        """Say why something was refused."""
        self.said.emit(" ".join(say(problem) for problem in refused.problems), None)
        self.refresh()

    def on_unavailable(self, trouble: Unavailable) -> None:
        """Say what the machine could not do."""
        self.said.emit(f"{say(trouble.problem)} {say(trouble.remedy)}".strip(), None)
