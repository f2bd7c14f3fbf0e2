"""Requirements of keeping: rehearsed on screen and in a file, confirmed, backed up, carried out."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import func, select

from app.access.rules import Role
from app.exchange.writing.rules import ExportFormat
from app.privacy.keeping import office_keeping, rehearse
from db.people import Person, PersonRole
from tests.factories.access import member
from tests.factories.clients import add_client
from tests.factories.offices import an_office, opened
from ui.admin.office_jobs import OpenOffice
from ui.desk import Desk
from ui.privacy.deletion_question import DeletionQuestion
from ui.privacy.keeping_page import KeepingPage

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from uuid import UUID

    from pytestqt.qtbot import QtBot
    from sqlalchemy import Connection

    from app.admin.local_office import LocalOffice
    from app.office import Act

TODAY = date(2026, 11, 23)


def _end(act: Act, person_id: UUID) -> None:
    for role in act.session.scalars(select(PersonRole).where(PersonRole.person_id == person_id)):
        role.until = date(2020, 1, 1)


def _people(connection: Connection) -> int:
    return int(connection.execute(select(func.count()).select_from(Person)).scalar_one())


@pytest.fixture
def local(tmp_path: Path) -> Iterator[LocalOffice]:
    """An office in a folder, with two people whose files are due and one who is not."""
    office = opened(an_office(tmp_path / "office"))
    for name in ("Ada", "Bo"):
        office.act(_end, add_client(office, given_name=name))
    add_client(office, given_name="Still here")
    yield office
    office.close()


@pytest.fixture
def page(qtbot: QtBot, local: LocalOffice) -> Iterator[KeepingPage]:
    """The page of that office."""
    desk = Desk()
    desk.open(lambda: local)
    qtbot.waitUntil(lambda: desk.is_open)
    page = KeepingPage(desk)
    qtbot.addWidget(page)
    page.resize(1200, 700)
    page.show_office(OpenOffice(local.folder, local.key, local))
    page.show()
    qtbot.waitUntil(lambda: len(page.table.rows()) == 2)
    yield page
    desk.stop()


def _said(page: KeepingPage) -> list[str]:
    said: list[str] = []
    page.said.connect(lambda words, _undo: said.append(words))
    return said


def test_the_rehearsal_is_shown_and_touches_nothing(page: KeepingPage, local: LocalOffice) -> None:
    assert page.count.text() == "2 entries"
    assert {row.name for row in page.table.rows()} == {"Ada Krüger", "Bo Krüger"}
    assert local.ask(_people) == 3


def test_all_entries_go_after_a_backup(qtbot: QtBot, page: KeepingPage, local: LocalOffice) -> None:
    said = _said(page)

    page.job.start(page.table.rows(), "2", "")

    qtbot.waitUntil(lambda: bool(said), timeout=20_000)
    assert said == ["2 entries have gone."]
    assert local.ask(_people) == 1
    assert [facts.reason for facts in local.backups()] == ["deletion"]
    qtbot.waitUntil(lambda: not page.table.rows())


def test_a_wrong_number_lets_nothing_go(
    qtbot: QtBot, page: KeepingPage, local: LocalOffice
) -> None:
    said = _said(page)

    page.job.start(page.table.rows(), "3", "")

    qtbot.waitUntil(lambda: bool(said), timeout=20_000)
    assert said[0].startswith("0 entries have gone. Type 2 to confirm")
    assert local.ask(_people) == 3


def test_stopping_lets_no_further_entry_go(
    qtbot: QtBot, page: KeepingPage, local: LocalOffice
) -> None:
    said = _said(page)
    page.job.start(page.table.rows(), "2", "")
    page.job.stop()

    qtbot.waitUntil(lambda: bool(said), timeout=20_000)
    assert said == ["0 entries have gone."]
    assert local.ask(_people) == 3


def test_a_locked_office_lets_nothing_go(page: KeepingPage) -> None:
    said = _said(page)
    page.show_office(None)

    page.job.start(page.table.rows(), "2", "")

    assert said == ["0 entries have gone. The office is locked."]


@pytest.mark.parametrize("form", [ExportFormat.PDF, ExportFormat.CSV])
def test_the_list_is_saved(
    qtbot: QtBot, page: KeepingPage, tmp_path: Path, form: ExportFormat
) -> None:
    said = _said(page)
    file = tmp_path / f"list.{form.value}"

    page.save_list(form, file)

    qtbot.waitUntil(lambda: bool(said), timeout=20_000)
    assert said == [f"Saved as {file.name}."]
    assert file.stat().st_size > 50


def test_a_period_is_set_for_this_office(
    qtbot: QtBot, page: KeepingPage, local: LocalOffice
) -> None:
    said = _said(page)
    page.tabs.setCurrentIndex(1)
    page.periods.table.choose("client_file")
    page.periods.months.set_value("never")
    page.periods.save()
    months = page.periods.form.field("months")
    qtbot.waitUntil(lambda: bool(months.problem()))

    page.periods.months.set_value("120")
    page.periods.source.set_value("Order 4")
    page.periods.save()

    qtbot.waitUntil(lambda: bool(said))
    found = local.ask(office_keeping, TODAY).of("client_file")
    assert found is not None
    assert (found.months, found.is_own) == (120, True)
    qtbot.waitUntil(lambda: not page.table.rows())


def test_the_question_wants_the_number_of_what_is_chosen(
    qtbot: QtBot, page: KeepingPage, local: LocalOffice
) -> None:
    rehearsal = local.ask(rehearse, TODAY)
    question = DeletionQuestion(page, rehearsal, rehearsal.rows[0])
    qtbot.addWidget(question)

    assert question.rows() == rehearsal.rows[:1]
    assert not question.verb_button.isEnabled()
    question.number.set_value("1")
    assert question.verb_button.isEnabled()
    question.which.set_value(False)
    assert not question.verb_button.isEnabled()
    question.number.set_value("2")
    assert question.rows() == rehearsal.rows
    assert question.verb_button.isEnabled()


def test_without_the_right_nothing_is_let_go(
    qtbot: QtBot, page: KeepingPage, local: LocalOffice
) -> None:
    member(local, "Anna Beispiel", Role.ADMINISTRATOR)
    member(local, "Zoe Amt", Role.COORDINATOR)
    local.work_as("Zoe Amt")
    said = _said(page)

    page.job.start(page.table.rows(), "2", "")

    qtbot.waitUntil(lambda: bool(said), timeout=20_000)
    assert "does not allow" in said[0]
    assert local.ask(_people) == 3


def test_of_a_shared_office_the_backup_of_the_server_is_asked_for(
    qtbot: QtBot, page: KeepingPage, local: LocalOffice
) -> None:
    rehearsal = local.ask(rehearse, TODAY)
    question = DeletionQuestion(page, rehearsal, None, is_shared=True)
    qtbot.addWidget(question)
    question.number.set_value("2")
    assert not question.verb_button.isEnabled()

    question.backed_up.set_value(True)

    assert question.verb_button.isEnabled()


def test_a_shared_office_makes_no_backup_from_here(
    qtbot: QtBot, page: KeepingPage, local: LocalOffice, tmp_path: Path
) -> None:
    page.show_office(OpenOffice(tmp_path / "joined.nahbar", b"", local))
    said = _said(page)

    page.job.start(page.table.rows(), "2", "")

    qtbot.waitUntil(lambda: bool(said), timeout=20_000)
    assert said == ["2 entries have gone."]
    assert local.backups() == ()
