"""What is held on a person in plain words of one language, and as values for programs."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Any
from uuid import UUID

from app.clients.rules.details import SALUTATION_LABELS
from app.clients.rules.reach import ADDRESS_LABELS, KIND_LABELS
from app.clients.rules.roles import ROLE_LABELS
from app.clients.rules.speaking import FORMAT_LABELS, LEVEL_LABELS
from app.clients.rules.status import STATUS_LABELS
from app.codes.saying import Saying
from app.consent.rules.words import FORM_LABELS, PURPOSE_LABELS, STATE_LABELS
from app.errors import N_
from app.households.rules.relations import RELATION_LABELS
from app.institutions.rules.lists import KINDS
from app.intake.rules.lists import REASONS, SOURCES
from app.journal.rules.lists import MEDIA, TOPICS
from app.journal.rules.words import ACCESS_LABELS
from app.mobile_advice.advice.rules import CALLBACK_LABELS, SEX_LABELS
from app.mobile_advice.advice.rules import KIND_LABELS as ADVISED_LABELS
from app.mobile_advice.advice.rules import OUTCOMES as ADVICE_OUTCOMES
from app.mobile_advice.advice.rules import SOURCE_LABELS as COUNTED_LABELS
from app.mobile_advice.advice.rules import TOPICS as ADVICE_TOPICS
from app.privacy.rules.columns import BY_WHOM, COLUMN_WORDS, TECHNICAL
from app.referrals.answers.rules import CHANNEL_LABELS as WAYS_OF_ANSWERING
from app.referrals.answers.rules import CLASS_LABELS
from app.referrals.bases import bases
from app.referrals.enquiries.rules.lists import CONCERNS, OUTCOMES
from app.referrals.enquiries.rules.words import (
    CHANNEL_LABELS,
    KNOWN_LABELS,
    STEP_LABELS,
    URGENCY_LABELS,
)
from app.referrals.enquiries.rules.words import (
    STATE_LABELS as ENQUIRY_LABELS,
)
from app.referrals.handing_over.rules import FACT_LABELS, REQUEST_LABELS
from app.referrals.handing_over.rules import KIND_LABELS as KIND_HANDED
from app.referrals.handing_over.rules import STATE_LABELS as STATES_HANDED
from app.referrals.housing_cases.rules.words import CASE_KIND_LABELS, STAGE_LABELS
from app.visiting.rules import NotHeldReason, Place, VisitStatus
from resources.text import catalogue

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from app.codes.rules import CodeList, OwnEntry
    from app.privacy.everything import Everything

YES, NO = N_("yes"), N_("no")
SOMEBODY = N_("another person")
THE_OFFICE = N_("The office")
FROM = N_("Entered by {names}")
FROM_SOURCE = N_("{source}; entered by {names}")


def _labels(words: Iterable[Any]) -> dict[str, str]:
    return {word.value: word.label for word in words}


def _values(labels: Mapping[Any, str]) -> dict[str, str]:
    return {str(key): label for key, label in labels.items()}


_BASES = {
    **{basis.code: basis.title for country in ("DE", "DK") for basis in bases(country)},
    "consent": N_("Consent"),
    "override": N_("Without consent"),
}
_WORDS: Mapping[str, Mapping[str, str]] = {
    "person.salutation": _values(SALUTATION_LABELS),
    "person.status": _values(STATUS_LABELS),
    "person.letter_format": _values(FORMAT_LABELS),
    "person_role.role": _values(ROLE_LABELS),
    "person_language.level": _values(LEVEL_LABELS),
    "person_reach.kind": _values(KIND_LABELS),
    "person_address.label": _values(ADDRESS_LABELS),
    "note.access": _values(ACCESS_LABELS),
    "relation.kind": _values(RELATION_LABELS),
    "consent.purpose": _values(PURPOSE_LABELS),
    "consent.state": _values(STATE_LABELS),
    "consent.how": _values(FORM_LABELS),
    "intake.consent_how": _values(FORM_LABELS),
    "disclosure.purpose": _values(PURPOSE_LABELS) | _values(KIND_HANDED),
    "disclosure.basis": _BASES,
    "answer.basis": _BASES,
    "answer.channel": _values(WAYS_OF_ANSWERING),
    "answer.disclosure_class": _values(CLASS_LABELS),
    "referral.kind": _values(KIND_HANDED),
    "referral.state": _values(STATES_HANDED),
    "referral.facts": _values(FACT_LABELS),
    "referral.basis": _BASES,
    "referral_event.state": _values(STATES_HANDED),
    "access_request.state": _values(REQUEST_LABELS),
    "visit.status": _labels(VisitStatus),
    "visit.place": _labels(Place),
    "visit.not_held_reason": _labels(NotHeldReason),
    "look.what": {"card": N_("The card"), "answer": N_("An answer like this one")},
    "enquiry.channel": _values(CHANNEL_LABELS),
    "enquiry.urgency": _values(URGENCY_LABELS),
    "enquiry.state": _values(ENQUIRY_LABELS),
    "enquiry.children": _values(KNOWN_LABELS),
    "enquiry.told_resident": _values(KNOWN_LABELS),
    "enquiry.resident_knows": _values(KNOWN_LABELS),
    "enquiry_step.kind": _values(STEP_LABELS),
    "housing_case.kind": _values(CASE_KIND_LABELS),
    "housing_case.stage": _values(STAGE_LABELS),
    "housing_case_step.stage": _values(STAGE_LABELS),
    "advice_contact.kind": _values(ADVISED_LABELS),
    "advice_contact.sex": _values(SEX_LABELS),
    "advice_contact.source": _values(COUNTED_LABELS),
    "callback.state": _values(CALLBACK_LABELS),
    "duplicate_pair.verdict": {"same": N_("the same person"), "different": N_("two people")},
}
"""English words for the codes that columns hold, by table and column."""

_LISTS: Mapping[str, tuple[CodeList, ...]] = {
    "advice_contact.topics": (ADVICE_TOPICS,),
    "advice_contact.outcome": (ADVICE_OUTCOMES,),
    "callback.topic": (ADVICE_TOPICS,),
    "note.medium": (MEDIA,),
    "note.topics": (TOPICS,),
    "intake.source": (SOURCES,),
    "intake.reason": tuple(REASONS.values()),
    "institution.kind": (KINDS,),
    "enquiry_category.code": (CONCERNS,),
    "enquiry.outcome": (OUTCOMES,),
}
"""Code lists that an office may change, by table and column."""


class Teller:
    """Says rows in one language."""

    def __init__(
        self, language: str, names: Mapping[UUID, str], own: Iterable[OwnEntry] = ()
    ) -> None:
        """Say in a language ("de", "da", "en"), with the names of whom rows point at.

        `own` are the office's own words for codes.
        """
        self._saying = Saying(own, language)
        self._say = catalogue(language).gettext
        self._language = language
        self._names = names

    def word(self, english: str) -> str:
        """Answer an English word or sentence in the language."""
        return self._say(english) if english else ""

    def facts(self, table: str, row: Mapping[str, Any]) -> tuple[tuple[str, str], ...]:
        """Answer labels with values, without what is empty and what says nothing to anyone."""
        said = (
            (self.word(COLUMN_WORDS[column]), self.value(table, column, value))
            for column, value in row.items()
            if column in COLUMN_WORDS
        )
        return tuple((label, value) for label, value in said if value)

    def value(self, table: str, column: str, value: object) -> str:
        """Answer one value in words; "" where nothing is known."""
        if isinstance(value, bool):
            return self.word(YES if value else NO)
        if isinstance(value, datetime):
            return self._moment(value)
        if isinstance(value, date):
            return self._day(value)
        if isinstance(value, UUID):
            return self._names.get(value, self.word(SOMEBODY))
        if value is None or value == "":
            return ""
        return self._coded(f"{table}.{column}", str(value))

    def source(self, table: str, rows: Iterable[Mapping[str, Any]]) -> str:
        """Answer where rows come from: who entered them, and from what source."""
        found = list(rows)
        names = list(dict.fromkeys(name for row in found if (name := entered_by(row))))
        sources = {str(row["source"]) for row in found if row.get("source")}
        if sources and table == "person":
            shown = ", ".join(sorted(sources))
            return shown if not names else self._from(FROM_SOURCE, names, source=shown)
        return self._from(FROM, names) if names else self.word(THE_OFFICE)

    def _from(self, sentence: str, names: list[str], **more: str) -> str:
        return self.word(sentence).format(names=", ".join(names), **more)

    def _listed(self, lists: tuple[CodeList, ...], code: str) -> str:
        said = (self._saying.word(codes, code) for codes in lists)
        return next((word for word in said if word != code), code)

    def _coded(self, place: str, value: str) -> str:
        if (lists := _LISTS.get(place)) is not None:
            return ", ".join(self._listed(lists, code) for code in value.split())
        words = _WORDS.get(place)
        if words is None:
            return value
        if value in words:
            return self.word(words[value])
        parts = value.split()
        return ", ".join(self.word(words.get(part, part)) for part in parts)

    def _moment(self, at: datetime) -> str:
        local = at.astimezone() if at.tzinfo is not None else at
        return f"{self._day(local)} {local:%H:%M}"

    def _day(self, day: date) -> str:
        mark = "/" if self._language == "en" else "."
        return f"{day.day:02}{mark}{day.month:02}{mark}{day.year:04}"


def entered_by(row: Mapping[str, Any]) -> str:
    """Answer the colleague who entered a row; "" where that is not kept with it."""
    return next((str(row[column]) for column in BY_WHOM if row.get(column)), "")


def is_told(column: str) -> bool:
    """Answer whether a column says something to the person it is about."""
    return column not in TECHNICAL


def plain(value: object) -> object:
    """Answer a value as JSON keeps it."""
    if isinstance(value, datetime | date):
        return value.isoformat()
    return str(value) if isinstance(value, UUID) else value


def plain_rows(everything: Everything) -> dict[str, list[dict[str, object]]]:
    """Answer all rows by table as JSON keeps them."""
    return {
        held.table: [{column: plain(value) for column, value in row.items()} for row in held.rows]
        for held in everything.tables
    }
