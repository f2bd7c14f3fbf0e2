"""Lists on their way into files: in pieces, stoppable, protected addresses left in the office."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest

from app.exchange.writing.card_file import CardFile, Cards
from app.exchange.writing.columns import Cells, ExportColumn, reveals_address
from app.exchange.writing.list_file import ListFile
from app.exchange.writing.new_file import NewFile
from app.exchange.writing.rules import ExportFormat, Written
from app.exchange.writing.vcard_writer import AddressCard, CardAddress
from tests.factories.exchange import list_head

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True)
class Someone:
    """A row of a list."""

    name: str
    street: str
    is_protected: bool = False


COLUMNS: tuple[ExportColumn[Someone], ...] = (
    ExportColumn("name", "Name", lambda row: row.name),
    ExportColumn("street", "Street", lambda row: row.street, reveals_address=True),
)
ERNA = Someone("Erna", "Hauptstraße 1")
KARL = Someone("Karl", "Geheimweg 2", is_protected=True)


def _is_protected(row: Someone) -> bool:
    return row.is_protected


def _file(path: Path, form: ExportFormat, *, with_protected: bool = False) -> ListFile[Someone]:
    cells = Cells(COLUMNS, _is_protected, with_protected)
    return ListFile(NewFile(path), form, list_head("Name", "Street"), cells)


@pytest.mark.parametrize("form", [ExportFormat.CSV, ExportFormat.XLSX, ExportFormat.PDF])
def test_a_list_is_written_in_pieces(tmp_path: Path, form: ExportFormat) -> None:
    file = _file(tmp_path / "list", form)
    file.begin()

    assert file.add([ERNA]) == 1
    assert file.add([ERNA, KARL]) == 3
    assert file.finish() == Written(3)
    assert (tmp_path / "list").stat().st_size > 40


@pytest.mark.parametrize("form", [ExportFormat.CSV, ExportFormat.XLSX, ExportFormat.PDF])
def test_a_stopped_list_leaves_nothing(tmp_path: Path, form: ExportFormat) -> None:
    file = _file(tmp_path / "list", form)
    file.begin()
    file.add([ERNA])

    file.discard()

    assert list(tmp_path.iterdir()) == []


def test_protected_addresses_stay_in_the_office(tmp_path: Path) -> None:
    file = _file(tmp_path / "list", ExportFormat.CSV)
    file.begin()
    file.add([ERNA, KARL])
    file.finish()

    text = (tmp_path / "list").read_text("utf-8-sig")
    assert text == "Name;Street\nErna;Hauptstraße 1\nKarl;Protected address\n"


def test_protected_addresses_leave_when_that_was_confirmed(tmp_path: Path) -> None:
    file = _file(tmp_path / "list", ExportFormat.CSV, with_protected=True)
    file.begin()
    file.add([KARL])
    file.finish()

    assert "Geheimweg 2" in (tmp_path / "list").read_text("utf-8-sig")


def test_an_empty_cell_does_not_tell_that_somebody_is_protected() -> None:
    cells = Cells(COLUMNS, _is_protected)

    assert cells.of([Someone("Ole", "", is_protected=True)]) == [("Ole", None)]


def test_columns_know_whether_they_reveal_an_address() -> None:
    assert reveals_address(COLUMNS)
    assert not reveals_address(COLUMNS[:1])


@pytest.mark.parametrize("with_protected", [True, False])
def test_cards_withhold_protected_addresses_too(tmp_path: Path, *, with_protected: bool) -> None:
    def card(row: Someone) -> AddressCard:
        return AddressCard("1", row.name, "", addresses=(CardAddress(row.street),))

    file = CardFile(NewFile(tmp_path / "cards.vcf"), Cards(card, _is_protected, with_protected))
    file.begin()
    file.add([ERNA])
    assert file.add([KARL]) == 2
    assert file.finish() == Written(2)

    text = (tmp_path / "cards.vcf").read_text()
    assert "Hauptstraße 1" in text
    assert ("Geheimweg" in text) is with_protected
