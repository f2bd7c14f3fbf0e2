"""The delivered rules are whole: law, source, letter; their questions fit into one."""

from __future__ import annotations

import pytest

from app.letters.templates.rules import TITLES
from app.preventive.queries.due import due_by
from app.preventive.rule_sets import delivered_rules, exemption_law, preventive_days, sentences
from app.preventive.rules import slices
from tests.factories.preventive import TODAY, YEAR


@pytest.mark.parametrize("country", ["DE", "DK"])
def test_each_rule_names_its_law_its_source_and_a_letter(country: str) -> None:
    rules = delivered_rules(country)

    assert len({rule.code for rule in rules}) == len(rules)
    assert all(rule.law and "http" in rule.source for rule in rules)
    assert {rule.template for rule in rules} <= set(TITLES)
    assert {rule.title for rule in rules} <= set(sentences())
    assert preventive_days(country).remind_after > preventive_days(country).answer_within


def test_an_exemption_names_its_law_where_there_is_one() -> None:
    assert "§ 79 a" in exemption_law("DK", "care_and_help")
    assert not exemption_law("DE", "care_and_help")


def test_the_questions_of_all_rules_have_the_same_columns() -> None:
    asked = [
        tuple(column.name for column in due_by(rule, part, TODAY).selected_columns)
        for rule in delivered_rules("DK")
        for part in slices(rule, YEAR)
    ]

    assert len(asked) > 1
    assert len(set(asked)) == 1
