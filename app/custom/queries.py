"""What can be asked about own fields: the fields themselves, and what stands in them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from sqlalchemy import Uuid, bindparam, select

from app.codes.rules import Labels
from app.custom.rules import FieldDetails, FilledField, OwnField
from db.access import cards_of, is_known_to_me
from db.office_lists import CustomField, CustomValue

if TYPE_CHECKING:
    from uuid import UUID

    from sqlalchemy import Connection, Row

_FIELDS = select(
    CustomField.id,
    CustomField.version,
    CustomField.label_de,
    CustomField.label_da,
    CustomField.label_en,
    CustomField.kind,
    CustomField.choices,
    CustomField.position,
    CustomField.is_active,
).order_by(CustomField.position, CustomField.id)
_VALUES = select(CustomValue.field_id, CustomValue.entry, CustomValue.version).where(
    CustomValue.person_id.in_(cards_of(bindparam("person_id", type_=Uuid()))),
    is_known_to_me(CustomValue.person_id),
)


def own_fields(connection: Connection) -> tuple[OwnField, ...]:
    """Answer all own fields in their order, retired ones among them."""
    return tuple(_field(row) for row in connection.execute(_FIELDS))


def filled_fields(connection: Connection, person_id: UUID | None) -> tuple[FilledField, ...]:
    """Answer the fields that are offered or filled in about a person, None for a new one.

    Of cards that are linked the newest entry counts.
    """
    found: dict[UUID, tuple[str, int]] = {}
    if person_id is None:
        return tuple(
            FilledField(field, "", 0) for field in own_fields(connection) if field.is_active
        )
    for row in connection.execute(_VALUES, {"person_id": person_id}):
        known = found.get(row.field_id)
        if known is None or row.version > known[1]:
            found[row.field_id] = row.entry, row.version
    return tuple(
        FilledField(field, *found.get(field.id, ("", 0)))
        for field in own_fields(connection)
        if field.is_active or field.id in found
    )


def _field(row: Row[*tuple[Any, ...]]) -> OwnField:
    labels = Labels(row.label_de, row.label_da, row.label_en)
    details = FieldDetails(labels, row.kind, tuple(json.loads(row.choices)))
    return OwnField(row.id, row.version, details, row.position, row.is_active)
