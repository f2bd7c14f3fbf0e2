"""Logins: the names under which colleagues come to the server of a shared office."""

from __future__ import annotations

import re

from app.errors import N_, Problem

LONGEST_LOGIN = 63
"""In characters; PostgreSQL would cut a longer one off without a word."""

_LOGIN = re.compile(r"[a-z][a-z0-9_]+")
_OF_OTHERS = ("pg_", "nahbar_")
"""Beginnings that belong to PostgreSQL itself and to the groups of the program."""
_TAKEN = frozenset({"postgres", "public", "none", "user", "current_user", "session_user"})

NO_LOGIN = N_(
    "A login has 2 to {longest} small letters, digits and underscores, and begins with a letter, "
    "such as petra_weber."
)
LOGIN_OF_OTHERS = N_("The login {login} belongs to the server itself. Choose another one.")


def check_login(login: str, field: str = "login") -> tuple[Problem, ...]:
    """Answer what is wrong with a login, naming `field`."""
    if len(login) > LONGEST_LOGIN or not _LOGIN.fullmatch(login):
        return (Problem(NO_LOGIN, field, {"longest": LONGEST_LOGIN}),)
    if login.startswith(_OF_OTHERS) or login in _TAKEN:
        return (Problem(LOGIN_OF_OTHERS, field, {"login": login}),)
    return ()
