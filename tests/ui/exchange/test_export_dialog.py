"""Exporting a list: asked for, logged, written in steps, stopped without a trace."""

from __future__ import annotations

import csv
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import pytest
import pyzipper
from PySide6.QtWidgets import QDialog

from app.access.rules import Role
from app.exchange.writing.columns import ExportColumn
from app.exchange.writing.queries import latest_exports
from app.exchange.writing.rules import ExportFormat
from app.exchange.writing.vcard_writer import AddressCard
from db.access import Member
from tests.factories.clients import add_client
from ui.exchange import export_run
from ui.exchange.export_dialog import ExportDialog
from ui.widgets.export_offer import ExportOffer, given_rows
from ui.widgets.labels import Label

if TYPE_CHECKING:
    from pathlib import Path
    from uuid import UUID

    from pytestqt.qtbot import QtBot

    from app.exchange.writing.rules import ExportWish
    from app.office import Act, Office
    from ui.desk import Desk

PASSWORD = "brook lantern apple"


@dataclass(frozen=True)
class Someone:
    """A row of a list."""

    id: UUID
    name: str
    street: str = "Hauptstraße 1"
    is_protected: bool = False


def _name(row: Someone) -> str:
    return row.name


def _street(row: Someone) -> str:
    return row.street


def _id(row: Someone) -> UUID:
    return row.id


def _is_protected(row: Someone) -> bool:
    return row.is_protected


def _card(row: Someone) -> AddressCard:
    return AddressCard(str(row.id), row.name, "")


COLUMNS: tuple[ExportColumn[Someone], ...] = (
    ExportColumn("name", "Name", _name),
    ExportColumn("street", "Street", _street, reveals_address=True),
)


@pytest.fixture
def people(office: Office) -> list[Someone]:
    names = ("Erna", "=1+1", "Karl")
    return [
        Someone(add_client(office, given_name=name), name, is_protected=name == "Karl")
        for name in names
    ]


def _offer(people: list[Someone], **changes: Any) -> ExportOffer[Someone]:  # noqa: ANN401 - any
    usual = ExportOffer(
        list_name="clients",
        title="People",
        count=len(people),
        columns=COLUMNS,
        chosen=("name",),
        fetch=given_rows(people),
        person_of=_id,
        is_protected=_is_protected,
        selection="Living alone",
        card=_card,
    )
    return replace(usual, **changes)


@pytest.fixture
def dialog(qtbot: QtBot, desk: Desk, people: list[Someone]) -> ExportDialog:
    dialog = ExportDialog(desk, _offer(people))
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.form.format.set_value(ExportFormat.CSV)
    dialog.form.reason.set_value("Christmas post")
    dialog.form.seal.wanted.set_value(False)
    return dialog


def _is_accepted(dialog: ExportDialog) -> bool:
    return dialog.result() == QDialog.DialogCode.Accepted


def _cells(file: Path) -> list[list[str]]:
    return list(csv.reader(file.read_text("utf-8-sig").splitlines()))


def test_a_list_is_written_logged_and_announced(
    qtbot: QtBot, office: Office, dialog: ExportDialog, tmp_path: Path
) -> None:
    said: list[str] = []
    dialog.said.connect(said.append)
    dialog.export_to(tmp_path / "people.csv")
    qtbot.waitUntil(lambda: _is_accepted(dialog))

    assert _cells(tmp_path / "people.csv") == [["Name"], ["Erna"], ["'=1+1"], ["Karl"]]
    assert said == ["Saved as people.csv: 3 rows."]
    (line,) = office.ask(latest_exports)
    assert (line.reason, line.rows, line.columns) == ("Christmas post", 3, ("name",))


@pytest.mark.parametrize("confirmed", [True, False])
def test_protected_addresses_leave_only_when_confirmed(
    qtbot: QtBot, office: Office, dialog: ExportDialog, tmp_path: Path, *, confirmed: bool
) -> None:
    dialog.form.columns.set_value(("name", "street"))
    dialog.form.columns.changed.emit()
    assert dialog.form.confirmed.isVisible()
    dialog.form.confirmed.set_value(confirmed)

    dialog.export_to(tmp_path / "people.csv")
    qtbot.waitUntil(lambda: _is_accepted(dialog))

    expected = "Hauptstraße 1" if confirmed else "Protected address"
    assert _cells(tmp_path / "people.csv")[3] == ["Karl", expected]
    assert office.ask(latest_exports)[0].with_protected is confirmed


def test_a_password_is_asked_for_unless_it_is_switched_off(
    qtbot: QtBot, desk: Desk, people: list[Someone], monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[ExportWish] = []
    monkeypatch.setattr(
        "ui.exchange.export_dialog.ask_where_to_export",
        lambda _dialog, _title, _day, wish: asked.append(wish),
    )
    dialog = ExportDialog(desk, _offer(people))
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.form.reason.set_value("Christmas post")

    dialog.verb_button.click()
    assert dialog.form.form.field("password").problem()
    dialog.form.seal.first.set_value(PASSWORD)
    dialog.form.seal.second.set_value("something else")
    dialog.verb_button.click()
    assert dialog.form.form.field("repeated").problem() == (
        "The two passwords differ. Type the second one again."
    )
    assert asked == []

    dialog.form.seal.second.set_value(PASSWORD)
    dialog.verb_button.click()
    assert [wish.is_sealed for wish in asked] == [True]

    dialog.form.seal.wanted.click()
    assert not dialog.form.seal.first.isVisible()
    assert dialog.form.seal.first.value() == ""
    dialog.verb_button.click()
    assert [wish.is_sealed for wish in asked] == [True, False]


@pytest.mark.parametrize(
    ("form", "start"),
    [
        (ExportFormat.CSV, b"\xef\xbb\xbfName\r\nErna"),
        (ExportFormat.XLSX, b"PK"),
        (ExportFormat.PDF, b"%PDF"),
        (ExportFormat.VCARD, b"BEGIN:VCARD"),
    ],
)
def test_a_password_protects_every_kind_of_file_and_the_log_says_so(
    qtbot: QtBot,
    office: Office,
    dialog: ExportDialog,
    tmp_path: Path,
    form: ExportFormat,
    start: bytes,
) -> None:
    dialog.form.format.set_value(form)
    dialog.form.seal.wanted.set_value(True)
    dialog.form.seal.first.set_value(PASSWORD)
    dialog.form.seal.second.set_value(PASSWORD)
    dialog.export_to(tmp_path / "people.zip")
    qtbot.waitUntil(lambda: _is_accepted(dialog))

    with pyzipper.AESZipFile(tmp_path / "people.zip") as archive:
        archive.setpassword(PASSWORD.encode())
        assert archive.namelist() == [f"people.{form.value}"]
        assert archive.read(f"people.{form.value}").startswith(start)
    assert office.ask(latest_exports)[0].form == f"{form.value}+zip"


def test_a_file_without_a_password_is_logged_as_such(
    qtbot: QtBot, office: Office, dialog: ExportDialog, tmp_path: Path
) -> None:
    dialog.export_to(tmp_path / "people.csv")
    qtbot.waitUntil(lambda: _is_accepted(dialog))

    assert office.ask(latest_exports)[0].form == "csv"


def test_no_password_stands_in_the_office(
    qtbot: QtBot, office: Office, dialog: ExportDialog, tmp_path: Path
) -> None:
    dialog.form.seal.wanted.set_value(True)
    dialog.form.seal.first.set_value(PASSWORD)
    dialog.form.seal.second.set_value(PASSWORD)
    dialog.export_to(tmp_path / "people.zip")
    qtbot.waitUntil(lambda: _is_accepted(dialog))

    assert PASSWORD not in repr(dialog.form.wish())
    assert PASSWORD not in repr(office.ask(latest_exports))
    assert PASSWORD not in repr(dialog.form.form.texts())


def test_without_addresses_nobody_is_asked_about_them(dialog: ExportDialog) -> None:
    assert not dialog.form.confirmed.isVisible()


def test_people_can_be_written_as_address_cards(
    qtbot: QtBot, dialog: ExportDialog, tmp_path: Path
) -> None:
    dialog.form.format.set_value(ExportFormat.VCARD)
    assert dialog.form.confirmed.isVisible()
    assert not dialog.form.columns.isVisible()

    dialog.export_to(tmp_path / "people.vcf")
    qtbot.waitUntil(lambda: _is_accepted(dialog))

    assert (tmp_path / "people.vcf").read_text().count("BEGIN:VCARD") == 3


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        (ExportFormat.XLSX, "Excel keeps dates"),
        (ExportFormat.CSV, "Dates stand as 2026-11-24"),
        (ExportFormat.PDF, "To print"),
        (ExportFormat.VCARD, "contacts of a phone"),
    ],
)
def test_the_hint_speaks_of_the_chosen_kind_of_file_only(
    dialog: ExportDialog, kind: ExportFormat, words: str
) -> None:
    dialog.form.format.set_value(kind)
    field = dialog.form.form.field("format")
    shown = [one.text() for one in field.findChildren(Label) if one.isVisible()]
    assert any(words in one for one in shown)
    assert field.hint() in dialog.form.format.accessibleDescription()
    assert ("Excel" in " ".join(shown)) == (kind is ExportFormat.XLSX)


def test_a_list_that_begins_as_cards_does_not_speak_of_excel(
    qtbot: QtBot, desk: Desk, people: list[Someone]
) -> None:
    dialog = ExportDialog(desk, _offer(people, form=ExportFormat.VCARD))
    qtbot.addWidget(dialog)
    assert "contacts of a phone" in dialog.form.form.field("format").hint()


def test_what_is_no_person_cannot_be_a_card(
    qtbot: QtBot, desk: Desk, people: list[Someone]
) -> None:
    dialog = ExportDialog(desk, _offer(people, card=None))
    qtbot.addWidget(dialog)

    assert dialog.form.format.count() == 3


def test_without_a_reason_no_file_is_asked_for(
    monkeypatch: pytest.MonkeyPatch, dialog: ExportDialog
) -> None:
    def ask(*_args: object) -> None:
        raise AssertionError

    monkeypatch.setattr("ui.exchange.export_dialog.ask_where_to_export", ask)
    dialog.form.reason.set_value("")

    dialog.verb_button.click()

    assert dialog.form.form.field("reason").problem()


def test_changing_ones_mind_about_the_place_keeps_the_dialog(
    monkeypatch: pytest.MonkeyPatch, dialog: ExportDialog
) -> None:
    monkeypatch.setattr("ui.exchange.export_dialog.ask_where_to_export", lambda *_args: None)
    dialog.verb_button.click()

    assert dialog.isVisible()
    assert dialog.form.isEnabled()


def test_a_folder_that_cannot_be_written_is_one_sentence(
    qtbot: QtBot, dialog: ExportDialog, tmp_path: Path
) -> None:
    dialog.export_to(tmp_path / "gone" / "people.csv")
    qtbot.waitUntil(lambda: dialog._trouble is not None)

    assert dialog._trouble is not None
    assert "The folder cannot be reached." in dialog._trouble.accessibleName()
    assert dialog.form.isEnabled()


def test_a_long_list_is_written_in_steps_and_can_be_stopped(
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    dialog: ExportDialog,
    tmp_path: Path,
) -> None:
    monkeypatch.setattr(export_run, "STEP", 1)
    dialog.export_to(tmp_path / "people.csv")
    run = dialog._run
    assert run is not None
    counts: list[int] = []
    stopped: list[bool] = []
    run.progressed.connect(counts.append)
    run.progressed.connect(lambda _done: dialog.cancel_button.click())
    run.stopped.connect(lambda: stopped.append(True))
    qtbot.waitUntil(lambda: stopped == [True])

    assert counts == [1]

    assert not dialog.isVisible()
    assert [path.name for path in tmp_path.iterdir() if "people" in path.name] == []
    assert list(tmp_path.glob(".nahbar*")) == []


def test_whoever_may_not_export_is_told_at_once(
    qtbot: QtBot, desk: Desk, office: Office, people: list[Someone]
) -> None:
    def join(act: Act) -> None:
        act.session.add(Member(name=act.who, role=Role.VOLUNTEER, since=act.now))

    office.act(join)
    dialog = ExportDialog(desk, _offer(people))
    qtbot.addWidget(dialog)
    qtbot.waitUntil(lambda: not dialog.verb_button.isEnabled())

    assert dialog._trouble is not None
    assert "Your role does not allow" in dialog._trouble.accessibleName()


def test_the_dialog_says_what_is_exported(qtbot: QtBot, dialog: ExportDialog) -> None:
    assert dialog._about() == "3 rows · Living alone"
