"""Makes files of other programs: CSV, workbooks and contact cards, good and harmful ones."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, Any
from zipfile import ZIP_DEFLATED, ZipFile

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

STRINGS = "xl/sharedStrings.xml"
"""The part of a workbook that holds texts used in several cells."""
HEADINGS = ("Vorname", "Nachname", "Geburtsdatum", "Straße", "Hausnummer", "PLZ", "Ort")
ERNA = ("Erna", "Krüger", "24.11.1938", "Frankfurter Straße", "229", "40595", "Düsseldorf")
OLE = ("Ole", "Sørensen", "1941-05-02", "Am Markt", "7", "40721", "Hilden")


def csv_file(
    folder: Path,
    rows: Sequence[Sequence[str]] = (HEADINGS, ERNA, OLE),
    *,
    encoding: str = "utf-8",
    delimiter: str = ";",
) -> Path:
    """Write rows as they are, without quotation marks."""
    text = "".join(delimiter.join(row) + "\r\n" for row in rows)
    return raw_file(folder, "people.csv", text.encode(encoding))


def raw_file(folder: Path, name: str, content: bytes) -> Path:
    """Write a file."""
    file = folder / name
    file.write_bytes(content)
    return file


def workbook_content(rows: Sequence[Sequence[Any]] = (HEADINGS, ERNA, OLE)) -> bytes:
    """Answer a workbook of one sheet, as Excel would save it."""
    from openpyxl import Workbook  # noqa: PLC0415 - few tests need it

    workbook = Workbook(write_only=True)
    sheet = workbook.create_sheet("Sheet")
    for row in rows:
        sheet.append(list(row))
    content = BytesIO()
    workbook.save(content)
    return content.getvalue()


def workbook_with(parts: Mapping[str, bytes]) -> bytes:
    """Answer a workbook in which some parts are put in or replaced; names are not checked.

    It has shared texts when `parts` bring them, as Excel keeps texts.
    """
    changed = BytesIO()
    with (
        ZipFile(BytesIO(workbook_content())) as kept,
        ZipFile(changed, "w", ZIP_DEFLATED) as archive,
    ):
        for part in kept.namelist():
            if part not in parts:
                archive.writestr(part, _naming(part, kept.read(part), STRINGS in parts))
        for part, data in parts.items():
            archive.writestr(part, data)
    return changed.getvalue()


def _naming(part: str, data: bytes, has_strings: bool) -> bytes:  # noqa: FBT001 - a fact
    """Name the shared texts in the list of parts."""
    if part != "[Content_Types].xml" or not has_strings:
        return data
    kind = b"application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"
    named = b'<Override PartName="/%s" ContentType="%s"/></Types>' % (STRINGS.encode(), kind)
    return data.replace(b"</Types>", named)


def vcard(*lines: str) -> str:
    """Answer a contact card of some properties."""
    return "\r\n".join(("BEGIN:VCARD", "VERSION:3.0", *lines, "END:VCARD", ""))
