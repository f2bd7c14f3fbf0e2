"""Housing cases on My day: a deadline that passed is said, and its next step one press away."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID, uuid4

from app.my_day.whole import whole_day
from app.referrals.housing_cases.actions import open_case
from app.referrals.housing_cases.rules import CaseDetails, CaseKind, Stage
from tests.factories.preventive import danish
from ui.my_day.day_line import DayLine
from ui.my_day.housing_card import HousingCard
from ui.widgets.page import Place

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from app.office import Office

BEGAN = date(2026, 10, 20)


def test_a_case_whose_deadline_passed_leads_to_its_next_step(qtbot: QtBot, office: Office) -> None:
    danish(office)
    details = CaseDetails(
        about_name="Ruth Berg", country="DK", opened_on=BEGAN,
        kind=CaseKind.ARREARS, stage=Stage.REPRIMAND,
    )  # fmt: skip
    case: UUID = office.act(open_case, uuid4(), details).value
    card = HousingCard()
    qtbot.addWidget(card)
    today = date(2026, 11, 24)

    card.show_cases(office.ask(whole_day, today, office.who).housing, today)
    line = card.findChild(DayLine)
    assert isinstance(line, DayLine)
    assert (line.row.title, line.row.tone) == ("Ruth Berg", "attention")
    assert line.row.when.endswith("overdue")
    assert line.row.act_place == Place("housing_cases", case, "step")
    card.show_cases((), today)
    assert card.isHidden()
