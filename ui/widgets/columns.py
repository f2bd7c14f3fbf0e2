"""A column of a table: its title and how a row is shown in it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Generic, Literal, TypeVar

from PySide6.QtCore import QCollator, QCollatorSortKey

from ui import formats

if TYPE_CHECKING:
    from collections.abc import Callable

R = TypeVar("R")


@dataclass(frozen=True)
class Column(Generic[R]):
    """How a table shows one fact of each row.

    `text` answers the strong line and `quiet` a second, quieter line below it; `icon` names
    an icon before it, `tone` colours both ("", "primary", "done", "attention", "danger",
    "quiet"). `width` is "content", "stretch" or pixels at 100 %. With `sort`, a click on the
    title sorts by what it answers (`name_key` sorts names as the language does).
    """

    title: str
    text: Callable[[R], str]
    width: int | Literal["content", "stretch"] = "content"
    icon: Callable[[R], str] | None = None
    tone: Callable[[R], str] | None = None
    quiet: Callable[[R], str] | None = None
    align: Literal["left", "right", "center"] = "left"
    strong: bool | Callable[[R], bool] = False
    sort: Callable[[R], Any] | None = None
    least: int = 0
    """Pixels at 100 % that it keeps where room is scarce; the table then scrolls sideways."""
    key: str = ""
    """The name by which a view remembers the column."""


class NameKey:
    """A name that sorts as the language in use does: Danish Å comes last."""

    __slots__ = ("_key",)

    def __init__(self, key: QCollatorSortKey) -> None:
        """Hold the sort key of one name."""
        self._key = key

    def __lt__(self, other: NameKey) -> bool:
        """Answer whether this name comes before the other."""
        return self._key.compare(other._key) < 0

    def __eq__(self, other: object) -> bool:
        """Answer whether both names sort alike."""
        return isinstance(other, NameKey) and self._key.compare(other._key) == 0

    __hash__ = None  # type: ignore[assignment]  # only compared


def name_key(name: str) -> NameKey:
    """Answer what a name sorts by in the language in use."""
    collator = QCollator(formats.locale())
    collator.setNumericMode(True)
    return NameKey(collator.sortKey(name))
