"""What a screen offers to be exported: the rows as it shows them, and the columns they have."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from uuid import UUID

    from app.exchange.writing.columns import ExportColumn
    from app.exchange.writing.vcard_writer import AddressCard

R = TypeVar("R")


@dataclass(frozen=True)
class ExportOffer(Generic[R]):
    """A list in its present filter and order: all of its rows, not only those in sight."""

    list_name: str
    """Feature word of the list, such as "clients"."""
    title: str
    count: int
    columns: tuple[ExportColumn[R], ...]
    """All columns that can be chosen."""
    chosen: tuple[str, ...]
    """Keys of the columns that are shown now."""
    fetch: Callable[..., Sequence[R]]
    """A question to the office: answers so many rows from a place on."""
    person_of: Callable[[R], UUID]
    is_protected: Callable[[R], bool]
    selection: str = ""
    """What the list is narrowed down to, as a sentence."""
    card: Callable[[R], AddressCard] | None = None
    """Makes an address card of a row, where the rows are people."""
    form: str = "xlsx"
    """The kind of file that is offered first: a value of `ExportFormat`."""


def given_rows(rows: Sequence[R]) -> Callable[..., Sequence[R]]:
    """Answer a question that rows which are there already answer."""

    def fetch(_connection: object, start: int, count: int) -> Sequence[R]:
        return rows[start : start + count]

    return fetch
