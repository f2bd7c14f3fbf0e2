"""One step in the form of the office's own steps."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.escalation.rules import CALLS_LABELS, Calls, ChainStep
from resources.text import _
from ui.widgets.fields import CheckField, ChoiceField, TextField
from ui.widgets.number_field import NumberField
from ui.widgets.rows_field import RowForm, RowsField

if TYPE_CHECKING:
    from collections.abc import Mapping

_CODE = "code"


class ChainRow(RowForm[tuple[int, ChainStep]]):
    """Its place, what is done, whom it calls, and how long one waits for an answer."""

    def __init__(self) -> None:
        """Begin empty, as something new that stands last."""
        super().__init__()
        self._code = ""
        self._place, self._wait = NumberField(), NumberField()
        self._title, self._hint = TextField(), TextField()
        calls = [(one, _(words)) for one, words in CALLS_LABELS.items()]
        self._calls: ChoiceField[Calls] = ChoiceField(calls)
        self._danger = CheckField(_("Only with a sign of danger"))
        self.begin_row()
        self.add("place", _("No."), self._place, stretch=1)
        self.add("title", _("What is done"), self._title, stretch=5)
        self.add("wait_minutes", _("Minutes to wait"), self._wait, stretch=3)
        self.end_row()
        self.add("hint", _("What to mind"), self._hint, optional=True)
        self.add("calls", _("Whom it calls"), self._calls)
        self.add("is_for_danger", "", self._danger)

    def texts(self) -> dict[str, str]:
        """Answer what stands in the row, and which step it is."""
        return {**super().texts(), _CODE: self._code}

    def restore(self, texts: Mapping[str, str]) -> None:
        """Put a draft back."""
        self._code = texts.get(_CODE, "")
        super().restore(texts)

    def value(self) -> tuple[int, ChainStep]:
        """Answer the place and the step."""
        step = ChainStep(
            code=self._code or f"own_{self.row_id.hex[:8]}",
            title=self._title.value(),
            hint=self._hint.value(),
            calls=self._calls.value(),
            wait_minutes=self._wait.number() or 0,
            is_for_danger=self._danger.value(),
        )
        place = self._place.number()
        return (_LAST if place is None else place), step

    def fill(self, value: tuple[int, ChainStep]) -> None:
        """Show a step in the language of the window."""
        place, step = value
        self._code = step.code
        self._place.set_number(place)
        self._title.set_value(_(step.title))
        self._hint.set_value(_(step.hint) if step.hint else "")
        self._calls.set_value(step.calls)
        self._wait.set_number(step.wait_minutes)
        self._danger.set_value(step.is_for_danger)

    def focus_first(self) -> None:
        """Go to what is done."""
        self.focus_field("title")


_LAST = 1_000
"""Stands behind every place that anybody types."""


def steps_field() -> RowsField[tuple[int, ChainStep]]:
    """Answer the input of all steps."""
    return RowsField(ChainRow, _("Add step"), _("Take this step away"))
