"""Opening a letter in the mail program: a private file that goes when the program ends."""

from __future__ import annotations

import atexit
import shutil
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from app.errors import N_, Unavailable
from app.letters.mailing import unsent_mail

NO_MAIL_PROGRAM = N_("No mail program opened the letter.")
SAVE_INSTEAD = N_("Save the letter as PDF and attach the file to a mail.")


def mail_file(to: str, subject: str, words: str, pdf: bytes, name: str) -> Path:
    """Write a mail that nobody but the owner can read; answer where it stands."""
    return mail_kept(unsent_mail(to, subject, words, pdf, name), name)


def mail_kept(mail: bytes, name: str) -> Path:
    """Write a mail that is ready so that nobody but the owner can read it."""
    file = _folder() / f"{Path(name).stem}.eml"
    file.write_bytes(mail)
    file.chmod(0o600)
    return file


def open_mail(file: Path) -> None:
    """Have the system's mail program open a mail; raises `Unavailable` when there is none."""
    if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(file))):
        raise Unavailable(NO_MAIL_PROGRAM, SAVE_INSTEAD)


@cache
def _folder() -> Path:
    """Answer a folder that only its owner may enter; it is gone after the program ends."""
    folder = mkdtemp(prefix="nahbar-")
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return Path(folder)
