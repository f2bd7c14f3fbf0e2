"""What the office has chosen holds for everybody; until then the default does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.admin.office_settings import KEEPS_CPR, Setting, office_setting, save_office_setting
from app.admin.queries import recent_audit_lines

if TYPE_CHECKING:
    from app.office import Office

DAYS = Setting("days", default=30)


def test_an_office_that_chose_nothing_keeps_no_cpr_numbers(office: Office) -> None:
    assert office.ask(office_setting, KEEPS_CPR) is False


def test_a_choice_holds_and_the_one_before_is_told(office: Office) -> None:
    assert office.act(save_office_setting, DAYS, 45).value == 30
    assert office.act(save_office_setting, DAYS, 60).value == 45
    assert office.ask(office_setting, DAYS) == 60


def test_a_value_of_another_kind_counts_as_not_chosen(office: Office) -> None:
    office.act(save_office_setting, Setting("days", default=""), "many")
    assert office.ask(office_setting, DAYS) == 30


def test_choosing_is_written_down(office: Office) -> None:
    office.act(save_office_setting, KEEPS_CPR, value=True)
    assert office.ask(recent_audit_lines)[0].action == "save_office_setting"
