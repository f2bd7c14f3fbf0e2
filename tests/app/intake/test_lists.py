"""Who asks for help, and why requests end, are lists of the office."""

from __future__ import annotations

from datetime import date

from app.intake.rules import Decision, EndReason, RequestSource, Stage, check_decision
from app.intake.rules.lists import REASONS, SOURCES

TODAY = date(2026, 11, 23)


def test_every_delivered_word_stands_in_a_list() -> None:
    assert set(SOURCES.delivered) == set(RequestSource)
    assert {code for codes in REASONS.values() for code in codes.delivered} == set(EndReason)


def test_a_reason_of_the_office_counts_for_the_end_that_it_was_added_to() -> None:
    far = Decision(stage=Stage.UNSUITABLE, decided_on=TODAY, reason="too_far")
    assert check_decision(far, TODAY, None, TODAY, frozenset({"too_far"})) == ()
    (problem,) = check_decision(far, TODAY, None, TODAY)
    assert problem.field == "reason"
