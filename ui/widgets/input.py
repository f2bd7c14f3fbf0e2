"""What every input of a form can do, whatever Qt widget it is made of."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, cast, runtime_checkable

from ui.widgets.labels import restyle

if TYPE_CHECKING:
    from PySide6.QtCore import SignalInstance
    from PySide6.QtWidgets import QWidget


class Input(Protocol):
    """An input: it has a value, and its text can be kept as a draft and put back."""

    @property
    def changed(self) -> SignalInstance:
        """Emitted, without arguments, when the user or the program changed what it holds."""

    def text_value(self) -> str:
        """Answer what stands in it as text, finished or not, for drafts."""

    def restore_text(self, text: str) -> None:
        """Put back what `text_value` answered."""

    def set_read_only(self, on: bool) -> None:  # noqa: FBT001 - a property, as in Qt
        """Let the value be seen but not changed."""

    def trouble(self) -> str:
        """Answer a sentence when what was typed cannot be understood, else ""."""


@runtime_checkable
class OfParts(Protocol):
    """An input of several parts that show problems of their own."""

    def show_part_problem(self, place: str, sentence: str) -> None:
        """Show a problem of one part; `place` is what stands behind the first dot of its field."""

    def clear_problems(self) -> None:
        """Take the problems of all parts away."""


def as_widget(field: Input) -> QWidget:
    """Answer the widget that an input is."""
    return cast("QWidget", field)


def mark_problem(widget: QWidget, on: bool) -> None:  # noqa: FBT001 - a property, as in Qt
    """Draw an input with or without the border of a problem."""
    if bool(widget.property("problem")) != on:
        widget.setProperty("problem", on)
        restyle(widget)
