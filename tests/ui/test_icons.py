"""Icons: every drawing parses, every name that the screens use exists, tints follow the theme."""

from __future__ import annotations

import ast
from pathlib import Path
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QIcon, QPixmap
from PySide6.QtSvg import QSvgRenderer

from resources import path
from ui import style
from ui.icons import UnknownIconError, icon, icon_pixmap
from ui.pages import BELOW_MORE, RAIL, page_of
from ui.palette import Role

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

DRAWINGS = sorted(path("icons").glob("*.svg"))
UI = Path(__file__).resolve().parents[2] / "ui"
TAKES_ICON = {
    "icon": 0,
    "icon_button": 0,
    "icon_pixmap": 0,
    "IconLabel": 0,
    "primary_button": 1,
    "plain_button": 1,
    "quiet_button": 1,
    "danger_button": 1,
    "InnerButton": 1,
}


@pytest.mark.parametrize("drawing", DRAWINGS, ids=lambda drawing: drawing.stem)
def test_every_drawing_is_of_the_set(drawing: Path) -> None:
    root = ET.fromstring(drawing.read_text(encoding="utf-8"))  # noqa: S314 - our own file
    assert root.get("viewBox") == "0 0 24 24"
    assert root.get("stroke") == "currentColor"
    assert root.get("stroke-width") == "1.75"
    assert QSvgRenderer(str(drawing)).isValid()


@pytest.mark.parametrize("drawing", DRAWINGS, ids=lambda drawing: drawing.stem)
def test_every_drawing_shows_something(qapp: QApplication, drawing: Path) -> None:
    picture = icon_pixmap(drawing.stem, Role.TEXT, 24).toImage()
    inked = sum(picture.pixelColor(x, y).alpha() > 0 for x in range(24) for y in range(24))
    assert inked > 10


def test_a_wrong_name_is_refused() -> None:
    with pytest.raises(UnknownIconError, match="hamster"):
        icon("hamster")


def test_every_icon_that_the_screens_name_exists() -> None:
    known = {drawing.stem for drawing in DRAWINGS}
    wrong = {
        f"{file.relative_to(UI.parent)}: {name}"
        for file in UI.rglob("*.py")
        for name in named_icons(ast.parse(file.read_text(encoding="utf-8")))
        if name and name not in known
    }
    assert not wrong


def named_icons(tree: ast.Module) -> list[str]:
    """Answer the literal icon names in calls that take one."""
    found: list[ast.expr] = []
    for call in (node for node in ast.walk(tree) if isinstance(node, ast.Call)):
        called = call.func.id if isinstance(call.func, ast.Name) else ""
        if called in TAKES_ICON and len(call.args) > TAKES_ICON[called]:
            found.append(call.args[TAKES_ICON[called]])
        found += [keyword.value for keyword in call.keywords if keyword.arg == "icon"]
    return [
        str(value.value)
        for value in found
        if isinstance(value, ast.Constant) and isinstance(value.value, str)
    ]


def test_the_rail_has_its_icons_and_places() -> None:
    for entry in RAIL:
        icon(entry.icon)
        assert page_of(entry.word) == entry.word
    assert {page_of(word) for word in BELOW_MORE} == {"more"}


def test_an_icon_follows_the_theme_without_being_made_again(qapp: QApplication) -> None:
    style.apply(qapp, "light")
    shown = icon("add")
    light = middle(shown)
    style.apply(qapp, "dark")
    dark = middle(shown)
    style.apply(qapp, "light")
    assert light == style.look().colours[Role.TEXT].lower()
    assert dark != light


def middle(shown: QIcon) -> str:
    return colour_of(shown.pixmap(QSize(24, 24)))


def colour_of(picture: QPixmap) -> str:
    side = picture.width() // 2
    return picture.toImage().pixelColor(side, side).name()


def test_an_icon_is_sharp_on_a_dense_screen(qapp: QApplication) -> None:
    picture = icon("add").pixmap(QSize(20, 20), 2.0)
    assert picture.width() == 40
    assert picture.devicePixelRatio() == 2.0


def test_a_disabled_icon_steps_back(qapp: QApplication) -> None:
    style.apply(qapp, "light")
    quiet = icon("add").pixmap(QSize(24, 24), QIcon.Mode.Disabled)
    assert colour_of(quiet) == style.look().colours[Role.CONTROL_LINE].lower()
