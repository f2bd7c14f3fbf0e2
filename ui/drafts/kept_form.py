"""A form about one record: its draft is kept, it is saved once, and nobody is overwritten."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.errors import Conflict
from resources.text import _
from ui.drafts.draft_keeper import DraftKeeper
from ui.widgets.banner import Banner
from ui.widgets.form_end import FormEnd, arrange_form
from ui.widgets.labels import title

if TYPE_CHECKING:
    from app.errors import Refused, Unavailable
    from ui.desk import Desk, Pending
    from ui.widgets.form import Form


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

    def arrange(
        self, fields: Form, heading: str, verb: str, draft: str, subject: str, name: str
    ) -> None:
        """Put the form together; `name` is what My day calls its `draft` about a `subject`."""
        self.fields = fields
        self.keeper = DraftKeeper(self.desk, fields, draft, subject, name, self)
        self.conflict = Banner(
            "attention",
            _("Someone else changed this while you were typing."),
            _("Take over their changes"),
        )
        self.conflict.hide()
        self.conflict.acted.connect(self._on_take_over)
        self.ending = FormEnd(self, verb, self.keeper.saved)
        self.ending.save_wanted.connect(self.save)
        self.ending.leave_wanted.connect(self.leave)
        self.lay_out(heading)
        self._as_filled = fields.texts()
        self.keeper.begin()

    def lay_out(self, heading: str) -> None:
        """Put the parts in order: they scroll, the buttons stay in sight."""
        head = title(heading)
        arrange_form(self, (head, self.keeper.notice, self.conflict, self.fields), self.ending)

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
        else:
            self.fields.show_problems(refused.problems)
        self.keeper.go_on()

    def _on_unavailable(self, trouble: Unavailable) -> None:
        self.ending.show_trouble(trouble)
        self.keeper.go_on()

    def _on_take_over(self) -> None:
        self.ask_newer().then(self._on_newer)

    def _on_newer(self, newer: object) -> None:
        """Show the others' changes where nothing was typed here; what was typed stays."""
        if newer is None:
            return
        typed, before = self.fields.texts(), self._as_filled
        self.take(newer)
        self._as_filled = self.fields.texts()
        mine = {name: text for name, text in typed.items() if text != before.get(name)}
        self.fields.restore(mine)
        self.conflict.hide()
