"""The tab of housing cases: opened after an enquiry, step by step, and closed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from app.referrals.housing_cases.queries import CaseList, list_cases
from app.referrals.housing_cases.rules import Stage
from tests.factories.enquiries import enquire
from tests.factories.preventive import danish
from ui.referrals.housing_cases.case_card import CaseCardView
from ui.referrals.housing_cases.case_form import CaseForm
from ui.referrals.housing_cases.cases_page import HousingCasesPage
from ui.referrals.housing_cases.step_forms import ClosingForm, StepForm
from ui.widgets.page import Place

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from app.office import Office
    from app.referrals.housing_cases.queries import CaseRow
    from ui.desk import Desk


@pytest.fixture
def page(qtbot: QtBot, office: Office, desk: Desk) -> HousingCasesPage:
    """Answer the tab of a Danish office."""
    danish(office)
    page = HousingCasesPage(desk)
    qtbot.addWidget(page)
    page.resize(1200, 800)
    page.show()
    return page


def test_a_case_goes_from_an_enquiry_to_its_end(
    qtbot: QtBot, office: Office, page: HousingCasesPage
) -> None:
    def rows(which: CaseList = CaseList.OPEN) -> tuple[CaseRow, ...]:
        return office.ask(list_cases, which)

    key = enquire(office, is_new=True)
    page.show_place(Place("housing_cases", key, "enquiry"))
    qtbot.waitUntil(lambda: isinstance(page.panel.form, CaseForm))
    form = page.panel.form
    assert isinstance(form, CaseForm)
    assert form.content.value().street == "Hedevej"
    form.save()
    qtbot.waitUntil(lambda: bool(rows()))
    (row,) = rows()
    assert row.enquiry_id == key
    qtbot.waitUntil(page.panel.is_card_shown)

    page.panel.take_step(row.id)
    qtbot.waitUntil(lambda: isinstance(page.panel.form, StepForm))
    step = page.panel.form
    assert isinstance(step, StepForm)
    assert step.stage.value() is Stage.REPRIMAND
    step.stage.set_value(Stage.TENANTS_BOARD)
    assert not step.rule.isHidden()
    step.save()
    qtbot.waitUntil(lambda: "bdk.dk" in step.fields.field("stage").problem())
    step.stage.set_value(Stage.WARNING)
    step.save()
    qtbot.waitUntil(lambda: rows()[0].stage == Stage.WARNING)
    card = page.panel.card
    assert isinstance(card, CaseCardView)
    qtbot.waitUntil(lambda: "board" in card.advice.text())

    page.panel.close_case(row.id)
    qtbot.waitUntil(lambda: isinstance(page.panel.form, ClosingForm))
    closing = page.panel.form
    assert isinstance(closing, ClosingForm)
    closing.prevented.set_value(True)
    closing.save()
    qtbot.waitUntil(lambda: [one.prevented for one in rows(CaseList.CLOSED)] == [True])
