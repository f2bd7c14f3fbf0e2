"""Adding or changing a relation, in its place on the card, with a draft of what is typed."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID, uuid4

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.errors import Conflict
from app.households.actions import CHANGE_RELATION_FORM, RELATION_FORM, add_relation
from app.households.actions import change_relation as save_relation
from app.households.queries import relation_to_edit
from resources.text import _
from ui.drafts.draft_keeper import DraftKeeper
from ui.households.relation_fields import RelationFields
from ui.style import spacing
from ui.widgets.banner import Banner
from ui.widgets.form_end import FormEnd
from ui.widgets.labels import strong

if TYPE_CHECKING:
    from app.errors import Refused, Unavailable
    from app.households.rows import RelationToEdit
    from ui.desk import Desk


class RelationForm(QWidget):
    """Ctrl+S saves, Esc leaves and keeps the draft."""

    saved = Signal()
    left = Signal()

    def __init__(
        self, desk: Desk, person_id: UUID, name: str, editing: RelationToEdit | None = None
    ) -> None:
        """Ask about a relation of a person; with `editing` change the one that there is."""
        super().__init__()
        self._desk, self._person_id, self._editing = desk, person_id, editing
        # Made here, so that saving twice adds one relation.
        self._relation_id = editing.id if editing else uuid4()
        self.fields = RelationFields(desk, asks_who=editing is None)
        form, subject = RELATION_FORM, str(person_id)
        if editing is not None:
            self.fields.fill(editing.details)
            form, subject = CHANGE_RELATION_FORM, str(self._relation_id)
        self.keeper = DraftKeeper(desk, self.fields, form, subject, name, self)
        self.conflict = Banner(
            "attention",
            _("Someone else changed this relation while you were typing."),
            _("Take over their changes"),
        )
        self.conflict.hide()
        self.conflict.acted.connect(self._on_take_over)
        self.ending = FormEnd(self, _("Save relation"), self.keeper.saved)
        self.ending.save_wanted.connect(self.save)
        self.ending.leave_wanted.connect(self.leave)
        self._arrange(name)
        self.keeper.begin()

    def save(self) -> None:
        """Save the relation; problems are shown beside the fields."""
        if not self.ending.may_save() or not self.fields.check():
            return
        self.keeper.hold()
        self.ending.show_busy()
        details = self.fields.value()
        if self._editing is None:
            added = self._desk.act(add_relation, self._relation_id, self._person_id, details)
            added.then(self._on_saved).if_refused(self._on_refused)
            added.if_unavailable(self._on_unavailable)
            return
        version = self._editing.version
        changed = self._desk.act(save_relation, self._relation_id, version, details)
        changed.then(self._on_saved).if_refused(self._on_refused)
        changed.if_unavailable(self._on_unavailable)

    def leave(self) -> None:
        """Go away; what was typed stays as a draft."""
        self.keeper.flush()
        self.left.emit()

    def _arrange(self, name: str) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, spacing(8), 0, spacing(8))
        layout.setSpacing(spacing(12))
        words = _("Who stands around {name}?").format(name=name)
        if self._editing is not None:
            words = _("{other} is to {name}").format(
                other=self._editing.other_name, name=self._editing.person_name
            )
        layout.addWidget(strong(words))
        for part in (self.keeper.notice, self.conflict, self.fields, self.ending):
            layout.addWidget(part)

    def _on_saved(self, _answer: object) -> None:
        self.keeper.finish()
        self.saved.emit()

    def _on_refused(self, refused: Refused) -> None:
        self.ending.show_ready()
        if isinstance(refused, Conflict):
            self.conflict.show()
        else:
            self.fields.show_problems(refused.problems)
        self.keeper.go_on()

    def _on_unavailable(self, trouble: Unavailable) -> None:
        self.ending.show_trouble(trouble)
        self.keeper.go_on()

    def _on_take_over(self) -> None:
        self._desk.ask(relation_to_edit, self._relation_id).then(self._on_newer)

    def _on_newer(self, newer: RelationToEdit | None) -> None:
        if newer is not None:
            self._editing = newer
            self.fields.fill(newer.details)
            self.conflict.hide()
