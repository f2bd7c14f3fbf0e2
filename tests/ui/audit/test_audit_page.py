"""Requirements of the audit in the window: words, filter, way to the record, check."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from sqlalchemy import text

from app.access.rules import Role
from app.admin.office_settings import KEEPS_CPR, save_office_setting
from tests.factories.access import member
from tests.factories.clients import add_client
from ui.audit.audit_page import AuditView
from ui.widgets.page import Place

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot
    from sqlalchemy import Engine

    from app.office import Office
    from ui.desk import Desk


@pytest.fixture
def page(qtbot: QtBot, desk: Desk) -> AuditView:
    """The page, not yet shown."""
    page = AuditView(desk)
    qtbot.addWidget(page)
    page.resize(1366, 700)
    return page


def test_a_line_is_read_in_words_and_leads_to_the_card(
    qtbot: QtBot, office: Office, page: AuditView
) -> None:
    erna = add_client(office, given_name="Erna")
    places: list[Place] = []
    page.place_wanted.connect(places.append)
    page.show()
    qtbot.waitUntil(lambda: bool(page.table.rows()))
    model = page.table.model()
    words = [model.index(0, at).data() for at in range(model.columnCount())]
    assert words[1:] == ["Anna Beispiel", "Person added", "Erna Krüger"]

    page.table.choose_first()
    page.open_button.click()

    assert places == [Place("clients", erna)]


def test_the_filter_asks_anew_and_the_export_takes_what_fits(
    qtbot: QtBot, office: Office, page: AuditView
) -> None:
    add_client(office, given_name="Erna")
    office.act(save_office_setting, KEEPS_CPR, value=True)
    page.show()
    qtbot.waitUntil(lambda: len(page.table.rows()) == 2)

    page.filter.feature.set_value("admin")

    qtbot.waitUntil(lambda: len(page.table.rows()) == 1)
    page.export_button.click()
    qtbot.waitUntil(lambda: page.exports.dialog is not None)
    dialog = page.exports.dialog
    assert dialog is not None
    dialog.reject()


def test_others_are_told_whom_to_ask(qtbot: QtBot, office: Office, page: AuditView) -> None:
    member(office, "Anna Beispiel", Role.ADMINISTRATOR)
    member(office, "Zoe Amt", Role.CASEWORKER)
    office.work_as("Zoe Amt")

    page.show()

    qtbot.waitUntil(lambda: page.state.currentWidget() is not page.table)
    assert not page.export_button.isEnabled()


def test_a_broken_chain_names_the_place(
    qtbot: QtBot, office: Office, engine: Engine, page: AuditView
) -> None:
    add_client(office, given_name="Erna")
    page.chain.check_button.click()
    qtbot.waitUntil(lambda: "whole" in page.chain.state.text())
    with engine.begin() as connection:
        connection.execute(text("UPDATE audit_line SET who = 'X' WHERE number = 1"))

    page.chain.check_button.click()

    qtbot.waitUntil(lambda: "broken at number 1" in page.chain.state.text())


def test_everything_done_with_one_record_is_found(
    qtbot: QtBot, office: Office, page: AuditView
) -> None:
    erna = add_client(office, given_name="Erna")
    add_client(office, given_name="Paul")
    page.show()
    qtbot.waitUntil(lambda: len(page.table.rows()) == 2)
    mine = next(row for row in page.table.rows() if erna in row.people)
    page.table.choose(mine.id)
    page.record_button.click()
    qtbot.waitUntil(lambda: [row.id for row in page.table.rows()] == [mine.id])
    page.filter.record.set_value("half a key")
    assert [row.id for row in page.table.rows()] == [mine.id]
    page.filter.record.set_value("")
    qtbot.waitUntil(lambda: len(page.table.rows()) == 2)


def test_the_end_of_the_chain_leaves_as_text(
    qtbot: QtBot, office: Office, page: AuditView, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    add_client(office)
    file = tmp_path / "end.txt"

    def where(*_asked: object) -> Path:
        return file

    monkeypatch.setattr("ui.audit.chain_view.ask_where_to_save", where)
    page.chain.check()
    qtbot.waitUntil(page.chain.text_button.isEnabled)
    page.chain.text_button.click()
    qtbot.waitUntil(file.exists)
    end = next(line for line in file.read_text().splitlines() if line.startswith("End"))
    page.chain.end.set_value(end.partition(": ")[2])
    page.chain.check()
    qtbot.waitUntil(lambda: "The end on your paper is line" in page.chain.found.text())
