"""A relation names somebody, a kind that is offered, and a place that can be counted."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import uuid4

import pytest

from app.households.rules import (
    INVERSE_LABELS,
    RELATION_LABELS,
    RelationDetails,
    RelationKind,
    check_relation,
)

ERNA, OTHER = uuid4(), uuid4()


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"other_id": ERNA}, "other_id"),
        ({"other_id": None}, "other_id"),
        ({"other_id": None, "given_name": " \u200b"}, "other_id"),
        ({"other_id": None, "given_name": "a\x00b"}, "given_name"),
        ({"other_id": None, "family_name": "Berg", "email": "x"}, "email"),
        ({"kind": "friendly"}, "kind"),
        ({"detail": "a\nb"}, "detail"),
        ({"in_emergency": "0"}, "in_emergency"),
        ({"in_emergency": "first"}, "in_emergency"),
        ({"in_emergency": "100"}, "in_emergency"),
        ({"valid_from": date(2026, 2, 1), "valid_until": date(2026, 1, 1)}, "valid_until"),
    ],
)
def test_what_is_wrong_stands_beside_its_field(fields: dict[str, Any], field: str) -> None:
    details = RelationDetails(**({"other_id": OTHER} | fields))
    assert [problem.field for problem in check_relation(details, ERNA)] == [field]


def test_a_known_person_and_a_kind_are_enough() -> None:
    details = RelationDetails(other_id=OTHER, in_emergency=" 1 ")
    assert check_relation(details, ERNA) == ()
    assert details.place_in_emergency == 1


def test_every_kind_has_a_word_from_both_sides() -> None:
    assert set(RELATION_LABELS) == set(INVERSE_LABELS) == set(RelationKind)
