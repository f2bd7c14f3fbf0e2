"""Mailings found again: what failed is tried again, the files come again, the posting is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID, uuid4

import pytest

from app.letters.composing.rules import Choice
from app.letters.mass.mailing import send_mailing
from app.letters.mass.planning import plan_run
from app.letters.mass.queries import runs
from app.letters.mass.rules import RunWish
from app.letters.queries import letters_of_client
from db.people import Person
from tests.factories.letters import office_card, person
from ui.letters.files_run import FilesRun
from ui.letters.letters_page import LettersPage
from ui.letters.run_card import RunCard
from ui.letters.run_words import about, counts_of
from ui.widgets.page import Place

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from app.office import Act, Office
    from ui.desk import Desk


@pytest.fixture
def people(office: Office, tmp_path: Path) -> tuple[UUID, UUID, UUID]:
    """Answer a mailing, somebody who got the letter, and somebody whose address is missing."""
    office_card(office)
    erna = person(office)
    karl = person(office, given_name="Karl", family_name="Weber", street="")
    typed = (("subject", "Einladung"), ("text", "Kommen Sie zum Kaffee."))
    wish = RunWish("free", Choice(typed=typed), "Einladung", "all", basis="public_task")
    today = office.local_now.date()
    plan = office.ask(plan_run, wish, (erna, karl), today)
    run_id = uuid4()
    send_mailing(office, run_id, wish, plan, tmp_path / "first", today)
    return run_id, erna, karl


@pytest.fixture
def page(qtbot: QtBot, desk: Desk, people: tuple[UUID, UUID, UUID]) -> LettersPage:
    page = LettersPage(desk)
    qtbot.addWidget(page)
    page.resize(1200, 700)
    page.show()
    page.show_place(Place("letters", people[0], "run"))
    qtbot.waitUntil(lambda: len(page.runs.card.table.rows()) == 2)
    return page


def _house(act: Act, person_id: UUID) -> None:
    act.session.get_one(Person, person_id).street = "Hauptstr."
    act.touch("clients", person_id)


def test_the_missing_letter_is_written_once_the_card_is_mended(
    qtbot: QtBot, office: Office, page: LettersPage, tmp_path: Path, people: tuple[UUID, UUID, UUID]
) -> None:
    card = page.runs.card
    wanted: list[Place] = []
    page.place_wanted.connect(wanted.append)
    assert card.again_button.isVisible()
    card.table.row_activated.emit(card.table.rows()[0])
    assert wanted == [Place("clients", people[2])]

    office.act(_house, people[2])
    card.try_again_into(tmp_path)
    qtbot.waitUntil(lambda: len(office.ask(letters_of_client, people[2])) == 1, timeout=20_000)
    qtbot.waitUntil(card.progress.isHidden, timeout=20_000)
    page.refresh()
    qtbot.waitUntil(lambda: not card.again_button.isVisible())
    assert office.ask(runs)[0].refused == 0


def test_the_files_are_saved_again(qtbot: QtBot, page: LettersPage, tmp_path: Path) -> None:
    said: list[str] = []
    page.runs.said.connect(said.append)
    page.runs.card.save_files_into(tmp_path / "again")
    qtbot.waitUntil(lambda: bool(said), timeout=20_000)

    (folder,) = (tmp_path / "again").iterdir()
    for file in ("00001.pdf", "all letters.pdf"):
        assert (folder / file).read_bytes() == (tmp_path / "first" / file).read_bytes()


def test_the_day_of_posting_is_kept_with_every_letter(
    qtbot: QtBot, office: Office, page: LettersPage, people: tuple[UUID, UUID, UUID]
) -> None:
    today = office.local_now.date()
    page.runs.card.note_posted_on(today)
    qtbot.waitUntil(lambda: office.ask(letters_of_client, people[1])[0].posted_on == today)


def test_a_mailing_is_told_in_words(office: Office, page: LettersPage) -> None:
    (run,) = office.ask(runs)
    card = page.runs.card

    assert isinstance(card, RunCard)
    assert counts_of(run) == "1 letter · 1 could not be written"
    assert "Anna Beispiel" in about(run)
    assert [row.state for row in card.table.rows()] == ["refused", "written"]


def test_whoever_stops_the_files_leaves_none(
    qtbot: QtBot, desk: Desk, tmp_path: Path, people: tuple[UUID, UUID, UUID]
) -> None:
    files = FilesRun(desk, people[0], tmp_path / "stopped")
    stopped: list[bool] = []
    files.stopped.connect(lambda: stopped.append(True))
    files.start()
    files.stop()
    qtbot.waitUntil(lambda: bool(stopped))

    assert [file.name for file in tmp_path.iterdir() if "stopped" in file.name] == []
    assert list(tmp_path.glob(".nahbar*")) == []
