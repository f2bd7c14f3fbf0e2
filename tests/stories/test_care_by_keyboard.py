"""Duplicates and privacy without a mouse, in German and Danish."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest
import pyzipper
from sqlalchemy import func, select

from db.duplicates import PersonLink
from db.people import Person
from tests.factories.clients import add_client
from tests.stories.people import desktop, program

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = [
    pytest.mark.skipif(sys.platform != "linux", reason="needs an X server of its own"),
    pytest.mark.parametrize("language", ["de", "da"]),
]
COUNTRIES = {"de": "DE", "da": "DK"}


def test_two_cards_are_linked_and_parted_again(tmp_path: Path, language: str) -> None:
    with desktop(tmp_path, language) as on:
        with on.opened() as office:
            for given in ("Gerda", "Gerta"):
                add_client(office, given_name=given, country=COUNTRIES[language])
        with program(on) as walk:
            walk.go_to("ctrl+comma", "more")
            walk.push(".duplicates")
            walk.wait(lambda state: "LinkingPage" in state["shown"], "possible duplicates")
            walk.push("LinkingPage", ".search_button")
            walk.wait(lambda state: "CompareGrid" in state["shown"], "the two cards")
            walk.picture("pair")
            before = len(walk.state()["touched"])
            walk.push(".link_button", most=80)
            walk.changed("linking", before)
            walk.stays()
            walk.open_tab("LinksTable")
            before = len(walk.state()["touched"])
            walk.push("LinksTable", ".undo_button")
            walk.changed("linking", before)
            walk.stays()
        assert (
            on.look(lambda asked: asked.scalar(select(func.count()).select_from(PersonLink))) == 1
        )
        assert set(on.look(lambda asked: asked.scalars(select(Person.linked_to)).all())) == {None}


def test_what_is_held_on_a_person_is_saved_as_pdf(tmp_path: Path, language: str) -> None:
    file = tmp_path / "auskunft.zip"
    password = "Kaffee-um-drei"
    with desktop(tmp_path, language) as on:
        with on.opened() as office:
            add_client(office, given_name="Gerda", country=COUNTRIES[language])
        with program(on) as walk:
            walk.find_person("gerda")
            walk.open_tab("AnswerCard")
            for field in (".password", ".repeated"):
                walk.tab_to(field, "PasswordField")
                walk.type(password)
            walk.push("AnswerCard", ".pdf_button")
            walk.choose_file(file)
            walk.wait(lambda _state: file.exists(), "the answer on paper")
            walk.stays()
            walk.picture("privacy")
    with pyzipper.AESZipFile(file) as archive:
        archive.setpassword(password.encode())
        assert archive.read("auskunft.pdf").startswith(b"%PDF-")
