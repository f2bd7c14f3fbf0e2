"""Requirements of standing: the stage follows from dated proofs, and says what is missing."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.volunteers.requirements import delivered, sentences
from app.volunteers.rules import (
    Due,
    Held,
    ProofState,
    VolunteerStage,
    dues,
    required_on,
    stage_of,
    standings,
    to_do,
)

TODAY = date(2026, 11, 23)
REQUIRED = required_on(delivered("DE"), TODAY)
CODES = tuple(one.code for one in REQUIRED)


def held(*codes: str, until: date | None = None) -> tuple[Held, ...]:
    return tuple(Held(code, date(2025, 1, 10), until, is_passed=True) for code in codes)


def stage(*codes: str) -> VolunteerStage:
    return stage_of(standings(REQUIRED, held(*codes), TODAY), None, None, TODAY)


def test_each_stage_waits_for_what_is_required_before_the_next() -> None:
    assert stage() is VolunteerStage.APPLICATION
    assert stage("interview") is VolunteerStage.APPROVAL
    assert stage("interview", "certificate") is VolunteerStage.APPROVAL
    assert stage("interview", "certificate", "confidentiality") is VolunteerStage.ONBOARDING
    assert stage(*CODES) is VolunteerStage.ACTIVE


def test_a_later_proof_does_not_stand_for_an_earlier_one() -> None:
    assert stage("certificate", "confidentiality", "training") is VolunteerStage.APPLICATION


def test_nobody_is_active_before_the_first_day() -> None:
    found = standings(REQUIRED, held(*CODES), TODAY)
    assert stage_of(found, date(2026, 12, 1), None, TODAY) is VolunteerStage.ONBOARDING


def test_the_last_day_still_counts() -> None:
    found = standings(REQUIRED, held(*CODES), TODAY)
    assert stage_of(found, None, TODAY, TODAY) is VolunteerStage.ACTIVE
    assert stage_of(found, None, date(2026, 11, 22), TODAY) is VolunteerStage.LEFT


@pytest.mark.parametrize(
    ("days", "state"),
    [
        (91, ProofState.MET),
        (90, ProofState.SOON),
        (0, ProofState.SOON),
        (-1, ProofState.GRACE),
        (-30, ProofState.GRACE),
        (-31, ProofState.EXPIRED),
    ],
)
def test_a_certificate_warns_then_is_tolerated_then_expires(days: int, state: ProofState) -> None:
    until = TODAY + timedelta(days=days)
    found = standings(REQUIRED, held("certificate", until=until), TODAY)
    assert next(one for one in found if one.requirement.code == "certificate").state is state


def test_who_expired_falls_back_behind_approval() -> None:
    proofs = (*held("interview", "confidentiality", "training"),
              *held("certificate", until=date(2026, 1, 1)))  # fmt: skip
    found = standings(REQUIRED, proofs, TODAY)
    assert stage_of(found, None, None, TODAY) is VolunteerStage.APPROVAL
    assert [(one.requirement.code, one.due_on) for one in to_do(found)] == [
        ("certificate", date(2026, 1, 31))
    ]


def test_an_excluding_entry_is_not_outweighed_by_an_older_proof() -> None:
    proofs = (
        Held("certificate", date(2026, 10, 1), None, is_passed=False),
        Held("certificate", date(2024, 10, 1), None, is_passed=True),
    )
    (found,) = (
        one for one in standings(REQUIRED, proofs, TODAY) if one.requirement.code == "certificate"
    )
    assert found.state is ProofState.FAILED


def test_a_waiver_stands_until_something_is_inspected() -> None:
    waived = Held("certificate", None, None, is_passed=True)
    found = standings(REQUIRED, (waived,), TODAY)
    assert found[1].state is ProofState.WAIVED
    failed = Held("certificate", date(2020, 1, 1), None, is_passed=False)
    assert standings(REQUIRED, (waived, failed), TODAY)[1].state is ProofState.FAILED


@given(
    st.lists(
        st.builds(
            Held,
            st.sampled_from(CODES),
            st.dates(date(2015, 1, 1), TODAY),
            st.none() | st.dates(date(2020, 1, 1), date(2030, 1, 1)),
            st.booleans(),
        ),
        max_size=8,
    )
)
def test_nobody_is_active_while_something_is_missing(proofs: list[Held]) -> None:
    found = standings(REQUIRED, proofs, TODAY)
    missing = [one for one in found if not one.state.lets_go_on]
    is_active = stage_of(found, None, None, TODAY) is VolunteerStage.ACTIVE
    assert is_active is not bool(missing)
    assert set(missing) <= set(to_do(found))


def test_what_is_due_first_stands_first_and_who_left_owes_nothing() -> None:
    found = standings(REQUIRED, held(*CODES, until=None), TODAY)
    soon = date(2026, 12, 20)
    assert dues(found, soon, (), TODAY, has_left=False) == (
        Due("Insurance", ProofState.SOON, soon),
    )
    gone = (("Certificate", date(2026, 11, 1)),)
    assert dues(standings(REQUIRED, (), TODAY), soon, gone, TODAY, has_left=True) == (
        Due("Certificate", ProofState.DELETE, date(2026, 11, 1)),
    )


@pytest.mark.parametrize("country", ["DE", "DK"])
def test_every_delivered_requirement_names_its_source(country: str) -> None:
    for one in delivered(country):
        assert one.source
        assert one.title in set(sentences())
