"""What a screen offers to be exported: the rows as it shows them, and the columns they have."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
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
    person_of: Callable[[R], UUID | None]
    """Whom a row tells about, so that each of them can be told; None for nobody."""
    is_protected: Callable[[R], bool]
    selection: str = ""
    """What the list is narrowed down to, as a sentence."""
    card: Callable[[R], AddressCard] | None = None
    """Makes an address card of a row, where the rows are people."""
    form: str = "xlsx"
    """The kind of file that is offered first: a value of `ExportFormat`."""
    others_of: Callable[[R], Iterable[UUID]] | None = None
    """Whom else a row tells about, where there can be several."""

    def people_in(self, rows: Sequence[R]) -> list[UUID]:
        """Answer whom rows tell about."""
        found = [person for row in rows if (person := self.person_of(row)) is not None]
        if self.others_of is not None:
            found += [person for row in rows for person in self.others_of(row)]
        return found


def no_person(_row: object) -> None:
    """Answer whom a row tells about, where rows tell about nobody."""


def no_address(_row: object) -> bool:
    """Answer whether an address is protected, where no column says where somebody lives."""
    return False


def given_rows(rows: Sequence[R]) -> Callable[..., Sequence[R]]:
    """Answer a question that rows which are there already answer."""

    def fetch(_connection: object, start: int, count: int) -> Sequence[R]:
        return rows[start : start + count]

    return fetch
