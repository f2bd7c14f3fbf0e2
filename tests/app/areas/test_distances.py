"""Requirements of the office's own distances."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import uuid4

import pytest

from app.areas.distances import GONE, DistanceDetails, remove_distance, save_distance
from app.errors import Refused

if TYPE_CHECKING:
    from app.office import Office


@pytest.mark.parametrize(
    ("details", "field"),
    [
        (DistanceDetails(None, uuid4(), 5, 10), "from_area"),
        (DistanceDetails(uuid4(), None, 5, 10), "to_area"),
        (DistanceDetails(uuid4(), uuid4(), -1, 10), "minutes"),
        (DistanceDetails(uuid4(), uuid4(), 601, 10), "minutes"),
        (DistanceDetails(uuid4(), uuid4(), 5, None), "kilometres"),
        (DistanceDetails(uuid4(), uuid4(), 5, 5001), "kilometres"),
    ],
)
def test_a_wrong_distance_is_refused_beside_its_field(
    office: Office, details: DistanceDetails, field: str
) -> None:
    with pytest.raises(Refused) as refused:
        office.act(save_distance, details)

    assert [one.field for one in refused.value.problems] == [field]


def test_what_is_not_written_down_cannot_be_struck_out(office: Office) -> None:
    with pytest.raises(Refused) as refused:
        office.act(remove_distance, uuid4(), uuid4())

    assert refused.value.problems[0].message == GONE
