"""The parts of series on screen: holidays are decided, lines lead on, visits are topped up."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import TYPE_CHECKING
from uuid import uuid4

import pytest
from PySide6.QtWidgets import QPushButton, QWidget

from app.visiting.actions import plan_visit
from app.visiting.rules import VisitPlan
from app.visiting.series.queries import series_row as ask_series
from tests.factories.clients import add_client
from tests.factories.series import add_series, in_germany, planned_days, visits_in
from tests.factories.visit_days import day_visits
from ui.visiting.series.ahead_card import AheadCard, HolidaysCard
from ui.visiting.series.daily_top_up import DailyTopUp
from ui.visiting.series.person_series import PersonSeries
from ui.visiting.series.series_card import SeriesCardView
from ui.visiting.series.series_deeds import SeriesDeeds
from ui.visiting.series.visit_reach import VisitReach
from ui.widgets.page import Place

if TYPE_CHECKING:
    from uuid import UUID

    from pytestqt.qtbot import QtBot

    from app.office import Office
    from ui.desk import Desk

TODAY = date(2026, 11, 23)


@pytest.fixture
def erna(office: Office) -> UUID:
    in_germany(office)
    return add_client(office, given_name="Erna", family_name="Krüger")


def press(view: SeriesCardView, name: str) -> None:
    """Press a button of the holidays, as soon as the card offers it."""
    buttons = view.holidays.findChildren(QPushButton)
    next(one for one in buttons if one.accessibleName() == name).click()


def test_a_holiday_is_decided_about_on_the_card(
    qtbot: QtBot, desk: Desk, office: Office, erna: UUID
) -> None:
    saved = add_series(office, erna, starts_on=date(2026, 12, 18), on_holidays="ask")
    view = SeriesCardView(desk)
    qtbot.addWidget(view)
    view.show_record(saved.id)
    qtbot.waitUntil(lambda: not view.holidays.isHidden())
    assert isinstance(view.ahead, AheadCard)
    assert isinstance(view.holidays, HolidaysCard)
    press(view, "Visit: Fri 25 Dec 2026")
    qtbot.waitUntil(lambda: date(2026, 12, 25) in planned_days(office, saved.id))
    press(view, "No visit: Fri 1 Jan 2027")
    qtbot.waitUntil(lambda: "cancelled" in {row.status for row in visits_in(office, saved.id)})


def test_the_series_of_a_person_lead_to_themselves(
    qtbot: QtBot, desk: Desk, office: Office, erna: UUID
) -> None:
    saved = add_series(office, erna)
    part = PersonSeries(desk, erna)
    qtbot.addWidget(part)
    qtbot.addWidget(part.plan_button)
    places: list[Place] = []
    part.place_wanted.connect(places.append)
    part.refresh()
    qtbot.waitUntil(lambda: len(part.lines) == 1)
    assert part.lines[0].text() == "Every week on Tuesday · 14:30–15:30 · Karin Vogt · Running"
    part.lines[0].click()
    part.plan_button.click()
    assert places == [Place("series", saved.id), Place("series", erna, "plan")]


def test_visits_are_made_further_ahead_once_a_day(
    qtbot: QtBot, desk: Desk, office: Office, erna: UUID
) -> None:
    saved = add_series(office, erna)
    before = len(visits_in(office, saved.id))
    office._clock = lambda: datetime.fromisoformat("2027-02-01T09:00:00+00:00")
    office.work_as(office.who)
    part = DailyTopUp(desk)
    part.look()
    qtbot.waitUntil(lambda: len(visits_in(office, saved.id)) > before)


def test_a_series_that_is_not_paused_says_so(
    qtbot: QtBot, desk: Desk, office: Office, erna: UUID
) -> None:
    saved = add_series(office, erna, until=date(2026, 12, 8))
    row = office.ask(ask_series, saved.id, TODAY)
    assert row is not None
    deeds, said = SeriesDeeds(desk), list[str]()
    deeds.said.connect(lambda words, _undo: said.append(words))
    deeds.resume(row)
    qtbot.waitUntil(lambda: said == ["This series is not paused."])


def test_a_single_visit_is_never_asked_about(
    qtbot: QtBot, desk: Desk, office: Office, erna: UUID
) -> None:
    plan = VisitPlan(erna, "Karin Vogt", TODAY, time(14), time(15))
    office.act(plan_visit, uuid4(), plan)
    (visit,) = office.ask(day_visits, TODAY)
    over = QWidget()
    qtbot.addWidget(over)
    reach, wanted = VisitReach(desk, over), list[str]()
    reach.change_wanted.connect(lambda: wanted.append("change"))
    reach.cancel_wanted.connect(lambda: wanted.append("cancel"))
    reach.change(visit)
    reach.cancel(visit)
    assert wanted == ["change", "cancel"]
