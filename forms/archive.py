"""PDF/UA-1 and PDF/A-2a: what a finished document must also carry for readers and archives."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from forms.pdf import packed, stream, text_string
from resources import read_text, resource

if TYPE_CHECKING:
    from collections.abc import Sequence

    from forms.pdf import PdfFile

PROGRAM = "Nahbar"
_ESCAPED = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True, slots=True)
class About:
    """What a document says about itself; `language` is a BCP 47 tag."""

    title: str
    author: str
    language: str


def add_catalogue(file: PdfFile, about: About, pages: int, tree: int) -> tuple[int, int]:
    """Write what stands above all pages and the structure tree, and describes the document.

    Answers the numbers of the catalogue and of the old description.
    """
    profile = file.add(_colours())
    packet, info_entry = _descriptions(about)
    metadata = file.add(packet)
    info = file.add(info_entry)
    catalogue = file.add(
        (
            f"<</Type/Catalog/Pages {pages} 0 R/Lang({about.language})/MarkInfo<</Marked true>>"
            f"/Metadata {metadata} 0 R/OutputIntents[<</Type/OutputIntent/S/GTS_PDFA1"
            f"/OutputConditionIdentifier(sRGB)/Info(sRGB)/DestOutputProfile {profile} 0 R>>]"
            f"/StructTreeRoot {tree} 0 R/ViewerPreferences<</DisplayDocTitle true>>>>"
        ).encode("ascii")
    )
    return catalogue, info


def add_pages(file: PdfFile, number: int, pages: Sequence[int]) -> None:
    """Write the list of all pages as the object that they call their parent."""
    kids = " ".join(f"{page} 0 R" for page in pages)
    file.put(number, f"<</Type/Pages/Count {len(pages)}/Kids[{kids}]>>".encode("ascii"))


@cache
def _colours() -> bytes:
    """Answer what red, green and blue mean: sRGB."""
    return packed(resource("paper", "sRGB.icc").read_bytes(), "/N 3")


@lru_cache(maxsize=64)
def _descriptions(about: About) -> tuple[bytes, bytes]:
    """Answer the new and the old description; many letters have the same."""
    return stream(_packet(about).encode(), "/Type/Metadata/Subtype/XML"), _info(about)


def _info(about: About) -> bytes:
    """Answer the old description: nothing that the XMP packet does not say too."""
    said = {"Title": about.title, "Author": about.author, "Creator": PROGRAM, "Producer": PROGRAM}
    shown = (f"/{key}{text_string(value)}" for key, value in said.items())
    return f"<<{''.join(shown)}>>".encode("ascii")


def _packet(about: About) -> str:
    """Answer the XMP packet (ISO 16684-1)."""
    return _template().format(
        title=_xml(about.title),
        author=_xml(about.author),
        language=_xml(about.language),
        program=PROGRAM,
        producer=PROGRAM,
    )


def _xml(text: str) -> str:
    return _NOT_XML.sub("\ufffd", text).translate(_ESCAPED)


@cache
def _template() -> str:
    return read_text("paper", "metadata.xmp")
