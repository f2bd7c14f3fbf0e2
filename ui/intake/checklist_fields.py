"""The checklist of each service in one form; the one of the chosen service is shown."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from app.intake.checklists import items_of
from app.intake.rules import ItemKind, Service
from resources.text import _
from ui.widgets.fields import ChoiceField, DateField, TriStateField
from ui.widgets.labels import heading
from ui.widgets.short_text_field import ShortTextField

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtWidgets import QWidget

    from app.intake.rules import ChecklistItem
    from ui.widgets.form import Form

Answer = ChoiceField[str] | DateField | ShortTextField | TriStateField


class ChecklistFields:
    """Names of its fields are "service.code", so that what was typed stays with its service."""

    def __init__(self, form: Form, on: date, country: str) -> None:
        """Add the items that are asked on a day in a country to a form."""
        self._form = form
        self._fields: dict[Service, dict[str, Answer]] = {}
        self._headings: dict[Service, list[QWidget]] = {}
        for service in Service:
            self._add(service, items_of(service, on, country))

    def show(self, service: str) -> None:
        """Ask what belongs to a service."""
        for one, fields in self._fields.items():
            for code in fields:
                self._form.field(f"{one}.{code}").setVisible(one == service)
            for part in self._headings[one]:
                part.setVisible(one == service)

    def value(self, service: str) -> dict[str, str]:
        """Answer the answers to the checklist of a service by the codes of its items."""
        return {code: _text(field) for code, field in self._fields[Service(service)].items()}

    def fill(self, service: str, answers: Mapping[str, str]) -> None:
        """Show answers; items that are not asked any more keep theirs unseen."""
        for code, field in self._fields[Service(service)].items():
            _set_text(field, answers.get(code, ""))

    def field_name(self, service: str, code: str) -> str:
        """Answer the name of the field of an item, or the code where there is none."""
        return f"{service}.{code}" if code in self._fields[Service(service)] else code

    def _add(self, service: Service, items: tuple[ChecklistItem, ...]) -> None:
        fields: dict[str, Answer] = {}
        headings: list[QWidget] = []
        group = ""
        for item in items:
            if item.group != group:
                group = item.group
                headings.append(heading(_(group)))
                self._form.add_widget(headings[-1])
            field = _field(item)
            hint = _(item.hint) if item.hint else ""
            self._form.add(f"{service}.{item.code}", _(item.label), field, hint=hint)
            fields[item.code] = field
        self._fields[service] = fields
        self._headings[service] = headings


def _field(item: ChecklistItem) -> Answer:
    if item.kind is ItemKind.YES_NO:
        return TriStateField()
    if item.kind is ItemKind.DATE:
        return DateField()
    if item.kind is ItemKind.CHOICE:
        choices = [(code, _(words)) for code, words in item.choices]
        return ChoiceField([("", _("Not known")), *choices])
    return ShortTextField(2)


def _text(field: Answer) -> str:
    if isinstance(field, DateField):
        day = field.value()
        return day.isoformat() if day else ""
    return field.text_value()


def _set_text(field: Answer, answer: str) -> None:
    if isinstance(field, DateField):
        field.set_value(date.fromisoformat(answer) if answer else None)
    else:
        field.restore_text(answer)
