"""Files to hang on a note, harmless and hostile, made in memory."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

PDF = b"%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
PNG = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(17) + b"\0\0\0\0IEND\xaeB`\x82"
JPEG = b"\xff\xd8\xff\xe0\0\x10JFIF\0" + bytes(20) + b"\xff\xd9"
TIFF = b"II*\0" + bytes(20)
WEBP = b"RIFF\x10\0\0\0WEBPVP8 " + bytes(20)
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"


def container(parts: dict[str, bytes]) -> bytes:
    """Answer a zip of these parts."""
    written = BytesIO()
    with ZipFile(written, "w", ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return written.getvalue()


def open_document(more: dict[str, bytes] | None = None, *, kind: str = "text") -> bytes:
    """Answer a document of LibreOffice; `more` are further parts by their names."""
    mime = f"application/vnd.oasis.opendocument.{kind}".encode()
    return container({"mimetype": mime, "content.xml": b"<a/>", **(more or {})})


def word_document(more: dict[str, bytes] | None = None) -> bytes:
    """Answer a document of Word."""
    return container(
        {"[Content_Types].xml": _types(_WORD), "word/document.xml": b"<a/>", **(more or {})}
    )


def sheet_document() -> bytes:
    """Answer a sheet of Excel."""
    return container({"[Content_Types].xml": _types(_SHEET), "xl/workbook.xml": b"<a/>"})


def _types(main: str) -> bytes:
    return f'<Types><Override PartName="/main" ContentType="{main}"/></Types>'.encode()
