"""Requirements of periods: dated, calendar months, the later end of several roles decides."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.privacy.keeping import keeping_of
from app.privacy.rules import (
    PERIOD_TITLES,
    WAY_LABELS,
    Confirmation,
    FileState,
    Override,
    Way,
    add_months,
    check_confirmation,
    check_override,
    due_of,
)
from app.privacy.rules.periods import LONGEST, NOT_A_PERIOD
from db.tables import metadata

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
TODAY = date(2026, 11, 23)
GERMANY, DENMARK = keeping_of("DE").on(TODAY), keeping_of("DK").on(TODAY)


@pytest.mark.parametrize("country", ["DE", "DK"])
def test_every_period_has_a_title_a_source_and_columns_that_exist(country: str) -> None:
    keeping = keeping_of(country)

    assert {period.code for period in keeping.periods} == set(PERIOD_TITLES)
    assert set(WAY_LABELS) == set(Way)
    for period in keeping.periods:
        assert period.source
        assert period.months > 0
        assert bool(period.role) != bool(period.table)
        assert not period.table or period.column in metadata.tables[period.table].c
    for table, columns in keeping.cleared.items():
        assert set(columns) <= set(metadata.tables[table].c.keys())


def test_only_danish_offices_archive_before_they_delete() -> None:
    assert DENMARK.archive_first
    assert not GERMANY.archive_first


@pytest.mark.parametrize(
    ("day", "months", "end"),
    [
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2024, 2, 29), 12, date(2025, 2, 28)),
        (date(2026, 11, 23), 36, date(2029, 11, 23)),
        (date(2026, 1, 15), -2, date(2025, 11, 15)),
        (date(9999, 1, 1), 24, date.max),
    ],
)
def test_months_are_months_of_the_calendar(day: date, months: int, end: date) -> None:
    assert add_months(day, months) == end


@given(st.dates(date(1990, 1, 1), date(2100, 1, 1)), st.integers(1, LONGEST))
def test_a_period_never_ends_before_its_month(day: date, months: int) -> None:
    end = add_months(day, months)

    assert (end.year * 12 + end.month) - (day.year * 12 + day.month) == months
    assert end.day <= day.day


ENDED = FileState(ended_roles=(("client", date(2020, 1, 1)), ("volunteer", date(2022, 1, 1))))


def test_the_period_that_ends_last_decides() -> None:
    due = due_of(ENDED, GERMANY)

    assert due is not None
    assert (due.period.code, due.on) == ("client_file", date(2023, 1, 1))
    longer = replace(ENDED, ended_roles=(("client", date(2019, 1, 1)), ENDED.ended_roles[1]))
    due = due_of(longer, GERMANY)
    assert due is not None
    assert due.period.code == "volunteer_file"


def test_later_contact_begins_the_period_anew() -> None:
    due = due_of(replace(ENDED, last_contact=date(2023, 5, 6)), GERMANY)

    assert due is not None
    assert (due.since, due.on) == (date(2023, 5, 6), date(2026, 5, 6))


@pytest.mark.parametrize(
    "state",
    [
        replace(ENDED, has_current_role=True),
        replace(ENDED, has_open_business=True),
        FileState(),
        FileState(ended_roles=(("nobody knows", date(2000, 1, 1)),)),
        FileState(declined_on=date(2020, 1, 1), was_visited=True),
        FileState(declined_on=date(2020, 1, 1), has_current_role=True),
    ],
)
def test_an_open_file_has_no_end(state: FileState) -> None:
    assert due_of(state, GERMANY) is None


def test_a_declined_request_ends_although_the_role_was_never_ended() -> None:
    declined = FileState(declined_on=date(2025, 1, 1), has_current_role=True, is_client_only=True)

    due = due_of(declined, DENMARK)
    assert due is not None
    assert (due.period.way, due.on) == (Way.ANONYMISE, date(2026, 1, 1))


def test_what_the_office_set_holds_from_its_day_on() -> None:
    own = [
        Override("client_file", 60, date(2026, 1, 1), "Order 4"),
        Override("client_file", 24, date(2026, 11, 24), "Order 5"),
    ]

    found = keeping_of("DE").on(TODAY, own).of("client_file")
    assert found is not None
    assert (found.months, found.source, found.is_own) == (60, "Order 4", True)
    later = keeping_of("DE").on(TODAY + timedelta(days=1), own).of("client_file")
    assert later is not None
    assert later.months == 24
    assert keeping_of("DE").on(date(2018, 1, 1)).periods == ()
    assert GERMANY.of("nothing") is None


def test_a_period_of_ones_own_is_checked() -> None:
    right = Override("client_file", 12, TODAY, "Order 4")

    assert not check_override(right, PERIOD_TITLES)
    assert check_override(replace(right, code="x"), PERIOD_TITLES)
    assert check_override(replace(right, source=" "), PERIOD_TITLES)[0].field == "source"
    for months in (0, LONGEST + 1):
        (problem,) = check_override(replace(right, months=months), PERIOD_TITLES)
        assert problem.message == NOT_A_PERIOD


RIGHT = Confirmation("7", 7, NOW - timedelta(minutes=59))


@pytest.mark.parametrize(
    ("confirmation", "field"),
    [
        (replace(RIGHT, typed="8"), "typed"),
        (replace(RIGHT, typed=""), "typed"),
        (replace(RIGHT, backup_at=None), "backup_at"),
        (replace(RIGHT, backup_at=NOW - timedelta(minutes=61)), "backup_at"),
        (replace(RIGHT, backup_at=NOW + timedelta(minutes=1)), "backup_at"),
    ],
)
def test_nothing_goes_without_number_and_backup(confirmation: Confirmation, field: str) -> None:
    (problem,) = check_confirmation(confirmation, NOW, archive_first=False)

    assert problem.field == field
    assert not check_confirmation(RIGHT, NOW, archive_first=False)


def test_an_archive_is_asked_for_where_it_is_due() -> None:
    (problem,) = check_confirmation(RIGHT, NOW, archive_first=True)

    assert problem.field == "archive"
    assert not check_confirmation(replace(RIGHT, archive="x"), NOW, archive_first=True)
