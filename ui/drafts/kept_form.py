"""A form about one record: its draft is kept, it is saved once, and nobody is overwritten."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.drafts.changes import who_changed
from app.errors import Conflict
from resources.text import _
from ui.drafts.draft_keeper import DraftKeeper
from ui.drafts.merge_dialog import MergeDialog
from ui.drafts.merging import Merging, compare
from ui.drafts.presence_line import PresenceLine
from ui.widgets.banner import Banner
from ui.widgets.form_end import FormEnd, arrange_form
from ui.widgets.labels import title

if TYPE_CHECKING:
    from app.drafts.changes import Change
    from app.errors import Refused, Unavailable
    from ui.desk import Desk, Pending
    from ui.widgets.form import Form


_CLOCKS_DIFFER = timedelta(days=1)
"""How far the clocks of two computers may lie apart when it is asked who was faster."""
_NEW = frozenset({"task_new", "relation", "new_intake", "new_consent", "passing_on"})
"""Drafts of what is not there yet: their subject is the person whom it is about."""


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
        self._as_filled: dict[str, str] = {}
        self._opened_at = datetime.now(UTC)
        self._change: Change | None = None
        self._merging: Merging | None = None
        self.merge_dialog: MergeDialog | None = None
        """What is shown while two changes of one record are put together."""
        self.presence = PresenceLine(desk, edits=True)
        self._record: UUID | None = None

    def arrange(
        self, fields: Form, heading: str, verb: str, draft: str, subject: str, name: str
    ) -> None:
        """Put the form together; `name` is what My day calls its `draft` about a `subject`."""
        self.fields = fields
        self.keeper = DraftKeeper(self.desk, fields, draft, subject, name, self)
        self.conflict = Banner(
            "attention",
            _("Someone else changed this while you were typing."),
            _("Compare"),
        )
        self.conflict.hide()
        self.conflict.acted.connect(self._on_compare_wanted)
        self._record = None if draft in _NEW else _key(subject)
        self.presence.show_record(self._record)
        self.ending = FormEnd(self, verb, self.keeper.saved)
        self.ending.save_wanted.connect(self.save)
        self.ending.leave_wanted.connect(self.leave)
        self.lay_out(heading)
        self._as_filled = fields.texts()
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
        if self._merging is not None:
            # The others' version is known here already: sent now, it would be overwritten unseen.
            self._on_compare_wanted()
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
            self.conflict.show()
            self._on_compare_wanted()
        else:
            self.fields.show_problems(refused.problems)
        self.keeper.go_on()

    def _on_unavailable(self, trouble: Unavailable) -> None:
        self.ending.show_trouble(trouble)
        self.keeper.go_on()

    def _on_compare_wanted(self) -> None:
        """Show side by side what others changed and what was typed here."""
        if self.merge_dialog is not None:
            return
        if self._record is not None:
            since = self._opened_at - _CLOCKS_DIFFER
            pending = self.desk.ask(who_changed, self._record, since, self.desk.who)
            pending.then(self._on_change_known).if_refused(self._on_change_unknown)
            pending.if_unavailable(self._on_change_unknown)
        pending = self.ask_newer().then(self._on_newer)
        pending.if_unavailable(self._on_unavailable)

    def _on_change_known(self, change: Change | None) -> None:
        self._change = change

    def _on_change_unknown(self, _trouble: Refused | Unavailable) -> None:
        """Show the change without a name."""
        self._change = None

    def _on_newer(self, newer: object) -> None:
        """Compare with what others left; the form goes on showing what was typed."""
        if newer is None or self.merge_dialog is not None:
            return
        mine = self.fields.texts()
        self.setUpdatesEnabled(False)
        self._merging = compare(self.fields, self._as_filled, mine, self.take, newer)
        self.setUpdatesEnabled(True)
        if not self._merging.rows:
            # They changed something that this form does not show.
            self._finish_merging({})
            return
        self.merge_dialog = MergeDialog(self, self._merging.rows, self._change)
        self.merge_dialog.merged.connect(self._finish_merging)
        self.merge_dialog.finished.connect(self._on_dialog_finished)
        self.merge_dialog.open()

    def _finish_merging(self, chosen: dict[str, str]) -> None:
        """Put into the fields what was decided, and save it over the version that was seen."""
        if self._merging is None:
            return
        merging, self._merging = self._merging, None
        self._as_filled = merging.theirs
        self.fields.restore(merging.untouched | chosen)
        self.conflict.hide()
        self.save()

    def _on_dialog_finished(self, _result: int) -> None:
        dialog, self.merge_dialog = self.merge_dialog, None
        if dialog is not None:
            dialog.deleteLater()


def _key(subject: str) -> UUID | None:
    try:
        return UUID(subject)
    except ValueError:
        return None
