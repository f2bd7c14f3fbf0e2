"""The cards of My day with visits, days ahead and drafts, each seen on its own."""

from __future__ import annotations

from datetime import datetime, timedelta
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any, cast
from uuid import uuid4

from PySide6.QtWidgets import QLabel, QPushButton

from app.drafts.queries import DraftRow
from app.my_day.rows import DayAhead
from app.visiting.rows import MOST_COUNTED, VisitRow
from app.visiting.rules import Place as Where
from app.visiting.rules import VisitStatus
from tests.conftest import NOW
from tests.factories.visits import MONDAY
from ui.my_day.day_line import DayLine
from ui.my_day.my_day_cards import AheadCard, DraftsCard
from ui.my_day.visit_rows import visit_row
from ui.my_day.visits_cards import MOST_WAITING, TodayCard, WaitingCard
from ui.widgets.page import Place

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from app.visiting.rows import VisitingDay

NOON = datetime(2026, 11, 23, 12)  # noqa: DTZ001 - visits are planned in local time
DAY = timedelta(days=1)


def visit(name: str = "Erna Krüger", **fields: Any) -> VisitRow:  # noqa: ANN401 - any field
    start = fields.pop("start", NOON + timedelta(hours=2))
    known: dict[str, Any] = {
        "id": uuid4(), "version": 1, "client_id": uuid4(), "client_name": name,
        "visitor": "Petra", "start": start, "end": start + timedelta(hours=1),
        "place": Where.HOME, "status": VisitStatus.PLANNED, "reason": None,
    }  # fmt: skip
    return VisitRow(**(known | fields))


def day(**facts: Any) -> VisitingDay:  # noqa: ANN401 - any fact
    known: dict[str, Any] = {"mine": (), "today": (), "today_count": 0, "waiting": ()}
    return cast("VisitingDay", SimpleNamespace(**(known | {"waiting_count": 0} | facts)))


def titles(card: QWidget) -> list[str]:
    return [line.row.title for line in card.findChildren(DayLine) if not line.isHidden()]


def test_a_planned_visit_can_be_recorded_and_a_held_one_says_so() -> None:
    planned = visit()
    row = visit_row(planned, NOON)
    assert (row.when, row.when_detail, row.verb) == ("14:00", "15:00", "Record")
    assert row.act_place == Place("visiting", planned.id, "record")
    assert row.status is None
    held = visit_row(visit(status=VisitStatus.HELD), NOON)
    assert held.verb == ""
    assert held.status is not None


def test_ones_own_visit_says_only_where_it_is() -> None:
    assert "Petra" in visit_row(visit(), NOON).detail
    assert "Petra" not in visit_row(visit(), NOON, with_visitor=False).detail
    assert visit_row(visit(), NOON, with_day=True).when_detail == "14:00"


def test_ones_own_visits_are_shown_first_and_everybodys_by_a_chip(qtbot: QtBot) -> None:
    card = TodayCard()
    qtbot.addWidget(card)
    mine, hers = visit("Mine"), visit("Hers")
    card.show_day(day(mine=(mine,), today=(mine, hers), today_count=5), NOON)
    assert titles(card) == ["Mine"]
    assert card._more.isHidden()
    assert card._choice is not None
    card._choice.findChildren(QPushButton)[1].click()
    assert titles(card) == ["Mine", "Hers"]
    assert card._more.text() == "3 more visits"


def test_a_free_day_offers_to_plan_a_visit(qtbot: QtBot) -> None:
    card = TodayCard()
    qtbot.addWidget(card)
    card.show_day(day(), NOON)
    assert card._empty is not None
    with qtbot.waitSignal(card.place_wanted) as wanted:
        card._empty.acted.emit()
    assert wanted.args == [Place("visiting", None, "plan")]
    card.show_day(day(today=(visit(),), today_count=1), NOON)
    assert card._empty.isHidden()


def test_waiting_visits_are_cut_until_more_are_asked_for(qtbot: QtBot) -> None:
    card = WaitingCard()
    qtbot.addWidget(card)
    waiting = tuple(visit(f"Visit {at}", start=NOON - DAY) for at in range(MOST_WAITING + 2))
    card.show_waiting(day(waiting=waiting, waiting_count=20), NOON)
    assert len(titles(card)) == MOST_WAITING
    assert card._more.text() == f"{20 - MOST_WAITING} older ones"
    card._more.click()
    assert len(titles(card)) == MOST_WAITING + 2
    assert card._after.text() == f"{18 - MOST_WAITING} older ones"
    card.show_waiting(day(), NOON)
    assert card.isHidden()


def test_the_days_ahead_say_what_there_is_or_that_they_are_free(qtbot: QtBot) -> None:
    card = AheadCard()
    qtbot.addWidget(card)
    card.show_days([DayAhead(MONDAY + DAY, 2, 1), DayAhead(MONDAY + 2 * DAY, 0, 0)])
    said = [label.text() for label in card.findChildren(QLabel) if not label.isHidden()]
    assert "2 visits · 1 task" in said
    assert "free" in said
    card.show_days([DayAhead(MONDAY + DAY, 2, 1)])
    assert [label.isHidden() for label in card._days[1]] == [True, True]


def test_a_number_that_nobody_counts_to_its_end_says_that_there_is_more(qtbot: QtBot) -> None:
    today, ahead = TodayCard(), AheadCard()
    for card in (today, ahead):
        qtbot.addWidget(card)
    one, most = (visit(),), MOST_COUNTED
    today.show_day(day(mine=one, today=one, today_count=most + 1), NOON)
    assert today._choice is not None
    everybody = today._choice.findChildren(QPushButton)[1]
    assert everybody.text() == "Everybody 1,000+"
    everybody.click()
    assert today._more.text() == "more than 999 more visits"
    ahead.show_days([DayAhead(MONDAY, most, 0), DayAhead(MONDAY + DAY, most + 1, 0)])
    said = [label.text() for label in ahead.findChildren(QLabel)]
    assert {"1,000 visits", "more than 1,000 visits"} <= set(said)


def test_a_draft_says_since_when_it_waits_and_an_unknown_one_is_left_out(qtbot: QtBot) -> None:
    card = DraftsCard()
    qtbot.addWidget(card)
    known = DraftRow("task_new", "", "Erna Krüger", NOW - DAY)
    card.show_drafts([known, DraftRow("no_such_form", "", "", NOW)], NOW.astimezone())
    assert titles(card) == ["Erna Krüger"]
    (line,) = (line for line in card.findChildren(DayLine) if not line.isHidden())
    assert line.row.detail.startswith("New task · ")
    card.show_drafts([], NOW.astimezone())
    assert card.isHidden()
