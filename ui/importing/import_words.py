"""How a list on its way into the office is said on screens."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.clients.rules import full_name, show_phone
from app.clients.rules.addresses import address_lines
from app.exchange.reading import Kind
from resources.text import _, ngettext, pgettext

if TYPE_CHECKING:
    from app.clients.rules import ClientDetails
    from app.exchange.reading import Source, TypedTable

_ENCODINGS = {
    "utf-8": "UTF-8", "utf-8-sig": "UTF-8", "utf-16": "UTF-16", "cp1252": "Windows-1252",
}  # fmt: skip
_EXAMPLES = 3
_LONGEST_EXAMPLE = 24


def table_words(table: TypedTable) -> str:
    """Answer what was read: "1,234 rows · CSV, parted by semicolons, Windows-1252"."""
    rows = ngettext("{count} row", "{count} rows", len(table.rows))
    return f"{rows} · {_source_words(table.source)}"


def _source_words(source: Source) -> str:
    if source.kind is Kind.WORKBOOK:
        return _("Excel, sheet “{sheet}”").format(sheet=source.sheet)
    encoding = _ENCODINGS.get(source.encoding, source.encoding)
    if source.kind is Kind.CONTACTS:
        return _("contact cards, {encoding}").format(encoding=encoding)
    parted = {
        ";": _("CSV, parted by semicolons, {encoding}"),
        ",": _("CSV, parted by commas, {encoding}"),
        "\t": _("CSV, parted by tabs, {encoding}"),
        "|": _("CSV, parted by upright lines, {encoding}"),
    }
    return parted[source.delimiter].format(encoding=encoding)


def column_title(table: TypedTable, at: int) -> str:
    """Answer the heading of a column; one without a heading is told by its number."""
    return table.headers[at] or _("Column {number}, no heading").format(number=at + 1)


def column_examples(table: TypedTable, at: int) -> str:
    """Answer the first different cells of a column."""
    found: dict[str, None] = {}
    for row in table.rows:
        if cell := " ".join(row[at].split()):
            found[cell if len(cell) <= _LONGEST_EXAMPLE else f"{cell[:_LONGEST_EXAMPLE]}…"] = None
        if len(found) == _EXAMPLES:
            break
    return " · ".join(found) or pgettext("column", "Empty")


def name_words(details: ClientDetails) -> str:
    """Answer the name in a form."""
    return full_name(details.given_name, details.family_name)


def address_words(details: ClientDetails) -> str:
    """Answer the address in a form in one line."""
    return ", ".join(address_lines(details.address))


def way_words(details: ClientDetails) -> str:
    """Answer phones and e-mail of a form in one line."""
    phones = (show_phone(phone, details.country) for phone in (details.phone, details.mobile))
    return " · ".join(filter(None, (*phones, details.email)))
