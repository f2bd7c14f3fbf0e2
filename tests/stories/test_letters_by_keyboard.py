"""A decision in two languages and large print without a mouse, in German and Danish."""
# ruff: noqa: RUF001 - letters of three scripts

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import select

from db.admin import OfficeCard
from db.letters import Letter
from tests.factories.clients import add_client
from tests.factories.letter_templates import own_version
from tests.forms.reading import text_of
from tests.forms.structure_reading import failures
from tests.stories.people import Walk, desktop, program

if TYPE_CHECKING:
    from pathlib import Path

    from app.office import Act
    from tests.stories.people import Desktop

pytestmark = [
    pytest.mark.skipif(sys.platform != "linux", reason="needs an X server of its own"),
    pytest.mark.parametrize("language", ["de", "da"]),
]
COUNTRIES = {"de": "DE", "da": "DK"}
SECOND = {"de": "tr", "da": "ar"}
TRANSLATED = {
    "tr": "[subject]\nKarar: {benefit}\n\n[purpose]\nBu mektup kararımızı anlatır.\n\n"
    "[facts]\n| Dosya | {file_number} |\n\n# Karar\n{decision}\n\n[whom]\nTelefon: {phone}.\n",
    "ar": "[subject]\nقرار: {benefit}\n\n[purpose]\nهذه الرسالة تشرح قرارنا.\n\n"
    "[facts]\n| رقم الملف | {file_number} |\n\n# القرار\n{decision}\n\n[whom]\nالهاتف: {phone}.\n",
}
"""What a translator of the office wrote."""
LAW = {"de": "Widerspruch", "da": "klage"}


def test_a_decision_is_written_checked_saved_and_found_again(tmp_path: Path, language: str) -> None:
    file = tmp_path / "bescheid.pdf"
    with desktop(tmp_path, language) as on:
        _prepare(on)
        with program(on) as walk:
            _begin(walk)
            _write(walk)
            _check(walk)
            _save(walk, file)
            _find_again(walk)
        _look_at(on, file.read_bytes())


def _prepare(on: Desktop) -> None:
    second = SECOND[on.language]
    with on.opened() as office:
        add_client(
            office,
            given_name="Gerda",
            family_name="Sommer",
            country=COUNTRIES[on.language],
            street="Hauptstr.",
            house_number="3",
            postal_code="40595" if on.language == "de" else "2750",
            city="Ort",
            letter_language=second,
            letter_format="large_16",
        )
        own_version(office, "decision", second, TRANSLATED[second])
        office.act(_complete_card)


def _complete_card(act: Act) -> None:
    card = act.session.scalars(select(OfficeCard)).one()
    card.phone, card.contact_name = "0211 4710100", "Anna Beispiel"
    act.touch("admin", card.id)


def _begin(walk: Walk) -> None:
    walk.find_person("sommer")
    walk.open_tab("ClientLettersTab")
    walk.push("ClientLettersTab", ".compose_button")
    walk.wait(lambda state: state["here"] == ["letters", "compose"], "the writer")
    walk.wait_for_focus(".template")
    # What is chosen before the letters are there is lost when they come.
    walk.wait(lambda state: state["value"], "the letters to choose from")
    walk.choose_here("decision")


def _write(walk: Walk) -> None:
    """Two languages and large print are there already: the person wants them."""
    walk.fill("benefit", "Hilfe")
    for name, typed in (
        ("file_number", "50/12-3456"),
        ("decision", "Sie bekommen 42 Euro."),
        ("reason", "Die Bewilligung erfolgt."),
    ):
        walk.tab_to(f".{name}")
        walk.type(typed)
    walk.wait(lambda state: state["pages"] >= 1, "the page")


def _check(walk: Walk) -> None:
    """The hints are opened, and the second language looked at."""
    walk.tab_to(".hints", "._head")
    walk.press("space")
    walk.wait(lambda state: "HintsView" in state["shown"], "the hints")
    walk.tab_to(".second")
    assert walk.state()["value"] == SECOND[walk.language]
    walk.tab_to(".size")
    assert walk.state()["value"] == "large16"
    walk.picture("decision")


def _save(walk: Walk, file: Path) -> None:
    before = len(walk.state()["touched"])
    walk.push(".ending", ".save_button")
    walk.choose_file(file)
    walk.wait(lambda _state: file.exists(), "the file")
    walk.changed("letters", before)
    walk.picture("decision-saved")


def _find_again(walk: Walk) -> None:
    walk.find_person("sommer")
    walk.open_tab("ClientLettersTab")
    walk.tab_to("ClientLettersTab", ".table")
    walk.press("Home", "Return")
    walk.wait(lambda state: state["here"][0] == "letters", "the letters")
    walk.wait(lambda state: "LetterView" in state["shown"] and state["pages"], "the letter")
    walk.picture("decision-found")


def _look_at(on: Desktop, saved: bytes) -> None:
    """Fail where the letter is not in both languages, large, with its legal block, and kept."""
    columns = (Letter.language, Letter.second_language, Letter.layout, Letter.pdf)
    (kept,) = on.look(lambda asked: asked.execute(select(*columns)).all())
    assert (kept.language, kept.second_language) == (on.language, SECOND[on.language])
    assert kept.layout.split()[1:] == ["large16", "after"]
    assert kept.pdf == saved
    assert failures(saved) == []
    said = text_of(saved)
    assert LAW[on.language].casefold() in said.casefold()
    assert "Sie bekommen 42 Euro." in " ".join(said.split())
