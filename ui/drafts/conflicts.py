"""What a form does when a colleague saved the same record meanwhile: it compares the fields."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any, Protocol

from PySide6.QtCore import QObject, Signal

from app.drafts.changes import who_changed
from resources.text import _
from ui.drafts.merge_dialog import MergeDialog
from ui.drafts.merging import Merging, compare
from ui.widgets.banner import Banner

if TYPE_CHECKING:
    from uuid import UUID

    from PySide6.QtWidgets import QWidget

    from app.drafts.changes import Change
    from app.errors import Refused, Unavailable
    from ui.desk import Desk, Pending
    from ui.drafts.merging import Fields

_CLOCKS_DIFFER = timedelta(days=1)
"""How far the clocks of two computers may lie apart when it is asked who was faster."""


class Edits(Protocol):
    """A form about one record that others may change, too."""

    def ask_newer(self) -> Pending[Any]:
        """Ask for the record as others left it."""

    def take(self, newer: Any) -> None:  # noqa: ANN401 - each form has its own record
        """Fill the fields with a newer record and remember its version."""

    def save(self) -> None:
        """Save what the fields show."""


class Conflicts(QObject):
    """Holds the banner that offers the comparison, and the comparison while it is open."""

    failed = Signal(object)
    """An `Unavailable`: the newer record cannot be had."""

    def __init__(self, desk: Desk, form: Edits, window: QWidget) -> None:
        """Stand ready for `form`; call `begin` when it is filled. `window` is what is in front."""
        super().__init__(window)
        self._desk, self._form, self._window = desk, form, window
        self._fields: Fields | None = None
        self._record: UUID | None = None
        self._as_filled: dict[str, str] = {}
        self._opened_at = datetime.now(UTC)
        self._change: Change | None = None
        self._merging: Merging | None = None
        self.dialog: MergeDialog | None = None
        """What is shown while two changes of one record are put together."""
        self.banner = Banner(
            "attention", _("Someone else changed this while you were typing."), _("Compare")
        )
        self.banner.hide()
        self.banner.acted.connect(self.compare)

    def begin(self, fields: Fields, record: UUID | None) -> None:
        """Take the fields as they are filled now, about a record that is there, or a new one."""
        self._fields, self._record = fields, record
        self._as_filled = fields.texts()

    @property
    def is_open(self) -> bool:
        """Whether others changed the record and it is not decided yet what is to stand.

        Their version is known to the form: sent now, it would be overwritten unseen.
        """
        return self._merging is not None

    def show(self) -> None:
        """Say that somebody was faster, and compare."""
        self.banner.show()
        self.compare()

    def compare(self) -> None:
        """Show side by side what others changed and what was typed here."""
        if self.dialog is not None:
            return
        if self._record is not None:
            since = self._opened_at - _CLOCKS_DIFFER
            pending = self._desk.ask(who_changed, self._record, since, self._desk.who)
            pending.then(self._on_change_known).if_refused(self._on_change_unknown)
            pending.if_unavailable(self._on_change_unknown)
        pending = self._form.ask_newer().then(self._on_newer)
        pending.if_unavailable(self._on_unavailable)

    def _on_change_known(self, change: Change | None) -> None:
        self._change = change

    def _on_change_unknown(self, _trouble: Refused | Unavailable) -> None:
        """Show the change without a name."""
        self._change = None

    def _on_unavailable(self, trouble: Unavailable) -> None:
        self.failed.emit(trouble)

    def _on_newer(self, newer: object) -> None:
        """Compare with what others left; the form goes on showing what was typed."""
        if newer is None or self._fields is None or self.dialog is not None:
            return
        mine = self._fields.texts()
        self._window.setUpdatesEnabled(False)
        self._merging = compare(self._fields, self._as_filled, mine, self._form.take, newer)
        self._window.setUpdatesEnabled(True)
        if not self._merging.rows:
            # They changed something that this form does not show.
            self._finish({})
            return
        self.dialog = MergeDialog(self._window, self._merging.rows, self._change)
        self.dialog.merged.connect(self._finish)
        self.dialog.finished.connect(self._on_dialog_finished)
        self.dialog.open()

    def _finish(self, chosen: dict[str, str]) -> None:
        """Put into the fields what was decided, and save it over the version that was seen."""
        if self._merging is None or self._fields is None:
            return
        merging, self._merging = self._merging, None
        self._as_filled = merging.theirs
        self._fields.restore(merging.untouched | chosen)
        self.banner.hide()
        self._form.save()

    def _on_dialog_finished(self, _result: int) -> None:
        dialog, self.dialog = self.dialog, None
        if dialog is not None:
            dialog.deleteLater()
