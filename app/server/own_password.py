"""Changing the own password of a shared office; the old one proves who asks."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sqlalchemy import text

from app.errors import N_, Problem, Refused
from app.server.joining import Credentials, read_profile_file, remember_password
from app.server.kept_here import box_for
from app.server.rules.people import check_password
from db.server.logins import verifier
from db.shared import shared_engine
from db.trouble import plain_trouble

if TYPE_CHECKING:
    from pathlib import Path

_SET = text("SELECT sec.set_password(:verifier)")

NOT_REPEATED = N_("The two passwords differ. Type the second one again.")
SAME_PASSWORD = N_("This is the password that you have already.")


def change_password(place: Path, old: str, new: str, repeated: str) -> None:
    """Change the password of the login that a joined profile names.

    The server is told only what SCRAM keeps of it. Raises `Refused` beside "old", "new" or
    "repeated", `Unavailable` when the server does not answer.
    """
    profile = read_profile_file(place)
    _check(profile.login, old, new, repeated)
    engine = shared_engine(profile, old)
    try:
        with plain_trouble(), engine.begin() as connection:
            kept = verifier(connection, profile.login, new)
            connection.execute(_SET, {"verifier": kept})
    except Refused as error:
        raise Refused(*(replace(problem, field="old") for problem in error.problems)) from error
    finally:
        engine.dispose()
    # What was typed while the server was away stays readable.
    box_for(place, profile, Credentials(profile.login, old)).change_password(new)
    if profile.in_keyring:
        remember_password(place, Credentials(profile.login, new))


def _check(login: str, old: str, new: str, repeated: str) -> None:
    problems = [replace(problem, field="new") for problem in check_password(new, login)]
    if not problems and new == old:
        problems.append(Problem(SAME_PASSWORD, "new"))
    if not problems and new != repeated:
        problems.append(Problem(NOT_REPEATED, "repeated"))
    if problems:
        raise Refused(*problems)
