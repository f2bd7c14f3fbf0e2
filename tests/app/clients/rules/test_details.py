"""The form of a client asks for one name; everything else may be unknown."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.clients.rules.births import BORN_LATER
from app.clients.rules.details import (
    NAME_MISSING,
    NOT_OFFERED,
    TOO_MANY_LANGUAGES,
    ClientDetails,
    check_client,
)
from app.errors import Problem
from app.text_rules import TOO_LONG, full_name

TODAY = date(2026, 11, 23)
ANNA = ClientDetails(given_name="Anna", family_name="Müller")
TEXTS = ("given_name", "family_name", "birth", "phone", "mobile", "email", "care_of", "street",
         "house_number", "floor", "door", "postal_code", "city", "hint", "about")  # fmt: skip


def with_texts(**values: Any) -> ClientDetails:  # noqa: ANN401 - any field of the form
    """Anna's form, in Denmark where addresses have doors, with other texts."""
    return replace(ANNA, country="DK", **values)


def test_a_name_alone_makes_a_client() -> None:
    assert check_client(ANNA, TODAY) == ()
    assert check_client(ClientDetails(given_name="Sukarno"), TODAY) == ()
    assert check_client(ClientDetails(family_name="Sukarno"), TODAY) == ()


@pytest.mark.parametrize("blank", ["", "   ", "\u200b"])
def test_somebody_without_any_name_is_refused(blank: str) -> None:
    details = ClientDetails(given_name=blank, family_name=blank)
    assert check_client(details, TODAY) == (Problem(NAME_MISSING, "family_name"),)


def test_every_wrong_field_is_named_at_once() -> None:
    details = replace(
        ANNA, birth="24.11.2027", email="no", postal_code="1", salutation="captain",
        letter_language="la", languages=("Turkish!",), about="x" * 20_001,
    )  # fmt: skip
    problems = {problem.field: problem.message for problem in check_client(details, TODAY)}
    assert problems.keys() == {
        "birth", "email", "postal_code", "salutation", "letter_language", "languages", "about",
    }  # fmt: skip
    assert problems["birth"] == BORN_LATER
    assert problems["salutation"] == NOT_OFFERED
    assert problems["about"] == TOO_LONG


def test_a_card_holds_a_dozen_languages() -> None:
    assert check_client(replace(ANNA, languages=("tr", "kmr") * 6), TODAY) == ()
    (problem,) = check_client(replace(ANNA, languages=("tr",) * 13), TODAY)
    assert problem.message == TOO_MANY_LANGUAGES


def test_a_door_typed_in_denmark_is_not_part_of_a_german_address() -> None:
    details = replace(ANNA, country="DE", door="tv")
    assert details.address.door == ""
    assert replace(details, country="DK").address.door == "tv"


@given(values=st.fixed_dictionaries({name: st.text(max_size=250) for name in TEXTS}))
def test_whatever_is_typed_is_allowed_or_refused_at_a_field_of_the_form(
    values: dict[str, str],
) -> None:
    problems = check_client(with_texts(**values), TODAY)
    fields = [problem.field for problem in problems]
    assert set(fields) <= set(TEXTS)
    assert len(fields) == len(set(fields))


@pytest.mark.parametrize("name", TEXTS)
@pytest.mark.parametrize("hostile", ["\x00", "a\ud800", "x" * 20_001])
def test_what_cannot_be_kept_is_refused_where_it_was_typed(name: str, hostile: str) -> None:
    problems = check_client(with_texts(**{name: hostile}), TODAY)
    assert [problem.field for problem in problems] == [name]


def test_a_full_name_has_the_given_name_first() -> None:
    assert full_name(" Anna ", "Müller") == "Anna Müller"
    assert full_name("", "Sukarno") == "Sukarno"
