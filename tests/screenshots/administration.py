"""Screens of the administration that a place alone does not bring about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.widgets.page import Place

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from tests.screenshots.stage import Stage


def show_chain(stage: Stage) -> QWidget:
    """Show the chain after a check."""
    from ui.audit.audit_page import AuditView  # noqa: PLC0415 - made with the window

    window = stage.go_to(Place("audit"))
    stage.settle()
    for page in window.findChildren(AuditView):
        page.tabs.setCurrentIndex(1)
        page.chain.check()
    stage.settle()
    return window
