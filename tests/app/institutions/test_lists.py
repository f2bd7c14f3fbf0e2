"""The kinds of institutions are a list of the office."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import uuid4

import pytest

from app.codes.actions import save_code
from app.codes.rules import Labels
from app.errors import Refused
from app.institutions.actions import add_institution
from app.institutions.rules import InstitutionDetails, InstitutionKind
from app.institutions.rules.lists import KINDS

if TYPE_CHECKING:
    from app.office import Office


def test_an_office_adds_a_kind_of_institutions(office: Office) -> None:
    assert set(KINDS.delivered) == set(InstitutionKind)
    kind = office.act(save_code, KINDS, "", 0, Labels("Kirche")).value
    office.act(add_institution, uuid4(), InstitutionDetails(name="St. Quirin", kind=kind))
    with pytest.raises(Refused):
        office.act(add_institution, uuid4(), InstitutionDetails(name="Bank", kind="bank"))
