"""Two windows on one server: each sees what the other does, and neither overwrites the other."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from sqlalchemy import text

from app.access.queries import members
from app.clients.queries import client_card
from app.drafts.queries import draft
from app.server.actions import add_person
from app.server.joining import Credentials, keep_profile, read_profile_file
from app.server.rules.people import NewPerson
from app.server.shared_office import GIVEN_UP, open_shared_office
from app.settings import Settings, data_folder
from db.owner import owner_connection
from db.server import end_login
from tests.factories.clients import add_client
from tests.server.office import OMAR, PETRA
from tests.server.test_living import proxy  # a fixture
from tests.ui.admin.doors import screen
from tests.ui.drafts.merging import comparison
from ui.admin.lock_screen import LockScreen
from ui.admin.office_jobs import by_password
from ui.clients.clients_page import ClientsPage
from ui.desk import Desk
from ui.furnishing import furnished_house
from ui.main_window import MainWindow
from ui.sharing.living import Living
from ui.sharing.presence import SharedPresence
from ui.single_instance import SingleInstance
from ui.widgets.page import Place

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path
    from uuid import UUID

    from pytestqt.qtbot import QtBot
    from sqlalchemy import Connection

    from tests.server.office import JointOffice
    from tests.server.proxy import Proxy

    Way = Callable[..., Path]

__all__ = ["proxy"]
LONG = 15_000
"""Patience in milliseconds; nothing here takes as long on a machine that is not busy."""


class Window:
    """A window of the program, with the office open for one colleague."""

    def __init__(self, qapp: QApplication, place: Path, who: Credentials) -> None:
        """Open it; wait with `is_open`."""
        desk = self.desk = Desk()
        self.window = MainWindow(desk, Settings(language="en", theme="light"))
        self._instance = SingleInstance(data_folder() / who.login)
        self.house = furnished_house(qapp, self.window, desk, self.window.settings, self._instance)
        self.window.resize(1366, 768)
        self.window.show()
        self.house.doorkeeper.folder = place
        self.house.doorkeeper.unlock(by_password(who.login, who.password))

    @property
    def is_open(self) -> bool:
        """Whether the first page is there and others are heard."""
        return self.house.living is not None and self.window.here() is not None

    def people(self) -> Any:  # noqa: ANN401 - its panel and forms are looked into
        """Answer the page of people, once it is there."""
        page = self.window.findChild(ClientsPage)
        assert page is not None
        return page

    def banner(self) -> str:
        """Answer what is said about the link."""
        living = self.house.living
        return living.sentence() if living is not None else ""

    def close(self) -> None:
        """Close it."""
        self.house.idle_lock.idle.stop()
        self.house.doorkeeper.close()
        self.desk.stop()
        self.window.close()
        self._instance.release()
        self.window.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture(autouse=True)
def _impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Notice a silent server sooner; how soon it is really noticed is tested with the listener."""
    monkeypatch.setattr("app.server.listening.BEAT_S", 0.5)
    monkeypatch.setattr("db.listening.PATIENCE_S", 2.5)


@pytest.fixture
def way(joint: JointOffice, tmp_path: Path) -> Way:
    """Answers the place of the office, over a port, for a colleague."""

    def way(who: Credentials, port: int = 0) -> Path:
        profile = read_profile_file(joint.write_profile(tmp_path / "sent.nahbar"))
        return keep_profile(replace(profile, port=port or profile.port), who.login)

    return way


@pytest.fixture
def erna(way: Way) -> UUID:
    """Somebody whom both know."""
    place = way(PETRA)
    office = open_shared_office(place, read_profile_file(place), PETRA)
    try:
        return add_client(office)
    finally:
        office.close()


@pytest.fixture
def windows(
    qapp: QApplication,
    qtbot: QtBot,
    way: Way,
    proxy: Proxy,
) -> Iterator[tuple[Window, Window]]:
    """Petra's window, and Omar's behind the proxy."""
    petra = Window(qapp, way(PETRA), PETRA)
    omar = Window(qapp, way(OMAR, proxy.port), OMAR)
    qtbot.waitUntil(lambda: petra.is_open and omar.is_open, timeout=LONG)
    yield petra, omar
    omar.close()
    petra.close()


def _form(qtbot: QtBot, window: Window, erna: UUID) -> Any:  # noqa: ANN401 - as above
    window.window.go_to(Place("clients", erna, "edit"))
    qtbot.waitUntil(lambda: window.people().panel.form is not None, timeout=LONG)
    return window.people().panel.form


def test_two_people_edit_one_person_and_see_each_other(
    qtbot: QtBot, windows: tuple[Window, Window], erna: UUID
) -> None:
    """Fault 20, live: the card, who is there, the comparison, and the answer of both."""
    petra, omar = windows
    assert isinstance(omar.house.living, Living)
    assert isinstance(omar.desk.presence, SharedPresence)
    omar.window.go_to(Place("clients", erna))
    form = _form(qtbot, petra, erna)
    card = omar.people().panel.card
    qtbot.waitUntil(lambda: card.presence.text() == "Petra Weber is editing this.", timeout=LONG)

    other = _form(qtbot, omar, erna)
    qtbot.waitUntil(lambda: form.presence.text() == "Omar Ali is editing this.", timeout=LONG)
    form.fields.inputs["hint"].set_value("Rings twice")
    other.fields.inputs["hint"].set_value("Is hard of hearing")
    form.save()
    qtbot.waitUntil(petra.people().panel.is_card_shown, timeout=LONG)
    qtbot.waitUntil(lambda: not other.presence.text(), timeout=LONG)

    other.save()
    dialog = comparison(qtbot, other)
    assert "Petra Weber" in dialog.accessibleDescription()
    (choice,) = dialog.choices
    assert (choice.row.mine, choice.row.theirs) == ("Is hard of hearing", "Rings twice")
    choice.theirs.setChecked(True)
    other.fields.inputs["city"].set_value("Neuss")
    dialog.verb_button.click()
    # Petra's window shows what Omar saved, and nobody pressed anything there.
    hers = petra.people().panel.card
    qtbot.waitUntil(lambda: hers.card.address.city == "Neuss", timeout=LONG)
    assert hers.card.hint == "Rings twice"


def test_a_cut_link_is_said_and_what_is_typed_survives_it(
    qtbot: QtBot,
    windows: tuple[Window, Window],
    erna: UUID,
    proxy: Proxy,
) -> None:
    """Fault 23 as somebody at the window sees it."""
    _petra, omar = windows
    form = _form(qtbot, omar, erna)
    qtbot.waitUntil(lambda: form.keeper._has_looked, timeout=LONG)
    proxy.swallow()
    form.fields.inputs["hint"].set_value("Typed in the dark")
    qtbot.waitUntil(lambda: "cannot be reached" in omar.banner(), timeout=10_000)
    form.keeper.flush()
    qtbot.waitUntil(form.keeper.saved.isVisible, timeout=LONG)
    qtbot.waitUntil(lambda: bool(list(data_folder().rglob("*.draft"))), timeout=LONG)

    proxy.pass_on()
    qtbot.waitUntil(lambda: not omar.banner(), timeout=LONG)
    qtbot.waitUntil(lambda: not list(data_folder().rglob("*.draft")), timeout=LONG)
    found: list[Any] = []
    omar.desk.ask(draft, "client", str(erna), "Omar Ali").then(found.append)
    qtbot.waitUntil(lambda: bool(found), timeout=LONG)
    assert found[0].texts["hint"] == "Typed in the dark"
    form.save()
    qtbot.waitUntil(omar.people().panel.is_card_shown, timeout=LONG)
    shown: list[Any] = []
    omar.desk.ask(client_card, erna).then(shown.append)
    qtbot.waitUntil(lambda: bool(shown), timeout=LONG)
    assert shown[0].hint == "Typed in the dark"


def test_a_colleague_whose_access_ends_is_locked_out_and_keeps_what_was_typed(
    qapp: QApplication, qtbot: QtBot, joint: JointOffice, way: Way, erna: UUID
) -> None:
    """A forced logout: the lock says why, and the draft waits encrypted on this computer."""
    nora = Credentials("nora_lind", "three further plain words")
    with owner_connection(joint.address) as connection:
        add_person(connection, NewPerson(nora.login, "Nora Lind", "caseworker"), nora.password)
    window = Window(qapp, way(nora), nora)
    try:
        qtbot.waitUntil(lambda: window.is_open, timeout=LONG)
        form = _form(qtbot, window, erna)
        qtbot.waitUntil(lambda: form.keeper._has_looked, timeout=LONG)
        form.fields.inputs["hint"].set_value("Half typed")
        with owner_connection(joint.address) as connection:
            end_login(connection, nora.login)
        lock = screen(qtbot, window.house, LockScreen)
        qtbot.waitUntil(lambda: bool(_problems(lock)), timeout=LONG)
        qtbot.waitUntil(lambda: bool(list(data_folder().rglob("*.draft"))), timeout=LONG)
    finally:
        window.close()
    kept = b"".join(file.read_bytes() for file in data_folder().rglob("*") if file.is_file())
    assert b"Half typed" not in kept


def test_a_question_that_takes_long_is_given_up_from_the_window(
    qtbot: QtBot, windows: tuple[Window, Window], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ui.sharing.waiting_line.LONG_S", 0.3)
    _petra, omar = windows
    living = omar.house.living
    assert isinstance(living, Living)
    troubles: list[Any] = []
    omar.desk.ask(_sleep).if_unavailable(troubles.append)
    qtbot.waitUntil(lambda: living.waiting.banner is not None, timeout=LONG)
    banner = living.waiting.banner
    assert banner is not None
    banner.acted.emit()
    qtbot.waitUntil(lambda: bool(troubles), timeout=2_500)
    assert troubles[0].problem.message == GIVEN_UP
    found: list[Any] = []
    omar.desk.ask(members).then(found.append)
    qtbot.waitUntil(lambda: bool(found), timeout=LONG)
    # On a slow machine this question takes long as well.
    qtbot.waitUntil(lambda: living.waiting.banner is None, timeout=LONG)
    assert not omar.banner()


def _sleep(connection: Connection) -> None:
    connection.execute(text("SELECT pg_sleep(30)"))


def test_a_form_survives_a_restart_of_the_server(
    qtbot: QtBot, joint: JointOffice, windows: tuple[Window, Window], erna: UUID
) -> None:
    """Fault 22 in the window: nothing typed is lost, and saving again is all there is to do."""
    _petra, omar = windows
    form = _form(qtbot, omar, erna)
    qtbot.waitUntil(lambda: form.keeper._has_looked, timeout=LONG)
    form.fields.inputs["hint"].set_value("Typed before")
    joint.cluster.stop("immediate")
    try:
        qtbot.waitUntil(lambda: "cannot be reached" in omar.banner(), timeout=10_000)
        form.save()
        qtbot.waitUntil(form.ending.may_save, timeout=LONG)
        assert form.fields.inputs["hint"].value() == "Typed before"
    finally:
        joint.cluster.start()
    qtbot.waitUntil(lambda: not omar.banner(), timeout=LONG)
    form.save()
    qtbot.waitUntil(omar.people().panel.is_card_shown, timeout=LONG)
    shown: list[Any] = []
    omar.desk.ask(client_card, erna).then(shown.append)
    qtbot.waitUntil(lambda: bool(shown), timeout=LONG)
    assert shown[0].hint == "Typed before"


def _problems(lock: LockScreen) -> str:
    names = ("login", "password")
    return "".join(lock.form.field(name).problem() for name in names)
