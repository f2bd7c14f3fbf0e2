"""The colours of the three themes by role, and the Qt palette they make."""

from __future__ import annotations

from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING

from PySide6.QtGui import QColor, QPalette

if TYPE_CHECKING:
    from collections.abc import Mapping


class Role(StrEnum):
    """What a colour is for; widgets name roles, never colours."""

    WINDOW = "window"
    SURFACE = "surface"
    RAISED = "raised"
    HOVER = "hover"
    LINE = "line"
    CONTROL_LINE = "control_line"
    TEXT = "text"
    QUIET = "quiet"
    PRIMARY = "primary"
    PRIMARY_HOVER = "primary_hover"
    PRIMARY_TINT = "primary_tint"
    ON_PRIMARY = "on_primary"
    ATTENTION = "attention"
    ATTENTION_TINT = "attention_tint"
    DANGER = "danger"
    DANGER_TINT = "danger_tint"
    DONE = "done"
    DONE_TINT = "done_tint"
    FOCUS = "focus"
    SELECTION = "selection"
    ON_SELECTION = "on_selection"


Colours = MappingProxyType[Role, str]


def _theme(**colours: str) -> Colours:
    return MappingProxyType({role: colours[role.value] for role in Role})


LIGHT = _theme(
    window="#F6F4F1",
    surface="#FFFFFF",
    raised="#FBFAF8",
    hover="#F1EEEA",
    line="#E2DED8",
    control_line="#87837B",
    text="#22272B",
    quiet="#5A6269",
    primary="#0B5C63",
    primary_hover="#084A50",
    primary_tint="#E2EEEE",
    on_primary="#FFFFFF",
    attention="#8A5A00",
    attention_tint="#FCF3E0",
    danger="#A3262E",
    danger_tint="#FBEAEA",
    done="#2F6B3C",
    done_tint="#E7F2E8",
    focus="#0E7C86",
    selection="#D5E7E8",
    on_selection="#22272B",
)
DARK = _theme(
    window="#1C2022",
    surface="#24292C",
    raised="#2A3033",
    hover="#30373B",
    line="#3A4246",
    control_line="#87929A",
    text="#ECEEEF",
    quiet="#AEB7BC",
    primary="#6CC3C9",
    primary_hover="#8AD3D8",
    primary_tint="#21393C",
    on_primary="#0D2023",
    attention="#E8B95F",
    attention_tint="#3A3220",
    danger="#F29A98",
    danger_tint="#432A2B",
    done="#8CCB9A",
    done_tint="#26392B",
    focus="#8FD9DE",
    selection="#2B4B4F",
    on_selection="#ECEEEF",
)
CONTRAST = _theme(
    window="#000000",
    surface="#000000",
    raised="#000000",
    hover="#2B2B2B",
    line="#FFFFFF",
    control_line="#FFFFFF",
    text="#FFFFFF",
    quiet="#FFFFFF",
    primary="#FFFF00",
    primary_hover="#FFFFFF",
    primary_tint="#2B2B00",
    on_primary="#000000",
    attention="#FFFF00",
    attention_tint="#000000",
    danger="#FFFF00",
    danger_tint="#000000",
    done="#FFFFFF",
    done_tint="#000000",
    focus="#FFFF00",
    selection="#FFFF00",
    on_selection="#000000",
)

THEMES: Mapping[str, Colours] = MappingProxyType(
    {"light": LIGHT, "dark": DARK, "contrast": CONTRAST}
)
"""The themes by the word that the settings keep; "system" chooses light or dark."""

_QT_ROLES = (
    (QPalette.ColorRole.Window, Role.WINDOW),
    (QPalette.ColorRole.WindowText, Role.TEXT),
    (QPalette.ColorRole.Base, Role.SURFACE),
    (QPalette.ColorRole.AlternateBase, Role.RAISED),
    (QPalette.ColorRole.Text, Role.TEXT),
    (QPalette.ColorRole.Button, Role.SURFACE),
    (QPalette.ColorRole.ButtonText, Role.TEXT),
    (QPalette.ColorRole.BrightText, Role.ON_PRIMARY),
    (QPalette.ColorRole.PlaceholderText, Role.QUIET),
    (QPalette.ColorRole.Highlight, Role.SELECTION),
    (QPalette.ColorRole.HighlightedText, Role.ON_SELECTION),
    (QPalette.ColorRole.Accent, Role.PRIMARY),
    (QPalette.ColorRole.Link, Role.PRIMARY),
    (QPalette.ColorRole.LinkVisited, Role.PRIMARY),
    (QPalette.ColorRole.ToolTipBase, Role.RAISED),
    (QPalette.ColorRole.ToolTipText, Role.TEXT),
    (QPalette.ColorRole.Light, Role.RAISED),
    (QPalette.ColorRole.Midlight, Role.LINE),
    (QPalette.ColorRole.Mid, Role.LINE),
    (QPalette.ColorRole.Dark, Role.CONTROL_LINE),
    (QPalette.ColorRole.Shadow, Role.CONTROL_LINE),
)


def qt_palette(colours: Colours) -> QPalette:
    """Answer the Qt palette of a theme, for the parts that Qt draws itself."""
    palette = QPalette()
    for qt_role, role in _QT_ROLES:
        palette.setColor(qt_role, QColor(colours[role]))
    quiet = QColor(colours[Role.QUIET])
    for qt_role in (
        QPalette.ColorRole.WindowText,
        QPalette.ColorRole.Text,
        QPalette.ColorRole.ButtonText,
    ):
        palette.setColor(QPalette.ColorGroup.Disabled, qt_role, quiet)
    return palette
