"""Requirements of what ends soon: named in time, until there is a newer proof."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from app.volunteers.actions import save_volunteer
from app.volunteers.queries import expiring_proofs
from app.volunteers.rules import LeaveReason, ProofState, VolunteerDetails
from tests.factories.volunteers import APPLIED, add_volunteer, approve, prove

if TYPE_CHECKING:
    from app.office import Office


def test_a_certificate_is_named_from_its_warning_until_there_is_a_newer_one(
    office: Office,
) -> None:
    anja = approve(office, add_volunteer(office))
    ends = date(2031, 9, 30)
    assert office.ask(expiring_proofs, date(2031, 7, 1), 5) == ()
    (soon,) = office.ask(expiring_proofs, date(2031, 7, 2), 5)
    assert (soon.person_id, soon.state, soon.day) == (anja, ProofState.SOON, ends)
    (over,) = office.ask(expiring_proofs, date(2033, 1, 1), 5)
    assert over.state is ProofState.EXPIRED
    prove(office, anja, "certificate", inspected_on=date(2026, 11, 20), issued_on=date(2026, 11, 2))
    assert office.ask(expiring_proofs, date(2031, 8, 1), 5) == ()


def test_lines_of_those_who_left_are_named_when_they_must_go(office: Office) -> None:
    anja = approve(office, add_volunteer(office))
    gone = VolunteerDetails(
        APPLIED, left_on=date(2026, 11, 20), left_reason=LeaveReason.NEVER_BEGAN
    )
    office.act(save_volunteer, anja, 1, gone)
    (line,) = office.ask(expiring_proofs, date(2026, 11, 23), 5)
    assert (line.state, line.day) == (ProofState.DELETE, date(2026, 11, 20))
