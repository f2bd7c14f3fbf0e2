"""What can be done with clients: add one, change the card, write a note and take it back."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from sqlalchemy import select

from app.clients.phones import read_phone
from app.clients.rules import (
    Birth,
    BirthPrecision,
    ClientDetails,
    check_client,
    check_note,
    full_name,
    read_birth,
    search_keys,
)
from app.clients.rules.details import put_together
from app.drafts.actions import discard_draft, save_draft
from app.drafts.queries import draft
from app.drafts.rules import Drafted
from app.errors import N_, Conflict, Problem, Refused
from app.journal.rules import note_serial
from app.office import CHANGED_MEANWHILE
from db.areas import Area
from db.journal import Note
from db.people import Person, PersonLanguage, PersonNameKey, PersonRole

if TYPE_CHECKING:
    from app.clients.rules import SearchKeys
    from app.office import Act

UNKNOWN_CLIENT = N_("This person is no longer in the office.")
UNKNOWN_AREA = N_("Please choose one of the areas offered.")
NOT_YOUR_NOTE = N_("Only the person who wrote a note can take it back.")

CLIENT_FORM = "client"
NOTE_FORM = "client_note"
"""The names of the forms in drafts; the subject is the client's id, "" for a new client."""

_ONE_LINE = ("given_name", "family_name", "email", "hint")
_IN_ADDRESS = (
    "country", "care_of", "street", "house_number", "floor", "door", "postal_code", "city",
)  # fmt: skip
_AS_GIVEN = (
    "salutation", "letter_language", "lives_alone", "address_protected", "area_id", "about",
)  # fmt: skip


def add_client(act: Act, client_id: UUID, details: ClientDetails) -> UUID:
    """Add a client under an id that the form made; the same id a second time changes nothing.

    Raises `Refused` with a problem for each wrong field.
    """
    if act.session.get(Person, client_id) is not None:
        return client_id
    phones = _checked(act, details)
    discard_draft(act, CLIENT_FORM, "")
    _write(act, Person(id=client_id), details, phones)
    act.touch("clients", client_id)
    return client_id


def save_client(act: Act, client_id: UUID, version: int, details: ClientDetails) -> UUID:
    """Change a client's card as it was read with `version`.

    Raises `Refused` with a problem for each wrong field, `Conflict` when someone else was
    faster.
    """
    client = _known(act, client_id)
    if client.version != version:
        raise Conflict(Problem(CHANGED_MEANWHILE))
    phones = _checked(act, details)
    discard_draft(act, CLIENT_FORM, str(client_id))
    _write(act, client, details, phones)
    act.touch("clients", client_id)
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
    client = act.session.get(Person, client_id)
    if client is None:
        raise Refused(Problem(UNKNOWN_CLIENT))
    return client


def _checked(act: Act, details: ClientDetails) -> dict[str, str]:
    """Answer the numbers of a form as they are stored, or refuse the form as a whole."""
    problems = list(check_client(details, act.local_now.date()))
    phones: dict[str, str] = {}
    wrong = {problem.field for problem in problems}
    for field in {"phone", "mobile"} - wrong:
        phone = read_phone(getattr(details, field), details.country, field)
        if isinstance(phone, Problem):
            problems.append(phone)
        else:
            phones[field] = phone.stored
    if details.area_id is not None and act.session.get(Area, details.area_id) is None:
        problems.append(Problem(UNKNOWN_AREA, "area_id"))
    if problems:
        raise Refused(*problems)
    return phones


def _write(act: Act, client: Person, details: ClientDetails, phones: dict[str, str]) -> None:
    for field in _ONE_LINE:
        setattr(client, field, getattr(details, field).strip())
    for field in _AS_GIVEN:
        setattr(client, field, getattr(details, field))
    address = details.address
    for field in _IN_ADDRESS:
        setattr(client, field, getattr(address, field))
    for field, number in phones.items():
        setattr(client, field, number)
    birth = read_birth(details.birth)
    client.birth_date = birth.date if isinstance(birth, Birth) else None
    client.birth_precision = birth.precision if isinstance(birth, Birth) else BirthPrecision.DAY
    keys = search_keys(
        client.given_name,
        client.family_name,
        lives_alone=client.lives_alone,
        address_protected=client.address_protected,
    )
    client.sort_key_de, client.sort_key_da = keys.sort_key_de, keys.sort_key_da
    act.session.add(client)
    act.session.flush()
    _write_role(act, client)
    _write_languages(act, client.id, details.languages)
    _write_name_keys(act, client, keys)


def _write_role(act: Act, client: Person) -> None:
    """Write that a new person is a client; the roles that there are follow the name."""
    known = act.session.scalars(select(PersonRole).where(PersonRole.person_id == client.id)).all()
    for row in known or (PersonRole(person_id=client.id, role="client"),):
        row.sort_key_de, row.sort_key_da = client.sort_key_de, client.sort_key_da
        act.session.add(row)


def _write_languages(act: Act, client_id: UUID, tags: tuple[str, ...]) -> None:
    known = select(PersonLanguage).where(PersonLanguage.person_id == client_id)
    rows = {row.position: row for row in act.session.scalars(known)}
    for position, tag in enumerate(dict.fromkeys(tags)):
        row = rows.pop(position, None) or PersonLanguage(person_id=client_id, position=position)
        row.tag = tag
        act.session.add(row)
    for row in rows.values():
        act.session.delete(row)


def _write_name_keys(act: Act, client: Person, keys: SearchKeys) -> None:
    """Write the words that find a client; they follow every change of name and marks."""
    known = select(PersonNameKey).where(PersonNameKey.person_id == client.id)
    rows = {row.word: row for row in act.session.scalars(known)}
    for word in keys.words:
        row = rows.pop(word, None) or PersonNameKey(person_id=client.id, word=word)
        row.words = keys.line
        row.sort_key_de, row.sort_key_da = keys.sort_key_de, keys.sort_key_da
        act.session.add(row)
    for row in rows.values():
        act.session.delete(row)
