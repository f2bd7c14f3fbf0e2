"""The card that a volunteer is asked with: what is told of a person, and what is not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from babel import Locale
from babel.dates import get_day_names
from sqlalchemy import bindparam, select

from app.clients.actions import UNKNOWN_CLIENT
from app.errors import N_, Problem, Refused
from app.letters.facts import sender_of
from app.letters.statements import OFFICE
from app.matches.queries.wishes import wish_to_edit
from app.matches.rules import FREQUENCY_LABELS, Frequency
from app.volunteers.rules import ACTIVITIES, ANIMALS, INTERESTS, TraitKind
from db.access import is_known_to_me
from db.areas import Area
from db.base import Key
from db.people import Person, PersonLanguage
from forms.visiting.candidate_card import CandidateCard, render
from resources.text import catalogue

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date
    from uuid import UUID

    from sqlalchemy import Connection

    from app.matches.rules import WishDetails

SMOKE = N_("people smoke in the flat")
STAIRS = N_("stairs lead to the flat")
MINUTES = N_("{count} minutes")
_WITH_PETS = N_("lives with: {animals}")
_PERSON_ID = bindparam("person_id", type_=Key())
_FACTS = (
    select(Person.birth_date, Area.name.label("area"))
    .outerjoin(Area, Area.id == Person.area_id)
    .where(Person.id == _PERSON_ID, is_known_to_me(Person.id))
)
_SPOKEN = (
    select(PersonLanguage.tag)
    .where(PersonLanguage.person_id == _PERSON_ID, is_known_to_me(PersonLanguage.person_id))
    .order_by(PersonLanguage.position)
)


def candidate_card_pdf(
    connection: Connection, person_id: UUID, language: str, today: date
) -> bytes:
    """Render the card about somebody who waits, without anything that says who it is.

    Raises `Refused` for somebody not known here, or when a character cannot be printed.
    """
    values = {"person_id": person_id}
    wish = wish_to_edit(connection, person_id)
    facts = connection.execute(_FACTS, values).one_or_none()
    if wish is None or facts is None:
        raise Refused(Problem(UNKNOWN_CLIENT))
    office = connection.execute(OFFICE).one()
    return render(
        CandidateCard(
            language=language,
            sender=sender_of(office),
            day=today,
            decade=_decade(facts.birth_date, today),
            district=facts.area or "",
            spoken=tuple(connection.execute(_SPOKEN, values).scalars()),
            visits=_visits(wish.details, language),
            interests=_said(INTERESTS, wish.details, TraitKind.INTEREST, language),
            home=_home(wish.details, language),
            times=_times(wish.details, language),
        )
    )


def _decade(born: date | None, today: date) -> int | None:
    if born is None:
        return None
    age = today.year - born.year - ((today.month, today.day) < (born.month, born.day))
    return max(0, age // 10 * 10)


def _visits(details: WishDetails, language: str) -> tuple[str, ...]:
    say = catalogue(language).gettext
    return (
        say(ACTIVITIES[details.service_kind]),
        say(FREQUENCY_LABELS[Frequency(details.frequency)]),
        say(MINUTES).format(count=details.minutes),
    )


def _home(details: WishDetails, language: str) -> tuple[str, ...]:
    say = catalogue(language).gettext
    pets = ", ".join(_said(ANIMALS, details, TraitKind.PET, language))
    told = (
        (bool(pets), say(_WITH_PETS).format(animals=pets)),
        (details.smoking_home, say(SMOKE)),
        (details.stairs, say(STAIRS)),
    )
    return tuple(words for is_so, words in told if is_so)


def _said(
    labels: Mapping[str, str], details: WishDetails, kind: TraitKind, language: str
) -> tuple[str, ...]:
    mine = {code for other, code in details.traits if other == kind}
    say = catalogue(language).gettext
    return tuple(say(words) for code, words in labels.items() if code in mine)


def _times(details: WishDetails, language: str) -> tuple[str, ...]:
    names = get_day_names("abbreviated", locale=Locale.parse(language))
    days: dict[int, list[str]] = {}
    for weekday, first, last in details.hours:
        days.setdefault(weekday, []).append(f"{_clock(first)}–{_clock(last)}")
    return tuple(f"{names[day - 1]} {', '.join(spans)}" for day, spans in sorted(days.items()))


def _clock(minute: int) -> str:
    return f"{minute // 60:02}:{minute % 60:02}"
