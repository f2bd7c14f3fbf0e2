"""Requests, answers about consent and what was passed on in the demo office."""

from __future__ import annotations

import tomllib
from datetime import timedelta
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from app.consent.actions import record_consent, withdraw_consent
from app.consent.passing import pass_on
from app.consent.rules import OWN_FORMS, ConsentDetails, ConsentState, PassingOn, Purpose
from app.demo.chance import Chance
from app.intake.actions import add_request, decide_request
from app.intake.rules import (
    END_REASONS,
    Decision,
    EndReason,
    RequestDetails,
    RequestSource,
    Service,
    Stage,
)
from db.institutions import Institution
from db.people import Person, PersonRole
from resources import read_text

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from uuid import UUID

    from app.demo.rules import Country, DemoPlan
    from app.office import Act

MOST = 60
"""People of the demo office who have a request; enough to fill every list."""
_PASSED_ON = 3

_NOT_TOLD = {EndReason.OTHER, EndReason.MOVED, EndReason.DECEASED}
"""Reasons that would need more of the invented people."""

_STAGES = (Stage.OPEN, Stage.WAITING, Stage.ACCEPTED, Stage.DECLINED, Stage.UNSUITABLE,
           Stage.WITHDRAWN)  # fmt: skip
_SHARES = (12, 22, 48, 8, 5, 5)
_PEOPLE = (
    select(Person.id)
    .join(PersonRole, PersonRole.person_id == Person.id)
    .where(
        PersonRole.role == "client",
        Person.status == "active",
        Person.address_protected.is_(False),
        Person.is_restricted.is_(False),
    )
    .order_by(Person.sort_key_de, Person.id)
    .limit(MOST)
)
_HELPERS = (
    select(Institution.id)
    .where(Institution.kind.in_(["advice", "practice"]), Institution.is_active.is_(True))
    .order_by(Institution.sort_key_de, Institution.id)
)


@lru_cache
def _words(country: Country) -> dict[str, Any]:
    words: dict[str, Any] = tomllib.loads(read_text("demo", "requests.toml"))[country.language]
    return words


def add_demo_requests(act: Act, plan: DemoPlan) -> int:
    """Write requests and consents of the first people of a plan; answer how many requests."""
    people = act.session.scalars(_PEOPLE).all()
    helpers = act.session.scalars(_HELPERS).all()
    for number, person_id in enumerate(people):
        chance = Chance(plan.seed, plan.country, "request", number)
        place = number / MOST
        _add_request(act, plan, chance, person_id, place)
        _add_consents(act, plan, chance, person_id, helpers, place)
    for number, person_id in enumerate(people[:_PASSED_ON] if helpers else ()):
        chance = Chance(plan.seed, plan.country, "passed on", number)
        _pass_on(act, plan, chance, person_id, helpers[0])
    return len(people)


def _add_request(act: Act, plan: DemoPlan, chance: Chance, person_id: UUID, place: float) -> None:
    words = _words(plan.country)
    stage = chance.weighted(_STAGES, _SHARES)
    asked = plan.today - timedelta(days=3 + int(chance.random() * 200))
    own = None if stage is Stage.OPEN and chance.often(0.5) else stage is not Stage.DECLINED
    request_id = chance.key(place)
    details = RequestDetails(
        person_id=person_id,
        service=chance.weighted(tuple(Service), (70, 20, 6, 4)),
        requested_on=asked,
        source=chance.pick(tuple(RequestSource)),
        own_consent=own,
        consent_on=None if own is None else asked + timedelta(days=2),
        consent_how=chance.pick(OWN_FORMS),
        note=chance.pick(words["notes"]),
    )
    if details.service == Service.VISITING and own:
        details = _with_first_talk(details, words, chance)
    add_request(act, request_id, details)
    if stage is not Stage.OPEN:
        decide_request(act, request_id, 1, _decision(stage, own, asked, words, chance))


def _with_first_talk(
    details: RequestDetails, words: dict[str, Any], chance: Chance
) -> RequestDetails:
    answers = {item: chance.pick(words[item]) for item in ("interests", "wishes", "times", "pets")}
    answers |= {
        "kind": chance.pick(("home", "home", "walk", "phone")),
        "frequency": chance.pick(("weekly", "fortnightly")),
        "living": chance.pick(("alone", "partner")),
        "mobility": chance.pick(("free", "stick", "walker")),
        "smoking": chance.pick(("yes", "no", "no")),
    }
    fields = {field: getattr(details, field) for field in RequestDetails.__dataclass_fields__}
    return RequestDetails(**(fields | {"answers": answers}))


def _decision(
    stage: Stage,
    own: bool | None,  # noqa: FBT001 - the value itself
    asked: date,
    words: dict[str, Any],
    chance: Chance,
) -> Decision:
    reasons = [one for one in END_REASONS.get(stage, ()) if one not in _NOT_TOLD]
    reason = "" if not reasons else chance.pick(reasons)
    if stage is Stage.DECLINED and own is False:
        reason = EndReason.PERSON_SAID_NO
    return Decision(
        stage=stage,
        decided_on=asked + timedelta(days=3),
        reason=reason,
        waiting_reason=chance.pick(words["waits"]) if stage is Stage.WAITING else "",
    )


def _add_consents(
    act: Act,
    plan: DemoPlan,
    chance: Chance,
    person_id: UUID,
    helpers: Sequence[UUID],
    place: float,
) -> None:
    """Write what somebody said to keeping, passing on and pictures; some of it ends or ended."""
    said_on = plan.today - timedelta(days=120 + int(chance.random() * 240))
    how = chance.pick(OWN_FORMS)
    keeping = ConsentDetails(said_on=said_on, how=how)
    record_consent(act, chance.key(place), person_id, keeping)
    if helpers:
        ends = None
        if chance.often(0.4):
            ends = plan.today + timedelta(days=int(chance.random() * 120) - 40)
        state = ConsentState.GIVEN if chance.often(0.85) else ConsentState.REFUSED
        sharing = ConsentDetails(
            purpose=Purpose.PASSING_ON,
            institution_id=chance.pick(helpers) if place else helpers[0],
            scope=_words(plan.country)["scope"],
            state=state,
            said_on=said_on,
            how=how,
            expires_on=ends,
        )
        consent_id = chance.key(place)
        record_consent(act, consent_id, person_id, sharing)
        if state is ConsentState.GIVEN and chance.often(0.1):
            withdraw_consent(act, consent_id, plan.today - timedelta(days=5))
    if chance.often(0.3):
        pictures = ConsentDetails(
            purpose=Purpose.PICTURES, state=ConsentState.REFUSED, said_on=said_on, how=how
        )
        record_consent(act, chance.key(place), person_id, pictures)


def _pass_on(act: Act, plan: DemoPlan, chance: Chance, person_id: UUID, helper: UUID) -> None:
    """Ask somebody anew and pass contact data on, so that the card shows both."""
    words = _words(plan.country)
    consent = ConsentDetails(
        purpose=Purpose.PASSING_ON,
        institution_id=helper,
        scope=words["scope"],
        said_on=plan.today,
        expires_on=plan.today + timedelta(days=365),
    )
    record_consent(act, chance.key(0), person_id, consent)
    pass_on(
        act, chance.key(0), person_id, PassingOn(institution_id=helper, purpose=words["purpose"])
    )
