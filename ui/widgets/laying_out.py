"""Filling a screen without laying it out for every part of it that comes or goes."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QWidget


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
