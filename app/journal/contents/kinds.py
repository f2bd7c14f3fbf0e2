"""The kinds of files that are kept, each with its words and the ends of its names."""

from __future__ import annotations

from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING

from app.errors import N_

if TYPE_CHECKING:
    from collections.abc import Mapping


class ContentKind(StrEnum):
    """What a file is by its contents."""

    PDF = "pdf"
    PNG = "png"
    JPEG = "jpeg"
    TIFF = "tiff"
    WEBP = "webp"
    TEXT = "text"
    ODT = "odt"
    ODS = "ods"
    DOCX = "docx"
    XLSX = "xlsx"


KIND_WORDS: Mapping[ContentKind, str] = MappingProxyType(
    {
        ContentKind.PDF: N_("PDF document"),
        ContentKind.PNG: N_("Picture"),
        ContentKind.JPEG: N_("Picture"),
        ContentKind.TIFF: N_("Picture"),
        ContentKind.WEBP: N_("Picture"),
        ContentKind.TEXT: N_("Text"),
        ContentKind.ODT: N_("Text document"),
        ContentKind.ODS: N_("Spreadsheet"),
        ContentKind.DOCX: N_("Text document"),
        ContentKind.XLSX: N_("Spreadsheet"),
    }
)
"""What a kind is called, in English."""

NAME_ENDS: Mapping[ContentKind, tuple[str, ...]] = MappingProxyType(
    {
        ContentKind.PDF: (".pdf",),
        ContentKind.PNG: (".png",),
        ContentKind.JPEG: (".jpg", ".jpeg"),
        ContentKind.TIFF: (".tif", ".tiff"),
        ContentKind.WEBP: (".webp",),
        ContentKind.TEXT: (".txt", ".csv", ".md", ".log"),
        ContentKind.ODT: (".odt",),
        ContentKind.ODS: (".ods",),
        ContentKind.DOCX: (".docx",),
        ContentKind.XLSX: (".xlsx",),
    }
)
"""How names of a kind end; the first is added to a name that ends otherwise."""
