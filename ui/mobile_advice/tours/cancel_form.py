"""Why a day, or one of its stops, is cancelled; its draft is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.mobile_advice.tours.cancelling import CANCEL_FORM, Cancelling, cancel_day
from app.mobile_advice.tours.keeping import SavedDay
from app.mobile_advice.tours.queries import day_card
from resources.text import _, ngettext
from ui import formats
from ui.clients.parts_form import PartsForm
from ui.drafts.kept_form import KeptForm
from ui.mobile_advice.tours.words import minutes_words
from ui.widgets.fields import CheckField, ChoiceField, LongTextField
from ui.widgets.labels import quiet

if TYPE_CHECKING:
    from uuid import UUID

    from PySide6.QtWidgets import QWidget

    from app.mobile_advice.tours.rows import DayCard, StandingBooking
    from ui.desk import Desk, Pending


class CancelFields(PartsForm):
    """The whole day, or one stop, and a sentence about who is told."""

    def __init__(self, card: DayCard, halt_id: UUID | None) -> None:
        """Begin with the whole day, or with one stop."""
        super().__init__()
        self._card = card
        going = [halt for halt in card.halts if not halt.is_cancelled]
        whole: list[tuple[UUID | None, str]] = [(None, _("The whole day"))]
        stops = [
            (halt.id, f"{minutes_words(halt.from_minute, halt.until_minute)} {halt.stop}")
            for halt in going
        ]
        self.put("halt_id", _("What is cancelled"), ChoiceField([*whole, *stops]))
        hint = _("For the office and for the letters. Without names.")
        self.put("reason", _("Reason"), LongTextField(3), hint)
        self.told = quiet("")
        self.add_widget(self.told)
        self.put("keeps_mediators", "", CheckField(_("The mediators are needed all the same")))
        self.inputs["halt_id"].set_value(halt_id)
        self.inputs["halt_id"].changed.connect(self._tell)
        self._tell()
        self.keep()

    def value(self) -> Cancelling:
        """Answer what the fields say, and what the tasks say that come of it."""
        row = self._card.row
        day, tour = formats.show_date(row.day), row.tour
        keeps = bool(self._mediators()) and self.inputs["keeps_mediators"].value()
        ask = _("Settle with {who} how the mediator helps on {day} without the tour")
        free = _("Tell {who} that no mediator is needed on {day}")
        return Cancelling(
            self.inputs["reason"].value(),
            self.inputs["halt_id"].value(),
            _("Tell that the appointment on {day} is cancelled").format(day=day),
            _("Tell that “{tour}” on {day} is cancelled").format(tour=tour, day=day),
            (ask if keeps else free).format(who="{who}", day=day),
            keeps,
        )

    def show_day(self, card: DayCard) -> None:
        """Tell of the appointments of a day as others left it."""
        self._card = card
        self._tell()

    def _standing(self) -> list[StandingBooking]:
        """Answer the appointments that are cancelled with what is chosen."""
        halt_id = self.inputs["halt_id"].value()
        return [one for one in self._card.standing if halt_id in {None, one.halt_id}]

    def _mediators(self) -> set[UUID]:
        return {one.request_id for one in self._standing() if one.request_id is not None}

    def _tell(self) -> None:
        """Say how many people have appointments there, and how many mediators come for them."""
        count, mediators = len(self._standing()), len(self._mediators())
        words = ngettext(
            "{count} appointment is cancelled with it; a task says who is to be told.",
            "{count} appointments are cancelled with it; tasks say who is to be told.",
            count,
        )
        told = [words if count else _("Nobody has an appointment there.")]
        if mediators:
            told.append(
                ngettext(
                    "{count} request for a mediator is cancelled, too, unless you keep it.",
                    "{count} requests for mediators are cancelled, too, unless you keep them.",
                    mediators,
                )
            )
        self.told.setText(" ".join(told))
        self.field("keeps_mediators").setVisible(bool(mediators))


class CancelForm(KeptForm):
    """The form that cancels; the toast takes it back."""

    def __init__(
        self, desk: Desk, card: DayCard, halt_id: UUID | None, parent: QWidget | None = None
    ) -> None:
        """Cancel a day as it was read."""
        super().__init__(desk, parent)
        self._card = card
        self.day_id = card.row.id
        self.outcome: SavedDay | None = None
        self.content = CancelFields(card, halt_id)
        row = card.row
        heading = _("Cancel {tour} on {day}").format(tour=row.tour, day=formats.show_day(row.day))
        self.arrange(
            self.content, heading, _("Cancel and tell"), CANCEL_FORM,
            str(self.day_id), heading,
        )  # fmt: skip

    def send(self) -> Pending[SavedDay]:
        """Cancel it."""
        version = self._card.row.version
        return self.desk.act(cancel_day, self.day_id, version, self.content.value())

    def ask_newer(self) -> Pending[DayCard | None]:
        """Ask for the day as others left it."""
        return self.desk.ask(day_card, self.day_id)

    def take(self, newer: DayCard) -> None:
        """Cancel the day as others left it."""
        self._card = newer
        self.content.show_day(newer)

    def _on_saved(self, answer: object) -> None:
        self.outcome = answer if isinstance(answer, SavedDay) else None
        super()._on_saved(answer)
