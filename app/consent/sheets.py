"""Papers of consent, made of what the office knows: the form to sign, and the data sheet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import bindparam, exists, select

from app.admin.queries import office_card
from app.clients.actions import UNKNOWN_CLIENT
from app.clients.languages import language_name
from app.clients.queries import client_card
from app.clients.rules import Birth, address_lines, show_phone, write_birth
from app.consent.queries import standing_with
from app.consent.rules import DataKind, Purpose
from app.errors import Problem, Refused
from app.institutions.queries import institution_name
from db.access import cards_of, is_readable_note
from db.base import Key
from db.journal import Note, NotePerson

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from sqlalchemy import Connection

    from app.admin.rules import OfficeValues
    from app.clients.queries import ClientCard
    from app.consent.rules import ConsentDetails, PassingOn
    from forms.consent.data_sheet import Facts, SheetNote
    from forms.letterhead import Sender

MOST_NOTES = 500
"""Notes of one excerpt; whoever needs more passes on a shorter time."""
UNASKED = (Purpose.SERVICE, Purpose.KEEPING, Purpose.PICTURES, Purpose.MAILINGS)
"""The purposes of the form that asks everything at once; passing on is asked by itself."""

_LANGUAGES = frozenset({"de", "da", "en"})
"""The languages that papers of consent are written in."""
_OF_COUNTRY = {"DE": "de", "DK": "da"}
_NOTES = (
    select(Note.happened_at, Note.author, Note.text)
    .where(
        Note.person_id.in_(cards_of(bindparam("person_id", type_=Key()))),
        Note.access == "team",
        # What a note says about somebody else is not this person's to share.
        ~exists().where(NotePerson.note_id == Note.id),
        is_readable_note(),
    )
    .order_by(Note.happened_at, Note.id)
)


def consent_paper(
    connection: Connection,
    person_id: UUID,
    details: ConsentDetails | None = None,
    language: str = "",
) -> bytes:
    """Answer the form to sign: for one question as typed, or for all without a recipient.

    `language` "" is the person's own, else that of the office. Raises `Refused` when a
    character cannot be printed.
    """
    from forms.consent import consent_form  # noqa: PLC0415 - brings reportlab

    card = _known_card(connection, person_id)
    purposes = (details.purpose,) if details else tuple(purpose.value for purpose in UNASKED)
    institution = details.institution_id if details else None
    recipient = institution_name(connection, institution) if institution else ""
    paper = consent_form.ConsentPaper(
        language=language or paper_language(connection, card.letter_language),
        sender=_sender(connection),
        name=card.name,
        birth=_birth(card),
        purposes=purposes,
        recipient=recipient or (details.recipient if details else ""),
        scope=details.scope if details else "",
        expires_on=details.expires_on if details else None,
    )
    return consent_form.render(paper)


def data_sheet(
    connection: Connection, person_id: UUID, form: PassingOn, today: date, *, who: str
) -> bytes:
    """Answer the sheet of the data that are passed on, as PDF; nothing is kept.

    A protected address is never part of it. Raises `Refused` when a typed character cannot
    be printed.
    """
    from forms.consent import data_sheet as paper  # noqa: PLC0415 - brings reportlab

    card = _known_card(connection, person_id)
    language = paper_language(connection)
    asking = standing_with(connection, person_id, form.institution_id, form.recipient, today)
    with_contact = DataKind.CONTACT in form.kinds
    return paper.render(
        paper.DataSheet(
            language=language,
            sender=_sender(connection),
            recipient=asking.recipient,
            purpose=form.purpose,
            made_on=today,
            who=who,
            name=card.name,
            agreed_on=asking.answer.since if asking.answer.holds else None,
            reason=form.override_reason,
            message=form.message,
            contact=_contact(card) if with_contact else (),
            card=_card(card, language) if DataKind.CARD in form.kinds else (),
            about=card.about if DataKind.CARD in form.kinds else "",
            notes=_notes(connection, person_id, form),
            hides_address=with_contact and card.address_protected,
        )
    )


def paper_language(connection: Connection, wish: str = "") -> str:
    """Answer the language of a paper: the person's wish, else that of the office's country."""
    return wish if wish in _LANGUAGES else _OF_COUNTRY.get(_office(connection).country, "en")


def _known_card(connection: Connection, person_id: UUID) -> ClientCard:
    card = client_card(connection, person_id)
    if card is None:
        raise Refused(Problem(UNKNOWN_CLIENT))
    return card


def _office(connection: Connection) -> OfficeValues:
    from app.admin.rules import OfficeValues  # noqa: PLC0415 - only where no card is written

    row = office_card(connection)
    return row.values if row is not None else OfficeValues(name="", country="")


def _sender(connection: Connection) -> Sender:
    from forms.letterhead import Sender  # noqa: PLC0415 - brings reportlab

    office = _office(connection)
    return Sender(
        name=office.name,
        department=office.sender,
        street=office.street,
        postal_code=office.postal_code,
        city=office.city,
        phone=office.phone,
        email=office.email,
        contact=office.contact_name,
    )


def _birth(card: ClientCard) -> str:
    return write_birth(card.birth) if isinstance(card.birth, Birth) else ""


def _contact(card: ClientCard) -> Facts:
    country = card.address.country
    address = "" if card.address_protected else ", ".join(address_lines(card.address))
    return (
        ("name", card.name),
        ("address", address),
        ("phone", show_phone(card.phone, country)),
        ("mobile", show_phone(card.mobile, country)),
        ("email", card.email),
    )


def _card(card: ClientCard, language: str) -> Facts:
    from forms.texts import texts  # noqa: PLC0415 - brings reportlab

    words = texts("data_sheet", language)
    living = "alone" if card.lives_alone else "others"
    return (
        ("birth", _birth(card)),
        ("languages", ", ".join(language_name(tag, language) for tag in card.languages)),
        ("interpreter", words.say("interpreter", "yes") if card.needs_interpreter else ""),
        ("living", "" if card.lives_alone is None else words.say("living", living)),
        ("hint", card.hint),
    )


def _notes(
    connection: Connection, person_id: UUID, form: PassingOn
) -> tuple[SheetNote, ...] | None:
    """Answer the team's notes about this person alone from the day asked for, oldest first."""
    from forms.consent.data_sheet import SheetNote  # noqa: PLC0415 - brings reportlab

    if DataKind.JOURNAL not in form.kinds:
        return None
    rows = connection.execute(_NOTES, {"person_id": person_id})
    notes = (SheetNote(row.happened_at.astimezone().date(), row.author, row.text) for row in rows)
    first = form.journal_from
    return tuple(note for note in notes if first is None or note.day >= first)[-MOST_NOTES:]
