"""The parts of the screens: overview card, period, columns, risks, the form of a rule."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, cast
from uuid import uuid4

from PySide6.QtWidgets import QLabel

from app.preventive.queries import SpanRow, preventive_file
from app.preventive.rules import RISK_LABELS, OfferState, Period, PeriodKind, Repeats
from tests.factories.preventive import TODAY, born, danish, due
from ui.preventive.due_columns import age_words, due_columns
from ui.preventive.open_card import OpenCard
from ui.preventive.overview_card import PreventiveOverview
from ui.preventive.period_field import PeriodField
from ui.preventive.person_card import PreventiveCard
from ui.preventive.rule_form import RuleForm
from ui.preventive.spans_card import SpansCard

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from app.office import Office
    from ui.desk import Desk


def _told(widget: QWidget) -> str:
    return " ".join(label.text() for label in widget.findChildren(QLabel))


def test_the_overview_tells_what_is_due_and_hides_where_nothing_is(
    qtbot: QtBot, desk: Desk, office: Office
) -> None:
    danish(office)
    old, young = born(office, "10.12.1940"), born(office, "10.12.1980")
    card = PreventiveOverview(desk)
    qtbot.addWidget(card)
    nobody = cast("Any", None)
    card.show_answer(nobody, office.ask(preventive_file, old, TODAY))
    assert not card.isHidden()
    assert "Yearly visit from 82" in _told(card)

    card.show_answer(nobody, office.ask(preventive_file, young, TODAY))
    assert card.isHidden()


def test_what_is_to_be_done_stands_with_its_buttons(
    qtbot: QtBot, desk: Desk, office: Office
) -> None:
    danish(office)
    file = office.ask(preventive_file, born(office, "10.12.1940"), TODAY)
    assert file is not None
    card = PreventiveCard(desk)
    qtbot.addWidget(card)
    card.show_file(file)
    assert isinstance(card.open_visits, OpenCard)
    assert "§ 79 a, stk. 1" in _told(card.open_visits)


def test_typed_days_make_a_period_once_both_are_right(qtbot: QtBot) -> None:
    field = PeriodField(lambda: TODAY)
    qtbot.addWidget(field)
    assert field.value() == Period(date(2026, 10, 1), date(2026, 12, 31))
    field.kind.set_value(PeriodKind.ANY)
    field.first.set_value(date(2026, 6, 1))
    field.last.set_value(date(2026, 6, 30))

    assert field.value() == Period(date(2026, 6, 1), date(2026, 6, 30))


def test_columns_say_age_and_state(office: Office) -> None:
    danish(office)
    born(office, "10.12.1940")
    (row,) = due(office)
    columns = due_columns({}, lambda: TODAY)

    assert age_words(row) == "86 years"
    assert row.state is OfferState.DUE
    assert {"name", "rule", "law", "due_on"} <= {key for key, _title in columns.options()}


def test_a_risk_is_told_with_its_day(qtbot: QtBot) -> None:
    card = SpansCard("Risks", "Add risk", RISK_LABELS, "None.")
    qtbot.addWidget(card)
    card.show_spans([SpanRow(uuid4(), "bereaved", TODAY, None, "since May", 1)])

    assert "Lost husband or wife" in _told(card)
    assert "since May" in _told(card)


def test_the_form_of_a_rule_asks_what_belongs_to_it(qtbot: QtBot, desk: Desk) -> None:
    form = RuleForm(desk, None)
    qtbot.addWidget(form)
    assert form.content.field("risk_code").isHidden()
    form.content.inputs["repeats"].set_value(Repeats.NEED.value)

    assert not form.content.field("risk_code").isHidden()
    assert form.content.value().risk_code == "any"
