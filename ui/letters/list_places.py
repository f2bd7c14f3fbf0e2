"""How a place says whom letters go to: the list of people as it was narrowed down."""

from __future__ import annotations

from urllib.parse import parse_qs

from app.clients.rules import ClientFilter, PersonStatus, read_narrowing
from app.letters.mass.rules import ListQuery


def read_place(text: str) -> ListQuery:
    """Answer a list; what is not understood is open."""
    parts = {name: values[0] for name, values in parse_qs(text).items()}
    more = read_narrowing(parts)
    kind, status = parts.get("kind", ""), parts.get("status", "")
    return ListQuery(
        ClientFilter(kind) if kind in set(ClientFilter) else ClientFilter.ALL,
        PersonStatus(status) if status in set(PersonStatus) else None,
        parts.get("typed", ""),
        more.area,
        more.speaks,
        more.age_from,
        more.age_to,
        responsible=more.responsible,
    )
