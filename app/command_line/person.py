"""Who sits at the command line: the name and language of the settings, else of the machine."""

from __future__ import annotations

import locale
from getpass import getuser

from app.settings import load
from resources.text import LANGUAGES


def who_works_here() -> str:
    """Answer the name under which something is written."""
    return load().who or _login()


def language_here() -> str:
    """Answer the language of the settings, else of the machine, else English."""
    wanted = load().language or (locale.getlocale()[0] or "")[:2]
    return wanted if wanted in LANGUAGES else "en"


def _login() -> str:
    try:
        return getuser()
    except (KeyError, OSError):
        return "nahbar"
