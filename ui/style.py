"""The look in use: roles, sizes and spacing, put on the application as palette and style sheet."""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor

from ui.fonts import BASE_SIZE, base_font, load_first_fonts
from ui.palette import LIGHT, THEMES, Colours, Role, qt_palette
from ui.style_sheet import style_sheet

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

__all__ = [
    "Role",
    "apply",
    "changes",
    "colour",
    "font_size",
    "length",
    "look",
    "margins",
    "row_height",
    "spacing",
]

ROW_HEIGHTS = MappingProxyType({"compact": 28, "normal": 36, "roomy": 44})
"""Height of a one-line table row in pixels at 100 %, by density."""
_SECOND_LINE = 12


@dataclass(frozen=True, slots=True)
class Look:
    """Everything that decides how the program looks."""

    colours: Colours
    scale: float = 1.0
    density: str = "normal"


class _Changes(QObject):
    """Tells who draws for itself that the look is another one."""

    look_changed = Signal()


_FUSION = "is_fusion"
_look = Look(LIGHT)
changes = _Changes()
"""Its `look_changed` is emitted after `apply`."""


def look() -> Look:
    """Answer the look in use."""
    return _look


def apply(
    app: QApplication, theme: str = "system", scale: int = 100, density: str = "normal"
) -> None:
    """Put a look on the application; `scale` is the font scale in percent, 100 to 200."""
    global _look  # noqa: PLW0603 - there is one look for the whole program
    factor = min(200, max(100, scale)) / 100
    _look = Look(_colours(app, theme), factor, density)
    load_first_fonts()
    if not app.property(_FUSION):
        # Asking the application for its style would have Qt make twenty enums: 15 ms.
        app.setStyle("Fusion")
        app.setProperty(_FUSION, True)  # noqa: FBT003 - a property has no name for it
    if app.styleSheet():
        # Putting a sheet in the place of another costs ten times as much as beginning anew.
        app.setStyleSheet("")
    app.setPalette(qt_palette(_look.colours))
    app.setFont(base_font(factor))
    app.setStyleSheet(style_sheet(_look.colours, factor))
    changes.look_changed.emit()


def colour(role: Role) -> QColor:
    """Answer the colour of a role in the theme in use."""
    return QColor(_look.colours[role])


def spacing(pixels: int) -> int:
    """Answer a gap of the 4 px grid; gaps grow half as fast as the font, room is precious."""
    return round(pixels * (1 + (_look.scale - 1) / 2))


def length(pixels: int) -> int:
    """Answer a length that grows as the font does: heights of controls, widths of columns."""
    return round(pixels * _look.scale)


def margins(pixels: int) -> tuple[int, int, int, int]:
    """Answer four equal layout margins."""
    gap = spacing(pixels)
    return gap, gap, gap, gap


def font_size(step: float = 1) -> float:
    """Answer a size of the type scale in points: 0.9, 1, 1.15, 1.4 or 1.8 of the base."""
    return BASE_SIZE * _look.scale * step


def row_height(lines: int = 1) -> int:
    """Answer the height of a table row of one or two lines in pixels."""
    return length(ROW_HEIGHTS.get(_look.density, 36) + (_SECOND_LINE if lines > 1 else 0))


def _colours(app: QApplication, theme: str) -> Colours:
    if theme == "system":
        dark = app.styleHints().colorScheme() == Qt.ColorScheme.Dark
        return THEMES["dark" if dark else "light"]
    return THEMES.get(theme, LIGHT)
