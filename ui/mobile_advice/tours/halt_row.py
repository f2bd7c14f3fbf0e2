"""The row of a stop in the form of a day: where, when, how many counters, or why not."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import UUID

from app.mobile_advice.tours.rules import HaltDetails
from resources.text import _
from ui.mobile_advice.tours.part_rows import stop_options
from ui.widgets.fields import CheckField, ChoiceField, TextField, TimeField
from ui.widgets.number_field import NumberField
from ui.widgets.rows_field import RowForm

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from app.mobile_advice.tours.rows import StopRow


class HaltRowForm(RowForm[HaltDetails]):
    """A stop that is cancelled says why; its key stays, for people are booked there."""

    def __init__(self, stops: Sequence[StopRow]) -> None:
        """Offer stops."""
        super().__init__()
        self._id: UUID | None = None
        self.inputs: dict[str, Any] = {
            "stop_id": ChoiceField(stop_options(stops)),
            "start": TimeField(),
            "end": TimeField(),
            "is_cancelled": CheckField(_("Cancelled on this day")),
            "reason": TextField(),
        }
        self.counters = NumberField()
        # The form stands beside the month: names of stops need a line of their own.
        self.add("stop_id", _("Stop"), self.inputs["stop_id"])
        self.begin_row()
        self.add("start", _("From"), self.inputs["start"])
        self.add("end", _("Until"), self.inputs["end"])
        self.add("counters", _("Counters"), self.counters)
        self.end_row()
        self.begin_row()
        self.add("is_cancelled", "", self.inputs["is_cancelled"])
        self.add("reason", _("Reason"), self.inputs["reason"])
        self.end_row()
        self.counters.set_number(1)
        self.inputs["is_cancelled"].changed.connect(self._show_what_matters)
        self._show_what_matters()

    def value(self) -> HaltDetails:
        """Answer what the row says."""
        known = {name: field.value() for name, field in self.inputs.items()}
        return HaltDetails(**known, counters=self.counters.number(), id=self._id)

    def fill(self, value: HaltDetails) -> None:
        """Show a stop."""
        self._id = value.id
        for name, field in self.inputs.items():
            field.set_value(getattr(value, name))
        self.counters.set_number(value.counters)
        self._show_what_matters()

    def texts(self) -> dict[str, str]:
        """Answer what stands in the row, with the key of the stop on that day."""
        return {**super().texts(), "halt": str(self._id or "")}

    def restore(self, texts: Mapping[str, str]) -> None:
        """Put a draft back."""
        super().restore({name: text for name, text in texts.items() if name != "halt"})
        try:
            self._id = UUID(texts.get("halt", ""))
        except ValueError:
            self._id = None

    def _show_what_matters(self) -> None:
        self.field("reason").setVisible(self.inputs["is_cancelled"].value())
