"""Requirements of what is done to the office itself."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from app.admin.actions import save_office_card, set_up_office
from app.admin.queries import office_card, recent_audit_lines
from app.errors import Conflict, Refused
from tests.factories.offices import office_values

if TYPE_CHECKING:
    from app.admin.queries import OfficeRow
    from app.office import Office


def card(office: Office) -> OfficeRow:
    found = office.ask(office_card)
    assert found is not None
    return found


def test_setting_up_an_office_writes_its_card_and_an_audit_line(office: Office) -> None:
    done = office.act(set_up_office, office_values(name="  Besuchsdienst  "))
    assert card(office).id == done.value
    assert card(office).values.name == "Besuchsdienst"
    assert not card(office).is_demo
    (line,) = office.ask(recent_audit_lines)
    assert (line.action, line.records) == ("set_up_office", (("admin", done.value),))


def test_an_office_is_set_up_once(office: Office) -> None:
    office.act(set_up_office, office_values())
    with pytest.raises(Refused, match="set up already"):
        office.act(set_up_office, office_values())


def test_a_wrong_card_is_not_saved(office: Office) -> None:
    with pytest.raises(Refused):
        office.act(set_up_office, office_values(name=""))
    assert office.ask(office_card) is None


def test_saving_the_card_counts_its_version(office: Office) -> None:
    office.act(set_up_office, office_values())
    values = replace(card(office).values, sender="Amt für Soziales", street='<b>"%_</b>')
    done = office.act(save_office_card, values, 1)
    assert done.value == 2
    assert done.features == {"admin"}
    assert card(office).values == values


def test_a_card_that_someone_else_changed_is_not_overwritten(office: Office) -> None:
    office.act(set_up_office, office_values())
    values = card(office).values
    office.act(save_office_card, replace(values, city="Neuss"), 1)
    with pytest.raises(Conflict):
        office.act(save_office_card, replace(values, city="Köln"), 1)
    assert card(office).values.city == "Neuss"


def test_a_card_that_breaks_a_rule_is_refused_beside_its_field(office: Office) -> None:
    office.act(set_up_office, office_values())
    with pytest.raises(Refused) as refused:
        office.act(save_office_card, replace(card(office).values, email="nobody"), 1)
    assert [problem.field for problem in refused.value.problems] == ["email"]
