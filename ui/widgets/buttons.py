"""Buttons: a verb on each; one primary button on a screen at most."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QAbstractButton, QPushButton, QToolButton

from ui.icons import icon as icon_named
from ui.palette import Role
from ui.style import length, spacing


def primary_button(text: str, icon: str = "") -> QPushButton:
    """Answer the button for what most people want to do here."""
    return _button(text, "primary", icon, Role.ON_PRIMARY)


def plain_button(text: str, icon: str = "") -> QPushButton:
    """Answer a button for another thing that can be done."""
    return _button(text, "plain", icon, Role.TEXT)


def quiet_button(text: str, icon: str = "") -> QPushButton:
    """Answer a button that looks like a link, such as the action of a card."""
    return _button(text, "quiet", icon, Role.PRIMARY)


def danger_button(text: str, icon: str = "") -> QPushButton:
    """Answer a button that takes something away."""
    return _button(text, "danger", icon, Role.DANGER)


def icon_button(icon: str, name: str, role: Role = Role.TEXT) -> QToolButton:
    """Answer a button of one icon; `name` is its tooltip and accessible name."""
    button = QToolButton()
    button.setIcon(icon_named(icon, role))
    button.setIconSize(icon_size())
    button.setToolTip(name)
    button.setAccessibleName(name)
    button.setMinimumSize(length(30), length(30))
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    button.setCursor(Qt.CursorShape.PointingHandCursor)
    return button


def reword(button: QAbstractButton, name: str, *, tip: str = "") -> None:
    """Give a button another name, and words too unless it shows only an icon.

    What is the same already stays untouched: a reader of the screen would say it again.
    """
    if name != button.accessibleName():
        if isinstance(button, QPushButton):
            button.setText(name.replace("&", "&&"))
        button.setAccessibleName(name)
    if tip and tip != button.toolTip():
        button.setToolTip(tip)


def icon_size() -> QSize:
    """Answer the size of icons beside text, in logical pixels."""
    return QSize(length(18), length(18))


def _button(text: str, kind: str, icon: str, role: Role) -> QPushButton:
    button = QPushButton(text.replace("&", "&&"))
    button.setProperty("kind", kind)
    button.setAccessibleName(text)
    button.setAutoDefault(False)
    button.setCursor(Qt.CursorShape.PointingHandCursor)
    if icon:
        button.setIcon(icon_named(icon, role))
        button.setIconSize(QSize(length(18) + spacing(4), length(18)))
    return button
