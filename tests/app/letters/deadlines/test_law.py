"""The legal configuration is dated, complete and without holes."""

from __future__ import annotations

from datetime import date, timedelta

import holidays
import pytest

from app.letters.deadlines.closed_days import closed_days
from app.letters.deadlines.law import COUNTRIES, law_of, read_law
from app.letters.deadlines.reckoning import reckon
from app.letters.deadlines.rules import Asked, Kind
from resources import read_text
from resources.text import use_language


@pytest.mark.parametrize("country", COUNTRIES)
def test_every_rule_names_its_source(country: str) -> None:
    law = law_of(country)

    sources = [
        *(rule.source for rule in law.notifications),
        *(source for rule in law.remedies for source in (rule.source, rule.counting_source)),
        *(law.moving.source, law.moving.fixed_source),
    ]
    assert all(sources)
    assert law.jurisdiction == country


@pytest.mark.parametrize("country", COUNTRIES)
def test_on_any_day_just_one_rule_holds(country: str) -> None:
    law = law_of(country)
    day, default = date(2005, 1, 1), law.notifications[0].channel
    while day <= date(2035, 12, 31):
        assert sum(day in each.valid and each.channel == default for each in law.notifications) == 1
        for kind in {each.kind for each in law.remedies}:
            assert sum(day in each.valid and each.kind is kind for each in law.remedies) == 1
        day += timedelta(days=1)


def test_germany_knows_both_remedies_and_denmark_the_complaint() -> None:
    assert {each.kind for each in law_of("de").remedies} == set(Kind)
    assert {each.kind for each in law_of("dk").remedies} == {Kind.KLAGE}


def test_every_german_state_is_known_by_its_code() -> None:
    codes = {code for code in holidays.country_holidays("DE").subdivisions if len(code) == 2}

    assert set(law_of("de").moving.places) == codes


def test_holidays_are_named_as_the_country_names_them() -> None:
    assert closed_days(law_of("de"), "NW")(date(2026, 6, 4)) == "Fronleichnam"
    assert closed_days(law_of("dk"))(date(2026, 4, 2)) == "Skærtorsdag"
    assert closed_days(law_of("dk"))(date(2026, 4, 1)) == ""


def test_weekend_days_are_named_in_the_language_in_use() -> None:
    use_language("en")

    assert closed_days(law_of("de"))(date(2026, 2, 28)) == "Saturday"


def test_an_office_can_add_a_day_on_which_nothing_ends() -> None:
    text = read_text("legal", "dk.toml").replace("also = []", 'also = ["06-05"]')
    law = read_law(text)

    found = reckon(Asked("dk", "klage", date(2026, 5, 8)), law, closed_days(law))

    assert (found.raw_end, found.end) == (date(2026, 6, 5), date(2026, 6, 8))


def test_a_dated_change_of_the_period_holds_from_its_day() -> None:
    six_weeks = """
        [[remedy]]
        kind = "klage"
        weeks = 6
        valid_from = 2030-01-01
        valid_to = ""
        source = "a law to come"
        counting_source = "a law to come"
    """
    old = read_text("legal", "dk.toml")
    start = old.index("[[remedy]]")
    old = old[:start] + old[start:].replace('valid_to = ""', "valid_to = 2029-12-31")
    law = read_law(old + six_weeks)

    before, since = (
        reckon(Asked("dk", "klage", day), law, closed_days(law))
        for day in (date(2029, 12, 31), date(2030, 1, 1))
    )

    assert before.raw_end - before.notified_on == timedelta(weeks=4)
    assert since.raw_end - since.notified_on == timedelta(weeks=6)
