"""Requirements of series that follow their match."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from app.matches.rules import EndedBy, EndReason, MatchStage
from app.visiting.series.queries import series_card, series_of, series_start
from tests.factories.clients import add_client
from tests.factories.matches import TODAY, active_volunteer, propose, step, wish
from tests.factories.series import add_series, in_germany, planned_days, series_row, visits_in

if TYPE_CHECKING:
    from uuid import UUID

    from app.office import Office


def running_match(office: Office) -> tuple[UUID, UUID, UUID]:
    """Answer a person, a volunteer and their match."""
    in_germany(office)
    erna = add_client(office, given_name="Erna", family_name="Krüger")
    anja = active_volunteer(office)
    wish(office, erna, minutes=90, frequency="fortnightly", hours=((2, 840, 960),))
    match = propose(office, erna, anja)
    step(office, match, MatchStage.INTRODUCED)
    step(office, match, MatchStage.RUNNING)
    return erna, anja, match


def test_a_form_begins_with_what_the_match_and_the_wish_say(office: Office) -> None:
    erna, anja, match = running_match(office)
    start = office.ask(series_start, erna)

    assert start is not None
    assert (start.visitor_id, start.visitor, start.match_id) == (anja, "Anja Kurz", match)
    assert (start.frequency, start.minutes, start.weekday) == ("fortnightly", 90, 2)


def test_a_series_rests_goes_on_and_ends_with_its_match(office: Office) -> None:
    erna, _anja, match = running_match(office)
    saved = add_series(office, erna, visitor="Anja Kurz")
    assert series_row(office, saved.id).match_id == match

    step(office, match, MatchStage.PAUSED, until=date(2026, 12, 6))
    assert planned_days(office, saved.id, 1) == [date(2026, 12, 8)]
    step(office, match, MatchStage.RUNNING)
    assert planned_days(office, saved.id, 1) == [date(2026, 11, 24)]
    step(office, match, MatchStage.ENDED, ended_by=EndedBy.PERSON, end_reason=EndReason.MOVED)
    assert visits_in(office, saved.id) == []
    assert series_row(office, saved.id).until == TODAY


def test_a_card_tells_what_lies_ahead(office: Office) -> None:
    erna, anja, _match = running_match(office)
    saved = add_series(
        office, erna, visitor="Anja Kurz", starts_on=date(2026, 12, 11), on_holidays="ask"
    )
    card = office.ask(series_card, saved.id, office.local_now)
    (row,) = office.ask(series_of, anja, TODAY)

    assert card is not None
    assert row.id == saved.id
    assert [one.start.day for one in card.ahead[:3]] == [11, 18, 8]
    assert [day for day, _name in card.asked_holidays][:2] == [date(2026, 12, 25), date(2027, 1, 1)]
    assert card.next_day == date(2026, 12, 11)
