"""What the receiver said to a matter, that it is done, or that it is taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.referrals.handing_over.actions import ANSWER_FORM, answer_referral
from app.referrals.handing_over.queries import referral_card
from app.referrals.handing_over.rules import (
    FOLLOWING,
    NEED_REASON,
    HandingAnswer,
    HandingState,
)
from resources.text import _
from ui.drafts.kept_form import KeptForm
from ui.referrals.handing_over.words import name_words
from ui.widgets.fields import ChoiceField, DateField
from ui.widgets.form import Form
from ui.widgets.short_text_field import ShortTextField

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from PySide6.QtWidgets import QWidget

    from app.referrals.handing_over.queries import ReferralCard, ReferralRow
    from ui.desk import Desk, Pending


class ReplyFields(Form):
    """Only what may follow is offered; a reason is asked for where one is needed."""

    def __init__(self, row: ReferralRow, today: date) -> None:
        """Begin with an answer of today."""
        super().__init__()
        self.state: ChoiceField[str] = ChoiceField(
            [(state.value, _(state.label)) for state in _following(row)]
        )
        self.on, self.answer, self.reason = DateField(), ShortTextField(3), ShortTextField(2)
        self.begin_row()
        self.add("state", _("What became of it"), self.state)
        self.add("on", _("On"), self.on)
        self.end_row()
        self.add("answer", _("Answer of the receiver"), self.answer, optional=True)
        self.add("reason", _("Why"), self.reason)
        self.on.set_value(today)
        self.state.changed.connect(self._show_reason)
        self._show_reason()
        self.keep()

    def value(self) -> HandingAnswer:
        """Answer what the fields say."""
        needs = self.state.value() in NEED_REASON
        return HandingAnswer(
            state=self.state.value(),
            on=self.on.value(),
            answer=self.answer.value(),
            reason=self.reason.value() if needs else "",
        )

    def _show_reason(self) -> None:
        self.field("reason").setVisible(self.state.value() in NEED_REASON)


def _following(row: ReferralRow) -> list[HandingState]:
    """Answer what may follow; only who handed it to a colleague takes it back."""
    is_handed_to_me = row.is_mine and not row.is_sent_by_me and not row.is_received
    offered = FOLLOWING[HandingState(row.state)]
    return [one for one in offered if one != HandingState.REVOKED or not is_handed_to_me]


class ReplyForm(KeptForm):
    """Ctrl+S keeps the answer with the matter."""

    fields: ReplyFields

    def __init__(self, desk: Desk, card: ReferralCard, parent: QWidget | None = None) -> None:
        """Answer a matter that is open."""
        super().__init__(desk, parent)
        self.referral_id, self._version = card.row.id, card.row.version
        name = name_words(card.row)
        heading = _("What became of it: {name}").format(name=name)
        fields = ReplyFields(card.row, desk.local_now.date())
        self.arrange(fields, heading, _("Save answer"), ANSWER_FORM, str(self.referral_id), name)

    def send(self) -> Pending[UUID]:
        """Have it checked and kept."""
        return self.desk.act(answer_referral, self.referral_id, self._version, self.fields.value())

    def ask_newer(self) -> Pending[ReferralCard | None]:
        """Ask for the matter as others left it."""
        return self.desk.ask(referral_card, self.referral_id, self.desk.local_now.date())

    def take(self, newer: ReferralCard) -> None:
        """Go on from the newer version; what may not follow is refused."""
        self._version = newer.row.version
