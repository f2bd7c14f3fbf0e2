"""The choice to let the keyring of this computer remember a password; only where it can."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.admin.keyrings import has_trusted_keyring
from resources.text import _
from ui.style import spacing
from ui.widgets.fields import CheckField
from ui.widgets.labels import quiet

if TYPE_CHECKING:
    from ui.desk import Desk


class KeyringChoice(QWidget):
    """Hidden until a trusted keyring has answered."""

    def __init__(self, desk: Desk) -> None:
        """Ask whether there is a keyring that can be trusted."""
        super().__init__()
        self.check = CheckField(_("Remember the password in this computer's keyring"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(spacing(4))
        column.addWidget(self.check)
        column.addWidget(quiet(_("Not on a computer that others use with the same login as you.")))
        self.hide()
        desk.run(has_trusted_keyring).then(self._on_known)

    def value(self) -> bool:
        """Answer whether the password is to be remembered."""
        return self.check.value()

    def _on_known(self, has_keyring: bool) -> None:  # noqa: FBT001 - a slot
        self.setVisible(has_keyring)
