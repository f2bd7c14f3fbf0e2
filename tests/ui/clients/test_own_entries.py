"""What a file gets of the own fields of an office."""

from __future__ import annotations

from datetime import date

import pytest

from app.codes.rules import Labels
from app.custom.rules import FieldDetails, FieldKind
from ui.clients.own_entries import cell_of


@pytest.mark.parametrize(
    ("kind", "entry", "cell"),
    [
        (FieldKind.DATE, "2026-11-23", date(2026, 11, 23)),
        (FieldKind.NUMBER, "-3", -3),
        (FieldKind.NUMBER, "3.5", "3.5"),
        (FieldKind.YES_NO, "yes", "yes"),
        (FieldKind.TEXT, "=1+1", "=1+1"),
        (FieldKind.NUMBER, "", ""),
    ],
)
def test_days_and_whole_numbers_are_cells_of_their_own(
    kind: FieldKind, entry: str, cell: object
) -> None:
    assert cell_of(FieldDetails(Labels(en="X"), kind), entry) == cell
