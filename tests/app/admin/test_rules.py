"""Requirements of office cards, passphrases and the keeping of backups."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.admin.rules import (
    CheckReport,
    Keeping,
    PassphraseRule,
    Strength,
    check_office,
    check_passphrase,
    kept_backups,
    passphrase_strength,
)
from tests.factories.offices import office_values

TIMES = st.lists(
    st.datetimes(datetime(2020, 1, 1), datetime(2030, 1, 1), timezones=st.just(UTC)),  # noqa: DTZ001 - given a zone
    max_size=120,
)
NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)


def fields_of(**fields: object) -> set[str]:
    return {problem.field for problem in check_office(office_values(**fields))}


def test_a_full_and_a_bare_card_are_right() -> None:
    assert not fields_of()
    assert not fields_of(country="DK", postal_code="2750", city="Ballerup")
    bare = dict.fromkeys(("street", "postal_code", "city", "email"), "")
    assert not fields_of(**bare)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("name", ""),
        ("name", "  "),
        ("name", "x" * 201),
        ("who", ""),
        ("country", "FR"),
        ("postal_code", "4059"),
        ("postal_code", "\uff14\uff10\uff15\uff19\uff15"),
        ("email", "nobody"),
        ("email", "@example.org"),
        ("email", "a b@example.org"),
        ("sender", "two\nlines"),
        ("city", "nul\0"),
        ("contact_name", "\ud800"),
    ],
)
def test_a_wrong_value_is_named_by_its_field(field: str, value: str) -> None:
    assert fields_of(**{field: value}) == {field}


def test_a_danish_postal_code_has_four_digits() -> None:
    assert fields_of(country="DK", postal_code="40595") == {"postal_code"}


@given(st.text(max_size=300), st.text(max_size=300), st.text(max_size=300))
def test_any_text_is_judged_without_a_crash(name: str, postal_code: str, email: str) -> None:
    check_office(office_values(name=name, postal_code=postal_code, email=email))


@pytest.mark.parametrize("weak", ["", "kurz", "neun Zeic", "aaaaaaaaaaaaaaaa", "AbAbAbAbAbAb"])
def test_a_weak_passphrase_is_refused(weak: str) -> None:
    assert [problem.field for problem in check_passphrase(weak)] == ["passphrase"]
    assert passphrase_strength(weak) is Strength.TOO_WEAK


def test_an_office_may_ask_for_longer_passphrases() -> None:
    rule = PassphraseRule(shortest=20)
    (problem,) = check_passphrase("vier Wörter Anna", rule=rule)
    assert problem.values == {"shortest": 20}


def test_the_repetition_must_be_the_same() -> None:
    assert not check_passphrase("vier Wörter für Anna", "vier Wörter für Anna")
    (problem,) = check_passphrase("vier Wörter für Anna", "vier Wörter für Anne")
    assert problem.field == "repeated"


def test_strength_is_a_sentence() -> None:
    assert passphrase_strength("zehn Zeich") is Strength.FAIR
    assert passphrase_strength("vier Wörter für Anna") is Strength.GOOD
    assert all(strength.value.endswith(".") for strength in Strength)


@given(TIMES)
def test_no_more_backups_are_kept_than_the_rule_allows(times: list[datetime]) -> None:
    kept = kept_backups(times)
    assert kept <= set(times)
    assert len(kept) <= 12 + 7 + 4 + 12


@given(TIMES)
def test_the_twelve_newest_backups_are_always_kept(times: list[datetime]) -> None:
    assert set(sorted(set(times))[-12:]) <= kept_backups(times)


@given(TIMES)
def test_thinning_again_removes_nothing_more(times: list[datetime]) -> None:
    kept = kept_backups(times)
    assert kept_backups(kept) == kept


@given(TIMES, st.datetimes(datetime(2030, 1, 2), timezones=st.just(UTC)))  # noqa: DTZ001 - given a zone
def test_a_new_backup_is_kept_and_brings_none_back(times: list[datetime], new: datetime) -> None:
    kept = kept_backups(times)
    assert new in kept_backups([*kept, new])
    assert kept_backups([*kept, new]) <= kept | {new}


@given(TIMES)
def test_each_of_the_last_seven_days_four_weeks_and_twelve_months_has_its_newest(
    times: list[datetime],
) -> None:
    kept = kept_backups(times)
    for period, count in (("%Y-%m-%d", 7), ("%G-%V", 4), ("%Y-%m", 12)):
        newest: dict[str, datetime] = {}
        for at in sorted(times):
            newest[at.strftime(period)] = at
        for at in sorted(newest.values())[-count:]:
            assert at in kept


def test_half_hourly_backups_of_a_year_leave_thirty_at_most() -> None:
    times = [NOON - timedelta(minutes=30 * number) for number in range(365 * 48)]
    kept = kept_backups(times, Keeping())
    assert len(kept) == 12 + 6 + 3 + 10
    assert min(kept) < NOON - timedelta(days=300)


def test_a_report_is_good_only_when_all_is_good() -> None:
    good = CheckReport("0001", True, True, True, (), {})  # noqa: FBT003 - four answers
    assert good.ok
    assert not CheckReport("0001", True, True, False, (7,), {}).ok  # noqa: FBT003 - as above
