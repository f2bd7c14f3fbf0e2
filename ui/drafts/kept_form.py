"""A form about one record: its draft is kept, it is saved once, and nobody is overwritten."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.errors import Conflict
from ui.drafts.conflicts import Conflicts
from ui.drafts.draft_keeper import DraftKeeper
from ui.drafts.presence_line import PresenceLine
from ui.widgets.form_end import FormEnd, arrange_form
from ui.widgets.labels import title

if TYPE_CHECKING:
    from app.errors import Refused, Unavailable
    from ui.desk import Desk, Pending
    from ui.drafts.merge_dialog import MergeDialog
    from ui.widgets.banner import Banner
    from ui.widgets.form import Form


NEW_FORMS = frozenset(
    {
        "task_new",
        "concern_new",
        "relation",
        "new_intake",
        "new_consent",
        "passing_on",
        "visit_plan",
        "visit_series",
        "expense_new",
        "service_hours",
        "housing_case_new",
        "handing_over",
        "handing_received",
        "appointment_new",
        "advice_contact_new",
        "callback_new",
        "stop_waiting",
        "institution_new_contact",
    }
)
"""Drafts of what is not there yet: their subject is whom or what it is about."""


class KeptForm(QWidget):
    """Ctrl+S saves, Esc leaves and keeps the draft.

    Subclasses build their fields, call `arrange`, and say how they are sent and asked anew.
    """

    saved = Signal(object)
    """What the act answered, such as the record's id."""
    left = Signal()

    fields: Form
    keeper: DraftKeeper
    ending: FormEnd

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Begin without fields."""
        super().__init__(parent)
        self.desk = desk
        self.conflicts = Conflicts(desk, self, self)
        self.conflicts.failed.connect(self._on_unavailable)
        self.presence = PresenceLine(desk, edits=True)

    @property
    def merge_dialog(self) -> MergeDialog | None:
        """What is shown while two changes of one record are put together."""
        return self.conflicts.dialog

    @property
    def conflict(self) -> Banner:
        """What says that somebody was faster, and offers to compare."""
        return self.conflicts.banner

    def arrange(
        self, fields: Form, heading: str, verb: str, draft: str, subject: str, name: str
    ) -> None:
        """Put the form together; `name` is what My day calls its `draft` about a `subject`."""
        self.fields = fields
        self.keeper = DraftKeeper(self.desk, fields, draft, subject, name, self)
        record = None if draft in NEW_FORMS else _key(subject)
        self.presence.show_record(record, draft)
        self.ending = FormEnd(self, verb, self.keeper.saved)
        self.ending.save_wanted.connect(self.save)
        self.ending.leave_wanted.connect(self.leave)
        self.lay_out(heading)
        self.conflicts.begin(fields, record)
        self.keeper.begin()

    def lay_out(self, heading: str) -> None:
        """Put the parts in order: they scroll, the buttons stay in sight."""
        head = title(heading)
        parts = (head, self.presence, self.keeper.notice, self.conflict, self.fields)
        arrange_form(self, parts, self.ending)

    def send(self) -> Pending[Any]:
        """Have what is typed saved; answer the act that is on its way."""
        raise NotImplementedError

    def ask_newer(self) -> Pending[Any]:
        """Ask for the record as others left it."""
        raise NotImplementedError

    def take(self, newer: Any) -> None:  # noqa: ANN401 - each form has its own record
        """Fill the fields with a newer record and remember its version."""
        raise NotImplementedError

    def save(self) -> None:
        """Save; problems are shown beside the fields."""
        if not self.ending.may_save() or not self.fields.check():
            return
        if self.conflicts.is_open:
            self.conflicts.compare()
            return
        self.keeper.hold()
        self.ending.show_busy()
        pending = self.send().then(self._on_saved).if_refused(self._on_refused)
        pending.if_unavailable(self._on_unavailable)

    def leave(self) -> None:
        """Go away; what was typed stays as a draft."""
        self.keeper.flush()
        self.left.emit()

    def _on_saved(self, answer: object) -> None:
        self.keeper.finish()
        self.saved.emit(answer)

    def _on_refused(self, refused: Refused) -> None:
        self.ending.show_ready()
        if isinstance(refused, Conflict):
            self.conflicts.show()
        else:
            self.fields.show_problems(refused.problems)
        self.keeper.go_on()

    def _on_unavailable(self, trouble: Unavailable) -> None:
        self.ending.show_trouble(trouble)
        self.keeper.go_on()


def _key(subject: str) -> UUID | None:
    try:
        return UUID(subject)
    except ValueError:
        return None
