"""Joining a shared office in the window, working in it, locking it, and servers that go away."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING
from uuid import uuid4

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from sqlalchemy import select, text

from app.errors import Refused, Unavailable
from app.server.joining import (
    Credentials,
    credentials_from_keyring,
    keep_profile,
    read_profile_file,
)
from app.server.own_password import change_password
from app.server.places import is_joined
from app.server.rules.profile_file import write_profile
from app.server.shared_office import SERVER_BACKS_UP, SharedOffice, open_shared_office
from app.settings import Settings, data_folder
from db.admin import AuditLine
from db.areas import Area
from db.server_trouble import GOING_DOWN, NO_SERVER, WRONG_PASSWORD
from tests.server.office import OMAR, PETRA
from tests.ui.admin.doors import screen
from ui.admin.first_start import FirstStart
from ui.admin.lock_screen import LockScreen
from ui.admin.more_page import MorePage
from ui.desk import Desk
from ui.furnishing import furnished_house
from ui.main_window import MainWindow
from ui.sharing.join_page import JoinPage
from ui.sharing.sharing_page import SharingPage
from ui.single_instance import SingleInstance
from ui.widgets.page import Place

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot
    from sqlalchemy import Connection

    from app.office import Act
    from tests.server.office import JointOffice
    from ui.house import House


@pytest.fixture
def place(joint: JointOffice, tmp_path: Path) -> Path:
    """The office as Petra joined it on this computer."""
    sent = read_profile_file(joint.write_profile(tmp_path / "sent.nahbar"))
    return keep_profile(sent, PETRA.login)


@pytest.fixture
def petra(place: Path) -> Iterator[SharedOffice]:
    """The office as Petra opened it."""
    office = open_shared_office(place, read_profile_file(place), PETRA)
    yield office
    office.close()


@pytest.fixture
def house(qapp: QApplication, qtbot: QtBot) -> Iterator[House]:
    """The house of a visible window; nothing is open."""
    desk = Desk()
    window = MainWindow(desk, Settings(language="en", theme="light", who="Somebody Else"))
    instance = SingleInstance(data_folder() / "run")
    house = furnished_house(qapp, window, desk, window.settings, instance)
    window.resize(1366, 768)
    window.show()
    qtbot.waitExposed(window)
    yield house
    house.idle_lock.idle.stop()
    desk.stop()
    window.close()
    instance.release()
    window.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def _is_open(qtbot: QtBot, house: House) -> None:
    qtbot.waitUntil(lambda: house.doorkeeper.office is not None, timeout=10_000)
    qtbot.waitUntil(lambda: "Petra" in house.window.windowTitle(), timeout=10_000)


def _join(qtbot: QtBot, house: House, joint: JointOffice, file: Path) -> JoinPage:
    """Come to the page with everything typed but the password."""
    house.begin(None)
    screen(qtbot, house, FirstStart).shared.click()
    page = screen(qtbot, house, JoinPage)
    page.look_at(joint.write_profile(file))
    qtbot.waitUntil(lambda: "Büro Nord" in page.profile_state.sentence())
    page.login.set_value(PETRA.login)
    return page


def _names(connection: Connection) -> list[str]:
    return list(connection.scalars(select(Area.name).order_by(Area.name)))


def add_area(act: Act, name: str) -> None:
    """Do something that can be saved."""
    act.session.add(_an_area(name))
    act.touch("areas")


def _an_area(name: str) -> Area:
    return Area(id=uuid4(), code_list="test", code=name, level="district", name=name, position=1)


def _area(office: SharedOffice, name: str) -> None:
    office.act(add_area, name)


def test_the_title_says_office_and_colleague_after_joining(
    qtbot: QtBot, house: House, joint: JointOffice, tmp_path: Path
) -> None:
    page = _join(qtbot, house, joint, tmp_path / "sent.nahbar")
    page.password.set_value("wrong")
    page.join_button.click()
    qtbot.waitUntil(lambda: page.form.field("password").problem() != "", timeout=10_000)
    assert page.login.value() == PETRA.login

    page.password.set_value(PETRA.password)
    page.join_button.click()
    _is_open(qtbot, house)

    assert house.window.windowTitle() == "Büro Nord – Petra Weber – Nahbar"
    assert house.desk.who == "Petra Weber"
    assert house.cover.current() is None
    assert house.doorkeeper.folder is not None
    assert is_joined(house.doorkeeper.folder)
    assert house.preferences.settings.last_office == str(house.doorkeeper.folder)


def test_no_file_of_this_computer_ever_holds_the_password(
    qtbot: QtBot, house: House, joint: JointOffice, tmp_path: Path
) -> None:
    page = _join(qtbot, house, joint, tmp_path / "sent.nahbar")
    page.password.set_value(PETRA.password)
    page.join_button.click()
    _is_open(qtbot, house)

    files = [file for file in tmp_path.rglob("*") if file.is_file()]
    assert len(files) > 2
    assert not [file for file in files if PETRA.password.encode() in file.read_bytes()]


def test_a_shared_office_locks_and_wants_the_password_again(
    qtbot: QtBot, house: House, place: Path
) -> None:
    house.begin(place)
    lock = screen(qtbot, house, LockScreen)
    assert lock.heading.text() == "Büro Nord is locked"
    qtbot.waitUntil(lock.open_button.isVisible)
    assert lock.login.value() == PETRA.login
    lock.password.set_value(PETRA.password)
    lock.go_on()
    _is_open(qtbot, house)

    house.lock()
    lock = screen(qtbot, house, LockScreen)
    qtbot.waitUntil(lock.open_button.isVisible)
    assert not house.desk.is_open
    lock.password.set_value("wrong")
    lock.go_on()
    qtbot.waitUntil(lambda: lock.form.field("password").problem() != "", timeout=10_000)
    lock.password.set_value(PETRA.password)
    lock.go_on()
    _is_open(qtbot, house)


def test_files_of_an_office_are_no_matter_of_a_shared_one(
    qtbot: QtBot, house: House, place: Path
) -> None:
    house.begin(place)
    lock = screen(qtbot, house, LockScreen)
    qtbot.waitUntil(lock.open_button.isVisible)
    lock.password.set_value(PETRA.password)
    lock.go_on()
    _is_open(qtbot, house)

    house.window.go_to(Place("more"))
    more = house.window.findChild(MorePage)
    assert more is not None
    hidden = {button.word for button in more.overview.buttons if button.isHidden()}
    assert hidden == {"backups", "security"}
    house.window.go_to(Place("sharing"))
    page = more.shown()
    assert isinstance(page, SharingPage)
    qtbot.waitUntil(lambda: "petra_weber" in page.server.sentence())


def test_a_profile_that_was_sent_leads_to_joining(
    qtbot: QtBot, house: House, joint: JointOffice, tmp_path: Path
) -> None:
    house.begin(joint.write_profile(tmp_path / "sent.nahbar"))
    page = screen(qtbot, house, JoinPage)
    qtbot.waitUntil(lambda: "Büro Nord" in page.profile_state.sentence())


def test_a_file_that_is_no_profile_is_said_before_anything_is_typed(
    qtbot: QtBot, house: House, tmp_path: Path
) -> None:
    wrong = tmp_path / "wrong.nahbar"
    wrong.write_text("nonsense", encoding="utf-8")
    house.begin(wrong)
    page = screen(qtbot, house, JoinPage)
    qtbot.waitUntil(lambda: "no connection profile" in page.profile_state.sentence())
    page.go_on()
    assert not house.desk.is_open


def test_a_password_that_was_changed_elsewhere_is_asked_for_in_place_of_the_keyrings(
    qtbot: QtBot, house: House, place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def old(_place: Path) -> Credentials:
        return Credentials(PETRA.login, "the password of last year")

    kept = replace(read_profile_file(place), in_keyring=True)
    place.write_text(write_profile(kept), encoding="utf-8")
    monkeypatch.setattr("ui.admin.doorkeeper.credentials_from_keyring", old)
    house.begin(place)
    lock = screen(qtbot, house, LockScreen)
    qtbot.waitUntil(lambda: lock.form.field("password").problem() != "", timeout=10_000)
    lock.password.set_value(PETRA.password)
    lock.go_on()
    _is_open(qtbot, house)


def test_another_name_in_the_settings_changes_nobody(
    qtbot: QtBot, house: House, place: Path
) -> None:
    house.begin(place)
    lock = screen(qtbot, house, LockScreen)
    qtbot.waitUntil(lock.open_button.isVisible)
    lock.password.set_value(PETRA.password)
    lock.go_on()
    _is_open(qtbot, house)
    house.preferences.choose("who", "Omar Ali")
    assert house.desk.who == "Petra Weber"


def test_two_colleagues_see_one_office(petra: SharedOffice, place: Path) -> None:
    omar = open_shared_office(place, read_profile_file(place), OMAR)
    try:
        _area(petra, "Bilk")
        assert "Bilk" in omar.ask(_names)
        assert omar.who == "Omar Ali"
    finally:
        omar.close()


def test_what_a_role_may_not_is_refused_in_a_sentence(place: Path) -> None:
    omar = open_shared_office(place, read_profile_file(place), OMAR)

    def past_the_guard(act: Act) -> None:
        act.session.connection().execute(text("DELETE FROM public.member"))

    try:
        with pytest.raises(Refused):
            omar.act(past_the_guard)
    finally:
        omar.close()


def test_a_locked_office_cannot_be_asked_again(place: Path) -> None:
    office = open_shared_office(place, read_profile_file(place), PETRA)
    office.close()
    with pytest.raises(Unavailable):
        office.ask(_names)


def test_the_backup_of_a_shared_office_is_the_servers(petra: SharedOffice) -> None:
    with pytest.raises(Unavailable) as trouble:
        petra.back_up()
    assert trouble.value.problem.message == SERVER_BACKS_UP
    assert petra.back_up_if_due() is None


def test_a_restart_in_the_middle_keeps_all_or_nothing_and_trying_again_works(
    petra: SharedOffice, joint: JointOffice
) -> None:
    """Fault 22."""

    def interrupted(act: Act) -> None:
        act.session.add(_an_area("Interrupted"))
        act.session.flush()
        joint.cluster.restart()
        act.touch("areas")

    with pytest.raises(Unavailable) as trouble:
        petra.act(interrupted)
    assert trouble.value.problem.message in {GOING_DOWN, NO_SERVER}
    assert trouble.value.remedy.message
    assert "Interrupted" not in petra.ask(_names)

    _area(petra, "After the restart")
    assert "After the restart" in petra.ask(_names)


def test_a_form_keeps_what_was_typed_while_the_server_is_away(
    qtbot: QtBot, house: House, place: Path, joint: JointOffice
) -> None:
    """Fault 22, as somebody at the window sees it."""
    house.begin(place)
    lock = screen(qtbot, house, LockScreen)
    qtbot.waitUntil(lock.open_button.isVisible)
    lock.password.set_value(PETRA.password)
    lock.go_on()
    _is_open(qtbot, house)
    house.window.go_to(Place("areas"))
    more = house.window.findChild(MorePage)
    assert more is not None
    refused: list[Unavailable] = []
    joint.cluster.stop("immediate")
    try:
        pending = house.desk.act(add_area, "Oberkassel")
        pending.if_unavailable(refused.append)
        qtbot.waitUntil(lambda: bool(refused), timeout=10_000)
    finally:
        joint.cluster.start()
    assert refused[0].problem.message in {GOING_DOWN, NO_SERVER}

    done: list[object] = []
    house.desk.act(add_area, "Oberkassel").then(done.append)
    qtbot.waitUntil(lambda: bool(done), timeout=10_000)


def test_every_act_bears_the_name_of_the_login(petra: SharedOffice) -> None:
    _area(petra, "Pempelfort")

    def last(connection: Connection) -> str:
        newest = select(AuditLine.who).order_by(AuditLine.at.desc()).limit(1)
        return connection.execute(newest).scalar_one()

    assert petra.ask(last) == "Petra Weber"


def test_the_own_password_is_changed_and_the_old_one_ends(place: Path, petra: SharedOffice) -> None:
    profile = read_profile_file(place)
    new = "a longer way to say it"
    with pytest.raises(Refused) as refused:
        change_password(place, "wrong", new, new)
    assert [problem.field for problem in refused.value.problems] == ["old"]
    for wrong in (("short", "short"), (new, "different"), (f"x{PETRA.login}x", "")):
        with pytest.raises(Refused):
            change_password(place, PETRA.password, *wrong)

    change_password(place, PETRA.password, new, new)
    try:
        with pytest.raises(Refused) as refused:
            open_shared_office(place, profile, PETRA)
        assert refused.value.problems[0].message == WRONG_PASSWORD
        open_shared_office(place, profile, Credentials(PETRA.login, new)).close()
    finally:
        change_password(place, new, PETRA.password, PETRA.password)
    assert petra.who == "Petra Weber"


def test_a_password_that_no_keyring_knows_is_asked_for(place: Path) -> None:
    with pytest.raises(Unavailable):
        credentials_from_keyring(place)


def test_the_same_office_joined_again_stays_in_one_place(
    joint: JointOffice, place: Path, tmp_path: Path
) -> None:
    sent = read_profile_file(joint.write_profile(tmp_path / "again.nahbar"))
    assert keep_profile(sent, OMAR.login) == place
    assert read_profile_file(place).login == OMAR.login
