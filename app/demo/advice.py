"""Advice of the demo office: contacts of three months, calls to be made, what the bus costs."""

from __future__ import annotations

import tomllib
from datetime import UTC, datetime, time, timedelta
from typing import TYPE_CHECKING, Any

from sqlalchemy import insert, select, true

from app.demo.chance import Chance
from app.mobile_advice.advice.actions import record_advice
from app.mobile_advice.advice.calling import close_call, miss_call, note_call
from app.mobile_advice.advice.rules import (
    TOPICS,
    CallbackDetails,
    ContactDetails,
    ContactKind,
    as_topics,
)
from app.mobile_advice.booking.statements import CANCELLED, HALTS_BETWEEN, HaltRow
from app.mobile_advice.costs.actions import save_cost_item
from app.mobile_advice.costs.rules import CostItemDetails, Side
from db.advice import AdviceContact, Callback
from db.areas import Area
from db.people import Person
from resources import read_text

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date
    from uuid import UUID

    from app.demo.rules import DemoPlan
    from app.office import Act

_BEHIND = timedelta(days=98)
_MANY = 1 << 16
"""More than there are contacts, calls and assumptions."""
_FOR_EACH = 6
"""Contacts for each person of the office."""
_MOST = 1_800
_NAMED = 9
_BANDS = ("under_60", "60_69", "70_79", "80_89", "90_plus", "")
_OUTCOMES = ("informed", "form_filled", "applied", "referred", "appointment", "unsettled", "")
_AREAS = (
    select(Area.id)
    .where(Area.in_use == true(), Area.name != "")
    .order_by(Area.code_list, Area.position)
)
_PEOPLE = (
    select(Person.id, Person.phone, Person.mobile)
    .where(Person.is_restricted != true(), Person.linked_to.is_(None), Person.status == "active")
    .order_by(Person.id)
    .limit(60)
)


def add_demo_advice(act: Act, plan: DemoPlan) -> int:
    """Write contacts, calls and costs; answer how many contacts."""
    known = tomllib.loads(read_text("demo", f"advice_{plan.country.language}.toml"))
    people = act.session.execute(_PEOPLE).all()
    made = _count(act, plan, known["languages"])
    for number, row in enumerate(people[: _NAMED * 3 : 3]):
        _record(act, plan, row.id, known, number)
    for number, table in enumerate(known["calls"], start=1):
        _note(act, plan, table, people[-1], number)
    _assume(act, plan, known["costs"])
    return made + _NAMED


def _count(act: Act, plan: DemoPlan, languages: Sequence[str]) -> int:
    asked = {"first": plan.today - _BEHIND, "last": plan.today - timedelta(days=1)}
    rows = [HaltRow(*row) for row in act.session.execute(HALTS_BETWEEN, asked)]
    halts = [halt for halt in rows if not halt.is_cancelled and halt.halt_state != CANCELLED]
    areas = list(act.session.scalars(_AREAS))
    if not halts:
        return 0
    each = max(1, min(_MOST, plan.clients * _FOR_EACH) // len(halts))
    contacts = []
    for number, halt in enumerate(halts):
        chance = Chance(plan.seed, plan.country, "advice", number)
        contacts += [
            _contact(act, chance, halt, areas, languages, (at + 1) / _MANY)
            for at in range(max(1, chance.about(each)))
        ]
    act.session.execute(insert(AdviceContact), contacts)
    act.touch("advice")
    return len(contacts)


def _contact(
    act: Act,
    chance: Chance,
    halt: HaltRow,
    areas: Sequence[UUID],
    languages: Sequence[str],
    place: float,
) -> dict[str, Any]:
    topics = tuple(TOPICS.delivered)
    weights = tuple(len(topics) - at for at in range(len(topics)))
    chosen = {chance.weighted(topics, weights) for _time in range(chance.pick((1, 1, 1, 2, 2, 3)))}
    kinds = (ContactKind.WALK_IN, ContactKind.APPOINTMENT, ContactKind.PHONE)
    at = datetime.combine(halt.day, time(8), tzinfo=UTC) + timedelta(seconds=place * _MANY)
    near = halt.area_id if halt.area_id is not None and chance.often(0.6) else None
    return {
        "id": chance.key(place),
        "version": 1,
        "day": halt.day,
        "at": at,
        "kind": chance.weighted(kinds, (7, 3, 1)).value,
        "stop_id": halt.stop_id,
        "tour_halt_id": halt.id,
        "area_id": near or (chance.pick(areas) if areas and chance.often(0.8) else None),
        "topics": as_topics(chosen),
        "age_band": chance.weighted(_BANDS, (1, 3, 6, 8, 2, 2)),
        "sex": chance.weighted(("female", "male", ""), (6, 3, 1)),
        "language": chance.pick(languages) if chance.often(0.2) else "",
        "interpreter": chance.often(0.04),
        "minutes": chance.pick((5, 10, 15, 20, 30, 45)),
        "present": chance.weighted((1, 2, 3), (8, 2, 1)),
        "was_here_before": chance.pick((True, False, None)),
        "outcome": chance.weighted(_OUTCOMES, (8, 4, 2, 3, 2, 1, 2)),
        "note": "",
        "who": act.who,
        "source": chance.weighted(("tally", "record"), (2, 1)),
    }


def _record(
    act: Act, plan: DemoPlan, person_id: UUID, known: Mapping[str, Any], number: int
) -> None:
    """Record advice that is about somebody who is named."""
    chance = Chance(plan.seed, plan.country, "named advice", number)
    is_sent = chance.often(0.4)
    details = ContactDetails(
        plan.today - timedelta(days=chance.pick((1, 2, 3, 6, 9, 16))),
        chance.pick((ContactKind.PHONE, ContactKind.WALK_IN, ContactKind.HOME_VISIT)),
        person_id,
        topics=(chance.pick(tuple(TOPICS.delivered)),),
        outcome=chance.pick(("informed", "form_filled", "referred")),
        minutes=chance.pick((15, 20, 30)),
        note=chance.pick(known["notes"]),
        target=chance.pick(known["referrals"]) if is_sent else "",
    )
    record_advice(act, chance.key(0), details)


def _note(act: Act, plan: DemoPlan, table: Mapping[str, Any], person: Any, number: int) -> None:  # noqa: ANN401 - a row of `_PEOPLE`
    key = Chance(plan.seed, plan.country, "calls").key(number / _MANY)
    details = CallbackDetails(
        table.get("caller", ""),
        table.get("phone", ""),
        person.id if table.get("named") else None,
        table["wish"],
        table["topic"],
        table.get("language", ""),
        wanted_time=table.get("wanted_time", ""),
    )
    note_call(act, key, details)
    act.session.flush()
    for _time in range(table.get("missed", 0)):
        miss_call(act, key, act.session.get_one(Callback, key).version)
        act.session.flush()
    row = act.session.get_one(Callback, key)
    if table.get("settled"):
        close_call(act, key, row.version, is_reached=True)
    else:
        row.next_on = plan.today + timedelta(days=table["due"])


def _assume(act: Act, plan: DemoPlan, tables: Sequence[Mapping[str, Any]]) -> None:
    first: date = plan.today.replace(month=1, day=1)
    chance = Chance(plan.seed, plan.country, "costs")
    for number, table in enumerate(tables, start=1):
        details = CostItemDetails(
            table["title"],
            table.get("side", Side.COST),
            table["kind"],
            table["amount"],
            table.get("spread_months"),
            first,
            source=table["source"],
        )
        save_cost_item(act, chance.key(number / _MANY), 0, details, f"demo_{number}")
