"""Fourth step of making an office: the recovery key, large, to be printed or written down."""

from __future__ import annotations

from PySide6.QtCore import Signal

from resources.text import _
from ui.admin.recovery_key_view import RecoveryKeyView
from ui.admin.step_page import STEPS, StepPage


class RecoveryStep(StepPage):
    """Shows the recovery key; the next step proves that it was kept."""

    print_wanted = Signal()
    save_wanted = Signal()

    def __init__(self, number: int = 4, of: int = STEPS) -> None:
        """Begin without a key."""
        super().__init__(
            number,
            _("Keep the recovery key"),
            _(
                "If the passphrase is forgotten or the computer breaks, this key is the only "
                "way to your data. Print it or write it down, and lock it away where you keep "
                "important papers. Nobody else has it."
            ),
            of=of,
            onward=_("I have it on paper"),
        )
        self.view = RecoveryKeyView()
        self.view.print_wanted.connect(self.print_wanted)
        self.view.save_wanted.connect(self.save_wanted)
        self.column.addWidget(self.view)
        self.finish_column()

    def begin(self) -> None:
        """Come to this step."""
        self.view.print_button.setFocus()
