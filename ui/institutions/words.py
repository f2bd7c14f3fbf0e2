"""How institutions and their contact persons are said on screens."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from app.clients.rules import show_phone
from app.institutions.rules import InstitutionKind
from app.institutions.rules.lists import KINDS
from resources.text import _
from ui import formats
from ui.codes.code_book import book

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from app.institutions.queries import InstitutionRow

_ICONS: Mapping[str, str] = MappingProxyType(
    {
        InstitutionKind.HOUSING: "home",
        InstitutionKind.ADVICE: "clients",
        InstitutionKind.PRACTICE: "heart",
        InstitutionKind.PHARMACY: "heart",
        InstitutionKind.CARE: "heart",
        InstitutionKind.PSYCHIATRY: "heart",
    }
)


def kind_words(kind: str) -> str:
    """Answer the words of a kind."""
    return book.word(KINDS, kind)


def kind_icon(kind: str) -> str:
    """Answer the icon of a kind."""
    return _ICONS.get(kind, "office")


def whole_name(name: str, parent_name: str) -> str:
    """Answer the name of an institution, a department's with that of its association."""
    return f"{name} · {parent_name}" if parent_name else name


def row_line(row: InstitutionRow) -> str:
    """Answer the quiet line below a name in lists: association, kind and town."""
    town = f"{row.postal_code} {row.city}".strip()
    return " · ".join(filter(None, (row.parent_name or kind_words(row.kind), town)))


def row_phone(row: InstitutionRow) -> str:
    """Answer the phone number as people write it at home."""
    return show_phone(row.phone, row.country)


def validity_words(first: date | None, last: date | None) -> str:
    """Answer a validity such as "from 1 May 2026 until 30 June 2026"; "" without one."""
    if first and last:
        words = _("from {first} until {last}")
        return words.format(first=formats.show_day(first), last=formats.show_day(last))
    if first:
        return _("from {day}").format(day=formats.show_day(first))
    return _("until {day}").format(day=formats.show_day(last)) if last else ""
