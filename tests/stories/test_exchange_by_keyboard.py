"""A list comes in and a list goes out without a mouse, in German and Danish."""

from __future__ import annotations

import io
import sys
from typing import TYPE_CHECKING

import pytest
import pyzipper
from openpyxl import load_workbook
from sqlalchemy import select

from app.importing.rules.decisions import Decision
from db.exchange import ExportedPerson, ExportLog, HeldRow, ImportRun, SavedView
from db.people import Person
from tests.factories.clients import add_client
from tests.stories.people import ANNA, desktop, program

if TYPE_CHECKING:
    from pathlib import Path
    from uuid import UUID

    from tests.stories.people import Desktop, Walk

pytestmark = [
    pytest.mark.skipif(sys.platform != "linux", reason="needs an X server of its own"),
    pytest.mark.parametrize("language", ["de", "da"]),
]
COUNTRIES = {"de": "DE", "da": "DK"}
HEADINGS = {"de": "Vorname;Nachname;Geburtsdatum", "da": "Fornavn;Efternavn;Fødselsdato"}
NEW = {"de": ("Jörg", "Größmann"), "da": ("Søren", "Ågård")}
"""Somebody whose name is only right where Windows-1252 is recognised."""
KNOWN, TWIN = ("Erna", "Krüger"), ("Erna", "Krueger")
DEEDS = {
    "import": {"de": "Personen importieren", "da": "Importer personer"},
    "export": {"de": "Personenliste exportieren", "da": "Eksporter personlisten"},
}
"""What is typed into the search of the top bar."""
VIEW = "Zum Anrufen"
REASON = "Weihnachtspost 2026"
PASSWORD = "vier Tassen Kaffee am Fenster"
LINE_OF_TWIN = 4


def test_a_list_is_imported_decided_and_exported_again(tmp_path: Path, language: str) -> None:
    incoming, outgoing = tmp_path / "liste.csv", tmp_path / "personen.zip"
    new = NEW[language]
    _write_list(incoming, language)
    with desktop(tmp_path, language) as on:
        with on.opened() as office:
            known = add_client(office, country=COUNTRIES[language])
        with program(on) as walk:
            _import(walk, incoming)
            _decide(walk)
            _export(walk, outgoing)
        assert _people(on) == sorted([KNOWN, TWIN, new])
        _hold_import_against(on, known)
        _hold_export_against(on)
    names = _names_in(outgoing)
    assert len(names) == 1 + len([KNOWN, TWIN, new])
    for given, family in (KNOWN, TWIN, new):
        assert any(given in cell and family in cell for cell in names)


def test_a_view_is_kept_and_address_cards_go_out_and_come_in(tmp_path: Path, language: str) -> None:
    cards = tmp_path / "karten.vcf"
    with desktop(tmp_path, language) as on:
        with on.opened() as office:
            for given, family in (KNOWN, NEW[language]):
                names = {"given_name": given, "family_name": family}
                add_client(office, **names, country=COUNTRIES[language])
        with program(on) as walk:
            walk.go_to("ctrl+2", "clients")
            _choose_columns(walk)
            _keep_view(walk)
            _export_cards(walk, cards)
            _import(walk, cards)
        assert _people(on) == sorted([KNOWN, NEW[language]])
        _hold_view_against(on)
        row = select(ImportRun.file_name, ImportRun.rows, ImportRun.added, ImportRun.held)
        runs = on.look(lambda asked: asked.execute(row).all())
        assert [tuple(one) for one in runs] == [("karten.vcf", 2, 0, 2)]
    assert cards.read_text(encoding="utf-8").count("BEGIN:VCARD") == len((KNOWN, NEW))


def _write_list(file: Path, language: str) -> None:
    """Write a list as Windows writes it: a new person, a wrong day, and a twin."""
    people = ((*NEW[language], "3.4.1941"), ("Kurt", "Falsch", "31.2.1940"), (*TWIN, "24.11.1938"))
    lines = (HEADINGS[language], *(";".join(person) for person in people), "")
    file.write_bytes("\r\n".join(lines).encode("cp1252"))


def _do(walk: Walk, deed: str) -> None:
    """Choose a deed by its words in the search of the top bar."""
    walk.press("ctrl+k")
    walk.wait_for_focus(".search")
    walk.press("ctrl+a")
    walk.type(DEEDS[deed][walk.language])
    walk.wait(lambda state: state["found"], f"{deed} to be offered")
    walk.press("Return")


def _import(walk: Walk, file: Path) -> None:
    _do(walk, "import")
    walk.wait(lambda state: state["here"][0] == "import", "the import")
    walk.push(".choose_button")
    walk.choose_file(file)
    walk.wait(lambda state: "ImportColumns" in state["shown"], "the columns")
    walk.stays()
    walk.picture("columns")
    walk.push(".check_button")
    walk.wait(lambda state: "ImportReview" in state["shown"], "what the check found")
    walk.wait_for_focus(".import_button")
    walk.picture("review")
    before = len(walk.state()["touched"])
    walk.press("space")
    walk.changed("importing", before)
    walk.wait(lambda state: "ImportResult" in state["shown"], "the result")
    walk.picture("result")


def _decide(walk: Walk) -> None:
    """Say of the only row that waits that it is another person."""
    walk.wait_for_focus(".held_button")
    walk.press("space")
    walk.wait(lambda state: "HeldCard" in state["shown"], "the row that waits")
    walk.stays()
    walk.picture("held")
    before = len(walk.state()["touched"])
    walk.push("HeldCard", ".add_button")
    walk.changed("importing", before)
    walk.wait(lambda state: "HeldCard" not in state["shown"], "no row that waits")
    walk.stays()
    walk.picture("decided")


def _ask_for_export(walk: Walk) -> None:
    _do(walk, "export")
    walk.wait(lambda state: state["modal"] == "ExportDialog", "the questions before an export")
    walk.wait_for_focus(".reason")
    walk.fill("reason", REASON)


def _write_export(walk: Walk, file: Path) -> None:
    walk.push(".verb_button")
    walk.choose_file(file)
    walk.wait(lambda _state: file.exists(), "the file")
    walk.wait(lambda state: not state["modal"], "the questions to close")
    walk.stays()


def _export(walk: Walk, file: Path) -> None:
    _ask_for_export(walk)
    walk.tab_to(".is_sealed")
    assert walk.state()["value"] == "yes"
    for name in ("password", "repeated"):
        walk.tab_to(f".{name}", "PasswordField")
        walk.type(PASSWORD)
    walk.choose("format", "xlsx")
    walk.picture("export")
    _write_export(walk, file)
    walk.picture("exported")


def _choose_columns(walk: Walk) -> None:
    """Take the first column away that may go."""
    walk.push("ViewMenu")
    walk.wait(lambda state: state["popup"], "the views")
    walk.press("Up", "Up", "Return")
    walk.wait(lambda state: state["modal"] == "ColumnsQuestion", "the columns")
    walk.press("End", "Home", "Down", "space")
    walk.picture("view_columns")
    walk.push(".verb_button")
    walk.wait(lambda state: not state["modal"], "the list with its columns")
    walk.stays()


def _keep_view(walk: Walk) -> None:
    walk.push("ViewMenu")
    walk.wait(lambda state: state["popup"], "the views")
    walk.press("Up", "Return")
    walk.wait(lambda state: state["modal"] == "NameQuestion", "the name of the view")
    walk.type(VIEW)
    before = len(walk.state()["touched"])
    walk.press("Return")
    walk.changed("exchange", before)
    walk.stays()
    walk.picture("view_kept")


def _export_cards(walk: Walk, file: Path) -> None:
    _ask_for_export(walk)
    walk.tick("is_sealed")
    walk.choose("format", "vcf")
    walk.picture("export_cards")
    _write_export(walk, file)


def _people(on: Desktop) -> list[tuple[str, str]]:
    names = on.look(
        lambda asked: asked.execute(select(Person.given_name, Person.family_name)).all()
    )
    return sorted((given, family) for given, family in names)


def _hold_view_against(on: Desktop) -> None:
    """Fail where the view is not kept under its name, with the columns that were chosen."""
    row = select(SavedView.list_name, SavedView.title, SavedView.who)
    (kept,) = on.look(lambda asked: asked.execute(row.where(SavedView.title != "")).all())
    assert tuple(kept) == ("clients", VIEW, ANNA)


def _hold_import_against(on: Desktop, known: UUID) -> None:
    """Fail where the office does not say what came of the list."""
    run = select(
        ImportRun.file_name, ImportRun.rows, ImportRun.added, ImportRun.held, ImportRun.wrong
    )
    runs = on.look(lambda asked: asked.execute(run).all())
    assert [tuple(one) for one in runs] == [("liste.csv", 3, 1, 1, 1)]
    row = select(HeldRow.number, HeldRow.twin_id, HeldRow.decision, HeldRow.decided_by)
    held = on.look(lambda asked: asked.execute(row).all())
    assert [tuple(one) for one in held] == [(LINE_OF_TWIN, known, Decision.ADDED, ANNA)]


def _hold_export_against(on: Desktop) -> None:
    """Fail where the log does not say who took what out of the office, and about whom."""
    log = select(
        ExportLog.list_name, ExportLog.form, ExportLog.reason, ExportLog.rows, ExportLog.who
    )
    logs = on.look(lambda asked: asked.execute(log).all())
    assert [tuple(one) for one in logs] == [("clients", "xlsx+zip", REASON, 3, ANNA)]
    told = on.look(lambda asked: set(asked.scalars(select(ExportedPerson.person_id))))
    assert told == on.look(lambda asked: set(asked.scalars(select(Person.id))))


def _names_in(file: Path) -> list[str]:
    """Answer the first column of the workbook in an archive, which only the password opens."""
    with pyzipper.AESZipFile(file) as archive:
        (name,) = archive.namelist()
        assert name == "personen.xlsx"
        with pytest.raises(RuntimeError, match="password"):
            archive.read(name)
        book = load_workbook(io.BytesIO(archive.read(name, pwd=PASSWORD.encode())))
    return [str(cell.value) for cell in next(book.worksheets[0].iter_cols())]
