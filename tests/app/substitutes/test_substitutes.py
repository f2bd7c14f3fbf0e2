"""Requirements of substitutes: who is needed, who is proposed, and what replacing does."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from app.errors import Refused
from app.substitutes.actions import Standing, send_substitutes
from app.substitutes.queries import uncovered_visits, visit_to_cover
from app.visiting.series.actions import take_series_change_back
from tests.factories.clients import add_client
from tests.factories.matches import active_volunteer, wish
from tests.factories.series import add_series, in_germany, visits_in
from tests.factories.volunteers import is_away

if TYPE_CHECKING:
    from uuid import UUID

    from app.office import Office


@pytest.fixture
def people(office: Office) -> dict[str, UUID]:
    """Erna, visited by Anja, who is away for two weeks; Mia was there before, Ole is busy."""
    in_germany(office)
    found = {
        "erna": add_client(office, given_name="Erna", family_name="Krüger"),
        "ali": add_client(office, given_name="Ali", family_name="Demir"),
        "anja": active_volunteer(office),
        "ben": active_volunteer(office, "Ben Adam"),
        "ole": active_volunteer(office, "Ole Jensen"),
        "zoe": active_volunteer(office, "Zoe Lind", smoker=True),
    }
    wish(office, found["erna"], no_smoker=True)
    is_away(office, found["anja"], date(2026, 11, 30), date(2026, 12, 13))
    return found


def _anja_visits(office: Office, people: dict[str, UUID]) -> list[Any]:
    saved = add_series(office, people["erna"], visitor="Anja Kurz", goes_on=True)
    return visits_in(office, saved.id)


def test_visits_of_somebody_who_is_away_need_a_substitute(
    office: Office, people: dict[str, UUID]
) -> None:
    _anja_visits(office, people)
    add_series(office, people["ali"], visitor="Ole Jensen")
    found = office.ask(uncovered_visits, office.local_now)

    assert [one.start.date() for one in found] == [date(2026, 12, 1), date(2026, 12, 8)]
    assert found[0].reason == "holiday"
    assert [one.name for one in found[0].substitutes] == ["Ben Adam"]


def test_a_substitute_comes_and_the_first_visitor_is_kept(
    office: Office, people: dict[str, UUID]
) -> None:
    _first, second, third, *_more = _anja_visits(office, people)
    chosen = tuple(Standing(one.id, one.version, people["ben"]) for one in (second, third))
    undo = office.act(send_substitutes, chosen).value
    after = visits_in(office, second.series_id)

    assert [(row.visitor, row.instead_of) for row in after[:4]] == [
        ("Anja Kurz", ""), ("Ben Adam", "Anja Kurz"), ("Ben Adam", "Anja Kurz"), ("Anja Kurz", ""),
    ]  # fmt: skip
    assert office.ask(uncovered_visits, office.local_now) == ()
    office.act(take_series_change_back, undo)
    assert visits_in(office, second.series_id)[1].visitor_id == people["anja"]


def test_who_is_busy_at_that_time_is_not_sent(office: Office, people: dict[str, UUID]) -> None:
    _first, second, *_more = _anja_visits(office, people)
    add_series(office, people["ali"], visitor="Ole Jensen")

    with pytest.raises(Refused):
        office.act(send_substitutes, [Standing(second.id, second.version, people["ole"])])


def test_one_visit_can_be_covered_without_an_absence(
    office: Office, people: dict[str, UUID]
) -> None:
    first, *_more = _anja_visits(office, people)
    found = office.ask(visit_to_cover, first.id, office.local_now)

    assert found is not None
    assert found.reason == ""
    assert {one.name for one in found.substitutes} == {"Ben Adam", "Ole Jensen"}
