"""Takes over, in a test, what the comparison of two changes proposes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ui.drafts.merge_dialog import MergeDialog


class Compared(Protocol):
    """A form that compares with what others saved."""

    @property
    def merge_dialog(self) -> MergeDialog | None:
        """The comparison, while it is open."""


def comparison(qtbot: QtBot, form: Compared) -> MergeDialog:
    """Wait for the comparison of a form, and answer it."""
    qtbot.waitUntil(lambda: form.merge_dialog is not None)
    dialog = form.merge_dialog
    assert dialog is not None
    return dialog


def take_proposal(qtbot: QtBot, form: Compared) -> None:
    """Press the button of the comparison as it is shown."""
    comparison(qtbot, form).verb_button.click()
