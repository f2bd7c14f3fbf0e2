"""What a person types about a client, and what of it is allowed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from app.clients.rules.addresses import Address, check_address, typed_address
from app.clients.rules.births import Birth, check_birth, read_birth
from app.clients.rules.contact import check_email
from app.clients.rules.cpr import read_cpr
from app.clients.rules.reach import FurtherAddress, Reach, check_addresses, check_reaches
from app.clients.rules.roles import Role, RoleSpan, check_roles
from app.clients.rules.speaking import LanguageLevel, LetterFormat
from app.clients.rules.status import PersonStatus, Standing, check_status
from app.errors import N_, Problem
from app.text_rules import NAME_LENGTH, NOTE_LENGTH, check_text, is_blank

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

LETTER_LANGUAGES = (
    "", "de", "da", "en", "tr", "pl", "ru", "uk", "ar", "ro", "el", "fa", "kmr", "ckb",
)  # fmt: skip
"""Languages of letters; "" follows the office, and so does a letter that is not in one of them."""
MOST_LANGUAGES = 12
"""Spoken languages on one card."""

NAME_MISSING = N_("Please give at least one name.")
NOT_OFFERED = N_("Please choose one of the entries offered.")
MOVE_NEEDS_ADDRESS = N_("Please change the address first: the one before is then kept as former.")
TOO_MANY_LANGUAGES = N_("At most {most} languages fit on a card.")

_TAG = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")


class Salutation(StrEnum):
    """How a person wants to be addressed in letters: chosen by them, never derived."""

    NONE = "none"
    MS = "ms"
    MR = "mr"


SALUTATION_LABELS = {
    Salutation.NONE: N_("Full name"),
    Salutation.MS: N_("Ms"),
    Salutation.MR: N_("Mr"),
}
"""The words for each salutation, translated where they are shown."""


@dataclass(frozen=True, slots=True)
class ClientDetails:
    """The form of a client, as typed; only one name is required."""

    given_name: str = ""
    family_name: str = ""
    salutation: str = Salutation.NONE
    birth: str = ""
    """As typed: "24.11.1938", "11.1938", "1938"; see `read_birth`."""
    phone: str = ""
    mobile: str = ""
    email: str = ""
    country: str = "DE"
    care_of: str = ""
    street: str = ""
    house_number: str = ""
    floor: str = ""
    door: str = ""
    postal_code: str = ""
    city: str = ""
    area_id: UUID | None = None
    lives_alone: bool | None = None
    letter_language: str = ""
    address_protected: bool = False
    hint: str = ""
    about: str = ""
    languages: tuple[str, ...] = ()
    """BCP 47 tags in the person's order, best first."""
    levels: tuple[str, ...] = ()
    """How well each of `languages` is spoken; missing ones are not known."""
    roles: tuple[RoleSpan, ...] = (RoleSpan(Role.CLIENT),)
    cpr: str = ""
    """As typed; stays "" where the office does not keep CPR numbers."""
    reaches: tuple[Reach, ...] = ()
    addresses: tuple[FurtherAddress, ...] = ()
    moved_on: date | None = None
    """The first day at the address typed above: the one before is kept as former."""
    needs_interpreter: bool = False
    letter_format: str = LetterFormat.ORDINARY
    status: str = PersonStatus.ACTIVE
    status_from: date | None = None
    status_until: date | None = None
    status_note: str = ""
    cancels_visits: bool = False
    """Whether what is planned and the status rules out is cancelled in the same step."""
    responsible: str = ""

    @property
    def address(self) -> Address:
        """The address as it is stored; German addresses have no door."""
        return typed_address(self)

    @property
    def standing(self) -> Standing:
        """The status with the days that it uses; only of a checked form."""
        status = PersonStatus(self.status)
        since = None if status is PersonStatus.ACTIVE else self.status_from
        return Standing(status, since, self.status_until if status is PersonStatus.PAUSED else None)


def check_client(details: ClientDetails, today: date) -> tuple[Problem, ...]:
    """Answer everything that is wrong with a client's form, at most one problem a field."""
    return (
        *_check_name(details),
        *_check_typed_birth(details.birth, today),
        *check_text(details.phone, "phone", longest=NAME_LENGTH),
        *check_text(details.mobile, "mobile", longest=NAME_LENGTH),
        *check_email(details.email, "email"),
        *check_address(details.address),
        *check_text(details.hint, "hint", longest=NAME_LENGTH),
        *check_text(details.about, "about", longest=NOTE_LENGTH, lines=True),
        *_check_choices(details),
        *check_roles(details.roles, today),
        *_check_cpr(details.cpr),
        *check_reaches(details.reaches),
        *check_addresses(details.addresses),
        *check_status(
            details.status, details.status_from, details.status_until, details.status_note, today
        ),
        *check_text(details.responsible, "responsible", longest=NAME_LENGTH),
    )


def _check_cpr(typed: str) -> tuple[Problem, ...]:
    digits = read_cpr(typed)
    return (digits,) if isinstance(digits, Problem) else ()


def _check_name(details: ClientDetails) -> tuple[Problem, ...]:
    if is_blank(details.given_name + details.family_name):
        return (Problem(NAME_MISSING, "family_name"),)
    return (
        *check_text(details.given_name, "given_name", longest=NAME_LENGTH),
        *check_text(details.family_name, "family_name", longest=NAME_LENGTH),
    )


def _check_typed_birth(typed: str, today: date) -> tuple[Problem, ...]:
    birth = read_birth(typed)
    if isinstance(birth, Birth):
        return check_birth(birth, today)
    return () if birth is None else (birth,)


def _check_choices(details: ClientDetails) -> tuple[Problem, ...]:
    problems = []
    if details.salutation not in set(Salutation):
        problems.append(Problem(NOT_OFFERED, "salutation"))
    if details.letter_language not in LETTER_LANGUAGES:
        problems.append(Problem(NOT_OFFERED, "letter_language"))
    if details.letter_format not in set(LetterFormat):
        problems.append(Problem(NOT_OFFERED, "letter_format"))
    if len(details.languages) > MOST_LANGUAGES:
        problems.append(Problem(TOO_MANY_LANGUAGES, "languages", {"most": MOST_LANGUAGES}))
    elif not all(map(_TAG.fullmatch, details.languages)) or set(details.levels) - set(
        LanguageLevel
    ):
        problems.append(Problem(NOT_OFFERED, "languages"))
    return tuple(problems)
