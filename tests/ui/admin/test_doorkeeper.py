"""The door of the office: which key is tried, and what happens when it does not fit."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from app.admin.offices import create_office, remember_in_keyring
from app.admin.rules import WaysIn
from tests.factories.keyrings import Trusted
from tests.factories.offices import office_values
from ui.admin.doorkeeper import Doorkeeper
from ui.admin.office_jobs import by_key, by_passphrase
from ui.desk import Desk

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from app.admin.rules import CreatedOffice


@pytest.fixture
def empty_desk(qtbot: QtBot) -> Iterator[Desk]:
    """A desk at which nothing is open."""
    del qtbot
    desk = Desk()
    yield desk
    desk.stop()


@pytest.fixture
def keyring(monkeypatch: pytest.MonkeyPatch) -> Trusted:
    """The one keyring of this computer; it can be trusted."""
    keyring = Trusted()
    monkeypatch.setattr("db.keyring_store.trusted_backends", lambda: iter([keyring]))
    return keyring


def test_a_demo_office_opens_without_asking(empty_desk: Desk, tmp_path: Path, qtbot: QtBot) -> None:
    values = office_values(contact_name="Berta Muster")
    made = create_office(
        tmp_path / "demo", values, passphrase=None, use_keyring=False, is_demo=True
    )
    keeper = Doorkeeper(empty_desk, "Anna Beispiel")
    keeper.arrive(made.folder)
    qtbot.waitUntil(lambda: keeper.office is not None)
    assert empty_desk.who == "Berta Muster", "the person whose day the demo shows"


def test_the_keyring_opens_without_asking(
    empty_desk: Desk, made: CreatedOffice, keyring: Trusted, qtbot: QtBot
) -> None:
    assert remember_in_keyring(made.folder, made.key)
    assert keyring.written
    keeper = Doorkeeper(empty_desk, "Anna Beispiel")
    keeper.arrive(made.folder)
    qtbot.waitUntil(lambda: keeper.office is not None)


def test_a_keyring_that_lost_the_key_leads_to_the_passphrase(
    empty_desk: Desk, made: CreatedOffice, keyring: Trusted, qtbot: QtBot
) -> None:
    remember_in_keyring(made.folder, made.key)
    keyring.written.clear()
    keeper = Doorkeeper(empty_desk, "Anna Beispiel")
    asked: list[WaysIn] = []
    keeper.locked.connect(asked.append)
    keeper.arrive(made.folder)
    qtbot.waitUntil(lambda: bool(asked))
    assert asked == [WaysIn(keyring=False, passphrase=True, recovery=True, is_demo=False)]
    assert keeper.office is None


def test_a_wrong_passphrase_is_refused_and_a_second_try_is_taken(
    empty_desk: Desk, made: CreatedOffice, qtbot: QtBot
) -> None:
    keeper = Doorkeeper(empty_desk, "Anna Beispiel")
    keeper.folder = made.folder
    refused: list[object] = []
    keeper.refused.connect(refused.append)
    keeper.unlock(by_passphrase("not this one"))
    qtbot.waitUntil(lambda: bool(refused))
    keeper.unlock(by_key(made.key))
    qtbot.waitUntil(lambda: keeper.office is not None)


def test_a_double_click_opens_once(empty_desk: Desk, made: CreatedOffice, qtbot: QtBot) -> None:
    keeper = Doorkeeper(empty_desk, "Anna Beispiel")
    keeper.folder = made.folder
    opened: list[object] = []
    keeper.opened.connect(opened.append)
    keeper.unlock(by_key(made.key))
    keeper.unlock(by_key(made.key))
    qtbot.waitUntil(lambda: bool(opened))
    empty_desk.run(int).then(opened.append)
    qtbot.waitUntil(lambda: 0 in opened)
    assert len(opened) == 2


def test_what_is_typed_is_saved_before_the_office_closes(
    empty_desk: Desk, made: CreatedOffice, qtbot: QtBot
) -> None:
    keeper = Doorkeeper(empty_desk, "Anna Beispiel")
    keeper.folder = made.folder
    keeper.unlock(by_key(made.key))
    qtbot.waitUntil(lambda: keeper.office is not None)
    saved: list[int] = []
    keeper.closing.connect(lambda: empty_desk.ask(_still_there).then(saved.append))
    keeper.lock()
    qtbot.waitUntil(lambda: not empty_desk.is_open)
    qtbot.waitUntil(lambda: saved == [1])


def _still_there(connection: object) -> int:
    del connection
    return 1
