"""Visits as the database tells them: each fact is converted when somebody looks at it.

A month of a busy office has thousands of visits and shows a tenth of them. Converting every id
and every time of day would take longer than asking and painting together.
"""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any
from uuid import UUID

from app.text_rules import full_name
from app.visiting.rows import VisitRow
from app.visiting.rules import NotHeldReason, Place, VisitKind, VisitStatus

if TYPE_CHECKING:
    from collections.abc import Sequence

_PLACES = {place.value: place for place in Place}
_KINDS = {kind.value: kind for kind in VisitKind}
_STATUSES = {status.value: status for status in VisitStatus}
_REASONS = {reason.value: reason for reason in NotHeldReason}


class RawVisit(VisitRow):
    """A `VisitRow` over a row of `statements.RAW`, in the order of `VISIT_COLUMNS`."""

    __slots__ = ("_raw",)
    _raw: Sequence[Any]

    def __init__(self, raw: Sequence[Any]) -> None:
        """Stand on a row."""
        object.__setattr__(self, "_raw", raw)

    @property
    def id(self) -> UUID:
        """See `VisitRow`."""
        return _uuid(self._raw[0])

    @property
    def version(self) -> int:
        """See `VisitRow`."""
        version: int = self._raw[1]
        return version

    @property
    def client_id(self) -> UUID:
        """See `VisitRow`."""
        return _uuid(self._raw[2])

    @property
    def client_name(self) -> str:
        """See `VisitRow`."""
        return full_name(self._raw[3], self._raw[4])

    @property
    def given_name(self) -> str:
        """The first name of the person who is visited, or the whole name where it has none."""
        given: str = self._raw[3]
        return given.strip() or self.client_name

    @property
    def visitor(self) -> str:
        """See `VisitRow`."""
        visitor: str = self._raw[5]
        return visitor

    @property
    def start(self) -> datetime:
        """See `VisitRow`."""
        return _moment(self._raw[6])

    @property
    def end(self) -> datetime:
        """See `VisitRow`."""
        return _moment(self._raw[7])

    @property
    def place(self) -> Place:
        """See `VisitRow`."""
        return _PLACES[self._raw[8]]

    @property
    def status(self) -> VisitStatus:
        """See `VisitRow`."""
        return _STATUSES[self._raw[9]]

    @property
    def reason(self) -> NotHeldReason | None:
        """See `VisitRow`."""
        return _REASONS.get(self._raw[10])

    @property
    def kind(self) -> VisitKind:
        """See `VisitRow`."""
        return _KINDS[self._raw[11]]

    @property
    def series_id(self) -> UUID | None:
        """See `VisitRow`."""
        return None if self._raw[12] is None else _uuid(self._raw[12])

    @property
    def instead_of(self) -> str:
        """See `VisitRow`."""
        name: str = self._raw[13]
        return name

    @property
    def visitor_id(self) -> UUID | None:
        """See `VisitRow`."""
        return None if self._raw[14] is None else _uuid(self._raw[14])


def _uuid(value: str | UUID) -> UUID:
    """Answer an id: SQLite keeps them as text, PostgreSQL as what they are."""
    return value if isinstance(value, UUID) else UUID(value)


def _moment(value: str | datetime) -> datetime:
    return value if isinstance(value, datetime) else datetime.fromisoformat(value)
