"""Requirements of what is told of matches: events, who is kept apart, calls, and the funnel."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING
from uuid import uuid4

import pytest

from app.clients.contact import last_contact
from app.errors import Refused
from app.matches.actions import ask_volunteer, lock_match, note_check_in, note_on_match
from app.matches.apart import keep_apart, let_meet
from app.matches.calling import choose_caller, record_call, remove_call
from app.matches.queries import (
    FunnelStep,
    Side,
    calls_to,
    candidates_for,
    kept_apart,
    match_events,
    match_funnel,
    matches_of,
    waiting_people,
)
from app.matches.rules import (
    CallDetails,
    CallResult,
    EndedBy,
    EndReason,
    EventKind,
    MatchStage,
)
from tests.factories.clients import add_client
from tests.factories.intake import put_on_waiting_list, take_request
from tests.factories.matches import TODAY, active_volunteer, propose, step, wish
from tests.factories.volunteers import add_volunteer

if TYPE_CHECKING:
    from uuid import UUID

    from app.office import Office


@pytest.fixture
def erna(office: Office) -> UUID:
    erna = add_client(office)
    put_on_waiting_list(office, take_request(office, erna), date(2026, 11, 10))
    return wish(office, erna)


def test_everything_about_a_match_stands_in_its_history(office: Office, erna: UUID) -> None:
    match = propose(office, erna, anja := active_volunteer(office))
    office.act(ask_volunteer, match, TODAY)
    office.act(lock_match, match, is_locked=True)
    office.act(lock_match, match, is_locked=True)
    step(office, match, MatchStage.INTRODUCED, note="Kaffee zu dritt")
    office.act(note_on_match, match, "Ruft vorher an.")
    step(office, match, MatchStage.TRIAL)
    office.act(note_check_in, match, TODAY, "Beide sind froh.")
    told = {(one.what, one.note) for one in office.ask(match_events, erna)}
    assert told == {
        (EventKind.STEP, ""),
        (EventKind.ASKED, ""),
        (EventKind.LOCKED, ""),
        (EventKind.STEP, "Kaffee zu dritt"),
        (EventKind.NOTE, "Ruft vorher an."),
        (EventKind.CHECK_IN, "Beide sind froh."),
    }
    assert office.ask(match_events, anja) == office.ask(match_events, erna)
    office.act(note_check_in, match)
    office.act(ask_volunteer, match, None)
    left = {one.what for one in office.ask(match_events, erna)}
    assert left == {EventKind.STEP, EventKind.LOCKED, EventKind.NOTE}
    (row,) = office.ask(matches_of, erna)
    assert (row.asked_on, row.check_in_on) == (None, None)


def test_two_are_kept_apart_from_both_cards_until_they_may_meet(office: Office, erna: UUID) -> None:
    anja = active_volunteer(office)
    with pytest.raises(Refused):
        office.act(keep_apart, erna, anja, " ")
    office.act(keep_apart, erna, anja, "Streit um den Garten", date(2025, 3, 1))
    (row,) = office.ask(kept_apart, anja)
    assert (row.person_id, row.reason, row.since) == (
        erna,
        "Streit um den Garten",
        date(2025, 3, 1),
    )
    assert office.ask(candidates_for, erna, TODAY).possible == 0
    office.act(keep_apart, anja, erna, "Streit um den Zaun")
    assert [one.reason for one in office.ask(kept_apart, erna)] == ["Streit um den Zaun"]
    office.act(let_meet, anja, erna)
    assert office.ask(kept_apart, erna) == ()
    assert office.ask(candidates_for, erna, TODAY).possible == 1


def test_who_waits_is_rung_and_counts_as_reached(office: Office, erna: UUID) -> None:
    rings, applied = active_volunteer(office), add_volunteer(office, "Neu Hier")
    with pytest.raises(Refused):
        office.act(choose_caller, erna, applied)
    office.act(choose_caller, erna, rings)
    with pytest.raises(Refused):
        office.act(record_call, uuid4(), erna, CallDetails())
    missed = CallDetails(date(2026, 11, 21), CallResult.NOT_REACHED, rings)
    office.act(record_call, uuid4(), erna, missed)
    assert office.ask(last_contact, erna) is None
    reached, call = CallDetails(date(2026, 11, 20), CallResult.REACHED, rings, "Gut"), uuid4()
    office.act(record_call, call, erna, reached)
    office.act(record_call, call, erna, reached)
    found = office.ask(calls_to, erna)
    assert [row.result for row in found.rows] == [CallResult.NOT_REACHED, CallResult.REACHED]
    (waits,) = office.ask(waiting_people)
    assert (waits.caller, waits.called_on, waits.last_contact) == (
        "Anja Kurz",
        date(2026, 11, 21),
        date(2026, 11, 20),
    )
    office.act(remove_call, call)
    office.act(choose_caller, erna, None)
    assert office.ask(last_contact, erna) is None
    assert office.ask(calls_to, erna).visitor_id is None


def test_the_funnel_counts_both_sides_and_why_they_left(office: Office, erna: UUID) -> None:
    first, last = date(2026, 1, 1), date(2026, 12, 31)
    other = add_client(office)
    put_on_waiting_list(office, take_request(office, other), date(2026, 11, 12))
    match = propose(office, erna, active_volunteer(office))
    add_volunteer(office, "Neu Hier")
    step(office, match, MatchStage.INTRODUCED)
    ended = {"ended_by": EndedBy.VOLUNTEER, "end_reason": EndReason.TIME}
    step(office, match, MatchStage.ENDED, **ended)
    found = office.ask(match_funnel, first, last, TODAY)
    steps = {(row.side, row.step): row.people for row in found.steps}
    assert steps[Side.PERSON, FunnelStep.ENQUIRED] == 2
    assert steps[Side.PERSON, FunnelStep.WISHES] == 1
    assert steps[Side.PERSON, FunnelStep.INTRODUCED] == 1
    assert steps[Side.PERSON, FunnelStep.VISITS] == 0
    assert steps[Side.VOLUNTEER, FunnelStep.APPLIED] == 2
    assert steps[Side.VOLUNTEER, FunnelStep.ACTIVE] == 1
    assert [(row.side, row.what, row.reason, row.people) for row in found.drop_outs] == [
        (Side.VOLUNTEER, "match", EndReason.TIME, 1)
    ]
    assert found.still_waiting == 2
    assert office.ask(match_funnel, first, date(2026, 1, 2), TODAY).still_waiting == 0
