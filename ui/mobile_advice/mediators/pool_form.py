"""A pool of mediators: its own lead time, languages, and who may book it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import uuid4

from app.mobile_advice.mediators.pooling import POOL_FORM, save_pool
from app.mobile_advice.mediators.queries import list_pools
from app.mobile_advice.mediators.rules import PoolDetails
from resources.text import _
from ui.clients.parts_form import PartsForm
from ui.drafts.kept_form import KeptForm
from ui.institutions.institution_picker import InstitutionPicker
from ui.mobile_advice.languages_field import LanguagesField
from ui.widgets.fields import CheckField, DateField, TextField
from ui.widgets.number_field import NumberField
from ui.widgets.short_text_field import ShortTextField

if TYPE_CHECKING:
    from uuid import UUID

    from app.mobile_advice.mediators.queries import PoolRow
    from ui.desk import Desk, Pending

_PLAIN = (
    "name", "languages", "sworn", "phone", "email", "funding_rule", "valid_from", "source",
    "is_active",
)  # fmt: skip


class PoolForm(KeptForm):
    """The form of one pool."""

    def __init__(self, desk: Desk, row: PoolRow | None) -> None:
        """Change a pool as it was read, or add one."""
        super().__init__(desk)
        self._row = row
        self.pool_id = row.id if row is not None else uuid4()
        self._draft = str(row.id) if row is not None else ""
        self.institution = InstitutionPicker(desk)
        self.content = self._build()
        self._fill(row)
        heading = row.name if row is not None else _("New pool")
        self.arrange(self.content, heading, _("Save pool"), POOL_FORM, self._draft, heading)

    def send(self) -> Pending[UUID]:
        """Save the pool."""
        inputs = self.content.inputs
        known: dict[str, Any] = {name: inputs[name].value() for name in _PLAIN}
        details = PoolDetails(
            institution_id=self.institution.value(),
            lead_days=inputs["lead_days"].number(),
            **known,
        )
        version = self._row.version if self._row is not None else 0
        return self.desk.act(save_pool, self.pool_id, version, details, self._draft)

    def ask_newer(self) -> Pending[tuple[PoolRow, ...]]:
        """Ask for the pools as others left them."""
        return self.desk.ask(list_pools)

    def take(self, newer: tuple[PoolRow, ...]) -> None:
        """Show the pool as others left it."""
        self._row = next((row for row in newer if row.id == self.pool_id), self._row)
        self._fill(self._row)

    def _build(self) -> PartsForm:
        form = PartsForm()
        form.put("name", _("Name of the pool"), TextField())
        form.begin_row()
        form.put("lead_days", _("Working days that it needs"), NumberField())
        form.put("valid_from", _("Bookable from"), DateField())
        form.end_row()
        form.put("sworn", "", CheckField(_("Sends sworn interpreters")))
        hint = _("None means that it offers any language.")
        form.put("languages", _("Languages"), LanguagesField(), hint=hint)
        form.begin_row()
        form.put("phone", _("Telephone (optional)"), TextField())
        form.put("email", _("Email (optional)"), TextField())
        form.end_row()
        form.put("institution_id", _("Institution, for its address (optional)"), self.institution)
        form.put("funding_rule", _("Who may book it, and who pays (optional)"), ShortTextField(3))
        form.put("source", _("Where that can be read (optional)"), TextField(2000))
        form.put("is_active", "", CheckField(_("Is offered")))
        return form

    def _fill(self, row: PoolRow | None) -> None:
        today = self.desk.local_now.date()
        details = row.as_details() if row is not None else PoolDetails(valid_from=today)
        inputs = self.content.inputs
        for name in _PLAIN:
            inputs[name].set_value(getattr(details, name))
        inputs["lead_days"].set_number(details.lead_days)
        known = row.institution if row is not None else None
        self.institution.set_record(details.institution_id, known or "")
        self.content.keep()
