"""Asking for a letter as a Digital Post message: whether it may be one, and the file itself."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from sqlalchemy import Uuid, bindparam, select

from app.admin.office_settings import KEEPS_CPR, Setting, office_setting
from app.clients.rules import PersonStatus, Standing, full_name, why_no_letter
from app.clients.rules.cpr import CPR_NOT_KEPT
from app.errors import Problem, Refused
from app.letters.composing.facts import office_of
from app.letters.memo.config import limits, word
from app.letters.memo.rules import (
    COUNTRY,
    NO_CPR,
    NOT_IN_DENMARK,
    TOO_LARGE,
    Appointment,
    HandOver,
    Message,
    MessageType,
    check_hand_over,
    end_of,
    in_denmark,
    message_uuid,
    tidy_cvr,
    two_letters,
)
from app.letters.memo.writing import render_message
from app.letters.rules import LETTER_IS_GONE
from app.letters.templates.delivered import LANGUAGES, common_words
from db.access import is_known_to_me
from db.admin import OfficeCard
from db.letters import Letter
from db.people import Person
from db.visiting import Visit
from forms.bidi import cleaned

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from sqlalchemy import Connection, Row

    from forms.letterhead import Sender

    AnyRow = Row[*tuple[Any, ...]]

OFFICE_CVR = Setting("cvr", default="")
"""The number by which Digital Post knows the office."""
_MEGABYTE = 1_000_000

_COUNTRY = select(OfficeCard.country).limit(1)
_LETTER = (
    select(
        Letter.id,
        Letter.subject,
        Letter.language,
        Letter.written_at,
        Letter.pdf,
        Person.given_name,
        Person.family_name,
        Person.cpr,
        Person.status,
        Person.status_from,
        Person.status_until,
        Visit.planned_start,
        Visit.planned_end,
        Visit.place,
        Visit.place_note,
        Visit.status.label("visit_status"),
    )
    .join_from(Letter, Person, Person.id == Letter.client_id)
    .outerjoin(Visit, Visit.id == Letter.visit_id)
    .where(Letter.id == bindparam("letter_id", type_=Uuid()), is_known_to_me(Letter.client_id))
)


@dataclass(frozen=True, slots=True)
class HandOverOccasion:
    """What a screen needs before a letter is handed over."""

    letter_id: UUID
    name: str
    subject: str
    cvr: str
    has_appointment: bool
    """Whether the mailbox will offer the visit for the calendar."""


@dataclass(frozen=True, slots=True)
class MemoFile:
    """A message as a file; its name says nothing of the person."""

    letter_id: UUID
    name: str
    content: bytes


def takes_digital_post(connection: Connection) -> bool:
    """Answer whether the office is where there is Digital Post."""
    return connection.execute(_COUNTRY).scalar_one_or_none() == COUNTRY


def hand_over_occasion(connection: Connection, letter_id: UUID, today: date) -> HandOverOccasion:
    """Answer what can be chosen; raises `Refused` when the letter cannot be Digital Post."""
    row = _letter(connection, letter_id, today)
    return HandOverOccasion(
        letter_id=letter_id,
        name=full_name(row.given_name, row.family_name),
        subject=row.subject,
        cvr=office_setting(connection, OFFICE_CVR),
        has_appointment=_has_appointment(row),
    )


def memo_file(connection: Connection, letter_id: UUID, choice: HandOver, today: date) -> MemoFile:
    """Answer a letter as a message to hand over.

    Raises `Refused` when the letter cannot be Digital Post, or with what is wrong in the choice.
    """
    row = _letter(connection, letter_id, today)
    problems = check_hand_over(choice, limits(), today)
    if problems:
        raise Refused(*problems)
    message = _message(row, office_of(connection).sender, choice)
    content = render_message(message)
    if len(content) > limits().message:
        values = {"size": len(content) // _MEGABYTE, "most": limits().message // _MEGABYTE}
        raise Refused(Problem(TOO_LARGE, "", values))
    day = row.written_at.astimezone().date()
    return MemoFile(letter_id, f"{day} {message.uuid.hex[:8]}.xml", content)


def _letter(connection: Connection, letter_id: UUID, today: date) -> AnyRow:
    """Answer a letter with its addressee and its visit; raises `Refused` with why it may not."""
    row = connection.execute(_LETTER, {"letter_id": letter_id}).one_or_none()
    if row is None:
        raise Refused(Problem(LETTER_IS_GONE))
    name = full_name(row.given_name, row.family_name)
    if not takes_digital_post(connection):
        raise Refused(Problem(NOT_IN_DENMARK))
    if not office_setting(connection, KEEPS_CPR):
        raise Refused(Problem(CPR_NOT_KEPT))
    standing = Standing(PersonStatus(row.status), row.status_from, row.status_until)
    if why := why_no_letter(standing, today, name):
        raise Refused(why)
    if not row.cpr:
        raise Refused(Problem(NO_CPR, "", {"name": name}))
    return row


def _has_appointment(row: AnyRow) -> bool:
    return row.planned_start is not None and row.visit_status == "planned"


def _message(row: AnyRow, sender: Sender, choice: HandOver) -> Message:
    is_post = choice.kind is MessageType.DIGITAL_POST
    told = "" if is_post else choice.notification.strip()
    message = Message(
        uuid=message_uuid(row.id, choice.kind.value, told),
        kind=choice.kind,
        label=_short(row.subject, limits().label),
        sender=_short(sender.name, limits().label),
        cvr=tidy_cvr(choice.cvr),
        recipient=_short(full_name(row.given_name, row.family_name), limits().label),
        cpr=row.cpr,
        created=row.written_at,
        language=two_letters(row.language),
        file_name=f"{word('file')} {row.written_at.astimezone().date()}.pdf",
        pdf=row.pdf,
        notification=choice.notification.strip(),
        not_before=choice.not_before,
    )
    if not is_post:
        return message
    return replace(
        message,
        may_reply=choice.may_reply,
        reply_by=end_of(choice.reply_by) if choice.reply_by else None,
        case_number=choice.case_number.strip(),
        page=choice.page.strip(),
        appointment=_appointment(row, sender) if _has_appointment(row) else None,
    )


def _appointment(row: AnyRow, sender: Sender) -> Appointment:
    language = row.language if row.language in LANGUAGES else "da"
    place = cleaned(row.place_note) or common_words(language).get(f"where.{row.place}", "")
    return Appointment(
        uuid=message_uuid(row.id, "reservation"),
        title=_short(row.subject, limits().label),
        place=_short(place or sender.name, limits().place),
        start=in_denmark(row.planned_start),
        end=in_denmark(row.planned_end),
        organizer=_short(sender.name, limits().label),
        email=sender.email.strip(),
    )


def _short(text: str, longest: int) -> str:
    """Answer a text that fits; the letter itself says all of it."""
    plain = cleaned(text)
    return plain if len(plain) <= longest else f"{plain[: longest - 1]}…"
