"""The rows of offers: found, or made under the key that the same visit always has."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from app.consent.actions import known_person
from app.errors import N_, Conflict, Problem, Refused
from app.office import CHANGED_MEANWHILE
from app.preventive.queries.cohort import offer_key
from app.preventive.rules import OfferState
from db.preventive import PreventiveOffer

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from app.office import Act
    from app.preventive.queries import DueRow, OpenVisit

OFFER_IS_GONE = N_("This offer is no longer in the office.")

_FIELDS = (
    "state", "offered_on", "reminded_on", "answered_on", "visited_on", "next_due", "way",
    "reason", "note", "visit_id", "letter_id", "reminder_id",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Occasion:
    """A visit that is due to a person by a rule; its offer may be there already."""

    person_id: UUID
    rule_code: str
    period_from: date
    due_on: date
    version: int = 0
    """Of the offer as it was read; 0 where there was none."""
    offer_id: UUID | None = None

    @property
    def id(self) -> UUID:
        """The key of the offer."""
        return self.offer_id or offer_key(self.person_id, self.rule_code, self.period_from)


def occasion_of(row: DueRow) -> Occasion:
    """Answer the occasion of a row of the cohort."""
    return Occasion(
        row.person_id, row.rule_code, row.period_from, row.due_on, row.version, row.offer_id
    )


def occasion_of_open(person_id: UUID, visit: OpenVisit) -> Occasion:
    """Answer the occasion of a visit on somebody's card."""
    if visit.offer is None:
        return Occasion(person_id, visit.rule_code, visit.period_from, visit.due_on)
    offer = visit.offer
    return Occasion(
        offer.person_id, offer.rule_code, offer.period_from, offer.due_on, offer.version, offer.id
    )


@dataclass(frozen=True, slots=True)
class Before:
    """An offer as it was before an act, with which the act is undone."""

    offer_id: UUID
    version: int
    """After the act."""
    fields: dict[str, Any] | None = field(hash=False)
    """None where there was no offer."""


def opened_offer(act: Act, occasion: Occasion) -> tuple[PreventiveOffer, dict[str, Any] | None]:
    """Answer the offer of an occasion and what it said; a new one says None.

    Raises `Conflict` when others changed it, `Refused` when the person may not be known.
    """
    known_person(act, occasion.person_id)
    row = act.session.get(PreventiveOffer, occasion.id)
    if (row.version if row else 0) != occasion.version:
        raise Conflict(Problem(CHANGED_MEANWHILE))
    if row is not None:
        return row, {name: getattr(row, name) for name in _FIELDS}
    row = PreventiveOffer(
        id=occasion.id,
        person_id=occasion.person_id,
        rule_code=occasion.rule_code,
        period_from=occasion.period_from,
        due_on=occasion.due_on,
        state=OfferState.DUE.value,
    )
    act.session.add(row)
    return row, None


def put_offer_back(act: Act, before: Before) -> None:
    """Let an offer be as it was; raises `Conflict` when others changed it since."""
    row = act.session.get(PreventiveOffer, before.offer_id)
    if row is None:
        raise Refused(Problem(OFFER_IS_GONE))
    known_person(act, row.person_id)
    if row.version != before.version:
        raise Conflict(Problem(CHANGED_MEANWHILE))
    if before.fields is None:
        act.session.delete(row)
        return
    for name, value in before.fields.items():
        setattr(row, name, value)
