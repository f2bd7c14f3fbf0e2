"""Requirements of the logins of a shared office."""

from __future__ import annotations

import pytest

from app.access.rules.login import LOGIN_OF_OTHERS, NO_LOGIN, check_login


@pytest.mark.parametrize("login", ["petra", "petra_weber", "p2", "a" * 63])
def test_a_plain_login_is_welcome(login: str) -> None:
    assert check_login(login) == ()


@pytest.mark.parametrize(
    "login",
    ["", "p", "Petra", "2petra", "petra weber", "petra;", 'pe"tra', "jörg", "a" * 64, "petra\n"],
)
def test_a_login_that_must_be_quoted_is_refused(login: str) -> None:
    (problem,) = check_login(login)
    assert (problem.message, problem.field) == (NO_LOGIN, "login")


@pytest.mark.parametrize("login", ["postgres", "pg_monitor", "nahbar_owner", "public"])
def test_logins_of_the_server_itself_are_refused(login: str) -> None:
    (problem,) = check_login(login, "who")
    assert (problem.message, problem.field) == (LOGIN_OF_OTHERS, "who")
