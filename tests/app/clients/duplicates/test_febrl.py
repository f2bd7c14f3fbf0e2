"""Public data sets are read as what they are: people, and which records are the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.app.clients.duplicates.measure import measure
from tests.tools.febrl import read_town

if TYPE_CHECKING:
    from pathlib import Path

_RECORDS = """\
rec_id, given_name, surname, street_number, address_1, suburb, postcode, date_of_birth
rec-7-org, erna, albrecht, 12, wattle street, dubbo, 2830, 19381124
rec-7-dup-0, erna, albrcht, 12, wattle street, dubbo, 2830, 19381124
rec-8-org, karl, nowak, 3, acacia place, perth, 6000, 19410403
rec-8-dup-0, karl, nowak, 3, acacia place, perth, 6000, 194
"""


def test_records_of_one_person_are_known_by_their_names(tmp_path: Path) -> None:
    file = tmp_path / "dataset.csv"
    file.write_text(_RECORDS, encoding="utf-8")

    town = read_town(file)

    assert town.truth == {
        frozenset(("rec-7-org", "rec-7-dup-0")),
        frozenset(("rec-8-org", "rec-8-dup-0")),
    }
    assert [card.birth for card in town.cards] == ["1938-11-24", "1938-11-24", "1941-04-03", "194"]
    assert measure(town).f1 == 1
