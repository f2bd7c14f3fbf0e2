"""Requirements of what is said of a move."""

from __future__ import annotations

import pytest

from app.access.rules.login import check_login
from app.moving.rules import Moved, suggested_login


@pytest.mark.parametrize(
    ("name", "login"),
    [
        ("Petra Weber", "petra_weber"),
        ("Jürgen Groß-Øster", "juergen_gross_oester"),
        ("李小龍", "colleague"),
        ("4711", "colleague"),
        ("x" * 90, "x" * 40),
    ],
)
def test_a_login_that_is_proposed_is_one_the_server_takes(name: str, login: str) -> None:
    assert suggested_login(name) == login
    assert check_login(login) == ()


def test_all_rows_are_those_of_every_table() -> None:
    assert Moved("Büro", {"note": 3, "person": 2}).rows == 5
