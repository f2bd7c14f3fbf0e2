"""Two windows on one server, by keyboard, in German: one person, two changes, nothing lost."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from functools import partial
from typing import TYPE_CHECKING

import pytest

from app.server.joining import keep_profile, read_profile_file
from app.server.shared_office import open_shared_office
from app.settings import Settings, save
from tests.factories.clients import add_client
from tests.server.conftest import authority, joint, tls_server  # fixtures
from tests.server.office import OMAR, PETRA
from tests.stories.desktop import display
from tests.stories.people import Desktop, Walk, program

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from app.server.joining import Credentials
    from tests.server.office import JointOffice
    from tests.stories.desktop import Hands

__all__ = ["authority", "joint", "tls_server"]
pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="needs an X server of its own")


def test_two_people_change_one_card_and_see_each_other(
    joint: JointOffice,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with (
        _window(joint, tmp_path / "petra", PETRA, monkeypatch) as petra,
        _window(joint, tmp_path / "omar", OMAR, monkeypatch) as omar,
    ):
        for walk in (petra, omar):
            walk.find_person("Sommer")
        petra.press("F2")
        petra.wait_for_focus(".given_name")
        omar.wait(lambda state: "PresenceLine" in state["shown"], "that Petra edits")
        omar.press("F2")
        omar.wait_for_focus(".given_name")
        petra.wait(lambda state: "PresenceLine" in state["shown"], "that Omar edits")
        omar.picture("together-editing")

        petra.fill("given_name", "Karla")
        omar.fill("given_name", "Carl")
        omar.fill("family_name", "Sommers")
        petra.save("clients")

        omar.press("ctrl+s")
        omar.wait(lambda state: state["modal"] == "MergeDialog", "both answers")
        omar.wait(lambda state: "MergeChoice" in state["focus"], "focus on the own answer")
        omar.picture("together-comparing")
        before = len(omar.state()["touched"])
        # Below the own answer stands hers; what only Omar changed is not asked about.
        omar.press("Down", "Return")
        omar.changed("clients", before)
        omar.stays()
        for walk in (omar, petra):
            walk.wait(lambda state: "Karla Sommers" in state["titles"], "what both have changed")
        petra.picture("together-live")


@contextmanager
def _window(
    joint: JointOffice,
    folder: Path,
    who: Credentials,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[Walk]:
    """Open a window on a computer of its own, with the password typed."""
    folder.mkdir()
    monkeypatch.setenv("NAHBAR_HOME", str(folder / "home"))
    save(Settings(language="de", is_onboarded=True), folder / "home" / "config" / "settings.toml")
    sent = read_profile_file(joint.write_profile(folder / "sent.nahbar"))
    place = keep_profile(sent, who.login)
    if who is PETRA:
        office = open_shared_office(place, read_profile_file(place), who)
        add_client(office, given_name="Karl", family_name="Sommer")
        office.close()
    with display(folder) as name:
        on = Desktop(name, folder, place, b"", "de")
        with program(on, unlock=partial(_type_password, who.password)) as walk:
            yield walk


def _type_password(password: str, hands: Hands) -> None:
    hands.wait(lambda state: state["active"] and state["cover"] == "LockScreen", "the lock")
    hands.wait_for_focus(".password")
    hands.type(password)
    hands.press("Return")
