"""Who may know of a person: everybody, or only colleagues who are named, with a reason."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from app.access.actions import lift_restriction, restrict_person
from app.access.queries import access_to_person, last_day
from app.access.rules import Restriction
from resources.text import _, say
from ui import formats
from ui.access.restriction_form import RestrictionForm
from ui.style import spacing
from ui.widgets.buttons import plain_button, primary_button
from ui.widgets.card import Card
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.labels import Label, quiet
from ui.widgets.page import Place
from ui.widgets.status_label import StatusLabel

if TYPE_CHECKING:
    from uuid import UUID

    from app.access.queries import AccessRow, AccessToPerson
    from app.errors import Refused
    from ui.desk import Desk


class RestrictionCard(Card):
    """Everything that is done here can be undone from the toast."""

    said = Signal(str, object)
    place_wanted = Signal(object)

    def __init__(self, desk: Desk, person_id: UUID, parent: QWidget | None = None) -> None:
        """Build the card of a person; it asks with `refresh`."""
        super().__init__(_("Who may know of this person"), parent=parent)
        self._desk, self._person_id = desk, person_id
        self._before: AccessToPerson | None = None
        self._lifted = Restriction()
        self._may_change = True
        self.state = StatusLabel("")
        self._lines = QVBoxLayout()
        self._lines.setSpacing(spacing(4))
        self.change_button = plain_button(_("Restrict who may know"), "lock")
        self.lift_button = plain_button(_("Lift the restriction"), "unlock")
        self.save_button = primary_button(_("Save restriction"))
        self.cancel_button = plain_button(_("Cancel"))
        self.form = RestrictionForm(desk.local_now.date)
        self.form.members_wanted.connect(self._on_members_wanted)
        self.add(self.state)
        self.add(self._lines)
        self.add(self.form)
        self.add(self._buttons())
        self._connect()
        self._show_form(on=False)

    def _buttons(self) -> FlowLayout:
        row = FlowLayout(gap=spacing(8))
        for button in (
            self.change_button, self.lift_button, self.cancel_button, self.save_button,
        ):  # fmt: skip
            row.addWidget(button)
        return row

    def _connect(self) -> None:
        self.change_button.clicked.connect(self._on_change)
        self.lift_button.clicked.connect(self._on_lift)
        self.save_button.clicked.connect(self.save)
        self.cancel_button.clicked.connect(self._on_cancel)

    def refresh(self) -> None:
        """Ask again who may know of the person; a form stays as it is typed."""
        self._desk.ask(access_to_person, self._person_id).then(self._on_access)

    def save(self) -> None:
        """Restrict as the form says; problems are shown beside the fields."""
        if self.form.check():
            self._restrict(self.form.value())

    def _on_access(self, access: AccessToPerson | None) -> None:
        if access is None:
            self.hide()
            return
        self._before = access
        self._clear_lines()
        if access.is_restricted:
            self.state.set_status(
                _("Only these colleagues know of this person"), "attention", "lock"
            )
            for row in access.rows:
                if row.is_current:
                    self._lines.addWidget(Label(_line(row)))
            self._lines.addWidget(quiet(access.restriction.reason))
        else:
            self.state.set_status(_("Everyone in the office may know of this person"), "plain")
        words = _("Name others") if access.is_restricted else _("Restrict who may know")
        self.change_button.setText(words)
        self.change_button.setAccessibleName(words)
        if self.form.isHidden():
            self._show_form(on=False)

    def show_buttons(self, *, on: bool) -> None:
        """Let the restriction be changed, or only be seen."""
        self._may_change = on
        self._show_form(on=on and not self.form.isHidden())

    def _show_form(self, *, on: bool) -> None:
        focused = QApplication.focusWidget()
        self.form.setVisible(on)
        for button in (self.save_button, self.cancel_button):
            button.setVisible(on)
        is_restricted = self._before is not None and self._before.is_restricted
        may = self._may_change and not on
        self.change_button.setVisible(may)
        self.lift_button.setVisible(may and is_restricted)
        self._keep_keyboard(focused, self.form.reason if on else self.change_button)

    def _keep_keyboard(self, focused: QWidget | None, instead: QWidget) -> None:
        """Keep the keyboard in the card where what had it (`focused`) is gone now."""
        if focused is None or not self.isAncestorOf(focused):
            return
        if not focused.isVisibleTo(self) and instead.isVisibleTo(self):
            instead.setFocus()

    def _on_change(self) -> None:
        if self._before is not None:
            colleagues = self._before.colleagues
            self.form.show_restriction(self._before.restriction, colleagues, self._desk.who)
            self._show_form(on=True)
            self.save_button.setVisible(bool(colleagues))

    def _on_cancel(self) -> None:
        self._show_form(on=False)

    def _on_lift(self) -> None:
        if self._before is None:
            return
        self._lifted = self._before.restriction
        pending = self._desk.act(lift_restriction, self._person_id)
        pending.then(self._on_lifted).if_refused(self._on_refused)

    def _on_lifted(self, _person_id: UUID) -> None:
        undo = partial(self._restrict, self._lifted)
        self.said.emit(_("Everyone in the office may know of this person again."), undo)
        self.refresh()

    def _restrict(self, restriction: Restriction) -> None:
        pending = self._desk.act(restrict_person, self._person_id, restriction)
        pending.then(self._on_restricted).if_refused(self._on_refused)

    def _on_restricted(self, _person_id: UUID) -> None:
        self._show_form(on=False)
        self.said.emit(_("Only the colleagues you named know of this person now."), None)
        self.refresh()

    def _on_refused(self, refused: Refused) -> None:
        if self.form.isHidden():
            self.said.emit(" ".join(say(problem) for problem in refused.problems), None)
        else:
            self.form.show_problems(refused.problems)

    def _on_members_wanted(self) -> None:
        self.place_wanted.emit(Place("members"))

    def _clear_lines(self) -> None:
        while (item := self._lines.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()


def _line(row: AccessRow) -> str:
    until = last_day(row.valid_until)
    if until is None:
        return row.who
    return _("{name}, until {day}").format(name=row.who, day=formats.show_date(until))
