"""Takes over, in a test, what the comparison of two changes proposes."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ui.drafts.kept_form import KeptForm
    from ui.drafts.merge_dialog import MergeDialog


def comparison(qtbot: QtBot, form: KeptForm) -> MergeDialog:
    """Wait for the comparison of a form, and answer it."""
    qtbot.waitUntil(lambda: form.merge_dialog is not None)
    dialog = form.merge_dialog
    assert dialog is not None
    return dialog


def take_proposal(qtbot: QtBot, form: KeptForm) -> None:
    """Press the button of the comparison as it is shown."""
    comparison(qtbot, form).verb_button.click()
