"""The card of the overview that shows who is around somebody: household and relations."""

from __future__ import annotations

from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID, uuid4

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget

from app.households.actions import end_relation, leave_household, live_together, refuse_household
from app.households.queries import circle_of, relation_to_edit
from resources.text import _, say
from ui.households.household_part import HouseholdPart, LikelyPart
from ui.households.join_form import JoinForm
from ui.households.name_form import NameForm
from ui.households.relation_form import RelationForm
from ui.households.relation_line import RelationLine
from ui.households.undoing import EndingSaid, LeavingSaid, RefusalSaid
from ui.style import spacing
from ui.widgets.card import Card
from ui.widgets.labels import quiet, strong
from ui.widgets.laying_out import laid_out_once
from ui.widgets.page import Place

if TYPE_CHECKING:
    from datetime import date

    from app.clients.queries import ClientCard
    from app.errors import Refused, Unavailable
    from app.households.rows import Circle, MemberRow, RelationRow, RelationToEdit
    from app.together import Question
    from ui.desk import Desk, Pending


class CircleCard(Card):
    """Shows one person after another; a form that is open stays until the person changes."""

    place_wanted = Signal(object)
    said = Signal(str, object)

    def __init__(self, desk: Desk) -> None:
        """Begin with nobody."""
        super().__init__(_("Household and relations"), _("Add relation"), icon="add")
        self._desk = desk
        self._card: ClientCard | None = None
        self._circle: Circle | None = None
        self._pending: Pending[Circle] | None = None
        self.form: RelationForm | JoinForm | NameForm | None = None
        self._around = QWidget()
        self._household, self._likely = HouseholdPart(), LikelyPart()
        self._nobody = quiet(_("Nobody around this person is known yet."))
        self._trouble = quiet("")
        self._made: list[RelationLine] = []
        self._arrange()
        self._connect()

    def question(self, person_id: UUID) -> Question:
        """Answer what is to be asked about somebody, together with the card."""
        return partial(circle_of, person_id=person_id, today=self._today)

    def show_answer(self, card: ClientCard, circle: Circle) -> None:
        """Show the answer to `question`."""
        self._take(card)
        if self._pending is not None:
            self._pending.forget()
        self._on_circle(circle)

    def do(self, doing: str, record: UUID | None) -> None:
        """Begin a relation, or change the one that `record` names."""
        if doing == "relation":
            self._on_add_wanted()
        elif doing == "change_relation" and record is not None:
            self._on_edit_wanted(record)

    def flush(self) -> None:
        """Keep what is being typed as a draft."""
        if isinstance(self.form, RelationForm):
            self.form.keeper.flush()

    @property
    def _today(self) -> date:
        return self._desk.local_now.date()

    @property
    def _yesterday(self) -> date:
        """The last day of what ends now."""
        return self._today - timedelta(days=1)

    def _take(self, card: ClientCard) -> None:
        """Begin with another person; a form about the one before ends."""
        if self._card is None or self._card.id != card.id:
            self._end_form()
        self._card = card

    def _ask(self) -> None:
        if self._pending is not None:
            self._pending.forget()
        if self._card is not None:
            self._pending = self._desk.ask(self.question(self._card.id))
            self._pending.then(self._on_circle).if_unavailable(self._on_unavailable)

    def _on_circle(self, circle: Circle) -> None:
        self._pending = None
        if circle == self._circle:
            return
        self._circle = circle
        if self.form is None:
            with laid_out_once(self, self._around, self._household):
                self._show(circle)

    def _show(self, circle: Circle) -> None:
        self._trouble.hide()
        self._household.show_household(circle.household, circle.person_id)
        if not circle.likely and _has_focus(self._likely):
            # Before it goes: Qt would lead the keyboard into another card.
            self._take_focus()
        self._likely.show_likely(circle.likely)
        self._nobody.setVisible(not circle.relations)
        for line, row in zip(self._made, circle.relations, strict=False):
            line.show_row(row, self._today)
            line.show()
        for row in circle.relations[len(self._made) :]:
            self._add_line(row)
        for line in self._made[len(circle.relations) :]:
            line.hide()
        self._around.show()

    def _add_line(self, row: RelationRow) -> None:
        line = RelationLine(row, self._today)
        line.person_wanted.connect(self._on_person_wanted)
        line.edit_wanted.connect(self._on_edit_wanted)
        line.end_wanted.connect(self._on_end_wanted)
        self._lines.addWidget(line)
        self._made.append(line)

    def _arrange(self) -> None:
        self._lines = QVBoxLayout(self._around)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(spacing(8))
        self._lines.addWidget(self._household)
        self._lines.addWidget(self._likely)
        self._lines.addSpacing(spacing(8))
        self._lines.addWidget(strong(_("Relations")))
        self._lines.addWidget(self._nobody)
        self._around.hide()
        self._trouble.hide()
        self.add(self._around)
        self.add(self._trouble)

    def _connect(self) -> None:
        self.acted.connect(self._on_add_wanted)
        self._household.person_wanted.connect(self._on_person_wanted)
        self._household.leave_wanted.connect(self._on_leave_wanted)
        self._household.rename_wanted.connect(self._on_rename_wanted)
        self._household.join_wanted.connect(self._on_join_wanted)
        self._likely.together.connect(self._on_together)
        self._likely.apart.connect(self._on_apart)

    def _begin(self, form: RelationForm | JoinForm | NameForm) -> None:
        self._end_form()
        self.form = form
        form.saved.connect(self._on_form_done)
        form.left.connect(self._on_form_done)
        if isinstance(form, RelationForm):
            form.said.connect(self.said)
        self.body.insertWidget(0, form)
        form.show()  # at once, so that it can take the keyboard
        form.fields.focus_first()

    def _end_form(self) -> None:
        if self.form is not None:
            self.flush()
            self.body.removeWidget(self.form)
            self.form.hide()
            self.form.deleteLater()
            self.form = None

    def _on_form_done(self) -> None:
        self._end_form()
        self._circle = None
        self._ask()
        self._take_focus()

    def _take_focus(self) -> None:
        self.findChildren(QPushButton)[0].setFocus()

    def _on_add_wanted(self) -> None:
        if self._card is not None:
            # The older form keeps its draft first, so that a new one finds it.
            self.flush()
            self._begin(RelationForm(self._desk, self._card.id, self._card.name))

    def _on_edit_wanted(self, relation_id: UUID) -> None:
        self._desk.ask(relation_to_edit, relation_id).then(self._on_ready)

    def _on_ready(self, editing: RelationToEdit | None) -> None:
        if editing is None:
            self.said.emit(_("This relation no longer exists."), None)
        elif self._card is not None:
            self.flush()
            name = editing.person_name
            self._begin(RelationForm(self._desk, editing.person_id, name, editing))

    def _on_join_wanted(self) -> None:
        if self._card is not None:
            self._begin(JoinForm(self._desk, self._card.id, self._card.name))

    def _on_rename_wanted(self) -> None:
        if self._circle is not None and self._circle.household is not None:
            self._begin(NameForm(self._desk, self._circle.household))

    def _on_person_wanted(self, person_id: UUID) -> None:
        self.place_wanted.emit(Place("clients", person_id))

    def _on_together(self) -> None:
        if self._circle is None:
            return
        people = (self._circle.person_id, *(one.person_id for one in self._circle.likely))
        done = self._desk.act(live_together, uuid4(), people)
        done.then(self._on_joined).if_refused(self._on_refused)

    def _on_joined(self, _household_id: UUID) -> None:
        self.said.emit(_("They are one household now."), None)

    def _on_apart(self) -> None:
        if self._circle is None:
            return
        others = tuple(one.person_id for one in self._circle.likely)
        said = RefusalSaid(self._desk, self.said, self)
        done = self._desk.act(refuse_household, uuid4(), self._circle.person_id, others)
        done.then(said.on_done)

    def _on_leave_wanted(self, member: MemberRow) -> None:
        said = LeavingSaid(self._desk, member, self.said, self)
        act = self._desk.act(leave_household, member.id, member.version, self._yesterday)
        act.then(said.on_done).if_refused(self._on_refused)

    def _on_end_wanted(self, row: RelationRow) -> None:
        ended = row.has_ended(self._today)
        said = EndingSaid(self._desk, row, self.said, self)
        until = None if ended else self._yesterday
        act = self._desk.act(end_relation, row.id, row.version, until)
        act.then(said.on_begun if ended else said.on_ended).if_refused(self._on_refused)

    def _on_refused(self, refused: Refused) -> None:
        self.said.emit(" ".join(say(problem) for problem in refused.problems), None)
        self._ask()

    def _on_unavailable(self, trouble: Unavailable) -> None:
        self._pending = None
        self._circle = None
        self._around.hide()
        self._trouble.setText(f"{say(trouble.problem)} {say(trouble.remedy)}".strip())
        self._trouble.show()


def _has_focus(part: QWidget) -> bool:
    focused = QApplication.focusWidget()
    return focused is not None and part.isAncestorOf(focused)
