"""Requirements of lead times, pools and the choice of a mediator."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID, uuid4

import pytest

from app.mobile_advice.mediators.rules import (
    Engaged,
    Mediator,
    MediatorFacts,
    Pool,
    RequestDetails,
    RequestFrame,
    RequestState,
    Settling,
    check_request,
    check_settling,
    check_step,
    earliest_day,
    latest_asking,
    suggest,
)
from resources.text import say

if TYPE_CHECKING:
    from app.errors import Problem

MONDAY, THURSDAY, FRIDAY = date(2026, 11, 23), date(2026, 11, 26), date(2026, 11, 27)
SLOW = Pool(uuid4(), "Pool A", frozenset(), 3, sworn=False, valid_from=date(2020, 1, 1))
QUICK = Pool(uuid4(), "Pool B", frozenset({"ar"}), 1, sworn=True, valid_from=date(2020, 1, 1))
FRAME = RequestFrame(MONDAY, MONDAY, 1, (SLOW, QUICK))
TALK = RequestDetails(
    language="ar",
    subject="Pension",
    day=THURSDAY,
    from_time=600,
    until_time=660,
    place="Rathaus",
    requester="Housing office",
)


def said(details: RequestDetails, frame: RequestFrame = FRAME) -> dict[str, str]:
    """Answer what is wrong with a request, by field."""
    return {problem.field: say(problem) for problem in check_request(details, frame)}


def test_working_days_leave_out_weekends_and_holidays() -> None:
    assert earliest_day(MONDAY, 3, ()) == THURSDAY
    assert earliest_day(FRIDAY, 1, ()) == date(2026, 11, 30)
    assert earliest_day(MONDAY, 3, {THURSDAY}) == FRIDAY
    assert earliest_day(MONDAY, 0, ()) == MONDAY
    assert latest_asking(THURSDAY, 3, ()) == MONDAY
    assert latest_asking(date(2026, 11, 30), 1, ()) == date(2026, 11, 29)


def test_below_the_lead_time_the_nearest_day_and_the_sooner_pool_are_named() -> None:
    soon = replace(TALK, day=date(2026, 11, 25), pool_id=SLOW.id)

    assert said(soon) == {
        "day": "Working days that Pool A needs: 3. The nearest possible day is 26.11.2026. "
        "Pool B could come from 24.11.2026 on."
    }
    assert said(replace(soon, language="tr")) == {
        "day": "Working days that Pool A needs: 3. The nearest possible day is 26.11.2026."
    }
    assert said(replace(soon, day=THURSDAY)) == {}
    assert said(replace(TALK, day=MONDAY, mediator_id=uuid4())) == {
        "day": "Working days that your own mediators need: 1. "
        "The nearest possible day is 24.11.2026."
    }


def test_a_pool_is_asked_only_for_what_it_offers() -> None:
    assert said(replace(TALK, pool_id=QUICK.id, language="ar-SY")) == {}
    assert said(replace(TALK, pool_id=QUICK.id, language="tr")) == {
        "pool_id": "Pool B does not offer this language. Pool A does."
    }
    assert said(replace(TALK, pool_id=SLOW.id, sworn_needed=True)) == {
        "pool_id": "Pool A sends no sworn interpreters. Pool B does."
    }
    alone = replace(FRAME, pools=(SLOW,))
    assert (
        "no other pool does"
        in said(replace(TALK, pool_id=SLOW.id, sworn_needed=True), alone)["pool_id"]
    )
    later = replace(FRAME, pools=(SLOW._replace(valid_from=FRIDAY),))
    assert "from 27.11.2026" in said(replace(TALK, pool_id=SLOW.id), later)["pool_id"]


def test_a_mediator_who_is_engaged_away_or_not_sworn_is_refused() -> None:
    asked = replace(TALK, mediator_id=uuid4())
    facts = MediatorFacts("Samira", engaged=(Engaged(630, 700),), instead="Leila")

    assert said(asked, replace(FRAME, mediator=facts)) == {
        "mediator_id": "Samira is engaged from 10:30 to 11:40 on that day. "
        "Leila would be free at that time."
    }
    alone = replace(FRAME, mediator=replace(facts, instead=""))
    assert said(asked, alone)["mediator_id"].endswith("From 11:40 on Samira is free.")
    away = replace(FRAME, mediator=MediatorFacts("Samira", is_away=True))
    assert "is away" in said(asked, away)["mediator_id"]
    sworn = replace(asked, sworn_needed=True)
    assert (
        "not sworn" in said(sworn, replace(FRAME, mediator=MediatorFacts("Samira")))["mediator_id"]
    )
    both = replace(asked, pool_id=SLOW.id)
    assert list(said(both)) == ["pool_id"]


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"language": ""}, "language"),
        ({"subject": " "}, "subject"),
        ({"day": None}, "day"),
        ({"day": date(2026, 11, 22)}, "day"),
        ({"until_time": None}, "until_time"),
        ({"until_time": 600}, "until_time"),
        ({"place": ""}, "place"),
        ({"requester": ""}, "requester"),
        ({"note": "a\x00"}, "note"),
    ],
)
def test_what_is_missing_or_impossible_stands_beside_its_field(
    change: dict[str, object], field: str
) -> None:
    assert list(said(replace(TALK, **change))) == [field]  # type: ignore[arg-type] # any field


def test_a_step_needs_its_reason_and_its_turn() -> None:
    def fields(found: tuple[Problem, ...]) -> list[str]:
        return [problem.field for problem in found]

    assert check_step(RequestState.REQUESTED, RequestState.CONFIRMED, "") == ()
    assert fields(check_step(RequestState.REQUESTED, RequestState.DECLINED, "")) == ["reason"]
    assert fields(check_step(RequestState.DONE, RequestState.CANCELLED, "x")) == [""]
    assert fields(check_settling(Settling(-1, -1))) == ["kilometres", "fee"]


def mediator(name: str, levels: dict[str, str], **more: object) -> Mediator:
    """Answer a woman who is there all day."""
    known: dict[str, object] = {
        "id": UUID(int=len(name)),
        "phone": "",
        "gender": "female",
        "words": frozenset(),
        "stretches": None,
        "engaged": (),
        "is_away": False,
    }
    return Mediator(name=name, levels=levels, **(known | more))  # type: ignore[arg-type] # any field


def test_language_comes_before_dialect_wish_and_time_and_who_is_engaged_last() -> None:
    everybody = [
        mediator("Engaged", {"ar": "native"}, engaged=(Engaged(600, 630),)),
        mediator("Some", {"ar": "some"}),
        mediator("Man", {"ar": "native"}, gender="male", words=frozenset({"levantine"})),
        mediator("Busy hours", {"ar": "native"}, stretches=(Engaged(800, 900),),
                 words=frozenset({"levantine"})),
        mediator("Best", {"ar-SY": "native"}, stretches=(Engaged(540, 720),),
                 words=frozenset({"levantine"})),
        mediator("Turkish", {"tr": "native"}),
    ]  # fmt: skip
    wish = replace(TALK, gender_wish="female")

    found = suggest(wish, everybody, frozenset({"levantine"}))

    names = [one.mediator.name for one in found]
    assert names == ["Best", "Busy hours", "Man", "Some", "Engaged"]
    assert [one.is_possible for one in found] == [True, True, True, True, False]
