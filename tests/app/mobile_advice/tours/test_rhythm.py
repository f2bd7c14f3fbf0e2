"""The days of a rhythm: weekdays, the first Wednesday, listed days, and holidays among them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from app.mobile_advice.tours.queries.checking import holiday_problem
from app.mobile_advice.tours.rhythm import next_working_day, wanted_days
from app.mobile_advice.tours.rules import Rhythm, RhythmDetails
from resources.text import say
from tests.factories.series import in_germany
from tests.factories.tours import weekly

if TYPE_CHECKING:
    from app.office import Office

FIRST, LAST = date(2026, 12, 1), date(2027, 2, 28)
CHRISTMAS = (date(2026, 12, 25), date(2026, 12, 26))


def days(*rhythms: RhythmDetails, holidays: tuple[date, ...] = ()) -> list[str]:
    """Answer the days of a winter as month and day."""
    return [f"{one.day:%m-%d}" for one in wanted_days(rhythms, FIRST, LAST, holidays)]


def test_the_first_and_the_last_wednesday_of_each_month() -> None:
    monthly = weekly(3, rhythm=Rhythm.MONTHLY)
    assert days(replace(monthly, nth=1)) == ["12-02", "01-06", "02-03"]
    assert days(replace(monthly, nth=-1)) == ["12-30", "01-27", "02-24"]
    assert days(replace(monthly, nth=4, until=date(2027, 1, 31))) == ["12-23", "01-27"]


def test_every_second_week_goes_on_from_its_first_day() -> None:
    every_second = weekly(2, rhythm=Rhythm.FORTNIGHTLY, until=date(2027, 1, 10))
    assert days(every_second) == ["12-08", "12-22", "01-05"]


def test_listed_days_stand_beside_a_rhythm_each_once() -> None:
    listed = RhythmDetails(Rhythm.DATES, dates=(date(2026, 12, 9), date(2026, 12, 8)))
    weeks = weekly(2, until=date(2026, 12, 15))
    assert days(weeks, listed) == ["12-01", "12-08", "12-09", "12-15"]


def test_a_moved_day_knows_which_it_stands_for_and_gives_way_to_one_of_its_own() -> None:
    friday = weekly(5, on_holidays="move", until=date(2026, 12, 25))
    moved = wanted_days((friday,), CHRISTMAS[0], date(2026, 12, 31), CHRISTMAS)
    assert [(one.day, one.occurs_on, one.is_moved) for one in moved] == [
        (date(2026, 12, 28), CHRISTMAS[0], True)
    ]
    both = wanted_days((friday, weekly(1)), CHRISTMAS[0], date(2026, 12, 31), CHRISTMAS)
    assert [(one.day, one.is_moved) for one in both] == [(date(2026, 12, 28), False)]
    assert next_working_day(CHRISTMAS[0], CHRISTMAS) == date(2026, 12, 28)
    week = [CHRISTMAS[0] + timedelta(days=ahead) for ahead in range(10)]
    assert next_working_day(CHRISTMAS[0], week) is None


def test_a_holiday_says_its_name_and_the_next_working_day(office: Office) -> None:
    in_germany(office)
    problem = office.ask(holiday_problem, CHRISTMAS[0])
    assert problem is not None
    assert problem.field == "day"
    assert "28.12.2026" in say(problem)
    assert office.ask(holiday_problem, date(2026, 12, 28)) is None
