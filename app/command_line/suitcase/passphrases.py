"""The passphrase of a suitcase: from a private file, or asked for without showing it."""

from __future__ import annotations

import sys
from getpass import getpass
from typing import TYPE_CHECKING

from app.admin.ways_in import private_text
from app.command_line.keys import NO_KEY_FILE
from app.errors import N_, Problem, Refused
from resources.text import _

if TYPE_CHECKING:
    from pathlib import Path

NO_PASSPHRASE = N_(
    "The suitcase needs its passphrase: give it with --passphrase-file, or run this at a terminal "
    "to be asked."
)


def known_passphrase(file: Path | None) -> str:
    """Answer the passphrase of a suitcase that is there; raises `Refused`."""
    return _from_file(file) if file is not None else _asked(_("Passphrase of this suitcase:"))


def new_passphrase(file: Path | None) -> tuple[str, str]:
    """Answer the passphrase for a new suitcase, and how it was repeated; raises `Refused`."""
    if file is not None:
        text = _from_file(file)
        return text, text
    first = _asked(_("Passphrase for the suitcase:"))
    return first, _asked(_("The same again:"))


def _from_file(file: Path) -> str:
    if not file.is_file():
        raise Refused(Problem(NO_KEY_FILE, "key_file", {"file": str(file)}))
    return private_text(file)


def _asked(question: str) -> str:
    if not sys.stdin.isatty():
        raise Refused(Problem(NO_PASSPHRASE, "passphrase"))
    return getpass(f"{question} ")
