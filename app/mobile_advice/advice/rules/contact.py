"""What is typed about one contact, and what of it is allowed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.errors import N_, Problem
from app.mobile_advice.advice.rules.lists import OUTCOMES, TOPICS
from app.mobile_advice.advice.rules.words import ContactKind, Sex
from app.text_rules import MISSING, NAME_LENGTH, NOTE_LENGTH, check_text, is_blank

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date
    from uuid import UUID

    from app.mobile_advice.advice.rules.bands import AgeBand, Figures

LONGEST_TAG = 35
"""Longest tag of a language that BCP 47 asks programs to take."""
NO_TOPIC = N_("Please choose at least one topic.")
NOT_OFFERED = N_("Please choose one of the entries offered.")
IN_THE_FUTURE = N_("This day lies in the future.")
OUT_OF_RANGE = N_("Please enter a number from {least} to {most}.")
BEFORE_THE_DAY = N_("Following up comes after the contact.")
TWO_TARGETS = N_("Please name one place only: an institution from the list, or a name.")
NO_TARGET = N_("Please say where the person was sent on to.")
NOBODY_NAMED = N_("Nobody is named in this record, so no data can be passed on with it.")


@dataclass(frozen=True, slots=True)
class ContactDetails:
    """The form of one contact; about nobody in particular unless `person_id` says whom."""

    day: date | None = None
    kind: str = ContactKind.WALK_IN
    person_id: UUID | None = None
    tour_halt_id: UUID | None = None
    stop_id: UUID | None = None
    appointment_id: UUID | None = None
    interpreter_request_id: UUID | None = None
    topics: tuple[str, ...] = ()
    outcome: str = ""
    age_band: str = ""
    sex: str = ""
    area_id: UUID | None = None
    """District of residence."""
    language: str = ""
    interpreter: bool = False
    minutes: int | None = None
    present: int | None = 1
    was_here_before: bool | None = None
    follow_up_on: date | None = None
    note: str = ""
    institution_id: UUID | None = None
    """Where the person was sent on to."""
    target: str = ""
    """The same in words, where it is no institution of the office."""
    with_data: bool = False
    """Whether contact data of the named person were passed on."""
    override_reason: str = ""
    """On what basis without consent, in at least as many characters as consent asks for."""

    @property
    def is_sent_on(self) -> bool:
        """Whether the record says where the person was sent on to."""
        return self.institution_id is not None or not is_blank(self.target)


@dataclass(frozen=True, slots=True)
class Offered:
    """What an office has on its lists beyond what is delivered."""

    topics: frozenset[str] = frozenset()
    outcomes: frozenset[str] = frozenset()


def check_contact(
    details: ContactDetails,
    today: date,
    figures: Figures,
    bands: Iterable[AgeBand],
    own: Offered = Offered(),
) -> tuple[Problem, ...]:
    """Answer everything that is wrong with a record, consent apart."""
    return (
        *_check_day(details, today),
        *_check_codes(details, bands, own),
        *_check_numbers(details, figures),
        *check_text(details.language, "language", longest=LONGEST_TAG),
        *check_text(details.note, "note", longest=NOTE_LENGTH, lines=True),
        *_check_referral(details),
    )


def as_topics(codes: Iterable[str]) -> str:
    """Answer topics as they are kept: sorted, each once, a blank between."""
    return " ".join(sorted(set(codes)))


def topics_of(kept: str) -> tuple[str, ...]:
    """Answer the topics of a record."""
    return tuple(kept.split())


def _check_day(details: ContactDetails, today: date) -> tuple[Problem, ...]:
    if details.day is None:
        return (Problem(MISSING, "day"),)
    if details.day > today:
        return (Problem(IN_THE_FUTURE, "day"),)
    if details.follow_up_on is not None and details.follow_up_on < details.day:
        return (Problem(BEFORE_THE_DAY, "follow_up_on"),)
    return ()


def _check_codes(
    details: ContactDetails, bands: Iterable[AgeBand], own: Offered
) -> tuple[Problem, ...]:
    if not details.topics:
        return (Problem(NO_TOPIC, "topics"),)
    known_outcomes = {"", *OUTCOMES.delivered, *own.outcomes}
    offered = (
        ("kind", details.kind in set(ContactKind)),
        ("topics", set(details.topics) <= TOPICS.delivered.keys() | own.topics),
        ("outcome", details.outcome in known_outcomes),
        ("age_band", details.age_band in {"", *(band.code for band in bands)}),
        ("sex", details.sex in {"", *Sex}),
    )
    return tuple(Problem(NOT_OFFERED, field) for field, is_offered in offered if not is_offered)


def _check_numbers(details: ContactDetails, figures: Figures) -> tuple[Problem, ...]:
    found = []
    if details.minutes is not None and not 1 <= details.minutes <= figures.most_minutes:
        found.append(Problem(OUT_OF_RANGE, "minutes", {"least": 1, "most": figures.most_minutes}))
    if details.present is None or not 1 <= details.present <= figures.most_present:
        found.append(Problem(OUT_OF_RANGE, "present", {"least": 1, "most": figures.most_present}))
    return tuple(found)


def _check_referral(details: ContactDetails) -> tuple[Problem, ...]:
    if details.institution_id is not None and not is_blank(details.target):
        return (Problem(TWO_TARGETS, "target"),)
    if details.with_data and not details.is_sent_on:
        return (Problem(NO_TARGET, "institution_id"),)
    if details.with_data and details.person_id is None:
        return (Problem(NOBODY_NAMED, "with_data"),)
    return check_text(details.target, "target", longest=NAME_LENGTH)
