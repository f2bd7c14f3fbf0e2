"""Requirements of the plan for the whole office: best, within what excludes, and explained."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID, uuid4

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from app.errors import Refused
from app.matches.accepting import PairToPropose, accept_proposals
from app.matches.actions import ask_volunteer, lock_match
from app.matches.apart import keep_apart
from app.matches.planning import MORE_ROOM, plan_office
from app.matches.queries import OfficeToPlan, matches_of, office_to_plan
from app.visiting.matching.exclusions import is_possible
from app.visiting.matching.grades import grade, score
from app.visiting.matching.weighing import delivered_weights
from app.visiting.matching.wishes import Person, Volunteer
from tests.app.visiting.matching.people import best_by_trying, match_task
from tests.factories.clients import add_client
from tests.factories.intake import put_on_waiting_list, take_request
from tests.factories.matches import TODAY, active_volunteer, propose, wish

if TYPE_CHECKING:
    from app.office import Office

MUSIC, SPORT = frozenset({("interest", "music")}), frozenset({("interest", "sport")})


def waits(office: Office, name: str, **wishes: object) -> UUID:
    person = add_client(office, given_name=name)
    put_on_waiting_list(office, take_request(office, person), date(2026, 11, 10))
    return wish(office, person, **wishes)


@pytest.fixture
def two(office: Office) -> tuple[UUID, UUID, UUID, UUID]:
    """Erna likes music, Max likes sport, and so do Anja and Bea."""
    erna, max_ = waits(office, "Erna", traits=MUSIC), waits(office, "Max", traits=SPORT)
    anja = active_volunteer(office, "Anja Kurz", traits=SPORT)
    return erna, max_, anja, active_volunteer(office, "Bea Gut", traits=MUSIC)


def planned(office: Office, *, looks_anew: bool = False) -> OfficeToPlan:
    return office.ask(office_to_plan, TODAY, looks_anew=looks_anew)


def test_everybody_gets_whom_suits_best_on_the_whole(
    office: Office, two: tuple[UUID, UUID, UUID, UUID]
) -> None:
    erna, max_, anja, bea = two
    plan = plan_office(planned(office))
    assert {(one.person_id, one.visitor_id) for one in plan.pairs} == {(erna, bea), (max_, anja)}
    assert (plan.left_over, plan.withdrawn, plan.waiting, plan.no_wish) == ((), (), 2, 0)
    assert plan.bound == pytest.approx(plan.total)
    assert plan.total == pytest.approx(sum(one.suits for one in plan.pairs))
    assert all(one.in_favour for one in plan.pairs)


def test_a_locked_pair_stays_and_a_ruled_out_one_does_not(
    office: Office, two: tuple[UUID, UUID, UUID, UUID]
) -> None:
    erna, max_, anja, bea = two
    locked = plan_office(planned(office), frozenset({(erna, anja)}))
    assert {(one.person_id, one.visitor_id) for one in locked.pairs} == {(erna, anja), (max_, bea)}
    assert [one.is_locked for one in locked.pairs if one.person_id == erna] == [True]
    office.act(keep_apart, max_, bea, "Streit")
    apart = plan_office(planned(office), ruled_out=frozenset({(erna, bea)}))
    assert len(apart.pairs) == 1
    assert {(one.person_id, one.visitor_id) for one in apart.pairs} <= {(erna, anja), (max_, anja)}


def test_who_stays_without_is_told_why_and_what_would_help(office: Office) -> None:
    waits(office, "Erna", traits=MUSIC)
    waits(office, "Max")
    waits(office, "Ida", gender_wish="female")
    add_client(office, given_name="Ohne")
    active_volunteer(office, "Anja Kurz", traits=MUSIC, gender="male")
    plan = plan_office(planned(office))
    told = {one.name.split()[0]: one for one in plan.left_over}
    assert set(told) == {"Max", "Ida"}
    assert told["Max"].would_help[0].message == MORE_ROOM
    assert told["Max"].would_help[0].values == {"names": "Anja Kurz"}
    assert len(told["Ida"].would_help) == 1


def test_all_is_accepted_in_one_act_and_undone_in_one(
    office: Office, two: tuple[UUID, UUID, UUID, UUID]
) -> None:
    erna, max_, anja, bea = two
    wrong = propose(office, erna, anja)
    kept = plan_office(planned(office))
    assert {(one.person_id, one.visitor_id) for one in kept.pairs} == {(max_, bea)}
    plan = plan_office(planned(office, looks_anew=True))
    assert [one.match_id for one in plan.withdrawn] == [wrong]
    pairs = [PairToPropose(uuid4(), one.person_id, one.visitor_id) for one in plan.pairs]
    made = office.act(accept_proposals, pairs, [wrong]).value
    assert [row.visitor_id for row in office.ask(matches_of, erna)] == [bea]
    again = plan_office(planned(office, looks_anew=True))
    assert {one.match_id for one in again.pairs} == set(made)
    office.act(accept_proposals, [PairToPropose(wrong, erna, anja)], made)
    assert [row.id for row in office.ask(matches_of, erna)] == [wrong]
    assert office.ask(matches_of, max_) == ()


def test_what_cannot_be_proposed_any_more_refuses_all(
    office: Office, two: tuple[UUID, UUID, UUID, UUID]
) -> None:
    erna, max_, anja, bea = two
    propose(office, max_, bea)
    pairs = [PairToPropose(uuid4(), erna, anja), PairToPropose(uuid4(), erna, bea)]
    with pytest.raises(Refused) as refused:
        office.act(accept_proposals, pairs)
    assert refused.value.problems[0].values["visitor"] == "Bea Gut"
    assert office.ask(matches_of, erna) == ()


@pytest.mark.parametrize("how", ["locked", "asked"])
def test_a_proposal_somebody_stands_by_is_not_looked_at_anew(
    office: Office, two: tuple[UUID, UUID, UUID, UUID], how: str
) -> None:
    erna, _max, anja, _bea = two
    match = propose(office, erna, anja)
    if how == "locked":
        office.act(lock_match, match, is_locked=True)
    else:
        office.act(ask_volunteer, match, TODAY)
    assert planned(office, looks_anew=True).anew == ()


interests = some.frozensets(some.sampled_from(["music", "sport", "films"]), max_size=2)


@some.composite
def offices(draw: some.DrawFn) -> OfficeToPlan:
    people = tuple(
        Person(
            uuid4().hex,
            wanted=draw(some.integers(1, 3)),
            gender_wish=draw(some.sampled_from([None, None, "female"])),
            interests=draw(interests),
            no_smoker=draw(some.booleans()),
        )
        for _ in range(draw(some.integers(1, 4)))
    )
    volunteers = tuple(
        Volunteer(
            uuid4().hex,
            capacity=draw(some.integers(0, 2)),
            approved=draw(some.sampled_from([True, True, True, False])),
            gender=draw(some.sampled_from(["female", "male"])),
            interests=draw(interests),
            smoker=draw(some.booleans()),
            is_away_long=draw(some.sampled_from([False, False, False, True])),
        )
        for _ in range(draw(some.integers(1, 4)))
    )
    pairs = [(str(one.id), str(other.id)) for one in people for other in volunteers]
    taken = draw(some.frozensets(some.sampled_from(pairs), max_size=3))
    return OfficeToPlan(people, volunteers, taken, (), {}, 0, delivered_weights())


@settings(max_examples=120)
@given(offices())
def test_the_plan_is_never_below_the_optimum_and_breaks_no_exclusion(office: OfficeToPlan) -> None:
    possible = {
        (row, column): score(grade(one, other), office.weights)
        for row, one in enumerate(office.people)
        for column, other in enumerate(office.volunteers)
        if is_possible(one, other) and (one.id, other.id) not in office.taken
    }
    task = match_task(
        [one.wanted for one in office.people], [one.capacity for one in office.volunteers], possible
    )
    plan = plan_office(office)
    assert plan.total * 100 == pytest.approx(float(best_by_trying(task)))
    rows = {str(one.id): place for place, one in enumerate(office.people)}
    columns = {str(one.id): place for place, one in enumerate(office.volunteers)}
    for pair in plan.pairs:
        assert (rows[pair.person_id.hex], columns[pair.visitor_id.hex]) in possible
