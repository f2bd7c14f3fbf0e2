"""Legal bases: dated, with a source, and never further than the law goes."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from app.institutions.rules import InstitutionKind
from app.referrals.bases import bases, check_basis, offered

TODAY = date(2026, 11, 23)


@pytest.mark.parametrize("country", ["DE", "DK"])
def test_only_consent_reaches_a_landlord(country: str) -> None:
    """A housing association is no authority, and carries out no task of social law."""
    for kind in ("refer", "transfer"):
        way = [
            basis.code
            for basis in offered(bases(country), kind, TODAY)
            if not check_basis(bases(country), basis.code, kind, InstitutionKind.HOUSING, TODAY)
        ]
        assert way == ["consent"]


@pytest.mark.parametrize("country", ["DE", "DK"])
def test_every_basis_names_its_law_and_knows_real_kinds(country: str) -> None:
    """A misspelt kind of institution would let everything through."""
    for basis in bases(country):
        assert basis.law
        assert basis.source
        assert basis.not_to <= set(InstitutionKind)
        assert basis.holds(TODAY)
        assert not basis.holds(basis.valid_from - timedelta(days=1))


def test_a_basis_of_the_other_country_is_none() -> None:
    """Law ends at the border."""
    (problem,) = check_basis(bases("DK"), "social_task", "refer", "authority", TODAY)
    assert problem.field == "basis"
