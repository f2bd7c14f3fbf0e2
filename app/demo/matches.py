"""Wishes of people and their matches in the demo office."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from sqlalchemy import select

from app.demo.chance import Chance
from app.demo.volunteers import demo_hours, words
from app.matches.actions import (
    ask_volunteer,
    note_check_in,
    propose_match,
    save_wish,
    step_match,
)
from app.matches.apart import keep_apart
from app.matches.calling import choose_caller, record_call
from app.matches.queries import candidates_for
from app.matches.rules import (
    CallDetails,
    CallResult,
    EndedBy,
    EndReason,
    Frequency,
    MatchStage,
    StepDetails,
    WishDetails,
)
from app.volunteers.rules import INTERESTS
from db.intake import Intake
from db.matches import Match
from db.people import Person

if TYPE_CHECKING:
    from uuid import UUID

    from app.demo.rules import DemoPlan
    from app.office import Act

MOST = 24
"""People of the demo office whose wishes are known."""
_MATCHED = 8
_RUNG = 5
"""People who wait and are rung by a volunteer."""
_CALLS = (CallResult.REACHED, CallResult.NOT_REACHED, CallResult.CALL_BACK)
_PEOPLE = (
    select(Intake.person_id)
    .join(Person, Person.id == Intake.person_id)
    .where(
        Intake.service == "visiting",
        Intake.stage.in_(["waiting", "accepted"]),
        Person.is_restricted.is_(False),
    )
    .order_by(Intake.stage, Intake.id)
    .limit(MOST)
)
_WAY = (
    (MatchStage.INTRODUCED, MatchStage.TRIAL, MatchStage.RUNNING),
    (MatchStage.INTRODUCED, MatchStage.TRIAL),
    (MatchStage.INTRODUCED, MatchStage.RUNNING, MatchStage.PAUSED),
    (MatchStage.INTRODUCED,),
    (),
    (MatchStage.INTRODUCED, MatchStage.ENDED),
)
"""How far matches have come, one after the other."""


def add_demo_matches(act: Act, plan: DemoPlan) -> int:
    """Write wishes and matches; answer how many matches."""
    people = tuple(dict.fromkeys(act.session.scalars(_PEOPLE)))
    for number, person_id in enumerate(people):
        chance = Chance(plan.seed, plan.country, "wish", number)
        save_wish(act, person_id, 0, _wish(chance))
    made = 0
    for number, person_id in enumerate(people[:_MATCHED]):
        chance = Chance(plan.seed, plan.country, "match", number)
        made += _match(act, plan, chance, person_id, number)
    _ring(act, plan, people[_MATCHED : _MATCHED + _RUNG])
    return made


def _ring(act: Act, plan: DemoPlan, people: tuple[UUID, ...]) -> None:
    """Let a volunteer ring some who wait, with a call or two."""
    act.session.flush()
    for number, person_id in enumerate(people):
        found = candidates_for(act.session.connection(), person_id, plan.today)
        if not found.possible:
            continue
        caller, chance = found.rows[found.possible - 1].id, Chance(plan.seed, "call", number)
        choose_caller(act, person_id, caller)
        for place, result in enumerate(_CALLS[: 1 + number % len(_CALLS)]):
            day = plan.today - timedelta(days=3 + 14 * place)
            call = CallDetails(day, result, caller, words(plan)["calls"][place])
            record_call(act, chance.key(place / len(_CALLS)), person_id, call)


def _wish(chance: Chance) -> WishDetails:
    interests = chance.sample(sorted(INTERESTS), 3)
    traits = {("interest", code) for code in interests}
    if chance.often(0.2):
        traits.add(("pet", chance.pick(("cat", "dog"))))
    return WishDetails(
        frequency=chance.weighted(tuple(Frequency), (6, 3, 1, 1)),
        minutes=chance.pick((60, 90)),
        gender_wish=chance.weighted(("", "female"), (7, 3)),
        smoking_home=chance.often(0.1),
        stairs=chance.often(0.4),
        dementia=chance.often(0.2),
        least_level="some",
        traits=frozenset(traits),
        hours=tuple(demo_hours(chance)),
    )


def _match(act: Act, plan: DemoPlan, chance: Chance, person_id: UUID, number: int) -> int:
    act.session.flush()
    found = candidates_for(act.session.connection(), person_id, plan.today)
    if found.possible == 0:
        return 0
    if found.possible > 1:
        other = found.rows[found.possible - 1].id
        keep_apart(act, person_id, other, words(plan)["apart"])
    match_id = chance.key(number / _MATCHED)
    propose_match(act, match_id, person_id, found.rows[0].id)
    row = act.session.get_one(Match, match_id)
    row.proposed_on = row.since = plan.today - timedelta(days=70)
    for place, stage in enumerate(_WAY[number % len(_WAY)]):
        act.session.flush()
        ended = stage is MatchStage.ENDED
        step = StepDetails(
            stage,
            on=plan.today - timedelta(days=63 - 7 * place),
            ended_by=EndedBy.PERSON if ended else "",
            end_reason=EndReason.CHEMISTRY if ended else "",
            note=words(plan)["step"],
        )
        step_match(act, match_id, row.version, step)
    if number == 0:
        note_check_in(act, match_id, plan.today - timedelta(days=2), words(plan)["check_in"])
    if not _WAY[number % len(_WAY)]:
        ask_volunteer(act, match_id, plan.today - timedelta(days=1))
    return 1
