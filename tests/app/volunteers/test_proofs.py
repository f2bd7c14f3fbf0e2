"""Requirements of proofs: what may be noted, how old a certificate may be, when a line goes."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.volunteers.requirements import delivered
from app.volunteers.rules import (
    Assessment,
    CertificateKind,
    ProofDetails,
    add_months,
    check_proof,
    deletion_day,
    last_day,
)

TODAY = date(2026, 11, 23)
GERMAN = next(one for one in delivered("DE") if one.code == "certificate")
DANISH = next(one for one in delivered("DK") if one.code == "certificate")
SHOWN = ProofDetails(
    "certificate",
    inspected_on=date(2026, 11, 20),
    certificate_kind=CertificateKind.EXTENDED,
    issued_on=date(2026, 8, 20),
    has_excluding_entry=False,
)
ASSESSED = ProofDetails(
    "certificate",
    inspected_on=date(2026, 11, 20),
    certificate_kind=CertificateKind.PRIVATE,
    consent_requested_on=date(2026, 11, 1),
    assessment=Assessment.CONDITIONAL,
)


def fields(details: ProofDetails, danish: bool = False) -> list[str]:  # noqa: FBT001, FBT002 - of a test
    return [found.field for found in check_proof(details, DANISH if danish else GERMAN, TODAY)]


def test_a_certificate_may_be_three_months_old_and_no_day_more() -> None:
    assert fields(SHOWN) == []
    (problem,) = check_proof(replace(SHOWN, issued_on=date(2026, 8, 19)), GERMAN, TODAY)
    assert problem.field == "issued_on"
    assert problem.values == {"months": 3, "earliest": date(2026, 8, 20)}


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"inspected_on": None}, "inspected_on"),
        ({"inspected_on": date(2026, 11, 24)}, "inspected_on"),
        ({"issued_on": None}, "issued_on"),
        ({"issued_on": date(2026, 11, 21)}, "issued_on"),
        ({"has_excluding_entry": None}, "has_excluding_entry"),
        ({"certificate_kind": CertificateKind.PRIVATE}, "certificate_kind"),
    ],
)
def test_a_german_certificate_needs_its_days_and_an_answer(
    changes: dict[str, object], field: str
) -> None:
    assert fields(replace(SHOWN, **changes)) == [field]  # type: ignore[arg-type] # of a table


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"consent_requested_on": None}, "consent_requested_on"),
        ({"consent_requested_on": date(2026, 11, 21)}, "consent_requested_on"),
        ({"assessment": ""}, "assessment"),
        ({"certificate_kind": CertificateKind.EXTENDED}, "certificate_kind"),
    ],
)
def test_a_danish_certificate_needs_consent_and_assessment(
    changes: dict[str, object], field: str
) -> None:
    assert fields(ASSESSED, danish=True) == []
    changed = replace(ASSESSED, **changes)  # type: ignore[arg-type] # of a table
    assert fields(changed, danish=True) == [field]


def test_a_waiver_asks_for_reasons_and_for_nothing_else() -> None:
    waived = ProofDetails("certificate", is_waived=True, waiver_reason="Works as a nurse")
    assert fields(waived) == []
    assert fields(replace(waived, waiver_reason="no")) == ["waiver_reason"]
    assert last_day(waived, GERMAN) is None


def test_an_unknown_requirement_is_asked_for() -> None:
    assert [one.field for one in check_proof(SHOWN, None, TODAY)] == ["requirement_code"]


def test_a_certificate_holds_five_years_to_the_day() -> None:
    assert last_day(SHOWN, GERMAN) == date(2031, 11, 19)


def test_the_line_of_somebody_who_never_began_goes_at_once() -> None:
    assert GERMAN is not None
    left = date(2026, 8, 31)
    assert deletion_day(GERMAN, left, began=False) == left
    assert deletion_day(GERMAN, left, began=True) == date(2027, 2, 28)


@given(st.dates(date(2000, 1, 1), date(2100, 1, 1)), st.integers(-120, 120))
def test_months_never_skip_one(day: date, months: int) -> None:
    found = add_months(day, months)
    assert (found.year * 12 + found.month) - (day.year * 12 + day.month) == months
    assert found.day <= day.day


@given(st.dates(date(2024, 1, 1), TODAY), st.dates(date(2024, 1, 1), TODAY))
def test_what_is_accepted_was_never_older_than_three_months(issued: date, seen: date) -> None:
    details = replace(SHOWN, issued_on=issued, inspected_on=seen)
    accepted = not check_proof(details, GERMAN, TODAY)
    assert accepted is (add_months(seen, -3) <= issued <= seen)
