"""The fields of a request: what is needed, when and where, who asks, and who shall come."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from app.clients.languages import spoken_languages
from app.mobile_advice.mediators.rules import (
    FUNDING_LABELS,
    GENDER_LABELS,
    WAY_LABELS,
    RequestDetails,
)
from resources.text import _, language
from ui.clients.parts_form import PartsForm
from ui.institutions.institution_picker import InstitutionPicker
from ui.mobile_advice.mediators.suggestion_list import SuggestionList
from ui.mobile_advice.mediators.words import lead_words
from ui.mobile_advice.minutes_field import MinutesField
from ui.picking.client_picker import ClientPicker
from ui.widgets.fields import CheckField, ChoiceField, DateField, TextField
from ui.widgets.short_text_field import ShortTextField

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from uuid import UUID

    from app.mobile_advice.mediators.queries import PoolRow, RequestToEdit
    from app.mobile_advice.mediators.rules import Suggestion
    from ui.desk import Desk

_PLAIN = ("dialect", "subject", "day", "place", "requester", "sworn_needed", "note")
_CHOICES = ("language", "gender_wish", "way", "funding")


class RequestFields(PartsForm):
    """Below them stands who could come; a pool is chosen where nobody does."""

    def __init__(self, desk: Desk, editing: RequestToEdit, pools: Sequence[PoolRow]) -> None:
        """Show a request, or begin one."""
        super().__init__()
        self._minutes = editing.usual_minutes
        self._appointment_id = editing.details.appointment_id
        self.person, self.mediator = ClientPicker(desk), ClientPicker(desk)
        self.institution = InstitutionPicker(desk)
        self.begin_row()
        tongues = [("", _("Choose a language")), *spoken_languages(language())]
        self.put("language", _("Language"), ChoiceField(tongues))
        self.put("dialect", _("Dialect (optional)"), TextField())
        self.put("gender_wish", _("Wish"), ChoiceField(_options(GENDER_LABELS)))
        self.end_row()
        hint = _("Without a name: the pool reads it.")
        self.put("subject", _("What the talk is about"), TextField(), hint=hint)
        self.begin_row()
        self.put("day", _("Day"), DateField(), stretch=2)
        self.put("from_time", _("From"), MinutesField())
        self.put("until_time", _("Until"), MinutesField())
        self.end_row()
        self.begin_row()
        self.put("way", _("How"), ChoiceField(_options(WAY_LABELS)))
        self.put("place", _("Place"), TextField(), stretch=2)
        self.end_row()
        self.put("sworn_needed", "", CheckField(_("A sworn interpreter is needed")))
        self._put_source(pools)
        self.suggestions = SuggestionList(desk, editing.request_id)
        self.add_widget(self.suggestions)
        self.begin_row()
        self.put("requester", _("Who asks for the talk"), TextField())
        self.put("requester_id", _("Institution that asks (optional)"), self.institution)
        self.end_row()
        self.begin_row()
        self.put("person_id", _("For whom (optional)"), self.person)
        self.put("funding", _("Who pays"), ChoiceField(_options(FUNDING_LABELS)))
        self.end_row()
        self.put("note", _("Note (optional)"), ShortTextField(2))
        self.fill(editing)
        self.inputs["from_time"].changed.connect(self._on_from_changed)
        self.changed.connect(self._follow)
        self.suggestions.chosen.connect(self._on_suggestion_chosen)
        self._follow()

    def fill(self, editing: RequestToEdit) -> None:
        """Show a request."""
        details = editing.details
        for name in _PLAIN:
            self.inputs[name].set_value(getattr(details, name))
        for name in _CHOICES:
            self.inputs[name].restore_text(str(getattr(details, name)))
        for name in ("from_time", "until_time"):
            self.inputs[name].set_minutes(getattr(details, name))
        self.person.set_record(details.person_id, editing.person)
        self.institution.set_record(details.requester_id, editing.requester)
        self.mediator.set_record(details.mediator_id, editing.mediator)
        self.inputs["pool_id"].restore_text(str(details.pool_id))
        self.keep()

    def value(self) -> RequestDetails:
        """Answer what the fields say."""
        known: dict[str, Any] = {
            name: self.inputs[name].value() for name in (*_PLAIN, *_CHOICES, "pool_id")
        }
        return RequestDetails(
            from_time=self.inputs["from_time"].minutes(),
            until_time=self.inputs["until_time"].minutes(),
            person_id=self.person.value(),
            requester_id=self.institution.value(),
            mediator_id=self.mediator.value(),
            appointment_id=self._appointment_id,
            **known,
        )

    def _put_source(self, pools: Sequence[PoolRow]) -> None:
        offered: list[tuple[UUID | None, str]] = [(None, _("No pool"))]
        offered += [(row.id, f"{row.name} ({lead_words(row.lead_days)})") for row in pools]
        self.begin_row()
        self.put("mediator_id", _("Own mediator"), self.mediator)
        self.put("pool_id", _("Or a pool"), ChoiceField(offered))
        self.end_row()

    def _on_from_changed(self) -> None:
        """Propose the usual length."""
        start, until = self.inputs["from_time"].minutes(), self.inputs["until_time"]
        if start is not None and not until.text().strip():
            until.set_minutes(start + self._minutes)

    def _follow(self) -> None:
        self.suggestions.follow(self.value())

    def _on_suggestion_chosen(self, one: Suggestion) -> None:
        self.mediator.set_record(one.mediator.id, one.mediator.name)
        self.inputs["pool_id"].set_value(None)
        self.mediator.setFocus()


def _options(labels: Mapping[Any, str]) -> list[tuple[str, str]]:
    return [(str(code), _(words)) for code, words in labels.items()]
