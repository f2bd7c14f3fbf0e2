"""Asks how a letter goes into the Danish mailbox: at once or later, with or without an answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QDialog

from app.letters.memo.config import limits
from app.letters.memo.rules import MESSAGE_LABELS, HandOver, MessageType, check_hand_over
from resources.text import _
from ui.style import length
from ui.widgets.fields import CheckField, ChoiceField, DateField, TextField
from ui.widgets.form import Form
from ui.widgets.question import Question
from ui.widgets.scroll_body import ScrollBody

if TYPE_CHECKING:
    from datetime import date

    from PySide6.QtWidgets import QWidget

    from app.letters.memo.queries import HandOverOccasion

_WIDTH, _HEIGHT = 560, 760
"""Pixels at 100 %."""
_SHARE = 0.9
"""Of the screen, at most."""
_OF_LETTERS = ("may_reply", "reply_by", "case_number", "page")
"""Fields that a text message does not have."""


class MemoQuestion(Question):
    """What is wrong is said beside its field; Enter makes the file once nothing is."""

    def __init__(self, parent: QWidget | None, occasion: HandOverOccasion, today: date) -> None:
        """Ask about the letter of an occasion."""
        sentence = _(
            "Nahbar writes a file for {name}. It holds the CPR number and the letter: hand it "
            "over to Digital Post, and delete it then."
        ).format(name=occasion.name)
        super().__init__(parent, _("Hand over to Digital Post"), sentence, _("Save the file"))
        self._today = today
        longest = limits()
        self.kind: ChoiceField[MessageType] = ChoiceField(
            [(kind, _(words)) for kind, words in MESSAGE_LABELS.items()]
        )
        self.cvr = TextField(20)
        self.notification = TextField(longest.notification)
        self.not_before, self.reply_by = DateField(), DateField()
        self.may_reply = CheckField(_("Answers are welcome"))
        self.case_number, self.page = TextField(longest.case_number), TextField(longest.page)
        self.form = self._build_form(occasion)
        whole = ScrollBody()
        whole.add(self.form)
        whole.end()
        self.body.addWidget(whole)
        room = self.screen().availableSize()
        wanted = QSize(length(_WIDTH), length(_HEIGHT))
        self.resize(wanted.boundedTo(room * _SHARE))
        self.cvr.set_value(occasion.cvr)
        self.kind.changed.connect(self._on_kind)
        self.form.focus_field("notification" if occasion.cvr else "cvr")

    def choice(self) -> HandOver:
        """Answer what is chosen; a text message has no answers and no case."""
        if self.kind.value() is MessageType.NEMSMS:
            return HandOver(
                cvr=self.cvr.value(),
                kind=MessageType.NEMSMS,
                notification=self.notification.value(),
                not_before=self.not_before.value(),
            )
        return HandOver(
            cvr=self.cvr.value(),
            notification=self.notification.value(),
            not_before=self.not_before.value(),
            may_reply=self.may_reply.value(),
            reply_by=self.reply_by.value(),
            case_number=self.case_number.value(),
            page=self.page.value(),
        )

    def accept(self) -> None:
        """Close when a file can be made of it."""
        if not self.form.check():
            return
        problems = check_hand_over(self.choice(), limits(), self._today)
        if problems:
            self.form.show_problems(problems)
        else:
            super().accept()

    def _build_form(self, occasion: HandOverOccasion) -> Form:
        form = Form()
        calendar = _("The mailbox offers the visit for the calendar.")
        hint = calendar if occasion.has_appointment else ""
        form.add("kind", _("What arrives"), self.kind, hint=hint)
        form.begin_row()
        form.add("cvr", _("CVR number of the office"), self.cvr)
        form.add("not_before", _("Not before"), self.not_before, optional=True)
        form.end_row()
        form.add(
            "notification",
            _("Notification"),
            self.notification,
            hint=_("Others may see it on a phone: write nothing confidential."),
            optional=True,
        )
        form.add("may_reply", "", self.may_reply)
        form.begin_row()
        form.add("reply_by", _("Last day for an answer"), self.reply_by, optional=True)
        form.add("case_number", _("Case number"), self.case_number, optional=True)
        form.end_row()
        form.add("page", _("Page on the internet to answer on"), self.page, optional=True)
        return form

    def _on_kind(self) -> None:
        is_letter = self.kind.value() is MessageType.DIGITAL_POST
        for name in _OF_LETTERS:
            self.form.field(name).setVisible(is_letter)
        self.form.clear_problems()


def ask_hand_over(parent: QWidget, occasion: HandOverOccasion, today: date) -> HandOver | None:
    """Ask how a letter is handed over; None when the user changed their mind."""
    asked = MemoQuestion(parent, occasion, today)
    choice = asked.choice() if asked.exec() == QDialog.DialogCode.Accepted else None
    asked.deleteLater()
    return choice
