"""Requirements of telling: lines have names in every language, papers say what is withheld."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING
from uuid import uuid4

import pytest

from app.mobile_advice.advice.actions import record_advice
from app.mobile_advice.advice.rules import ContactDetails
from app.mobile_advice.statistics.naming import Naming
from app.mobile_advice.statistics.papers import statistics_paper
from app.mobile_advice.statistics.queries import advice_sheet
from app.mobile_advice.statistics.rules import (
    Dimension,
    PeriodKind,
    period_before,
    period_of,
)
from app.mobile_advice.statistics.telling import all_lines, cross_lines, remarks, stat_lines
from tests.factories.booking import TODAY, halt
from tests.forms.reading import text_of

if TYPE_CHECKING:
    from app.office import Office

MONTH = period_of(PeriodKind.MONTH, TODAY)
MADE = (datetime(2026, 11, 23, 9), "Petra Schneider")  # noqa: DTZ001 - local wall-clock time


@pytest.fixture
def advised(office: Office) -> Office:
    stop = halt(office, TODAY).stop_id
    plain = ContactDetails(TODAY, topics=("housing",), language="tr", age_band="90_plus")
    for topic, times in (("housing", 5), ("care", 4), ("debt", 2)):
        for _time in range(times):
            details = replace(plain, topics=(topic,), stop_id=stop)
            office.act(record_advice, uuid4(), details)
    return office


def test_withheld_figures_are_a_sign_and_shares_say_nothing_of_them(advised: Office) -> None:
    answer = advised.ask(advice_sheet, MONTH)
    naming = Naming(answer, "en")
    lines = {line.line: line for line in stat_lines(answer.sheet, Dimension.TOPIC, naming)}
    assert (lines["Housing"].contacts, lines["Debt and energy"].contacts) == ("5", ".")
    assert (lines["Debt and energy"].share, lines["Debt and energy"].change) == (0.0, "")
    assert lines["Total, each topic counted"].is_total
    stops = stat_lines(answer.sheet, Dimension.STOP, naming)
    assert [line.contacts for line in stops] == ["11", "0", "11"]
    tables = {line.table for line in all_lines(answer.sheet, naming)}
    assert naming.title(Dimension.AGE) in tables
    head, *_body, foot = cross_lines(answer.sheet, naming)
    assert (head[0], foot[-1]) == (naming.title(Dimension.AREA), "11")
    assert naming.line(Dimension.AGE, "90_plus") == "90 and older"
    assert naming.line(Dimension.LANGUAGE, "tr") == "Turkish"


def test_the_sheet_says_how_withheld_figures_were_treated(advised: Office) -> None:
    answer = advised.ask(advice_sheet, MONTH)
    told = " ".join(remarks(answer.sheet, Naming(answer, "en")))
    assert "below 3" in told
    assert "may not know of are not counted" in told
    assert "overlap" not in told


@pytest.mark.parametrize("language", ["de", "da", "en"])
def test_the_paper_has_every_table(advised: Office, language: str) -> None:
    periods = (MONTH, period_before(MONTH))
    printed = text_of(advised.ask(statistics_paper, periods, language, MADE))
    answer = advised.ask(advice_sheet, *periods)
    naming = Naming(answer, language)
    for dimension in Dimension:
        assert naming.title(dimension) in printed
    assert "Petra Schneider" in printed
