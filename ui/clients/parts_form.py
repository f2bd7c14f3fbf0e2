"""A form in parts that open and close; what the parts of a person's form build upon."""

from __future__ import annotations

from typing import Any

from ui.widgets.banner import Banner
from ui.widgets.form import Form
from ui.widgets.section import Section


class PartsForm(Form):
    """Its inputs are known by the names that the details have for them."""

    def __init__(self) -> None:
        """Begin without parts."""
        super().__init__()
        self.inputs: dict[str, Any] = {}
        self.parts: list[Section] = []
        self.ruled_out = Banner("attention", "")
        """Names the planned visits that a new status rules out."""

    def put(self, name: str, label: str, field: Any, hint: str = "", stretch: int = 1) -> None:  # noqa: ANN401 - any input
        """Add an input."""
        self.inputs[name] = field
        self.add(name, label, field, hint=hint, stretch=stretch)

    def begin_part(self, title: str, *, is_open: bool) -> None:
        """Begin a part that opens and closes."""
        self.parts.append(Section(title, is_open=is_open))
        self.begin_section(self.parts[-1])
