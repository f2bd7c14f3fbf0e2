"""Passwords at the terminal: asked for without showing them, or made and shown once."""

from __future__ import annotations

import sys
from getpass import getpass

from app.errors import N_, Problem, Refused
from app.server.rules.people import new_password
from resources.text import _

DIFFERENT = N_("The two passwords differ. Nothing was changed.")


def owner_password() -> str:
    """Ask for the password of the administrator; "" where nobody can be asked."""
    return getpass(_("Password of the server's administrator:") + " ") if _can_ask() else ""


def person_password(login: str) -> tuple[str, bool]:
    """Answer the password for a new login, and whether it was made and must be shown.

    Raises `Refused` when it was typed differently the second time.
    """
    if not _can_ask():
        return new_password(), True
    question = _("Password for {login} (leave empty to have one made):").format(login=login)
    typed = getpass(question + " ")
    if not typed:
        return new_password(), True
    if getpass(_("The same again:") + " ") != typed:
        raise Refused(Problem(DIFFERENT, "password"))
    return typed, False


def _can_ask() -> bool:
    return sys.stdin.isatty()
