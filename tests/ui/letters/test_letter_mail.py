"""The file that a mail program opens: private, and nothing happens without a program."""

from __future__ import annotations

import pytest

from app.errors import Unavailable
from ui.letters.letter_mail import mail_file, open_mail


def test_the_file_is_for_its_owner_alone() -> None:
    file = mail_file("", "Brief", "Guten Tag", b"%PDF", "2026-11-23 letter.pdf")

    assert file.name == "2026-11-23 letter.eml"
    assert file.stat().st_mode & 0o077 == 0
    assert file.parent.stat().st_mode & 0o077 == 0


def test_without_a_mail_program_it_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ui.letters.letter_mail.QDesktopServices.openUrl", lambda _url: False)
    with pytest.raises(Unavailable) as trouble:
        open_mail(mail_file("", "Brief", "Guten Tag", b"%PDF", "letter.pdf"))

    assert trouble.value.remedy.message
