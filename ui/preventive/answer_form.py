"""What somebody answered to an offer: offered, declined, later, visited; its draft is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from app.preventive.actions import ANSWER_FORM, record_answer
from app.preventive.offers import occasion_of_open
from app.preventive.queries import preventive_file
from app.preventive.rules import DECLINED_LABELS, WAY_LABELS, Answer, OfferState
from resources.text import _
from ui.clients.parts_form import PartsForm
from ui.drafts.kept_form import KeptForm
from ui.preventive.words import rule_title, state_words
from ui.widgets.fields import ChoiceField, DateField
from ui.widgets.short_text_field import ShortTextField

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from PySide6.QtWidgets import QWidget

    from app.preventive.queries import OpenVisit, PreventiveFile
    from ui.desk import Desk, Pending

_STATES = (
    OfferState.OFFERED,
    OfferState.DECLINED,
    OfferState.MOVED,
    OfferState.VISITED,
    OfferState.ACCEPTED,
    OfferState.DUE,
)
_ASKED = {
    OfferState.DECLINED: ("reason",),
    OfferState.MOVED: ("again_on",),
    OfferState.VISITED: ("way",),
}
"""What is asked besides the day and a note."""


class AnswerFields(PartsForm):
    """What is asked follows the answer."""

    def __init__(self, state: OfferState, visit: OpenVisit, today: date) -> None:
        """Begin with an answer of today."""
        super().__init__()
        offer = visit.offer
        self.begin_row()
        states = [(one.value, state_words(one)) for one in _STATES]
        self.put("state", _("How it stands"), ChoiceField(states))
        self.put("on", _("On"), DateField())
        self.end_row()
        reasons = [(code.value, _(words)) for code, words in DECLINED_LABELS.items()]
        self.put("reason", _("Reason"), ChoiceField(reasons))
        ways = [(code.value, _(words)) for code, words in WAY_LABELS.items()]
        self.put("way", _("Where it took place"), ChoiceField(ways))
        self.put(
            "again_on",
            _("Ask again on"),
            DateField(),
            hint=_("From this day on, the visit stands among those to be offered."),
        )
        self.put("note", _("Note"), ShortTextField(3))
        self.inputs["state"].set_value(state.value)
        self.inputs["on"].set_value(today)
        if offer is not None:
            self.inputs["note"].set_value(offer.note)
            self.inputs["reason"].set_value(offer.reason)
        self.inputs["state"].changed.connect(self._on_state_changed)
        self._on_state_changed()
        self.keep()

    def value(self) -> Answer:
        """Answer what the fields say; what is not asked says nothing."""
        known: dict[str, Any] = {
            name: field.value()
            for name, field in self.inputs.items()
            if not self.field(name).isHidden()
        }
        return Answer(**known)

    def _on_state_changed(self) -> None:
        state = OfferState(self.inputs["state"].value())
        for name in ("reason", "again_on", "way"):
            self.field(name).setVisible(name in _ASKED.get(state, ()))
        self.field("on").setVisible(state is not OfferState.DUE)


class AnswerForm(KeptForm):
    """The form of one answer."""

    def __init__(
        self,
        desk: Desk,
        file: PreventiveFile,
        visit: OpenVisit,
        state: OfferState,
        parent: QWidget | None = None,
    ) -> None:
        """Take a visit of a person as it was read."""
        super().__init__(desk, parent)
        self.person_id = file.person_id
        self._occasion = occasion_of_open(file.person_id, visit)
        self.content = AnswerFields(state, visit, desk.local_now.date())
        heading = _("Visit to {name}").format(name=file.name)
        self.arrange(
            self.content, heading, _("Save answer"), ANSWER_FORM, str(file.person_id), heading
        )
        self.rule_words = rule_title(visit.rule, visit.rule_code)

    def send(self) -> Pending[UUID]:
        """Save the answer."""
        return self.desk.act(record_answer, self._occasion, self.content.value())

    def ask_newer(self) -> Pending[PreventiveFile | None]:
        """Ask for what is known of the person now."""
        return self.desk.ask(preventive_file, self.person_id, self.desk.local_now.date())

    def take(self, newer: PreventiveFile) -> None:
        """Answer the offer as others left it."""
        until = self._occasion.due_on
        for visit in newer.open_visits(until):
            occasion = occasion_of_open(self.person_id, visit)
            if occasion.id == self._occasion.id:
                self._occasion = occasion
