"""Requirements of proofs that are read at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.volunteers.queries.held import all_held, as_held
from app.volunteers.rules import Assessment
from tests.factories.volunteers import PROVEN, add_volunteer, prove

if TYPE_CHECKING:
    from app.office import Office


def test_each_file_has_its_own_proofs(office: Office) -> None:
    for name in ("Anja Kurz", "Bea Lang"):
        prove(office, add_volunteer(office, name), "interview")
    found = office.ask(all_held)
    assert [len(one.held) for one in found.values()] == [1, 1]


def test_an_excluding_entry_or_a_bad_assessment_does_not_pass() -> None:
    assert as_held("certificate", PROVEN, None, None, Assessment.CONDITIONAL).is_passed
    assert not as_held("certificate", PROVEN, None, True, "").is_passed  # noqa: FBT003 - the value
    assert not as_held("certificate", PROVEN, None, None, Assessment.NOT_SUITABLE).is_passed
