"""Adding or changing a relation, in its place on the card, with a draft of what is typed."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID, uuid4

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout

from app.households.actions import (
    CHANGE_RELATION_FORM,
    RELATION_FORM,
    add_relation,
    delete_relation,
)
from app.households.actions import change_relation as save_relation
from app.households.queries import relation_to_edit
from resources.text import _
from ui.drafts.kept_form import KeptForm
from ui.households.relation_fields import RelationFields
from ui.style import spacing
from ui.widgets.buttons import quiet_button
from ui.widgets.labels import strong

if TYPE_CHECKING:
    from app.households.rows import RelationToEdit, RemovedRelation
    from ui.desk import Desk, Pending


class RelationForm(KeptForm):
    """The form of one relation of a person."""

    fields: RelationFields
    said = Signal(str, object)
    """A sentence for the toast, and a callable that undoes it."""

    def __init__(
        self, desk: Desk, person_id: UUID, name: str, editing: RelationToEdit | None = None
    ) -> None:
        """Ask about a relation of a person; with `editing` change the one that there is."""
        super().__init__(desk)
        self._person_id, self._editing = person_id, editing
        # Made here, so that saving twice adds one relation.
        self._relation_id = editing.id if editing else uuid4()
        fields = RelationFields(desk, asks_who=editing is None)
        heading = _("Who stands around {name}?").format(name=name)
        form, subject = RELATION_FORM, str(person_id)
        if editing is not None:
            fields.fill(editing.details)
            heading = _("{other} is to {name}").format(
                other=editing.other_name, name=editing.person_name
            )
            form, subject = CHANGE_RELATION_FORM, str(self._relation_id)
        self.arrange(fields, heading, _("Save relation"), form, subject, name)

    def lay_out(self, heading: str) -> None:
        """Put the parts below each other: the card around them scrolls."""
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, spacing(8), 0, spacing(8))
        layout.setSpacing(spacing(12))
        layout.addWidget(strong(heading))
        for part in (self.presence, self.keeper.notice, self.conflict, self.fields, self.ending):
            layout.addWidget(part)
        if self._editing is not None:
            self.delete_button = quiet_button(_("Delete: it was entered by mistake"), "bin")
            self.delete_button.clicked.connect(self.delete)
            layout.addWidget(self.delete_button, 0, Qt.AlignmentFlag.AlignLeft)

    def delete(self) -> None:
        """Take the relation away; the toast brings it back."""
        if self._editing is None or not self.ending.may_save():
            return
        self.keeper.hold()
        self.ending.show_busy()
        pending = self.desk.act(delete_relation, self._relation_id, self._editing.version)
        pending.then(self._on_deleted).if_refused(self._on_refused)
        pending.if_unavailable(self._on_unavailable)

    def send(self) -> Pending[UUID] | Pending[int]:
        """Add the relation or save what changed."""
        details = self.fields.value()
        if self._editing is None:
            return self.desk.act(add_relation, self._relation_id, self._person_id, details)
        return self.desk.act(save_relation, self._relation_id, self._editing.version, details)

    def ask_newer(self) -> Pending[RelationToEdit | None]:
        """Ask for the relation as others left it."""
        return self.desk.ask(relation_to_edit, self._relation_id)

    def take(self, newer: RelationToEdit) -> None:
        """Show the relation as others left it."""
        self._editing = newer
        self.fields.fill(newer.details)

    def _on_deleted(self, removed: RemovedRelation) -> None:
        self.keeper.finish()
        undo = partial(self.desk.act, add_relation, removed.id, removed.person_id, removed.details)
        self.said.emit(_("The relation is deleted."), undo)
        self.saved.emit(removed.id)
