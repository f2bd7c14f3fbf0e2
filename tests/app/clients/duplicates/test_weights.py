"""The weights are complete, probable, and know every level that can be seen."""

from __future__ import annotations

import pytest

from app.clients.duplicates.addresses import AddressLevel
from app.clients.duplicates.births import BirthLevel
from app.clients.duplicates.names import NameLevel
from app.clients.duplicates.weights import weights


@pytest.mark.parametrize(
    ("table", "levels"),
    [
        ("given_name", NameLevel),
        ("family_name", NameLevel),
        ("birth", BirthLevel),
        ("address", AddressLevel),
    ],
)
def test_every_level_has_its_weight(
    table: str, levels: type[NameLevel | BirthLevel | AddressLevel]
) -> None:
    known = getattr(weights(), table)

    assert [level for level in levels if f"m_{level}" not in known] == ["missing"]
    assert all(0 < part < 1 for name, part in known.items() if name.startswith("m_"))


def test_the_threshold_is_even_odds() -> None:
    assert weights().threshold == 0.5
    assert weights().worth_weighing < weights().threshold < weights().sure < 1
