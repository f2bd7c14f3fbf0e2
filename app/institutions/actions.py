"""What can be done with institutions: add one, change what is known of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import exists, select
from sqlalchemy.orm.attributes import flag_modified

from app.clients.phones import read_phone
from app.codes.queries import own_codes
from app.drafts.actions import discard_draft
from app.errors import N_, Conflict, Problem, Refused
from app.institutions.rules import check_institution, institution_keys
from app.institutions.rules.lists import KINDS
from app.office import CHANGED_MEANWHILE
from db.areas import Area
from db.institutions import Institution, InstitutionLanguage

if TYPE_CHECKING:
    from uuid import UUID

    from app.institutions.rules import InstitutionDetails
    from app.office import Act

INSTITUTION_FORM = "institution"
"""The name of the form in drafts; the subject is the institution's id, "" for a new one."""

UNKNOWN_INSTITUTION = N_("This institution is no longer in the office.")
UNKNOWN_AREA = N_("Please choose one of the areas offered.")
PARENT_IS_DEPARTMENT = N_("This one is a department itself. Please choose the whole association.")
HAS_DEPARTMENTS = N_("This association has departments and cannot be a department of another one.")

_ONE_LINE = ("name", "email", "website")
_IN_ADDRESS = (
    "country", "care_of", "street", "house_number", "floor", "door", "postal_code", "city",
)  # fmt: skip
_AS_GIVEN = ("kind", "parent_id", "area_id", "opening_hours", "cooperation", "is_active")


def add_institution(act: Act, institution_id: UUID, details: InstitutionDetails) -> UUID:
    """Add an institution under an id that the form made; a second time changes nothing.

    Raises `Refused` with a problem for each wrong field.
    """
    if act.session.get(Institution, institution_id) is not None:
        return institution_id
    phone = _checked(act, institution_id, details)
    discard_draft(act, INSTITUTION_FORM, "")
    _write(act, Institution(id=institution_id), details, phone)
    act.touch("institutions", institution_id)
    return institution_id


def save_institution(
    act: Act, institution_id: UUID, version: int, details: InstitutionDetails
) -> UUID:
    """Change an institution as it was read with `version`.

    Raises `Refused` with a problem for each wrong field, `Conflict` when someone else was
    faster.
    """
    institution = known_institution(act, institution_id)
    if institution.version != version:
        raise Conflict(Problem(CHANGED_MEANWHILE))
    phone = _checked(act, institution_id, details)
    discard_draft(act, INSTITUTION_FORM, str(institution_id))
    # Languages stand in rows of their own: whoever changes only those counts a version, too.
    flag_modified(institution, "name")
    _write(act, institution, details, phone)
    act.touch("institutions", institution_id)
    return institution_id


def known_institution(act: Act, institution_id: UUID) -> Institution:
    """Answer an institution's row. Raises `Refused` when there is none."""
    institution = act.session.get(Institution, institution_id)
    if institution is None:
        raise Refused(Problem(UNKNOWN_INSTITUTION))
    return institution


def _checked(act: Act, institution_id: UUID, details: InstitutionDetails) -> str:
    """Answer the phone number as it is stored, or refuse the form as a whole."""
    problems = [
        *check_institution(details, own_codes(act.session.connection(), KINDS.name)),
        *_check_parent(act, institution_id, details.parent_id),
        *_check_area(act, details.area_id),
    ]
    phone = read_phone(details.phone, details.country)
    if isinstance(phone, Problem) and not any(found.field == "phone" for found in problems):
        problems.append(phone)
    if problems or isinstance(phone, Problem):
        raise Refused(*problems)
    return phone.stored


def _check_parent(act: Act, institution_id: UUID, parent_id: UUID | None) -> tuple[Problem, ...]:
    """Answer what is wrong with the association: departments have no departments."""
    if parent_id is None:
        return ()
    parent = act.session.get(Institution, parent_id)
    if parent is None:
        return (Problem(UNKNOWN_INSTITUTION, "parent_id"),)
    if parent.parent_id is not None or parent.id == institution_id:
        return (Problem(PARENT_IS_DEPARTMENT, "parent_id"),)
    has_departments = select(exists().where(Institution.parent_id == institution_id))
    if act.session.scalar(has_departments):
        return (Problem(HAS_DEPARTMENTS, "parent_id"),)
    return ()


def _check_area(act: Act, area_id: UUID | None) -> tuple[Problem, ...]:
    if area_id is None or act.session.get(Area, area_id) is not None:
        return ()
    return (Problem(UNKNOWN_AREA, "area_id"),)


def _write(act: Act, row: Institution, details: InstitutionDetails, phone: str) -> None:
    for field in _ONE_LINE:
        setattr(row, field, getattr(details, field).strip())
    for field in _AS_GIVEN:
        setattr(row, field, getattr(details, field))
    address = details.address
    for field in _IN_ADDRESS:
        setattr(row, field, getattr(address, field))
    row.phone = phone
    keys = institution_keys(row.name)
    row.words, row.sort_key_de, row.sort_key_da = keys.words, keys.sort_key_de, keys.sort_key_da
    act.session.add(row)
    act.session.flush()
    _write_languages(act, row.id, details.languages)


def _write_languages(act: Act, institution_id: UUID, tags: tuple[str, ...]) -> None:
    stored = select(InstitutionLanguage).where(InstitutionLanguage.institution_id == institution_id)
    rows = {row.position: row for row in act.session.scalars(stored)}
    for position, tag in enumerate(dict.fromkeys(tags)):
        known = rows.pop(position, None)
        row = known or InstitutionLanguage(institution_id=institution_id, position=position)
        row.tag = tag
        act.session.add(row)
    for row in rows.values():
        act.session.delete(row)
