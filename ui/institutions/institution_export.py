"""Institutions as they leave the office: one row each, with those who can be spoken to there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.clients.rules import show_phone
from app.exchange.writing.columns import ExportColumn
from resources.text import _
from ui.institutions.institution_columns import USUAL, institution_columns
from ui.widgets.export_offer import ExportOffer, given_rows, no_address, no_person

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from app.exchange.writing.rules import Cell
    from app.institutions.queries import InstitutionRow
    from app.institutions.queries.exporting import Contact, ListedInstitution


def institutions_offer(
    rows: Sequence[ListedInstitution], selection: str, chosen: Sequence[str] = USUAL
) -> ExportOffer[ListedInstitution]:
    """Answer the offer of institutions in the order listed; `chosen` are the columns shown."""
    listed = institution_columns()
    contacts = ExportColumn("contacts", _("Contact persons"), _contacts)
    columns = tuple(_of_row(column) for column in listed.for_files())
    known = listed.chosen_for_files(chosen)
    return ExportOffer(
        list_name="institutions",
        title=_("Institutions"),
        count=len(rows),
        columns=(*columns, contacts),
        chosen=known if len(known) < len(columns) else (*known, contacts.key),
        fetch=given_rows(rows),
        person_of=no_person,
        is_protected=no_address,
        selection=selection,
        others_of=_people,
    )


def _of_row(column: ExportColumn[InstitutionRow]) -> ExportColumn[ListedInstitution]:
    def cell(one: ListedInstitution) -> Cell:
        return column.cell(one.row)

    return ExportColumn(column.key, column.title, cell)


def _contacts(one: ListedInstitution) -> str:
    """Answer a line for each: name, function, phone, e-mail."""
    return "\n".join(_contact(contact, one.row.country) for contact in one.contacts)


def _contact(contact: Contact, country: str) -> str:
    phone = show_phone(contact.phone, country)
    return ", ".join(filter(None, (contact.name, contact.function, phone, contact.email)))


def _people(one: ListedInstitution) -> list[UUID]:
    return [contact.person_id for contact in one.contacts]
