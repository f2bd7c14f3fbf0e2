"""Names of exported files: they say what is in them, and every system takes them."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QFileDialog, QWidget

from app.exchange.writing.rules import ExportFormat, ExportWish
from ui.exchange.export_place import ask_where_to_export, file_name

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

DAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("People", "People 2026-11-23.xlsx"),
        ("Week 48: a/b\\c?", "Week 48 a b c 2026-11-23.xlsx"),
        ("", "Nahbar 2026-11-23.xlsx"),
        ("\x00\ud800.", "Nahbar 2026-11-23.xlsx"),
        ("x" * 200, f"{'x' * 80} 2026-11-23.xlsx"),
    ],
)
def test_names_say_what_and_when(title: str, name: str) -> None:
    assert file_name(title, DAY, ".xlsx") == name


@pytest.mark.parametrize(
    ("chosen", "path"),
    [
        ("", None),
        ("/x/list.csv", Path("/x/list.csv")),
        ("/x/list.CSV", Path("/x/list.CSV")),
        ("/x/list", Path("/x/list.csv")),
        ("/x/list.v2", Path("/x/list.v2.csv")),
    ],
)
def test_a_file_has_the_ending_of_its_kind(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, chosen: str, path: Path | None
) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (chosen, ""))
    parent = QWidget()
    qtbot.addWidget(parent)

    wish = ExportWish("clients", ExportFormat.CSV, ("name",), "Post", 1)
    assert ask_where_to_export(parent, "People", DAY, wish) == path


def test_a_protected_file_is_an_archive(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[object] = []

    def ask(*args: object) -> tuple[str, str]:
        asked.extend(args[2:])
        return "/x/list", ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", ask)
    parent = QWidget()
    qtbot.addWidget(parent)

    wish = ExportWish("clients", ExportFormat.CSV, ("name",), "Post", 1, is_sealed=True)
    assert ask_where_to_export(parent, "People", DAY, wish) == Path("/x/list.zip")
    assert str(asked[0]).endswith("People 2026-11-23.zip")
    assert str(asked[1]) == "Archive with a password (*.zip)"
