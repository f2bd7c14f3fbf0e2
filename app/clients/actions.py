"""What can be done with people: add one, change the card."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from sqlalchemy import bindparam, select
from sqlalchemy.orm.attributes import flag_modified

from app.admin.office_settings import KEEPS_CPR, office_setting
from app.clients.card_writing import Numbers, read_numbers, write_card
from app.clients.moving import cancel_ruled_out, former_address
from app.clients.rules import ClientDetails, check_client
from app.clients.rules.cpr import CPR_NOT_KEPT
from app.drafts.actions import discard_draft
from app.errors import N_, Conflict, Problem, Refused
from app.office import CHANGED_MEANWHILE
from db.access import is_known_to_me
from db.areas import Area
from db.people import Person

if TYPE_CHECKING:
    from app.office import Act

UNKNOWN_CLIENT = N_("This person is no longer in the office.")
UNKNOWN_AREA = N_("Please choose one of the areas offered.")

CLIENT_FORM = "client"
"""The name of the form in drafts; the subject is the person's id, "" for a new one."""

_KNOWN = select(Person).where(Person.id == bindparam("client_id"), is_known_to_me(Person.id))


def add_client(act: Act, client_id: UUID, details: ClientDetails) -> UUID:
    """Add a person under an id that the form made; the same id a second time changes nothing.

    Raises `Refused` with a problem for each wrong field.
    """
    if act.session.get(Person, client_id) is not None:
        return client_id
    enter_person(act, client_id, details)
    discard_draft(act, CLIENT_FORM, "")
    return client_id


def enter_person(act: Act, person_id: UUID, details: ClientDetails) -> UUID:
    """Enter somebody new; other actions call this in their transaction.

    Raises `Refused` with a problem for each wrong field.
    """
    numbers = _checked(act, details)
    write_card(act, Person(id=person_id), details, numbers)
    act.touch("clients", person_id)
    return person_id


def save_client(act: Act, client_id: UUID, version: int, details: ClientDetails) -> UUID:
    """Change a person's card as it was read with `version`.

    A first day at a new address keeps the one before as former; what is planned and a new
    status rules out is cancelled in the same step when the form says so.

    Raises `Refused` with a problem for each wrong field, `Conflict` when someone else was
    faster.
    """
    client = _known(act, client_id)
    if client.version != version:
        raise Conflict(Problem(CHANGED_MEANWHILE))
    numbers = _checked(act, details)
    discard_draft(act, CLIENT_FORM, str(client_id))
    former = former_address(client, details)
    write_card(act, client, details, numbers)
    if former is not None:
        act.session.add(former)
    act.session.flush()
    if client.version == version:
        # Roles, languages and numbers are rows of their own: the card counts their change, too.
        flag_modified(client, "given_name")
    act.touch("clients", client_id)
    cancel_ruled_out(act, client_id, details)
    return client_id


def _known(act: Act, client_id: UUID) -> Person:
    client = act.session.scalar(_KNOWN, {"client_id": client_id})
    if client is None:
        raise Refused(Problem(UNKNOWN_CLIENT))
    return client


def _checked(act: Act, details: ClientDetails) -> Numbers:
    """Answer the numbers of a form as they are stored, or refuse the form as a whole."""
    numbers = read_numbers(details)
    problems = list(check_client(details, act.local_now.date()))
    wrong = {problem.field for problem in problems}
    problems += (problem for problem in numbers.problems if problem.field not in wrong)
    if details.area_id is not None and act.session.get(Area, details.area_id) is None:
        problems.append(Problem(UNKNOWN_AREA, "area_id"))
    if details.cpr.strip() and not office_setting(act.session.connection(), KEEPS_CPR):
        problems.append(Problem(CPR_NOT_KEPT, "cpr"))
    if problems:
        raise Refused(*problems)
    return numbers
