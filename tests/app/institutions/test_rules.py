"""What may be typed about an institution and its contact persons."""

from __future__ import annotations

from datetime import date
from uuid import uuid4

import pytest

from app.institutions.rules import (
    KIND_LABELS,
    ContactDetails,
    InstitutionKind,
    check_contact,
    check_institution,
    institution_keys,
    is_valid_on,
)
from app.institutions.rules.contacts import ENDS_BEFORE, NAME_MISSING, NOBODY
from app.text_rules import MISSING, NOT_STORABLE, TOO_LONG
from tests.factories.institutions import institution_details


def problems(**fields: object) -> list[tuple[str, str]]:
    return [(p.field, p.message) for p in check_institution(institution_details(**fields))]


def test_an_institution_needs_a_name_only() -> None:
    assert problems() == []
    assert problems(name=" \u200b") == [("name", MISSING)]


def test_every_kind_has_words() -> None:
    assert set(KIND_LABELS) == set(InstitutionKind)


@pytest.mark.parametrize("field", ["name", "website", "opening_hours", "cooperation", "street"])
def test_what_no_file_can_keep_is_refused_beside_its_field(field: str) -> None:
    assert problems(**{field: "a\0b"}) == [(field, NOT_STORABLE)]


def test_notes_on_working_together_hold_20_000_characters() -> None:
    assert problems(cooperation="ø" * 20_000) == []
    assert problems(cooperation="ø" * 20_001) == [("cooperation", TOO_LONG)]


@pytest.mark.parametrize(
    ("field", "value"),
    [("kind", "castle"), ("email", "a@b@c"), ("country", "FR"), ("postal_code", "27500")],
)
def test_what_cannot_be_is_refused(field: str, value: str) -> None:
    assert [found for found, _message in problems(**{field: value})] == [field]


def test_an_association_of_any_language_is_found_by_its_folded_words() -> None:
    assert institution_keys("AAB – Afdeling Østergård").words == " ab afdeling ostergard"
    assert institution_keys("Øst").sort_key_da > institution_keys("Vest").sort_key_da


def test_a_contact_is_somebody_known_or_has_a_name() -> None:
    assert [p.message for p in check_contact(ContactDetails())] == [NOBODY]
    assert [p.message for p in check_contact(ContactDetails(is_new=True))] == [NAME_MISSING]
    assert check_contact(ContactDetails(person_id=uuid4())) == ()
    assert check_contact(ContactDetails(is_new=True, given_name="Lars")) == ()


def test_a_contact_cannot_end_before_it_begins() -> None:
    details = ContactDetails(
        person_id=uuid4(), valid_from=date(2026, 5, 2), valid_until=date(2026, 5, 1)
    )
    assert [(p.field, p.message) for p in check_contact(details)] == [("valid_until", ENDS_BEFORE)]


def test_validity_includes_both_days() -> None:
    first, last = date(2026, 5, 1), date(2026, 5, 3)
    assert [is_valid_on(first, last, date(2026, 5, day)) for day in (1, 3, 4)] == [
        True,
        True,
        False,
    ]
    assert is_valid_on(None, None, last)
