"""Logins: the names under which colleagues come to the server of a shared office."""

from __future__ import annotations

import re
from unicodedata import normalize

from app.errors import N_, Problem

LONGEST_LOGIN = 63
"""In characters; PostgreSQL would cut a longer one off without a word."""

_LOGIN = re.compile(r"[a-z][a-z0-9_]+")
_PLAIN = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "æ": "ae", "ø": "oe", "å": "aa"})
_OF_OTHERS = ("pg_", "nahbar_")
"""Beginnings that belong to PostgreSQL itself and to the groups of the program."""
_TAKEN = frozenset({"postgres", "public", "none", "user", "current_user", "session_user"})

NO_LOGIN = N_(
    "A login has 2 to {longest} small letters, digits and underscores, and begins with a letter, "
    "such as petra_weber."
)
LOGIN_OF_OTHERS = N_("The login {login} belongs to the server itself. Choose another one.")


def proposed_login(name: str) -> str:
    """Answer a login for a name, such as "petra_moeller" for Petra Møller; perhaps ""."""
    plain = name.casefold().translate(_PLAIN)
    letters = "".join(one for one in normalize("NFKD", plain) if one.isascii())
    login = re.sub(r"[^a-z0-9]+", "_", letters).strip("_0123456789")
    return login[:LONGEST_LOGIN] if not check_login(login[:LONGEST_LOGIN]) else ""


def check_login(login: str, field: str = "login") -> tuple[Problem, ...]:
    """Answer what is wrong with a login, naming `field`."""
    if len(login) > LONGEST_LOGIN or not _LOGIN.fullmatch(login):
        return (Problem(NO_LOGIN, field, {"longest": LONGEST_LOGIN}),)
    if login.startswith(_OF_OTHERS) or login in _TAKEN:
        return (Problem(LOGIN_OF_OTHERS, field, {"login": login}),)
    return ()
