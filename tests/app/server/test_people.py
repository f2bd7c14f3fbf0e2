"""Requirements of the passwords of a shared office."""

from __future__ import annotations

import pytest

from app.server.rules.people import check_password, new_password


def test_a_password_that_is_made_is_good_and_never_the_same() -> None:
    made = {new_password() for _round in range(200)}
    assert len(made) == 200
    assert all(check_password(password, "petra") == () for password in made)
    assert all(password.replace("-", "").isalpha() for password in made)


@pytest.mark.parametrize(
    "password", ["", "short", "eleven char", "x" * 201, "twelve\x00chars", "Petra_Weber 2026"]
)
def test_a_password_that_is_easy_or_cannot_be_typed_is_refused(password: str) -> None:
    (problem,) = check_password(password, "petra_weber")
    assert problem.field == "password"


@pytest.mark.parametrize("password", ["four plain words here", "Ærø-Übung-ß-12", "🔑" * 12])
def test_any_longer_password_is_taken(password: str) -> None:
    assert check_password(password, "petra_weber") == ()
