"""Typing a new passphrase: its strength is said while typing, and slips beside the field."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ui.admin.new_passphrase import NewPassphrase
from ui.admin.remark import Remark

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


@pytest.mark.parametrize(
    ("typed", "tone"),
    [("", ""), ("kurz", "danger"), ("mond kartof", "attention"), ("vier Gabeln malen", "done")],
)
def test_the_strength_is_said_in_words_and_tone(qtbot: QtBot, typed: str, tone: str) -> None:
    passphrase = NewPassphrase()
    qtbot.addWidget(passphrase)
    passphrase.first.set_value(typed)
    assert isinstance(passphrase.strength, Remark)
    assert passphrase.strength.sentence()
    assert passphrase.strength.words.property("tone") in ({tone} if tone else {"", None})


def test_a_passphrase_typed_twice_alike_is_taken(qtbot: QtBot) -> None:
    passphrase = NewPassphrase()
    qtbot.addWidget(passphrase)
    passphrase.first.set_value("vier Gabeln malen")
    passphrase.second.set_value("vier Gabeln mahlen")
    assert not passphrase.check()
    passphrase.second.set_value("vier Gabeln malen")
    assert passphrase.check()
    assert passphrase.value() == "vier Gabeln malen"


def test_nothing_of_it_is_kept_as_a_draft(qtbot: QtBot) -> None:
    passphrase = NewPassphrase()
    qtbot.addWidget(passphrase)
    passphrase.first.set_value("vier Gabeln malen")
    assert set(passphrase.form.texts().values()) == {""}
