"""The first day of work without a mouse, in a real X server, from first start to the letter."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pypdfium2
import pytest
from sqlalchemy import select

from app.admin.offices import key_from_passphrase, open_office
from app.settings import Settings, save
from db.admin import AuditLine
from db.letters import Letter
from db.people import Person
from db.visiting import Visit
from tests.stories.desktop import Hands, display

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Connection

ROOT = Path(__file__).resolve().parents[2]
PICTURES = ROOT / "build" / "stories"
PASSPHRASE = "vier Gabeln malen Regen"
LANGUAGE = "de"


@contextmanager
def _program(folder: Path, display_name: str) -> Iterator[Path]:
    """Run the window below a home of its own; answer the file with what the observer sees."""
    notes = folder / "notes.json"
    environment = {
        **os.environ,
        "DISPLAY": display_name,
        "HOME": str(folder),
        "NAHBAR_HOME": str(folder / "home"),
        "QT_QPA_PLATFORM": "xcb",
    }
    save(Settings(language=LANGUAGE), folder / "home" / "config" / "settings.toml")
    with (folder / "said").open("wb") as said:
        program = subprocess.Popen(
            [sys.executable, "-m", "tests.stories.observer", str(notes)],
            cwd=ROOT,
            env=environment,
            stdout=said,
            stderr=said,
        )
        try:
            yield notes
            assert program.wait(30) == 0
        finally:
            program.kill()
            program.wait()
    assert (folder / "said").read_text(encoding="utf-8") == ""


def _make_office(hands: Hands, folder: Path) -> None:
    """Walk through the five steps; the recovery key is read from the page that was saved."""
    hands.wait(lambda state: state["active"] and state["cover"] == "FirstStart", "first start")
    hands.wait_for_focus(".demo")
    hands.press("Tab", "Return")
    hands.wait_for_focus("OfficeStep", ".name")
    hands.type("Besuchsdienst Garath")
    hands.tab_to(".who")
    hands.type("Anna Beispiel")
    hands.press("Return")
    hands.wait_for_focus("LetterheadStep", ".sender")
    hands.type("Amt fuer Soziales")
    hands.tab_to(".street")
    hands.type("Musterstr. 1")
    hands.tab_to(".postal_code")
    hands.type("40595")
    hands.tab_to(".city")
    hands.type("Duesseldorf")
    hands.tab_to(".phone")
    hands.type("0211 4710100")
    hands.press("Return")
    hands.wait_for_focus("ProtectionStep", ".first")
    hands.type(PASSPHRASE)
    hands.tab_to(".second")
    hands.type(PASSPHRASE)
    hands.picture("passphrase")
    hands.press("Return")
    _save_recovery_page(hands, folder / "recovery.pdf")
    hands.press("Return")
    hands.wait_for_focus("RetypeStep", ".key")
    hands.type(_recovery_key(folder / "recovery.pdf").lower())
    hands.press("Return")
    hands.wait(lambda state: state["here"] == ["my_day", ""] and not state["cover"], "My day")


def _save_recovery_page(hands: Hands, file: Path) -> None:
    hands.wait_for_focus("RecoveryStep")
    hands.picture("recovery-key")
    hands.tab_to(".save_button")
    hands.press("space")
    hands.wait(lambda state: state["modal"] == "QFileDialog", "where to save")
    hands.press("ctrl+a")
    hands.type(str(file))
    # The first Return may only take what the dialog proposes below the name.
    hands.press("Return")
    if not hands.sees(lambda state: not state["modal"], within=1):
        hands.press("Return")
    hands.wait(lambda state: not state["modal"] and file.exists(), "the recovery page")


def _recovery_key(file: Path) -> str:
    document = pypdfium2.PdfDocument(file)
    try:
        text = document[0].get_textpage().get_text_range()
    finally:
        document.close()
    return "-".join(re.findall(r"\b[0-9A-HJKMNP-TV-Z]{6}\b", text))


def _add_client(hands: Hands) -> None:
    hands.press("ctrl+2")
    hands.wait(lambda state: state["here"] == ["clients", ""], "the people")
    hands.wait_for_focus("ClientsPage")
    hands.press("ctrl+n")
    hands.wait_for_focus(".given_name")
    hands.type("Elfriede")
    for field, typed in (
        ("family_name", "Sommer"),
        ("birth", "24.11.1938"),
        ("street", "Ricarda-Huch-Str."),
        ("house_number", "7"),
        ("postal_code", "40595"),
        ("city", "Duesseldorf"),
    ):
        hands.tab_to(f".{field}")
        hands.type(typed)
    hands.picture("new-client")
    hands.press("ctrl+s")
    hands.wait(lambda state: "clients" in state["touched"][-1:], "the client to be saved")


def _plan_visit(hands: Hands, day: str) -> None:
    """Plan a visit on the page of visits; the card of the new visit is shown then."""
    hands.press("ctrl+3")
    hands.wait(lambda state: state["here"] == ["visiting", ""], "the visits")
    hands.wait_for_focus("VisitsPage")
    before = len(hands.state()["touched"])
    hands.tab_to("._plan_button")
    hands.press("space")
    hands.wait_for_focus("ClientPicker")
    hands.type("elfr")
    hands.wait(lambda state: state["popup"], "people whose name begins so")
    hands.press("Return")
    hands.wait(lambda state: not state["popup"], "the person to be chosen")
    hands.tab_to(".visitor")
    hands.press("ctrl+a")
    hands.type("Anna Beispiel")
    hands.tab_to(".day")
    hands.press("ctrl+a")
    hands.type(day)
    hands.wait(lambda state: state["value"] == day, "the day")
    hands.tab_to(".start")
    hands.press("ctrl+a")
    hands.type("9:30")
    hands.wait(lambda state: "9:30" in state["value"], "the time")
    hands.tab_to(".place")
    hands.press("ctrl+s")
    hands.wait(lambda state: len(state["touched"]) > before, "the visit to be planned")


def _record_visit(hands: Hands) -> None:
    before = len(hands.state()["touched"])
    hands.tab_to("VisitCard", place_in_row=0)
    # The act that planned the visit lets its card be drawn anew, and the button with it.
    button = hands.state()["widget"]
    hands.sees(lambda state: state["widget"] != button, within=1.0)
    hands.tab_to("VisitCard", place_in_row=0)
    hands.press("space")
    hands.wait_for_focus("VisitRecordForm")
    hands.press("space")
    hands.tab_to(".note")
    hands.type("Kaffee getrunken, Fotos angesehen. Das Knie schmerzt weniger.")
    hands.picture("record")
    hands.press("ctrl+s")
    hands.wait(lambda state: len(state["touched"]) > before, "the visit to be recorded")


def _write_letter(hands: Hands) -> None:
    before = len(hands.state()["touched"])
    hands.tab_to("VisitCard", place_in_row=0)
    hands.press("space")
    hands.wait(lambda state: state["here"] == ["letters", "write"], "the letter")
    hands.wait_for_focus("LetterComposer")
    # Nothing can be kept before the letter is there to be seen.
    hands.wait(lambda state: state["pages"], "the letter on paper")
    hands.tab_to(".keep_button")
    hands.picture("letter")
    hands.press("ctrl+s")
    hands.wait(lambda state: len(state["touched"]) > before, "the letter to be kept")
    hands.picture("letter-kept")


def _find_letter(hands: Hands) -> None:
    """Find the letter on the client's card, by the search of the top bar."""
    hands.press("ctrl+k")
    hands.wait_for_focus(".search")
    hands.type("sommer")
    hands.wait(lambda state: state["found"], "people found")
    hands.press("Return")
    hands.wait(lambda state: state["here"][0] == "clients", "the client")
    hands.tab_to("QTabBar")
    hands.press("Right", "Right", "Right")
    hands.wait(lambda state: "ClientLettersTab" in state["shown"], "the letters of the client")
    hands.tab_to("ClientLettersTab")
    hands.picture("letters-of-client")


@pytest.mark.skipif(sys.platform != "linux", reason="needs an X server of its own")
def test_the_first_day_can_be_done_without_a_mouse(tmp_path: Path) -> None:
    now = datetime.now(UTC).astimezone()
    yesterday, next_week = now - timedelta(days=1), now + timedelta(days=7)
    with display(tmp_path) as name, _program(tmp_path, name) as notes:
        hands = Hands(name, notes, PICTURES)
        _make_office(hands, tmp_path)
        _add_client(hands)
        _plan_visit(hands, f"{yesterday:%d.%m.%Y}")
        _record_visit(hands)
        _plan_visit(hands, f"{next_week:%d.%m.%Y}")
        _write_letter(hands)
        _find_letter(hands)
        hands.press("ctrl+q")
    folder = tmp_path / "home" / "data" / "offices" / "Besuchsdienst-Garath"
    office = open_office(folder, key_from_passphrase(folder, PASSPHRASE), who="Anna Beispiel")
    try:
        office.ask(_look_through)
    finally:
        office.close()
    assert office.backups()


def _look_through(connection: Connection) -> None:
    """Hold what is in the office against what was typed."""
    names = connection.execute(select(Person.given_name, Person.family_name)).all()
    assert [tuple(name) for name in names] == [("Elfriede", "Sommer")]
    statuses = (
        connection.execute(select(Visit.status).order_by(Visit.planned_start)).scalars().all()
    )
    assert statuses == ["held", "planned"]
    letters = connection.execute(select(Letter.pdf, Letter.language)).all()
    assert [(pdf[:5], language) for pdf, language in letters] == [(b"%PDF-", "de")]
    actions = set(connection.execute(select(AuditLine.action)).scalars())
    assert {"add_client", "plan_visit", "record_and_follow", "write_letter"} <= actions
    assert set(connection.execute(select(AuditLine.who)).scalars()) == {"Anna Beispiel"}
