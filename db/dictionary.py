"""What each table holds: its name for people, whose data it is, and how long it is kept."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from app.errors import N_


class Retention(StrEnum):
    """Which rule says when the rows of a table are deleted."""

    CASE = "case"
    """With the client's file, after the period that the office's rules set for closed files."""
    SEARCH = "search"
    """With the row that it makes findable; made again at any time."""
    TYPING = "typing"
    """As soon as the form is saved or thrown away."""
    AUDIT = "audit"
    """With the audit: outlives the file, names no contents."""
    OFFICE = "office"
    """As long as the office exists."""


OFFICE = "office"
"""Says of a table that its rows are about the office, not about a client."""


@dataclass(frozen=True, slots=True)
class TableEntry:
    """One table, as a person who asks what is stored about them may read it."""

    table: str
    title: str
    """English name, translated where it is shown."""
    whose: str
    """The column that leads to the client: "id" on the client's own row, "client_id", or
    "subject" where the record itself leads there; `OFFICE` where no client is meant."""
    retention: Retention


DICTIONARY = (
    TableEntry("area", N_("Districts and quarters"), OFFICE, Retention.OFFICE),
    TableEntry("audit_line", N_("Audit lines"), OFFICE, Retention.AUDIT),
    TableEntry("client", N_("Clients"), "id", Retention.CASE),
    TableEntry("client_language", N_("Spoken languages"), "client_id", Retention.CASE),
    TableEntry("client_name_key", N_("Search words of names"), "client_id", Retention.SEARCH),
    TableEntry("client_note", N_("Notes about clients"), "client_id", Retention.CASE),
    TableEntry("draft", N_("Drafts of forms"), "subject", Retention.TYPING),
    TableEntry("letter", N_("Letters"), "client_id", Retention.CASE),
    TableEntry("office", N_("Office card"), OFFICE, Retention.OFFICE),
    TableEntry("visit", N_("Visits"), "client_id", Retention.CASE),
)
"""Every table of the schema, by name; a test holds it against the models."""
