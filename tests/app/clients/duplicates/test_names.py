"""Names agree by word, by spelling, by sound, or as a short form."""

from __future__ import annotations

import pytest

from app.clients.duplicates.names import NameLevel, compare_names


@pytest.mark.parametrize(
    ("one", "two", "level"),
    [
        ("muller", "muller", NameLevel.SAME),
        ("karl heinz", "karlheinz", NameLevel.SAME),
        ("muller esser", "esser muller", NameLevel.SAME),
        ("muller esser", "muller", NameLevel.PART),
        ("schumacher", "schumcaher", NameLevel.TYPO),
        ("schumacher", "schurnacher", NameLevel.TYPO),
        ("schneyder", "schnaitter", NameLevel.SOUND),
        ("fritz", "friedrich", NameLevel.SHORT),
        ("kathe", "katharina", NameLevel.SHORT),
        ("w", "wilhelm", NameLevel.SHORT),
        ("marion", "annemarie", NameLevel.DIFFERENT),
        ("emine", "ummuhan", NameLevel.DIFFERENT),
        ("", "muller", NameLevel.MISSING),
    ],
)
def test_names_agree_as_far_as_they_do(one: str, two: str, level: NameLevel) -> None:
    assert compare_names(one, two).level is level
    assert compare_names(two, one).level is level
