"""Turns what the server of a shared office says into sentences; it may say it in German, too."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from app.errors import N_, Conflict, Problem, Refused, Unavailable

if TYPE_CHECKING:
    from collections.abc import Mapping

CHANGED_MEANWHILE = N_("Someone else changed this in the meantime. Look at the new version first.")
WRONG_PASSWORD = N_("Login or password is wrong.")
ACCESS_ENDED = N_("Your access to this office has ended. Ask an administrator of the office.")
MISSING_RIGHT = N_("Your role does not allow this. Ask an administrator of the office.")
CLOSED_FILE = N_("This file is closed and can only be read.")
NOT_LET_IN = N_(
    "The server does not let this login into the office from this computer. Ask the administrator "
    "of the office."
)
SERVER_FULL = N_("The disk of the server is full. Nothing was saved.")
SERVER_FULL_REMEDY = N_(
    "Tell the administrator of the office. What you typed is kept; save again later."
)
GOING_DOWN = N_("The server is shutting down or starting. Nothing was saved.")
GOING_DOWN_REMEDY = N_("Wait a minute, then try again. What you typed is kept.")
NO_SERVER = N_("The server cannot be reached.")
NO_SERVER_REMEDY = N_("What you typed is kept. Nahbar connects again by itself.")
NO_SUCH_SERVER = N_("No server of this name can be found.")
NO_SUCH_SERVER_REMEDY = N_("Check the network, or ask for a new connection profile.")
TOO_MANY = N_("The server has no connection left.")
TOO_MANY_REMEDY = N_(
    "Try again in a minute. If it lasts, the administrator must allow more connections."
)
NO_DATABASE = N_("There is no such office on the server.")
NO_DATABASE_REMEDY = N_("Ask the administrator of the office for a new connection profile.")
TOO_LONG = N_("The server took too long to answer. Nothing was saved.")
TOO_LONG_REMEDY = N_("Try again. If it lasts, ask for less at once.")
IN_USE = N_("Someone else is saving the same just now. Nothing was saved.")
IN_USE_REMEDY = N_("Try again in a moment. What you typed is kept.")
ONLY_A_COPY = N_("This server holds a copy that can only be read.")
ONLY_A_COPY_REMEDY = N_("Nothing was saved. Ask the administrator which server to use.")
NO_TLS = N_("The server does not protect the connection, so nothing was sent to it.")
NO_TLS_REMEDY = N_("Ask the administrator of the office to switch TLS on.")
NOT_TRUSTED = N_("The server could not prove that it is the one of your office.")
NOT_TRUSTED_REMEDY = N_(
    "Nothing was sent to it. Ask the administrator of the office before you try again."
)
WRONG_HOST = N_("The certificate of the server was made for another name.")

_UNREACHABLE = (NO_SERVER, NO_SERVER_REMEDY)
_DOWN = (GOING_DOWN, GOING_DOWN_REMEDY)
_SLOW = (TOO_LONG, TOO_LONG_REMEDY)
_WAITING = (IN_USE, IN_USE_REMEDY)

_BY_CODE: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "25006": (ONLY_A_COPY, ONLY_A_COPY_REMEDY),
        "25P03": _UNREACHABLE,
        "3D000": (NO_DATABASE, NO_DATABASE_REMEDY),
        "40P01": _WAITING,
        "53100": (SERVER_FULL, SERVER_FULL_REMEDY),
        "53200": (TOO_MANY, TOO_MANY_REMEDY),
        "53300": (TOO_MANY, TOO_MANY_REMEDY),
        "55P03": _WAITING,
        "57014": _SLOW,
        "57P01": _DOWN,
        "57P02": _DOWN,
        "57P03": _DOWN,
        "57P04": (NO_DATABASE, NO_DATABASE_REMEDY),
        "57P05": _UNREACHABLE,
    }
)
_REFUSED_BY_CODE: Mapping[str, Problem] = MappingProxyType(
    {
        "28000": Problem(NOT_LET_IN, "login"),
        "28P01": Problem(WRONG_PASSWORD, "password"),
        "42501": Problem(MISSING_RIGHT),
        "NB001": Problem(CLOSED_FILE),
    }
)
_VERSION_PASSED = "40001"

_REFUSED_BY_WORDS = (
    (("password authentication failed", "passwort-authentifizierung", "no password supplied"),
     Problem(WRONG_PASSWORD, "password")),
    (("not permitted to log in", "keine berechtigung zum einloggen"),
     Problem(ACCESS_ENDED, "login")),
    (("pg_hba.conf", "permission denied for database", "keine berechtigung für datenbank"),
     Problem(NOT_LET_IN, "login")),
)  # fmt: skip
_BY_WORDS = (
    (("certificate verify failed", "channel binding required",
      "authentication method requirement"), NOT_TRUSTED, NOT_TRUSTED_REMEDY),
    (("does not match host name",), WRONG_HOST, NOT_TRUSTED_REMEDY),
    (("does not support ssl", "ssl not in use"), NO_TLS, NO_TLS_REMEDY),
    (("failed to resolve host", "could not translate host"), NO_SUCH_SERVER, NO_SUCH_SERVER_REMEDY),
    (("too many connections", "too many clients", "connection slots", "zu viele verbindungen",
      "verbleibenden verbindungen"), TOO_MANY, TOO_MANY_REMEDY),
    (("starting up", "shutting down", "not yet accepting", "recovery mode", "startet", "fährt",
      "nimmt noch keine", "wiederherstellungsmodus"), *_DOWN),
    (('database "', "datenbank »"), NO_DATABASE, NO_DATABASE_REMEDY),
    (("connection", "server closed", "timeout expired", "ssl syscall", "ssl error", "network"),
     *_UNREACHABLE),
)  # fmt: skip


def of_server(error: BaseException | None) -> Exception | None:
    """Answer the known trouble behind an error of the driver; None for a bug.

    A right that is missing and a wrong password are `Refused`, a version that somebody else
    has passed is a `Conflict`, everything else is `Unavailable`.
    """
    code = getattr(error, "sqlstate", None)
    if code == _VERSION_PASSED:
        return Conflict(Problem(CHANGED_MEANWHILE))
    if code:
        return _of_code(code)
    return _of_words(str(error).lower())


def _of_code(code: str) -> Exception | None:
    if code in _REFUSED_BY_CODE:
        return Refused(_REFUSED_BY_CODE[code])
    if code in _BY_CODE:
        return Unavailable(*_BY_CODE[code])
    return Unavailable(*_UNREACHABLE) if code.startswith("08") else None


def _of_words(said: str) -> Exception | None:
    """Look at the words: while connecting, the driver tells no code."""
    for signs, problem in _REFUSED_BY_WORDS:
        if any(sign in said for sign in signs):
            return Refused(problem)
    for words, message, remedy in _BY_WORDS:
        if any(sign in said for sign in words):
            return Unavailable(message, remedy)
    return None
