"""Requirements of protecting an exported file with a password."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.exchange.seal_fields import SealFields
from ui.widgets.form import Form

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def test_a_password_is_wanted_at_first_and_typed_twice(qtbot: QtBot) -> None:
    form = Form()
    qtbot.addWidget(form)
    seal = SealFields(form)

    assert seal.is_wanted()
    assert seal.problems()
    seal.first.set_value("vier Gabeln malen Regen")
    seal.second.set_value("vier Gabeln malen Schnee")
    assert seal.problems()
    seal.second.set_value("vier Gabeln malen Regen")
    assert not seal.problems()
    assert seal.password() == "vier Gabeln malen Regen"


def test_without_protection_no_password_is_kept(qtbot: QtBot) -> None:
    form = Form()
    qtbot.addWidget(form)
    seal = SealFields(form)
    seal.first.set_value("vier Gabeln malen Regen")
    seal.wanted.set_value(False)
    seal._on_wanted_changed()

    assert (seal.password(), seal.problems(), seal.first.value()) == ("", (), "")
