"""The week plan and the phone list say what is needed, and no more."""

from __future__ import annotations

from dataclasses import replace

import pytest

from forms.visiting import phone_list as phones
from forms.visiting import week_plan as plan
from tests.factories.papers import phone_list, week_plan
from tests.forms.reading import opened, text_of


def test_the_offices_plan_says_who_visits_and_no_address() -> None:
    text = text_of(plan.render(week_plan()))
    for words in ("Wochenplan", "Montag, 23. November 2026", "14:30–15:30", "Karin Vogt"):
        assert words in text
    assert "Erster Weihnachtstag" in text
    assert "Keine Besuche" in text
    assert "Ricarda-Huch" not in text
    assert "1234567" not in text


def test_a_visitors_own_plan_says_where_and_how_to_ring() -> None:
    text = text_of(plan.render(week_plan(visitor="Karin Vogt")))
    assert "Ricarda-Huch-Straße 12" in text
    assert "0211\u00a01234567" in text or "0211 1234567" in text
    assert "Wer besucht" not in text


def test_a_protected_address_is_asked_for_at_the_office() -> None:
    facts = week_plan(visitor="Karin Vogt")
    (visit, *_more), day = facts.days[0].visits, facts.days[0]
    hidden = replace(visit, address=(), address_protected=True, place_note="")
    text = text_of(plan.render(replace(facts, days=(replace(day, visits=(hidden,)),))))
    assert "im Büro erfragen" in text


def test_a_full_week_goes_on_over_pages_and_no_heading_stands_alone() -> None:
    pdf = plan.render(week_plan(count=90))
    assert len(opened(pdf).pages) > 2
    assert text_of(pdf).count("Erna Krüger") == 90


@pytest.mark.parametrize("language", ["de", "da", "en"])
def test_the_phone_list_has_both_numbers_of_everybody(language: str) -> None:
    text = text_of(phones.render(phone_list(language=language))).replace("\u00a0", " ")
    for words in ("Karin Vogt · 0211 777", "0211 1234567, 0151 7654321", "Omid Rahimi"):
        assert words in text


def test_what_cannot_be_printed_is_shown_by_a_sign() -> None:
    text = text_of(plan.render(week_plan("Erna 😀 <b>{count}</b> 100 %")))
    assert "<b>{count}</b> 100 %" in text
