"""Requirements of the privacy tab: restrict, lift with a way back, looks and answers by right."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import pyzipper

from app.access.queries import access_to_person
from app.access.rules import Named, Restriction, Role
from app.privacy.looking import note_looks, seen
from tests.factories.access import member, restricted
from tests.factories.clients import add_client
from ui.privacy.look_keeper import LookKeeper
from ui.privacy.person_privacy_tab import PersonPrivacyTab

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from pytestqt.qtbot import QtBot

    from app.office import Office
    from ui.desk import Desk


@pytest.fixture
def erna(office: Office) -> UUID:
    """Erna in an office with colleagues."""
    member(office, "Anna Beispiel", Role.ADMINISTRATOR)
    member(office, "Zoe Amt", Role.CASEWORKER)
    member(office, "Bent Vogt", Role.VOLUNTEER)
    return add_client(office)


def _tab(qtbot: QtBot, desk: Desk, person: UUID) -> PersonPrivacyTab:
    tab = PersonPrivacyTab(desk, person)
    qtbot.addWidget(tab)
    tab.resize(700, 700)
    tab.show()
    tab.refresh()
    qtbot.waitUntil(lambda: bool(tab.restriction.state.text()))
    return tab


def test_a_person_is_restricted_and_released_with_a_way_back(
    qtbot: QtBot, desk: Desk, office: Office, erna: UUID
) -> None:
    tab = _tab(qtbot, desk, erna)
    undo: list[Callable[[], object]] = []
    tab.said.connect(lambda _words, back: undo.append(back))
    tab.restriction.change_button.click()
    tab.restriction.form.reason.set_value("A colleague's mother")
    tab.restriction.save_button.click()
    qtbot.waitUntil(tab.restriction.lift_button.isVisible)
    found = office.ask(access_to_person, erna)
    assert found is not None
    assert found.restriction == Restriction("A colleague's mother", (Named("Anna Beispiel"),))

    tab.restriction.lift_button.click()
    qtbot.waitUntil(lambda: len(undo) == 2)
    again = office.ask(access_to_person, erna)
    assert again is not None
    assert not again.is_restricted
    undo[1]()
    qtbot.waitUntil(tab.restriction.lift_button.isVisible)


def test_what_is_wrong_stands_in_the_form(qtbot: QtBot, desk: Desk, erna: UUID) -> None:
    tab = _tab(qtbot, desk, erna)
    tab.restriction.change_button.click()

    tab.restriction.save_button.click()

    form = tab.restriction.form
    qtbot.waitUntil(lambda: bool(form._form and form._form.field("reason").problem()))
    assert not form.isHidden()
    tab.restriction.cancel_button.click()
    assert form.isHidden()


def test_looks_and_answers_are_for_those_who_answer_requests(
    qtbot: QtBot, desk: Desk, office: Office, erna: UUID
) -> None:
    office.act(note_looks, [erna])
    tab = _tab(qtbot, desk, erna)
    qtbot.waitUntil(lambda: len(tab.looks.looks.rows()) == 1)
    assert tab.answer.isVisibleTo(tab)

    office.work_as("Zoe Amt")
    other = _tab(qtbot, desk, erna)
    qtbot.waitUntil(lambda: not other.answer.isVisibleTo(other))
    assert not other.looks.isVisibleTo(other)
    assert other.restriction.change_button.isVisibleTo(other)

    office.work_as("Bent Vogt")
    third = _tab(qtbot, desk, erna)
    qtbot.waitUntil(lambda: not third.restriction.change_button.isVisibleTo(third))


@pytest.mark.parametrize("form", ["pdf", "json", "zip"])
def test_an_answer_is_written_and_noted(
    qtbot: QtBot, desk: Desk, office: Office, erna: UUID, tmp_path: Path, form: str
) -> None:
    tab = _tab(qtbot, desk, erna)
    said: list[str] = []
    tab.said.connect(lambda words, _undo: said.append(words))
    file = tmp_path / f"answer.{form}"
    tab.answer.seal.wanted.set_value(False)

    tab.answer.make(form, file)

    qtbot.waitUntil(lambda: bool(said), timeout=20_000)
    assert said == [f"Saved as {file.name}."]
    content = file.read_bytes()
    assert content.startswith({"pdf": b"%PDF", "json": b"{", "zip": b"PK"}[form])
    if form == "json":
        assert json.loads(content)["name"] == "Erna Krüger"
    assert [look.what for look in office.ask(seen, erna).looks] == ["answer"]


@pytest.mark.parametrize("form", ["pdf", "json", "zip"])
def test_a_sealed_answer_opens_with_its_password_only(
    qtbot: QtBot, desk: Desk, erna: UUID, tmp_path: Path, form: str
) -> None:
    tab = _tab(qtbot, desk, erna)
    file = tmp_path / "answer.zip"
    for field in (tab.answer.seal.first, tab.answer.seal.second):
        field.set_value("Kaffee-um-drei-7")

    tab.answer.make(form, file)

    qtbot.waitUntil(lambda: not tab.answer.seal.password(), timeout=20_000)
    with pyzipper.AESZipFile(file) as archive:
        assert {Path(name).suffix for name in archive.namelist()} >= (
            {".pdf", ".json"} if form == "zip" else {f".{form}"}
        )
        with pytest.raises(RuntimeError, match="password"):
            archive.read(archive.namelist()[0])
        archive.setpassword(b"Kaffee-um-drei-7")
        assert archive.read(archive.namelist()[0])


def test_an_answer_asks_for_its_password_before_its_place(
    qtbot: QtBot, desk: Desk, erna: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    tab = _tab(qtbot, desk, erna)

    def never(*_given: object) -> None:
        pytest.fail("the place was asked for")

    monkeypatch.setattr("ui.privacy.answer_card.QFileDialog.getSaveFileName", never)
    tab.answer.pdf_button.click()
    assert tab.answer.form.field("password").problem()


def test_somebody_unknown_has_no_tab_to_look_at(
    qtbot: QtBot, desk: Desk, office: Office, erna: UUID
) -> None:
    restricted(office, erna)
    office.work_as("Zoe Amt")
    tab = PersonPrivacyTab(desk, erna)
    qtbot.addWidget(tab)
    tab.show()
    tab.refresh()

    qtbot.waitUntil(lambda: not tab.restriction.isVisibleTo(tab))


def test_opened_cards_leave_looks_in_one_act(
    qtbot: QtBot, desk: Desk, office: Office, erna: UUID
) -> None:
    ali = add_client(office, given_name="Ali")
    keeper = LookKeeper(desk)
    for person in (erna, erna, ali):
        keeper.saw(person)
    assert office.ask(seen, erna).looks == ()

    keeper.flush()

    qtbot.waitUntil(lambda: len(office.ask(seen, ali).looks) == 1)
    assert [look.times for look in office.ask(seen, erna).looks] == [1]
