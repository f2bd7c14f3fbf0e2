"""What leaves the calendar: papers and calendar files, with a reason where names go along."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from sqlalchemy import insert

from app.exchange.writing.queries import latest_exports
from app.visiting.calendar.rules import CalendarKind
from db.admin import OfficeCard
from tests.factories.clients import add_client
from tests.factories.visits import MONDAY, visit_planned
from ui.visiting.calendar.calendar_question import CalendarQuestion
from ui.visiting.visits_page import VisitsPage

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from app.office import Act, Office
    from ui.desk import Desk
    from ui.visiting.calendar.paper_dialog import PaperDialog


def _name_office(act: Act) -> None:
    values = {"name": "Besuchsdienst", "country": "DE", "created_at": act.now}
    act.session.execute(insert(OfficeCard).values(**values))
    act.touch("admin")


@pytest.fixture
def page(qtbot: QtBot, desk: Desk, office: Office) -> VisitsPage:
    office.act(_name_office)
    visit_planned(office, add_client(office))
    page = VisitsPage(desk)
    qtbot.addWidget(page)
    page.refresh()
    qtbot.waitUntil(lambda: bool(page.calendar.visits))
    return page


def _dialog(qtbot: QtBot, page: VisitsPage) -> PaperDialog:
    page.leaving.show_week_plan()
    dialog = page.leaving.dialog
    assert dialog is not None
    qtbot.waitUntil(dialog.print_button.isEnabled)
    return dialog


def test_a_week_plan_is_saved_after_its_reason_is_in_the_log(
    qtbot: QtBot,
    page: VisitsPage,
    office: Office,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    dialog = _dialog(qtbot, page)
    file = tmp_path / "plan.pdf"
    monkeypatch.setattr("ui.letters.letter_exits.ask_where_to_save", lambda *_: file)
    dialog.reason.set_value("")
    dialog.save_pages()
    qtbot.waitUntil(lambda: bool(dialog.form.field("reason").problem()))
    assert office.ask(latest_exports) == ()
    dialog.reason.set_value("Week plan")
    with qtbot.waitSignal(page.said):
        dialog.save_pages()
    assert file.read_bytes().startswith(b"%PDF")
    (line,) = office.ask(latest_exports)
    assert (line.reason, line.form, line.rows) == ("Week plan", "pdf", 1)
    dialog.reject()


def test_a_calendar_file_is_saved_without_names_and_without_a_line_in_the_log(
    qtbot: QtBot,
    page: VisitsPage,
    office: Office,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(page.leaving, "_where", lambda: tmp_path / "visits.ics")
    asked = CalendarQuestion(page, page.calendar.title())
    assert asked.form.field("reason").isHidden()
    span = CalendarKind.WEEK.span(MONDAY)
    with qtbot.waitSignal(page.said):
        page.leaving.save_as(asked.wish(span, "", None))
    content = (tmp_path / "visits.ics").read_text()
    assert "SUMMARY:Visit\r\n" in content.replace("\n", "\r\n").replace("\r\r", "\r")
    assert "Erna" not in content
    assert office.ask(latest_exports) == ()
    asked.with_names.setChecked(True)
    asked.reason.set_value("Own phone")
    with qtbot.waitSignal(page.said):
        page.leaving.save_as(asked.wish(span, "", None))
    assert "SUMMARY:Visit to Erna" in (tmp_path / "visits.ics").read_text()
    assert len(office.ask(latest_exports)) == 1
    asked.deleteLater()
