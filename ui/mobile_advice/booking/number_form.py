"""Taking a number: nameless with Enter alone, or with a name, a language and a topic."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import uuid4

from PySide6.QtWidgets import QDialog

from app.mobile_advice.advice.rules.lists import TOPICS
from app.mobile_advice.booking.queueing import take_number
from app.mobile_advice.booking.rules import Booking, Kind, Source
from resources.text import _
from ui.codes.code_choice import CodeChoice
from ui.mobile_advice.booking.person_or_name import PersonOrName
from ui.mobile_advice.booking.words import languages
from ui.widgets.fields import ChoiceField
from ui.widgets.form import Form
from ui.widgets.question import Question

if TYPE_CHECKING:
    from uuid import UUID

    from PySide6.QtWidgets import QWidget

    from app.errors import Refused
    from ui.desk import Desk


class NumberQuestion(Question):
    """Closes with `number` once it is given."""

    def __init__(self, parent: QWidget, desk: Desk, halt_id: UUID) -> None:
        """Ask who queues; nobody has to say a name."""
        sentence = _("A name is not needed: the number is called out.")
        super().__init__(parent, _("Take a number"), sentence, _("Give the number"))
        self.number = 0
        self.appointment_id = uuid4()
        self._desk, self._halt_id = desk, halt_id
        self.picker = PersonOrName(desk)
        self.language: ChoiceField[str] = ChoiceField(languages(_("No other language")))
        self.topic = CodeChoice(TOPICS, [("", _("Not known"))])
        self.form = Form()
        self.form.add("person_id", _("Name (optional)"), self.picker)
        self.form.add("language", _("Language"), self.language)
        self.form.add("topic", _("What it is about"), self.topic)
        self.body.addWidget(self.form)
        self.form.focus_field("person_id")

    def accept(self) -> None:
        """Give the number, then close."""
        who = Booking(
            person_id=self.picker.value(),
            name=self.picker.typed_name(),
            kind=Kind.WALK_IN,
            source=Source.STOP,
            language=self.language.value(),
            topic=self.topic.value(),
        )
        pending = self._desk.act(take_number, self.appointment_id, self._halt_id, who)
        pending.then(self._on_given).if_refused(self._on_refused)

    def _on_given(self, number: int) -> None:
        self.number = number
        self.done(QDialog.DialogCode.Accepted)

    def _on_refused(self, refused: Refused) -> None:
        self.form.show_problems(refused.problems)
