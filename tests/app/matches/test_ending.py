"""Somebody who died is visited no more, and visits nobody: open matches end with the status."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

from app.matches.queries import match_events, matches_of
from app.matches.rules import EndedBy, EndReason, MatchStage
from db.matches import Match
from tests.app.clients.test_people import TODAY
from tests.app.status.saving import save
from tests.factories.clients import add_client
from tests.factories.linking import link
from tests.factories.matches import active_volunteer, propose, step

if TYPE_CHECKING:
    from uuid import UUID

    from app.matches.queries import MatchRow
    from app.office import Act, Office

YESTERDAY = TODAY - timedelta(days=1)


@pytest.fixture
def anja(office: Office) -> UUID:
    """A volunteer who may visit."""
    return active_volunteer(office)


@pytest.fixture
def erna(office: Office, anja: UUID) -> UUID:
    """Somebody whom Anja visits."""
    person = add_client(office)
    made = propose(office, person, anja)
    step(office, made, MatchStage.INTRODUCED)
    step(office, made, MatchStage.RUNNING)
    return person


def match_of(office: Office, person: UUID) -> MatchRow:
    """Answer the one match of somebody."""
    (row,) = office.ask(matches_of, person)
    return row


@pytest.mark.parametrize("cancels", [False, True], ids=["nothing cancelled", "all cancelled"])
@pytest.mark.parametrize("own", [False, True], ids=["card", "card with own fields"])
def test_the_match_of_who_died_ends_however_the_status_is_saved(
    office: Office, erna: UUID, *, cancels: bool, own: bool
) -> None:
    save(office, erna, own=own, status="deceased", status_from=TODAY, cancels_visits=cancels)
    row = match_of(office, erna)
    assert row.stage == MatchStage.ENDED
    assert (row.ended_by, row.end_reason) == (EndedBy.PERSON, EndReason.DECEASED)
    assert row.since == TODAY
    assert MatchStage.ENDED in {event.stage for event in office.ask(match_events, erna)}


@pytest.mark.parametrize("died", [None, TODAY - timedelta(days=400)], ids=["unknown", "earlier"])
def test_a_match_ends_today_where_the_day_is_unknown_and_never_before_its_last_step(
    office: Office, erna: UUID, died: date | None
) -> None:
    save(office, erna, status="deceased", status_from=died)
    assert (match_of(office, erna).stage, match_of(office, erna).since) == ("ended", TODAY)


def test_a_match_ends_on_the_day_of_death(office: Office, anja: UUID) -> None:
    person = add_client(office)
    made = propose(office, person, anja)
    office.act(_begin, made)
    save(office, person, status="deceased", status_from=YESTERDAY)
    assert match_of(office, person).since == YESTERDAY


def _begin(act: Act, match_id: UUID) -> None:
    act.session.get_one(Match, match_id).since = YESTERDAY - timedelta(days=30)
    act.touch("matches", match_id)


def test_the_matches_of_a_volunteer_who_died_end_too(
    office: Office, erna: UUID, anja: UUID
) -> None:
    save(office, anja, status="deceased", status_from=TODAY)
    row = match_of(office, erna)
    assert (row.stage, row.ended_by) == (MatchStage.ENDED, EndedBy.VOLUNTEER)


def test_a_linked_card_ends_the_match_of_the_other(office: Office, erna: UUID) -> None:
    other = add_client(office, given_name="Ernestine")
    link(office, other, erna)
    save(office, other, status="deceased", status_from=TODAY)
    assert match_of(office, erna).ended_by == EndedBy.PERSON


@pytest.mark.parametrize("status", ["active", "paused", "moved"])
def test_no_other_status_ends_a_match(office: Office, erna: UUID, status: str) -> None:
    save(office, erna, status=status, status_from=TODAY, cancels_visits=True)
    assert match_of(office, erna).stage == MatchStage.RUNNING


def test_a_corrected_status_brings_no_match_back(office: Office, erna: UUID) -> None:
    save(office, erna, status="deceased", status_from=TODAY)
    save(office, erna, status="active", status_from=None)
    assert match_of(office, erna).stage == MatchStage.ENDED
