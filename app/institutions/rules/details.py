"""What a person types about an institution, and what of it is allowed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.clients.rules import (
    Address,
    check_address,
    check_email,
    name_words,
    sort_key,
    typed_address,
)
from app.errors import N_, Problem
from app.institutions.rules.kinds import InstitutionKind
from app.text_rules import NAME_LENGTH, NOTE_LENGTH, check_text

if TYPE_CHECKING:
    from uuid import UUID

HOURS_LENGTH = 1_000
"""Longest opening hours, in characters: a table of a week with its holidays."""
MOST_LANGUAGES = 30
"""Languages of one institution; a centre with many volunteers has about a dozen."""
_WORDS_LENGTH = 250
"""Characters of the folded words that are kept, as a database index takes them."""

NOT_OFFERED = N_("Please choose one of the entries offered.")
TOO_MANY_LANGUAGES = N_("At most {most} languages fit here.")


@dataclass(frozen=True, slots=True)
class InstitutionDetails:
    """The form of an institution, as typed; only a name is required."""

    kind: str = InstitutionKind.HOUSING
    name: str = ""
    parent_id: UUID | None = None
    """The association that this one is a department of."""
    country: str = "DE"
    care_of: str = ""
    street: str = ""
    house_number: str = ""
    floor: str = ""
    door: str = ""
    postal_code: str = ""
    city: str = ""
    area_id: UUID | None = None
    phone: str = ""
    email: str = ""
    website: str = ""
    opening_hours: str = ""
    languages: tuple[str, ...] = ()
    """BCP 47 tags of the languages in which one can speak there."""
    cooperation: str = ""
    is_active: bool = True

    @property
    def address(self) -> Address:
        """The address as it is stored; German addresses have no door."""
        return typed_address(self)


@dataclass(frozen=True, slots=True)
class InstitutionKeys:
    """How an institution is found and where its name stands in a list."""

    words: str
    """The folded words of the name, each behind a space; never holds `%`, `_` or a backslash."""
    sort_key_de: str
    sort_key_da: str


def institution_keys(name: str) -> InstitutionKeys:
    """Answer the keys of a name."""
    words = "".join(f" {word}" for word in name_words(name))
    return InstitutionKeys(
        words[:_WORDS_LENGTH], sort_key(name, "", "de"), sort_key(name, "", "da")
    )


def check_institution(
    details: InstitutionDetails, own_kinds: frozenset[str] = frozenset()
) -> tuple[Problem, ...]:
    """Answer everything that is wrong with an institution's form, one problem a field.

    `own_kinds` are those that the office added.
    """
    return (
        *check_text(details.name, "name", longest=NAME_LENGTH, required=True),
        *_check_kind(details.kind, own_kinds),
        *check_text(details.phone, "phone", longest=NAME_LENGTH),
        *check_email(details.email, "email"),
        *check_text(details.website, "website", longest=NAME_LENGTH),
        *check_address(details.address),
        *check_text(details.opening_hours, "opening_hours", longest=HOURS_LENGTH, lines=True),
        *check_text(details.cooperation, "cooperation", longest=NOTE_LENGTH, lines=True),
        *_check_languages(details.languages),
    )


def _check_kind(kind: str, own_kinds: frozenset[str]) -> tuple[Problem, ...]:
    return () if kind in {*InstitutionKind, *own_kinds} else (Problem(NOT_OFFERED, "kind"),)


def _check_languages(tags: tuple[str, ...]) -> tuple[Problem, ...]:
    if len(tags) > MOST_LANGUAGES:
        return (Problem(TOO_MANY_LANGUAGES, "languages", {"most": MOST_LANGUAGES}),)
    return ()
