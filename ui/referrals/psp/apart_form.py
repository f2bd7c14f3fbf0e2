"""A form of a PSP group: what is typed stays here until it is saved, and is no draft anywhere."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.referrals.psp.entering import IS_GONE
from app.referrals.psp.rules.conference import NOT_OPEN
from resources.text import _
from ui.widgets.form_end import FormEnd, arrange_form
from ui.widgets.labels import small, title
from ui.widgets.question import Question

if TYPE_CHECKING:
    from app.errors import Refused, Unavailable
    from ui.desk import Desk, Pending
    from ui.widgets.form import Form


class ApartForm(QWidget):
    """Ctrl+S saves, Esc leaves. Subclasses build their fields, call `arrange`, and say `send`.

    These forms keep no drafts, unlike all others. A draft would be a second place for what is
    said in confidence: it needs neither a seat nor a look on record to be read again, outlives
    the minutes for which a group is open and the seat of its writer, and stays when a fact's last
    day has passed. What is typed survives the closing of the group and a lost server, since the
    form stays where it is; it does not survive a crash, which the form says from the beginning.
    """

    saved = Signal(object)
    """What the act answered."""
    left = Signal()
    closed = Signal()
    """The group has to be opened again; what is typed stays."""

    fields: Form
    ending: FormEnd

    def __init__(self, desk: Desk) -> None:
        """Begin without fields."""
        super().__init__()
        self.desk = desk

    def arrange(self, fields: Form, heading: str, verb: str, *more: QWidget) -> None:
        """Put the form together; `more` stands between heading and fields."""
        self.fields = fields
        kept = small(_("Not kept before you save: a draft would lie outside the group."))
        kept.setToolTip(_("What is typed here is nowhere before you save it, not even encrypted."))
        self.ending = FormEnd(self, verb, kept)
        self.ending.close_button.setToolTip(_("Close without saving (Esc)"))
        self.ending.save_wanted.connect(self.save)
        self.ending.leave_wanted.connect(self.leave)
        arrange_form(self, (title(heading), *more, fields), self.ending)
        fields.keep()

    def begin(self) -> None:
        """Put the keyboard where the form begins."""
        self.fields.focus_field(next(iter(self.fields.texts()), ""))

    def send(self) -> Pending[Any]:
        """Have what is typed saved; answer the act that is on its way."""
        raise NotImplementedError

    def save(self) -> None:
        """Save; problems are shown beside the fields."""
        if not self.ending.may_save() or not self.fields.check():
            return
        self.ending.show_busy()
        pending = self.send().then(self._on_saved).if_refused(self._on_refused)
        pending.if_unavailable(self._on_unavailable)

    def leave(self) -> None:
        """Go away, after asking when something was typed."""
        if not self.fields.is_dirty() or Question.confirm(
            self,
            _("Throw away what you typed?"),
            _("It is not saved, and no draft of it is kept."),
            _("Throw away"),
            is_danger=True,
        ):
            self.left.emit()

    def _on_saved(self, answer: object) -> None:
        self.fields.keep()
        self.saved.emit(answer)

    def _on_refused(self, refused: Refused) -> None:
        self.ending.show_ready()
        self.fields.show_problems(refused.problems)
        if is_closed(refused):
            self.closed.emit()

    def _on_unavailable(self, trouble: Unavailable) -> None:
        self.ending.show_trouble(trouble)


def is_closed(refused: Refused) -> bool:
    """Answer whether the group was closed after a while without work."""
    return any(problem.message in {NOT_OPEN, IS_GONE} for problem in refused.problems)
