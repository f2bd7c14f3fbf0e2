"""The form of an assumption: what something costs, or who pays, from a day on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import uuid4

from app.mobile_advice.costs.actions import ITEM_FORM, save_cost_item
from app.mobile_advice.costs.queries import cost_item
from app.mobile_advice.costs.rules import (
    KIND_LABELS,
    SIDE_LABELS,
    CostItemDetails,
    CostKind,
)
from resources.text import _
from ui.clients.parts_form import PartsForm
from ui.drafts.kept_form import KeptForm
from ui.widgets.decimal_field import DecimalField
from ui.widgets.fields import ChoiceField, DateField, TextField
from ui.widgets.number_field import NumberField

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from PySide6.QtWidgets import QWidget

    from app.mobile_advice.costs.rules import Item
    from ui.desk import Desk, Pending

_PLAIN = ("title", "side", "kind", "valid_from", "valid_until", "source")


class ItemFields(PartsForm):
    """Months are asked for only where something is paid once."""

    def __init__(self, item: Item | None, today: date) -> None:
        """Show an assumption, or a new one that holds from this year on."""
        super().__init__()
        self.put("title", _("What it is"), TextField())
        self.begin_row()
        sides = [(side.value, _(words)) for side, words in SIDE_LABELS.items()]
        self.put("side", _("Cost or funding"), ChoiceField(sides))
        self.put("amount", _("Amount"), DecimalField(2))
        kinds = [(kind.value, _(words)) for kind, words in KIND_LABELS.items()]
        self.put("kind", _("For"), ChoiceField(kinds))
        self.end_row()
        hint = _("Such as a vehicle that is written off over eight years: 96.")
        self.put("spread_months", _("Spread over months (optional)"), NumberField(), hint=hint)
        self.begin_row()
        self.put("valid_from", _("Valid from"), DateField())
        self.put("valid_until", _("Valid until (optional)"), DateField())
        self.end_row()
        hint = _("An invoice, an offer, a decision, and of which day.")
        self.put("source", _("Where the amount comes from"), TextField(), hint=hint)
        self.inputs["valid_from"].set_value(today.replace(month=1, day=1))
        self.inputs["kind"].changed.connect(self._on_kind_changed)
        if item is not None:
            self.fill(item)
        self._on_kind_changed()
        self.keep()

    def fill(self, item: Item) -> None:
        """Show an assumption."""
        for name in _PLAIN:
            self.inputs[name].set_value(getattr(item, name))
        self.inputs["amount"].set_parts(item.amount)
        self.inputs["spread_months"].set_number(item.spread_months or None)
        self.keep()

    def value(self) -> CostItemDetails:
        """Answer what the fields say."""
        known: dict[str, Any] = {name: self.inputs[name].value() for name in _PLAIN}
        is_once = known["kind"] == CostKind.ONCE
        return CostItemDetails(
            amount=self.inputs["amount"].parts(),
            spread_months=self.inputs["spread_months"].number() if is_once else None,
            **known,
        )

    def _on_kind_changed(self) -> None:
        is_once = self.inputs["kind"].value() == CostKind.ONCE
        self.field("spread_months").setVisible(is_once)


class ItemForm(KeptForm):
    """The form of one assumption, new, known, or in the place of an older one."""

    def __init__(
        self,
        desk: Desk,
        item: Item | None,
        parent: QWidget | None = None,
        *,
        is_later: bool = False,
    ) -> None:
        """Change an assumption, begin a new one, or a later amount of one (`is_later`)."""
        super().__init__(desk, parent)
        is_known = item is not None and not is_later
        self.item_id = item.id if item is not None and is_known else uuid4()
        self._version = item.version if item is not None and is_known else 0
        self._code = item.code if item is not None else ""
        self.is_new = not is_known
        today = desk.local_now.date()
        self.content = ItemFields(item, today)
        if is_later:
            self.content.inputs["valid_from"].set_value(today)
        heading = item.title if item is not None else _("New assumption")
        draft = str(self.item_id) if is_known else ""
        self.arrange(self.content, heading, _("Save assumption"), ITEM_FORM, draft, heading)

    def send(self) -> Pending[UUID]:
        """Save the assumption."""
        details = self.content.value()
        return self.desk.act(save_cost_item, self.item_id, self._version, details, self._code)

    def ask_newer(self) -> Pending[Item | None]:
        """Ask for the assumption as others left it."""
        return self.desk.ask(cost_item, self.item_id)

    def take(self, newer: Item) -> None:
        """Show the assumption as others left it."""
        self._version = newer.version
        self.content.fill(newer)
