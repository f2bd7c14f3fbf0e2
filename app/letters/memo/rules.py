"""What a letter needs to leave as a Danish Digital Post message (MeMo 1.2)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from enum import StrEnum
from hashlib import sha256
from typing import TYPE_CHECKING
from uuid import UUID
from zoneinfo import ZoneInfo

from app.errors import N_, Problem
from app.text_rules import check_text, is_blank

if TYPE_CHECKING:
    from collections.abc import Iterator

COUNTRY = "DK"
"""Only offices in Denmark have the mailbox system to hand a message over to."""

NOT_IN_DENMARK = N_("Digital Post is there for offices in Denmark only.")
NO_CPR = N_(
    "The card of {name} has no CPR number, and Digital Post finds people by it. "
    "Send this letter by post."
)
NO_CVR = N_("The CVR number of your office has eight digits. Please check it.")
NO_REMINDER = N_("Please write what the text message says.")
NOT_A_PAGE = N_("An address on the internet begins with https and has no blanks.")
DAY_IS_PAST = N_("This day is past.")
ANSWER_TOO_EARLY = N_("Nobody can answer before the message is there. Choose a later day.")
NO_ANSWERS = N_("Tick that answers are welcome, or leave the last day for an answer empty.")
TOO_LARGE = N_("The message has {size} MB, and Digital Post takes {most} MB. Send it by post.")

_CVR = re.compile(r"[1-9][0-9]{7}")
_PAGE = re.compile(r"https:/{2}[^\s/?#@]+\.[^\s/?#@]+([/?#]\S*)?")
_MACRO_LANGUAGES = {"kmr": "ku", "ckb": "ku"}
_LAST_MOMENT = time(23, 59, 59)


class MessageType(StrEnum):
    """What arrives: a letter in the mailbox, or a text message and nothing else."""

    DIGITAL_POST = "DIGITALPOST"
    NEMSMS = "NEMSMS"


MESSAGE_LABELS = {
    MessageType.DIGITAL_POST: N_("The letter, in the mailbox"),
    MessageType.NEMSMS: N_("Only a reminder, as a text message"),
}
"""The words for each kind, translated where they are shown."""


@dataclass(frozen=True, slots=True)
class Limits:
    """How much a message may hold, in characters and bytes."""

    label: int
    notification: int
    case_number: int
    page: int
    place: int
    message: int


@dataclass(frozen=True, slots=True)
class HandOver:
    """What somebody chose for a message."""

    cvr: str = ""
    """Of the office, eight digits."""
    kind: MessageType = MessageType.DIGITAL_POST
    notification: str = ""
    """What the notification, or the text message, says; never anything confidential."""
    not_before: date | None = None
    """The first day on which it may arrive; None for at once."""
    may_reply: bool = False
    reply_by: date | None = None
    case_number: str = ""
    page: str = ""
    """Where people answer on the internet."""


@dataclass(frozen=True, slots=True)
class Appointment:
    """What the mailbox offers to put into the calendar."""

    uuid: UUID
    title: str
    place: str
    start: datetime
    """Aware, as `end`."""
    end: datetime
    organizer: str
    email: str


@dataclass(frozen=True, slots=True)
class Message:
    """A message as it is written; nothing is open any more."""

    uuid: UUID
    kind: MessageType
    label: str
    sender: str
    cvr: str
    recipient: str
    cpr: str
    created: datetime
    """Aware."""
    language: str
    """Two letters (ISO 639-1)."""
    file_name: str
    pdf: bytes
    notification: str = ""
    not_before: date | None = None
    may_reply: bool = False
    reply_by: datetime | None = None
    case_number: str = ""
    page: str = ""
    appointment: Appointment | None = None


def check_hand_over(choice: HandOver, limits: Limits, today: date) -> tuple[Problem, ...]:
    """Answer what is wrong with a choice, naming fields of `HandOver`."""
    return (*_check_words(choice, limits), *_check_days(choice, today))


def _check_words(choice: HandOver, limits: Limits) -> Iterator[Problem]:
    if not _CVR.fullmatch(tidy_cvr(choice.cvr)):
        yield Problem(NO_CVR, "cvr")
    if choice.kind is MessageType.NEMSMS and is_blank(choice.notification):
        yield Problem(NO_REMINDER, "notification")
    for field in ("notification", "case_number", "page"):
        yield from check_text(getattr(choice, field), field, longest=getattr(limits, field))
    if choice.page.strip() and not _PAGE.fullmatch(choice.page.strip()):
        yield Problem(NOT_A_PAGE, "page")


def _check_days(choice: HandOver, today: date) -> Iterator[Problem]:
    first = choice.not_before or today
    if first < today:
        yield Problem(DAY_IS_PAST, "not_before")
    if choice.reply_by is not None:
        if not choice.may_reply:
            yield Problem(NO_ANSWERS, "reply_by")
        elif choice.reply_by < first:
            yield Problem(ANSWER_TOO_EARLY, "reply_by")


def tidy_cvr(typed: str) -> str:
    """Answer a CVR number as it is sent: "DK 12 34 56 78" is typed for 12345678."""
    return re.sub(r"^DK|[\s-]", "", typed.strip().upper())


def message_uuid(letter_id: UUID, *parts: str) -> UUID:
    """Answer the identity of a message: the same letter handed over again is the same message.

    It has the form of version 4, which MeMo asks for.
    """
    named = "\n".join((letter_id.hex, *parts)).encode()
    return UUID(bytes=sha256(named).digest()[:16], version=4)


def two_letters(tag: str) -> str:
    """Answer the code of two letters for a language (ISO 639-1), "ku" for Kurdish."""
    return _MACRO_LANGUAGES.get(tag, tag[:2])


def in_denmark(moment: datetime) -> datetime:
    """Answer a local moment of a Danish office with its zone."""
    return moment.replace(tzinfo=ZoneInfo("Europe/Copenhagen"))


def end_of(day: date) -> datetime:
    """Answer the last second of a day in Denmark."""
    return in_denmark(datetime.combine(day, _LAST_MOMENT))


def stamp(moment: datetime) -> str:
    """Answer a moment as MeMo writes it: "2026-11-23T12:00:00Z"."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
