"""Statistics and costs on screen: withheld figures, the chart in words, files, pages."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING
from uuid import uuid4

import pytest

from app.mobile_advice.advice.actions import record_advice
from app.mobile_advice.advice.rules import ContactDetails
from app.mobile_advice.costs.actions import save_cost_item
from app.mobile_advice.costs.rules import CostItemDetails, CostKind
from app.mobile_advice.statistics.rules import Compared, Dimension
from app.small_numbers.queries import office_safeguard
from tests.factories.booking import TODAY
from tests.ui.widgets.hands import bring_forward
from ui.mobile_advice.costs.costs_page import CostsPage
from ui.mobile_advice.costs.item_form import ItemForm
from ui.mobile_advice.costs.items_page import ItemsPage
from ui.mobile_advice.figures_page import FiguresPage
from ui.mobile_advice.statistics.pages_dialog import PagesDialog
from ui.mobile_advice.statistics.safeguard_dialog import SafeguardDialog
from ui.mobile_advice.statistics.statistics_page import StatisticsPage
from ui.widgets.page import Place

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from app.office import Office
    from ui.desk import Desk
    from ui.widgets.export_offer import ExportOffer


@pytest.fixture
def page(qtbot: QtBot, desk: Desk, office: Office) -> FiguresPage:
    plain = ContactDetails(TODAY, topics=("housing",), language="tr", age_band="70_79")
    for topic, times in (("housing", 6), ("care", 4), ("debt", 2)):
        for _time in range(times):
            office.act(record_advice, uuid4(), replace(plain, topics=(topic,)))
    page = FiguresPage(desk)
    page.resize(1200, 800)
    qtbot.addWidget(page)
    bring_forward(qtbot, page)
    return page


def statistics(qtbot: QtBot, page: FiguresPage) -> StatisticsPage:
    """Answer the statistics once they are shown."""
    page.show_place(Place("advice_statistics"))
    found = page.page_of("statistics")
    assert isinstance(found, StatisticsPage)
    qtbot.waitUntil(lambda: found.answer is not None)
    return found


def test_a_small_figure_takes_another_with_it_in_table_chart_and_file(
    qtbot: QtBot, page: FiguresPage
) -> None:
    offers: list[ExportOffer[object]] = []
    page.export_asked.connect(offers.append)
    shown = statistics(qtbot, page)
    shown.tables.which.set_value(Dimension.TOPIC.value)
    figures = {line.line: line.contacts for line in shown.tables.table.rows()}
    assert (figures["Housing"], figures["Care"], figures["Debt and energy"]) == ("6", ".", ".")
    assert figures["Total, each topic counted"] == "12"
    assert "Housing 6" in shown.tables.chart.accessibleDescription()
    assert not next(bar for bar in shown.tables.chart.bars() if bar.words == "Care").is_told
    assert "withheld" in shown.tables.notes.text()
    shown.export_button.click()
    assert "withheld" in offers[0].selection
    assert offers[0].count > len(figures)


def test_the_office_chooses_from_which_number_on_it_tells(
    qtbot: QtBot, page: FiguresPage, office: Office
) -> None:
    undos = []
    page.said.connect(lambda _words, undo: undos.append(undo))
    shown = statistics(qtbot, page)
    shown.small_button.click()
    (dialog,) = shown.findChildren(SafeguardDialog)
    dialog.practice.set_value("dk")
    dialog.save_button.click()
    qtbot.waitUntil(lambda: bool(undos))
    assert office.ask(office_safeguard).least == 5
    undos[0]()
    qtbot.waitUntil(lambda: office.ask(office_safeguard).least == 3)


def test_a_period_is_compared_and_the_pages_are_shown(qtbot: QtBot, page: FiguresPage) -> None:
    shown = statistics(qtbot, page)
    shown.compared.set_value(Compared.BEFORE)
    qtbot.waitUntil(lambda: shown.answer is not None and shown.answer.sheet.other is not None)
    assert len(shown.tables.table.columns()) == 5
    shown.pages_button.click()
    (dialog,) = shown.findChildren(PagesDialog)
    qtbot.waitUntil(dialog.print_button.isEnabled, timeout=10_000)
    dialog.reject()


def test_costs_lead_to_the_first_assumption_and_count_with_it(
    qtbot: QtBot, page: FiguresPage, office: Office
) -> None:
    places: list[Place] = []
    page.place_wanted.connect(places.append)
    page.show_place(Place("advice_statistics", None, "costs"))
    costs = page.page_of("costs")
    assert isinstance(costs, CostsPage)
    qtbot.waitUntil(lambda: costs.sheet is not None)
    page.show_place(Place("advice_statistics", None, "new_item"))
    items = page.page_of("items")
    assert isinstance(items, ItemsPage)
    assert isinstance(items.panel.form, ItemForm)
    details = CostItemDetails(
        "Garage", kind=CostKind.PER_MONTH, amount=100_00, valid_from=TODAY.replace(month=1, day=1),
        source="Mietvertrag",
    )  # fmt: skip
    office.act(save_cost_item, uuid4(), 0, details)
    page.show_place(Place("advice_statistics", None, "costs"))
    qtbot.waitUntil(lambda: len(costs.table.rows()) == 1)
    assert costs.sheet is not None
    assert costs.sheet.cost == 1_200_00
