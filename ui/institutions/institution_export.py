"""Institutions as they leave the office: one row each, with those who can be spoken to there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.clients.rules import show_phone
from app.exchange.writing.columns import ExportColumn
from resources.text import _
from ui.institutions.words import kind_words, row_phone
from ui.widgets.export_offer import ExportOffer, given_rows, no_address, no_person

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from app.institutions.queries.exporting import Contact, ListedInstitution


def institutions_offer(
    rows: Sequence[ListedInstitution], selection: str
) -> ExportOffer[ListedInstitution]:
    """Answer the offer of institutions in the order listed."""
    columns: tuple[ExportColumn[ListedInstitution], ...] = (
        ExportColumn("name", _("Name"), lambda one: one.row.name),
        ExportColumn("parent", _("Belongs to"), lambda one: one.row.parent_name),
        ExportColumn("kind", _("Kind"), lambda one: kind_words(one.row.kind)),
        ExportColumn("street", _("Street and number"), _street),
        ExportColumn("postal_code", _("Postcode"), lambda one: one.row.postal_code),
        ExportColumn("city", _("Town"), lambda one: one.row.city),
        ExportColumn("phone", _("Phone"), lambda one: row_phone(one.row)),
        ExportColumn("email", _("E-mail"), lambda one: one.email),
        ExportColumn("website", _("Website"), lambda one: one.website),
        ExportColumn("opening_hours", _("Opening hours"), lambda one: one.opening_hours),
        ExportColumn("contacts", _("Contact persons"), _contacts),
    )
    return ExportOffer(
        list_name="institutions",
        title=_("Institutions"),
        count=len(rows),
        columns=columns,
        chosen=tuple(column.key for column in columns),
        fetch=given_rows(rows),
        person_of=no_person,
        is_protected=no_address,
        selection=selection,
        others_of=_people,
    )


def _street(one: ListedInstitution) -> str:
    return f"{one.row.street} {one.row.house_number}".strip()


def _contacts(one: ListedInstitution) -> str:
    """Answer a line for each: name, function, phone, e-mail."""
    return "\n".join(_contact(contact, one.row.country) for contact in one.contacts)


def _contact(contact: Contact, country: str) -> str:
    phone = show_phone(contact.phone, country)
    return ", ".join(filter(None, (contact.name, contact.function, phone, contact.email)))


def _people(one: ListedInstitution) -> list[UUID]:
    return [contact.person_id for contact in one.contacts]
