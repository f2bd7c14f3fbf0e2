"""Keeping a person apart from another, with a draft of what is typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.matches.apart import APART_FORM, keep_apart
from app.matches.queries import kept_apart
from resources.text import _
from ui.clients.parts_form import PartsForm
from ui.drafts.kept_form import KeptForm
from ui.picking.client_picker import ClientPicker
from ui.widgets.fields import DateField
from ui.widgets.short_text_field import ShortTextField

if TYPE_CHECKING:
    from uuid import UUID

    from PySide6.QtWidgets import QWidget

    from ui.desk import Desk, Pending


class ApartForm(KeptForm):
    """Asks from whom, why and since when."""

    def __init__(
        self, desk: Desk, person_id: UUID, name: str, parent: QWidget | None = None
    ) -> None:
        """Begin about a person."""
        super().__init__(desk, parent)
        self.person_id = person_id
        self.content = PartsForm()
        self.content.put("other", _("From whom"), ClientPicker(desk))
        hint = _("It is never shown on paper, and read by everybody who may open this card.")
        self.content.put("reason", _("Why"), ShortTextField(3), hint)
        self.content.put("since", _("Since"), DateField())
        self.content.inputs["since"].set_value(desk.local_now.date())
        self.content.keep()
        heading = _("Keep {name} apart").format(name=name)
        self.arrange(self.content, heading, _("Keep apart"), APART_FORM, str(person_id), name)

    def send(self) -> Pending[UUID]:
        """Keep the two apart."""
        inputs = self.content.inputs
        return self.desk.act(
            keep_apart,
            self.person_id,
            inputs["other"].value(),
            inputs["reason"].value(),
            inputs["since"].value(),
        )

    def ask_newer(self) -> Pending[object]:
        """Ask who is kept apart now."""
        return self.desk.ask(kept_apart, self.person_id)

    def take(self, newer: object) -> None:
        """Nothing of it stands in the fields."""
