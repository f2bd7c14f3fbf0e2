"""What can be asked about handing over: lists, one matter with its steps, what is due."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from app.access.queries import my_rights
from app.access.rules import Right
from app.clients.rules import full_name
from app.escalation.chains import office_country
from app.referrals.bases import bases, offered
from app.referrals.handing_over import statements as ask
from app.referrals.handing_over.carried import period
from app.referrals.handing_over.reduced import reduced_view, shown_facts
from app.referrals.handing_over.rules import Fact, HandingKind

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from datetime import datetime
    from uuid import UUID

    from sqlalchemy import Connection, Row

    from app.referrals.bases import Basis

    AnyRow = Row[*tuple[Any, ...]]

MOST = 2_000
"""Matters of one list; the oldest that are closed are left out."""


@dataclass(frozen=True, slots=True)
class ReferralRow:
    """A matter that was handed over, as the reader may see it."""

    id: UUID
    version: int
    person_id: UUID | None
    """None where the reader was told of the matter, and may not know of the person."""
    name: str
    """Of the person; as it was told to the receiver, or "", where only that is known."""
    kind: str
    state: str
    receiver: str
    reason: str
    basis: str
    sent_on: date
    sent_by: str
    due_on: date | None
    answered_on: date | None
    answer: str
    answer_reason: str
    done_on: date | None
    facts: tuple[tuple[str, str], ...]
    """The reduced view: labels and values in the language it was written in."""
    is_mine: bool
    """Whether it was handed to the reader."""
    is_sent_by_me: bool
    sender: str = ""
    """The institution that handed it to the office; "" for what the office hands on."""
    told: str = ""
    """What that institution told, in its own words."""

    @property
    def is_received(self) -> bool:
        """Whether another institution handed it to the office."""
        return bool(self.sender)

    def is_late(self, today: date) -> bool:
        """Answer whether an answer is overdue."""
        is_open = self.state in {"sent", "accepted"}
        return is_open and self.due_on is not None and self.due_on < today


@dataclass(frozen=True, slots=True)
class ReferralStep:
    """One change of a matter."""

    at: datetime
    who: str
    state: str
    reason: str


@dataclass(frozen=True, slots=True)
class ReferralCard:
    """A matter with its steps."""

    row: ReferralRow
    steps: tuple[ReferralStep, ...]
    law: str
    may_ask: bool
    """Whether the reader, who may not know of the person, may ask to."""
    asked: str
    """How the reader's own request stands; "" without one."""


@dataclass(frozen=True, slots=True)
class HandingDesk:
    """What the form of handing over knows."""

    person_id: UUID
    name: str
    country: str
    language: str
    colleagues: tuple[str, ...]
    bases: Mapping[str, tuple[Basis, ...]]
    """What may be chosen, by the way of handing over."""
    due_on: date
    """By when an answer is proposed."""
    facts: Mapping[str, str]
    """What the receiver would read of each fact; only of what is known."""


@dataclass(frozen=True, slots=True)
class RequestRow:
    """A colleague who asks to open a card."""

    id: UUID
    version: int
    person_id: UUID
    name: str
    who: str
    at: datetime
    reason: str


def referrals(connection: Connection, rows: int = MOST) -> tuple[ReferralRow, ...]:
    """Answer the matters that the reader may see: what is open first, the earliest due before."""
    return tuple(map(_row, connection.execute(ask.ALL, {"rows": rows})))


def referrals_of(connection: Connection, person_id: UUID) -> tuple[ReferralRow, ...]:
    """Answer the matters of a person, the latest first."""
    return tuple(map(_row, connection.execute(ask.OF_PERSON, {"person_id": person_id})))


def referrals_due(connection: Connection, today: date, rows: int = 50) -> tuple[ReferralRow, ...]:
    """Answer what waits for the reader's answer, and what the reader waits for until soon."""
    near = period(office_country(connection), today).near_days
    values = {"until": today + timedelta(days=near), "rows": rows}
    return tuple(map(_row, connection.execute(ask.DUE, values)))


def referral_card(connection: Connection, referral_id: UUID, today: date) -> ReferralCard | None:
    """Answer one matter; None where it is gone or the reader may not see it."""
    found = connection.execute(ask.ONE, {"referral_id": referral_id}).first()
    if found is None:
        return None
    row = _row(found)
    events = connection.execute(ask.EVENTS, {"referral_id": referral_id})
    steps = tuple(ReferralStep(*event) for event in events)
    country = office_country(connection)
    law = next((basis.law for basis in bases(country) if basis.code == row.basis), "")
    is_hidden = row.person_id is None
    asked = connection.scalar(ask.MY_REQUEST, {"person_id": found.about_id}) if is_hidden else ""
    may_ask = is_hidden and period(country, today).may_ask and asked != "open"
    return ReferralCard(row, steps, law, may_ask, asked or "")


def handing_desk(connection: Connection, person_id: UUID, today: date) -> HandingDesk | None:
    """Answer what the form knows; None for a person whom the reader may not know of."""
    from app.clients.queries import client_card  # noqa: PLC0415 - only for its form
    from app.letters.composing.rules import official_language  # noqa: PLC0415 - as above

    card = client_card(connection, person_id)
    if card is None:
        return None
    country = office_country(connection)
    language = official_language(country)
    told = {fact: reduced_view(card, {fact}, language) for fact in Fact}
    return HandingDesk(
        person_id=person_id,
        name=card.name,
        country=country,
        language=language,
        colleagues=colleagues(connection),
        bases={kind: offered(bases(country), kind, today) for kind in HandingKind},
        due_on=today + timedelta(days=period(country, today).answer_days),
        facts={fact.value: text for fact, text in told.items() if text},
    )


def colleagues(connection: Connection) -> tuple[str, ...]:
    """Answer the names of everyone who works in the office."""
    return tuple(connection.scalars(ask.COLLEAGUES))


def told_facts(desk: HandingDesk, facts: Collection[str]) -> str:
    """Answer the reduced view as the receiver will read it."""
    return "\n".join(text for fact, text in desk.facts.items() if fact in facts)


def access_requests(connection: Connection) -> tuple[RequestRow, ...]:
    """Answer who asks to open a card, for those who may grant it; for others nothing."""
    if Right.RESTRICT not in my_rights(connection):
        return ()
    return tuple(
        RequestRow(
            row.id,
            row.version,
            row.person_id,
            full_name(row.given_name, row.family_name),
            row.who,
            row.at,
            row.reason,
        )
        for row in connection.execute(ask.REQUESTS)
    )


def _row(row: AnyRow) -> ReferralRow:
    is_known = row.person_id is not None
    return ReferralRow(
        id=row.id,
        version=row.version,
        person_id=row.person_id,
        name=full_name(row.given_name, row.family_name) if is_known else row.about,
        kind=row.kind,
        state=row.state,
        receiver=row.receiver,
        reason=row.reason,
        basis=row.basis,
        sent_on=row.sent_on,
        sent_by=row.sent_by,
        due_on=row.due_on,
        answered_on=row.answered_on,
        answer=row.answer,
        answer_reason=row.answer_reason,
        done_on=row.done_on,
        facts=() if row.sender else shown_facts(row.shown_text),
        is_mine=bool(row.is_mine),
        is_sent_by_me=bool(row.is_sent_by_me),
        sender=row.sender,
        told=row.shown_text if row.sender else "",
    )
