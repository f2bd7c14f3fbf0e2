"""Requirements of matching in an office: candidates from its files, matches step by step."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING
from uuid import uuid4

import pytest

from app.errors import Conflict, Refused
from app.matches.actions import (
    KEPT_APART,
    MATCHED_ALREADY,
    NO_ROOM,
    NOT_ACTIVE,
    SAME_PERSON,
    note_check_in,
    propose_match,
    save_wish,
    step_match,
    take_proposal_back,
)
from app.matches.apart import keep_apart
from app.matches.queries import (
    MatchList,
    candidates_for,
    list_matches,
    matches_of,
    waiting_people,
    wish_to_edit,
)
from app.matches.rules import EndedBy, EndReason, MatchStage, StepDetails, WishDetails
from app.volunteers.rules import Stretch
from tests.factories.clients import add_client
from tests.factories.intake import put_on_waiting_list, take_request
from tests.factories.matches import TODAY, active_volunteer, propose, step, wish
from tests.factories.volunteers import add_volunteer

if TYPE_CHECKING:
    from uuid import UUID

    from app.office import Office

WHOLE = WishDetails(
    service_kind="telephone",
    frequency="fortnightly",
    minutes=90,
    wanted=3,
    gender_wish="female",
    youngest=30,
    oldest=70,
    smoking_home=True,
    no_smoker=True,
    stairs=True,
    dementia=True,
    least_level="fluent",
    about="Erzählt gern 😀",
    no_goes="Politik",
    traits=frozenset({("interest", "music"), ("pet", "cat"), ("allergy", "dog")}),
    hours=((2, 600, 720),),
)


@pytest.fixture
def erna(office: Office) -> UUID:
    return add_client(office, languages=("de", "tr"), levels=("native", "some"))


def test_a_wish_comes_back_as_it_was_kept(office: Office, erna: UUID) -> None:
    wish(office, erna)
    office.act(save_wish, erna, 1, WHOLE)
    kept = office.ask(wish_to_edit, erna)
    assert kept is not None
    assert kept.details == WHOLE
    with pytest.raises(Conflict):
        office.act(save_wish, erna, 1, WHOLE)
    fewer = replace(WHOLE, traits=frozenset(), hours=())
    office.act(save_wish, erna, kept.version, fewer)
    known = office.ask(wish_to_edit, erna)
    assert known is not None
    assert known.details == fewer


def test_candidates_are_ranked_and_excluded_by_what_the_office_knows(
    office: Office, erna: UUID
) -> None:
    music = frozenset({("interest", "music")})
    wish(office, erna, traits=music | {("pet", "cat")}, hours=((2, 600, 720),))
    best = active_volunteer(office, "Bea Gut", traits=music, hours=(Stretch(2, 540, 720),))
    plain = active_volunteer(office, "Ute Auch")
    sneezes = active_volunteer(office, "Tom Katz", traits=frozenset({("allergy", "cat")}))
    elsewhere = active_volunteer(office, "Kim Zeit", hours=(Stretch(2, 700, 900),))
    applied = add_volunteer(office, "Neu Hier")
    full = active_volunteer(office, "Max Voll", max_people=0)
    apart = active_volunteer(office, "Pia Fern")
    office.act(keep_apart, erna, apart, "Nachbarinnen im Streit")
    found = office.ask(candidates_for, erna, TODAY)
    assert [row.id for row in found.rows[: found.possible]] == [best, plain]
    assert {row.id for row in found.rows[found.possible :]} == {
        sneezes, elsewhere, applied, full, apart,
    }  # fmt: skip
    assert all(row.found.would_help for row in found.rows[found.possible :])
    assert (found.possible, found.volunteers) == (2, 7)


def test_nobody_is_a_candidate_for_herself(office: Office) -> None:
    person = active_volunteer(office)
    assert office.ask(candidates_for, person, TODAY).rows == ()


def test_what_excludes_a_match_is_said(office: Office, erna: UUID) -> None:
    anja = active_volunteer(office, max_people=1)
    applied, apart = add_volunteer(office, "Neu Hier"), active_volunteer(office, "Pia Fern")
    office.act(keep_apart, erna, apart, "Streit")

    def refusal(person: UUID, visitor: UUID) -> str:
        with pytest.raises(Refused) as refused:
            office.act(propose_match, uuid4(), person, visitor)
        return refused.value.problems[0].message

    assert refusal(erna, erna) == SAME_PERSON
    assert refusal(erna, applied) == NOT_ACTIVE
    assert refusal(erna, apart) == KEPT_APART
    propose(office, erna, anja)
    assert refusal(erna, anja) == MATCHED_ALREADY
    assert refusal(add_client(office), anja) == NO_ROOM


def test_a_match_goes_its_way_and_keeps_its_days(office: Office, erna: UUID) -> None:
    match = propose(office, erna, active_volunteer(office))
    for stage in (MatchStage.INTRODUCED, MatchStage.TRIAL, MatchStage.RUNNING):
        step(office, match, stage)
    step(office, match, MatchStage.PAUSED, until=date(2026, 12, 31))
    (row,) = office.ask(matches_of, erna)
    assert (row.stage, row.paused_until) == (MatchStage.PAUSED, date(2026, 12, 31))
    assert (row.running_from, row.check_in_due) == (TODAY, date(2027, 1, 4))
    step(office, match, MatchStage.RUNNING)
    ends = {"ended_by": EndedBy.VOLUNTEER, "end_reason": EndReason.MOVED}
    step(office, match, MatchStage.ENDED, **ends)
    (ended,) = office.ask(list_matches, MatchList.ENDED, TODAY)
    assert (ended.end_reason, ended.paused_until) == (EndReason.MOVED, None)
    with pytest.raises(Refused):
        step(office, match, MatchStage.RUNNING)


def test_two_who_step_at_once_do_not_overwrite_each_other(office: Office, erna: UUID) -> None:
    match = propose(office, erna, active_volunteer(office))
    given = StepDetails(MatchStage.INTRODUCED, on=TODAY)
    office.act(step_match, match, 1, given)
    with pytest.raises(Conflict):
        office.act(step_match, match, 1, StepDetails(MatchStage.TRIAL, on=TODAY))


def test_only_a_fresh_proposal_can_be_taken_back(office: Office, erna: UUID) -> None:
    anja = active_volunteer(office)
    office.act(take_proposal_back, propose(office, erna, anja))
    assert office.ask(matches_of, erna) == ()
    match = propose(office, erna, anja)
    step(office, match, MatchStage.INTRODUCED)
    with pytest.raises(Refused):
        office.act(take_proposal_back, match)


def test_the_check_in_is_listed_from_its_day_until_it_was(office: Office, erna: UUID) -> None:
    match = propose(office, erna, active_volunteer(office))
    step(office, match, MatchStage.INTRODUCED)
    step(office, match, MatchStage.TRIAL)
    assert office.ask(list_matches, MatchList.CHECK_IN, date(2027, 1, 3)) == ()
    (row,) = office.ask(list_matches, MatchList.CHECK_IN, date(2027, 1, 4))
    assert row.id == match
    office.act(note_check_in, match, TODAY)
    assert office.ask(list_matches, MatchList.CHECK_IN, date(2027, 1, 4)) == ()


def test_who_waits_stands_there_until_enough_volunteers_are_found(
    office: Office, erna: UUID
) -> None:
    put_on_waiting_list(office, take_request(office, erna), date(2026, 11, 10))
    wish(office, erna, wanted=2)
    anja, bea = active_volunteer(office), active_volunteer(office, "Bea Gut")
    propose(office, erna, anja)
    (row,) = office.ask(waiting_people)
    assert (row.id, row.wanted, row.matched, row.has_wish) == (erna, 2, 1, True)
    propose(office, erna, bea)
    assert office.ask(waiting_people) == ()
