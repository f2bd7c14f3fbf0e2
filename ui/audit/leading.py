"""Where an audit line leads: to the record that it names, or to the page of its part."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.widgets.page import Place

if TYPE_CHECKING:
    from app.audit.queries import AuditEntry

_OWN_PAGES = frozenset({"visiting", "letters", "tasks", "intake", "institutions"})
"""Features whose page shows a record by its key."""
_PAGES = {
    "access": "members",
    "admin": "office",
    "areas": "areas",
    "codes": "codes",
    "custom": "custom",
    "importing": "import",
    "linking": "duplicates",
    "privacy": "keeping",
    "households": "households",
}
_TABS = {"consent": "consent"}


def place_of(entry: AuditEntry) -> Place | None:
    """Answer where a line leads; None where it tells of nothing that a page shows."""
    for record in entry.records:
        if record.record is not None and record.person_id is not None:
            if record.feature in _OWN_PAGES:
                return Place(record.feature, record.record)
            return Place("clients", record.person_id, _doing(record.feature, record.record))
        if record.record is not None and record.feature == "institutions":
            return Place("institutions", record.record)
    page = _PAGES.get(entry.feature)
    return None if page is None else Place(page)


def _doing(feature: str, record: object) -> str:
    return f"journal {record}" if feature == "journal" else _TABS.get(feature, "")
