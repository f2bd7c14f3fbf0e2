"""An office chooses numbers within their bounds; without a choice the usual one holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from app.admin.queries import recent_audit_lines
from app.admin.settings.actions import choose_number
from app.admin.settings.queries import number_setting
from app.admin.settings.rules import NO_CONTACT_DAYS, OUT_OF_RANGE
from app.errors import Refused

if TYPE_CHECKING:
    from app.office import Office


def test_without_a_choice_the_usual_number_holds(office: Office) -> None:
    assert office.ask(number_setting, NO_CONTACT_DAYS) == 28


def test_the_last_choice_holds_and_is_audited(office: Office) -> None:
    office.act(choose_number, NO_CONTACT_DAYS, 42)
    office.act(choose_number, NO_CONTACT_DAYS, 14)
    assert office.ask(number_setting, NO_CONTACT_DAYS) == 14
    assert {line.feature for line in office.ask(recent_audit_lines)} == {"admin"}


@pytest.mark.parametrize("value", [None, 6, 366, -1])
def test_a_number_out_of_its_bounds_is_refused_beside_its_field(
    office: Office, value: int | None
) -> None:
    with pytest.raises(Refused) as refused:
        office.act(choose_number, NO_CONTACT_DAYS, value)
    (problem,) = refused.value.problems
    assert (problem.message, problem.field) == (OUT_OF_RANGE, "no_contact_days")
    assert office.ask(number_setting, NO_CONTACT_DAYS) == 28
