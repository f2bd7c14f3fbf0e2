"""Brings about the screens of suitcases."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.widgets.page import Place

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from tests.screenshots.stage import Stage


def show_suitcases(stage: Stage) -> QWidget:
    """Show the list of suitcases."""
    return stage.go_to(Place("suitcase"))


def pack_suitcase(stage: Stage) -> QWidget:
    """Show the form that packs one."""
    window = stage.go_to(Place("suitcase", None, "pack"))
    stage.settle()
    return window


def return_suitcase(stage: Stage) -> QWidget:
    """Show the view that takes one back."""
    window = stage.go_to(Place("suitcase", None, "return"))
    stage.settle()
    return window
