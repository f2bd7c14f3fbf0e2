"""Filling a screen without laying it out for every part of it that comes or goes."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QWidget

_LEVELS = 8
"""How far the news of a change may have to go, from a word in a card up to the page."""


@contextmanager
def laid_out_once(*widgets: QWidget | None) -> Iterator[None]:
    """Let nothing be laid out in some widgets meanwhile: they are afterwards, once.

    Qt lays out all parents of a widget at the moment when it is shown in a window that is in
    sight. While their layouts rest they only note that there is something to do.
    """
    layouts = [
        layout
        for widget in widgets
        if widget is not None and (layout := widget.layout()) is not None
    ]
    for layout in layouts:
        layout.setEnabled(False)
    try:
        yield
    finally:
        for layout in layouts:
            layout.setEnabled(True)


def lay_out_now() -> None:
    """Lay out at once whatever waits for it, so that the first paint is the last.

    Each layout only tells the one around it that it has changed, with an event. Left alone,
    the page is painted while the news is still on its way up, and again when it has arrived.
    """
    for _each in range(_LEVELS):
        QCoreApplication.sendPostedEvents(None, int(QEvent.Type.LayoutRequest))
