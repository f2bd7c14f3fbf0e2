"""What can be done with people: add one, change the card, write a note and take it back."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from sqlalchemy import bindparam, select

from app.admin.office_settings import KEEPS_CPR, office_setting
from app.clients.card_writing import Numbers, read_numbers, write_card
from app.clients.moving import cancel_ruled_out_visits, former_address
from app.clients.rules import ClientDetails, check_client, check_note, full_name
from app.clients.rules.cpr import CPR_NOT_KEPT
from app.clients.rules.details import put_together
from app.drafts.actions import discard_draft, save_draft
from app.drafts.queries import draft
from app.drafts.rules import Drafted
from app.errors import N_, Conflict, Problem, Refused
from app.journal.rules import note_serial
from app.office import CHANGED_MEANWHILE
from db.access import is_known_to_me
from db.areas import Area
from db.journal import Note
from db.people import Person

if TYPE_CHECKING:
    from app.office import Act

UNKNOWN_CLIENT = N_("This person is no longer in the office.")
UNKNOWN_AREA = N_("Please choose one of the areas offered.")
NOT_YOUR_NOTE = N_("Only the person who wrote a note can take it back.")

CLIENT_FORM = "client"
NOTE_FORM = "client_note"
"""The names of the forms in drafts; the subject is the client's id, "" for a new client."""

_KNOWN = select(Person).where(Person.id == bindparam("client_id"), is_known_to_me(Person.id))


def add_client(act: Act, client_id: UUID, details: ClientDetails) -> UUID:
    """Add a person under an id that the form made; the same id a second time changes nothing.

    Raises `Refused` with a problem for each wrong field.
    """
    if act.session.get(Person, client_id) is not None:
        return client_id
    numbers = _checked(act, details)
    discard_draft(act, CLIENT_FORM, "")
    write_card(act, Person(id=client_id), details, numbers)
    act.touch("clients", client_id)
    return client_id


def save_client(act: Act, client_id: UUID, version: int, details: ClientDetails) -> UUID:
    """Change a person's card as it was read with `version`.

    A first day at a new address keeps the one before as former; planned visits that a new
    status rules out are cancelled in the same step when the form says so.

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
    act.touch("clients", client_id)
    cancel_ruled_out_visits(act, client_id, details)
    return client_id


def add_client_note(act: Act, note_id: UUID, client_id: UUID, text: str) -> UUID:
    """Write a dated note about a client; the same note id a second time changes nothing."""
    if act.session.get(Note, note_id) is not None:
        return note_id
    _known(act, client_id)
    if problems := check_note(text):
        raise Refused(*problems)
    note = Note(
        id=note_id,
        person_id=client_id,
        serial=note_serial(act.now, note_id),
        happened_at=act.now,
        written_at=act.now,
        author=act.who,
        text=text,
    )
    act.session.add(note)
    discard_draft(act, NOTE_FORM, str(client_id))
    act.touch("clients", client_id)
    return note_id


def take_back_client_note(act: Act, note_id: UUID) -> str:
    """Take a note back, as undo does; only its author can.

    Answers its text, which also becomes the draft of the next note: it is not lost even when
    another client is being looked at.
    """
    note = act.session.get(Note, note_id)
    if note is None:
        return ""
    if note.author != act.who:
        raise Refused(Problem(NOT_YOUR_NOTE))
    subject = str(note.person_id)
    begun = draft(act.session.connection(), NOTE_FORM, subject, act.who)
    texts = {"text": put_together(begun.texts.get("text", "") if begun else "", note.text)}
    name = full_name(*_names(act, note.person_id))
    save_draft(act, Drafted(NOTE_FORM, subject, texts, name))
    act.session.delete(note)
    act.touch("clients", note.person_id)
    return note.text


def _names(act: Act, client_id: UUID) -> tuple[str, str]:
    client = _known(act, client_id)
    return client.given_name, client.family_name


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
