"""Answering an enquiry: what is kept is exactly what the preview shows."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import uuid4

from app.referrals.answers.actions import ANSWER_FORM, give_answer
from app.referrals.answers.desk import answer_desk
from resources.text import _
from ui.drafts.kept_form import KeptForm
from ui.referrals.answers.answer_fields import AnswerFields

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from app.referrals.answers.actions import Answered
    from app.referrals.answers.desk import AnswerDesk
    from ui.desk import Desk, Pending

FIRST = "disclosure_class"
"""The field that the form begins at."""


class AnsweringForm(KeptForm):
    """Ctrl+S answers; an answer is given once and never changed."""

    fields: AnswerFields

    def __init__(self, desk: Desk, known: AnswerDesk, parent: QWidget | None = None) -> None:
        """Answer the enquiry that `known` tells of."""
        super().__init__(desk, parent)
        self.enquiry_id = known.enquiry_id
        # Made here, so that saving twice answers once.
        self.answer_id = uuid4()
        heading = _("Answer {number}").format(number=known.number)
        subject = str(known.enquiry_id)
        fields = AnswerFields(known)
        self.arrange(fields, heading, _("Answer enquiry"), ANSWER_FORM, subject, known.number)

    def send(self) -> Pending[Answered]:
        """Have it checked, kept and put on paper."""
        return self.desk.act(give_answer, self.answer_id, self.enquiry_id, self.fields.value())

    def ask_newer(self) -> Pending[AnswerDesk]:
        """Ask for the enquiry; answers never change, so nobody is overwritten."""
        return self.desk.ask(answer_desk, self.enquiry_id, self.desk.local_now.date())

    def take(self, newer: AnswerDesk) -> None:
        """Go on: what others answered stays beside this."""
