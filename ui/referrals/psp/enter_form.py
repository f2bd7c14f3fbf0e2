"""Opening a group: whoever does says once more who they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.errors import N_, Problem, Refused
from app.referrals.psp.entering import open_group
from resources.text import _
from ui.desk_contracts import Asked
from ui.referrals.psp.apart_form import ApartForm
from ui.widgets.fields import PasswordField
from ui.widgets.form import Form
from ui.widgets.labels import text

if TYPE_CHECKING:
    from uuid import UUID

    from app.referrals.psp.rows import GroupRow
    from ui.desk import Desk, Pending

NO_OFFICE = N_("No office is open here that could be asked who you are.")


class EnterForm(ApartForm):
    """Asks for passphrase or password first, then for the group."""

    def __init__(self, desk: Desk, group: GroupRow, asked: Asked) -> None:
        """Open a group; `asked` is what its office is opened with."""
        super().__init__(desk)
        self.group = group
        self.typed = PasswordField()
        words = {
            Asked.RECOVERY_KEY: _("Recovery key of this office"),
            Asked.PASSWORD: _("Your password on the server"),
        }
        fields = Form()
        fields.add("typed", words.get(asked, _("Passphrase of this office")), self.typed)
        why = text(
            _(
                "What a group holds is read by its members alone, and each look is put on"
                " record. Please say once more who you are."
            )
        )
        self.arrange(fields, _("Open {group}").format(group=group.name), _("Open group"), why)
        self.ending.close_button.setText(_("Back"))
        self.typed.returnPressed.connect(self.save)

    def save(self) -> None:
        """Have what is typed compared, then open the group."""
        if not self.ending.may_save():
            return
        self.fields.clear_problems()
        if self.desk.proof is None:
            self.fields.show_problems((Problem(NO_OFFICE, "typed"),))
            return
        self.ending.show_busy()
        pending = self.desk.run(self.desk.proof.check, self.typed.value())
        pending.then(self._on_proved).if_refused(self._on_refused)
        pending.if_unavailable(self._on_unavailable)

    def leave(self) -> None:
        """Go away: what was typed is forgotten."""
        self.typed.set_value("")
        self.left.emit()

    def send(self) -> Pending[UUID]:
        """Open the group."""
        return self.desk.act(open_group, self.group.id)

    def _on_refused(self, refused: Refused) -> None:
        """Say why it did not open, ready to type again."""
        super()._on_refused(refused)
        self.typed.setFocus()
        self.typed.selectAll()

    def _on_proved(self, _nothing: None) -> None:
        self.typed.set_value("")
        pending = self.send().then(self._on_saved).if_refused(self._on_refused)
        pending.if_unavailable(self._on_unavailable)
