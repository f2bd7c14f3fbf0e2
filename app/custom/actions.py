"""Defining own fields, retiring them, and filling them in about a person."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from sqlalchemy import Uuid, bindparam, func, select

from app.clients.actions import add_client
from app.codes.rules import Labels
from app.custom.rules import (
    MOST_FIELDS,
    TOO_MANY_FIELDS,
    FieldDetails,
    check_entry,
    check_field,
)
from app.errors import N_, Conflict, Problem, Refused
from app.office import CHANGED_MEANWHILE
from app.status.actions import save_card
from db.access import is_known_to_me
from db.office_lists import CustomField, CustomValue
from db.people import Person

if TYPE_CHECKING:
    from collections.abc import Mapping
    from uuid import UUID

    from app.clients.rules import ClientDetails
    from app.office import Act

FIELD_GONE = N_("This field is no longer there.")
UNKNOWN_PERSON = N_("This person is no longer in the office.")

_ACTIVE = select(func.count()).select_from(CustomField).where(CustomField.is_active.is_(True))
_LAST = select(func.coalesce(func.max(CustomField.position), 0))
_KNOWN = select(Person.id).where(
    Person.id == bindparam("person_id", type_=Uuid()), is_known_to_me(Person.id)
)
_VALUES = select(CustomValue).where(CustomValue.person_id == bindparam("person_id", type_=Uuid()))


def save_field(act: Act, field_id: UUID, version: int, details: FieldDetails) -> UUID:
    """Define an own field (`version` 0) or rename it; its kind stays what it was.

    Raises `Refused` with a problem for each wrong field of the form, and `Conflict`.
    """
    field = act.session.get(CustomField, field_id)
    if (field.version if field else 0) != version:
        raise Conflict(Problem(CHANGED_MEANWHILE))
    kind = field.kind if field else details.kind
    wanted = FieldDetails(details.labels.stripped(), kind, details.choices)
    problems = list(check_field(wanted))
    if field is None and (act.session.scalar(_ACTIVE) or 0) >= MOST_FIELDS:
        problems.append(Problem(TOO_MANY_FIELDS, "", {"most": MOST_FIELDS}))
    if problems:
        raise Refused(*problems)
    if field is None:
        position = (act.session.scalar(_LAST) or 0) + 1
        field = CustomField(id=field_id, kind=kind, position=position, is_active=True)
    labels = wanted.labels
    field.label_de, field.label_da, field.label_en = labels.de, labels.da, labels.en
    field.choices = json.dumps(wanted.choices)
    _keep(act, field)
    return field_id


def switch_field(act: Act, field_id: UUID, version: int, *, is_active: bool) -> UUID:
    """Offer a field, or no longer; what is filled in stays and is shown."""
    field = act.session.get(CustomField, field_id)
    if field is None:
        raise Refused(Problem(FIELD_GONE))
    if field.version != version:
        raise Conflict(Problem(CHANGED_MEANWHILE))
    if is_active and not field.is_active and (act.session.scalar(_ACTIVE) or 0) >= MOST_FIELDS:
        raise Refused(Problem(TOO_MANY_FIELDS, "", {"most": MOST_FIELDS}))
    field.is_active = is_active
    _keep(act, field)
    return field_id


def save_values(
    act: Act, person_id: UUID, entries: Mapping[UUID, str], versions: Mapping[UUID, int]
) -> UUID:
    """Fill in own fields about a person; "" empties one.

    `versions` are those with which the form was opened, 0 for a field that was empty. Raises
    `Refused` beside the key of each wrong field, and `Conflict`.
    """
    if act.session.scalar(_KNOWN, {"person_id": person_id}) is None:
        raise Refused(Problem(UNKNOWN_PERSON))
    _check(act, entries)
    kept = {row.field_id: row for row in act.session.scalars(_VALUES, {"person_id": person_id})}
    is_changed = False
    for field_id, typed in entries.items():
        row, entry = kept.get(field_id), typed.strip()
        if (row.entry if row else "") == entry:
            continue
        if (row.version if row else 0) != versions.get(field_id, 0):
            raise Conflict(Problem(CHANGED_MEANWHILE))
        _write(act, row or CustomValue(person_id=person_id, field_id=field_id), entry)
        is_changed = True
    if is_changed:
        act.session.flush()
        act.touch("clients", person_id)
        act.touch("custom")
    return person_id


def add_person(
    act: Act, client_id: UUID, details: ClientDetails, entries: Mapping[UUID, str]
) -> UUID:
    """Add somebody as `add_client` does, with what stands in the own fields."""
    add_client(act, client_id, details)
    act.session.flush()
    return save_values(act, client_id, entries, {})


def save_person(
    act: Act,
    card: tuple[UUID, int],
    details: ClientDetails,
    entries: Mapping[UUID, str],
    versions: Mapping[UUID, int],
) -> UUID:
    """Save a card, its key and version, as `save_card` does, and the own fields with it."""
    save_card(act, *card, details)
    act.session.flush()
    return save_values(act, card[0], entries, versions)


def _check(act: Act, entries: Mapping[UUID, str]) -> None:
    problems: list[Problem] = []
    for field_id, typed in entries.items():
        field = act.session.get(CustomField, field_id)
        if field is None:
            raise Refused(Problem(FIELD_GONE))
        labels = Labels(field.label_de, field.label_da, field.label_en)
        details = FieldDetails(labels, field.kind, tuple(json.loads(field.choices)))
        problems += check_entry(details, typed.strip(), str(field_id))
    if problems:
        raise Refused(*problems)


def _write(act: Act, row: CustomValue, entry: str) -> None:
    if entry:
        row.entry = entry
        act.session.add(row)
    elif row in act.session:
        act.session.delete(row)


def _keep(act: Act, field: CustomField) -> None:
    act.session.add(field)
    act.session.flush()
    act.touch("custom", field.id)
