"""PDF/UA-1 and PDF/A-2a: what a finished document must also carry for readers and archives."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Any
from xml.sax.saxutils import escape

from reportlab.pdfbase import pdfdoc

from forms.structure import Raw, add_structure
from forms.unicode_map import without_nothing
from resources import read_text, resource

if TYPE_CHECKING:
    from forms.tags import Tags

PROGRAM = "Nahbar"
_PRODUCER = "ReportLab"
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class Stream(pdfdoc.PDFStream):
    """A stream whose end stands on a line of its own (ISO 19005-2, 6.1.7.1)."""

    def format(self, document: Any) -> bytes:  # noqa: ANN401 - called by reportlab
        """Answer the bytes."""
        whole: bytes = super().format(document)
        content = whole.removesuffix(b"endstream\n")
        # Behind a carriage return of the content a lone line feed would be taken for its half.
        end = b"\r\n" if content.endswith(b"\r") else b"\n"
        return content + end + b"endstream\n"


class Info(pdfdoc.PDFInfo):
    """The old description of a document: nothing that the XMP packet does not say too."""

    def format(self, document: Any) -> bytes:  # noqa: ANN401 - called by reportlab
        """Answer the bytes."""
        said = {"Title": self.title, "Author": self.author}
        said |= {"Creator": PROGRAM, "Producer": _PRODUCER}
        shown = {key: pdfdoc.PDFString(value) for key, value in said.items()}
        whole: bytes = pdfdoc.PDFDictionary(shown).format(document)
        return whole


class Finish:
    """The last thing that reportlab does before it writes: it stands behind the last font."""

    def __init__(self, tags: Tags, *, title: str, author: str, language: str) -> None:
        """Take what the document says about itself; `language` is a BCP 47 tag."""
        self._tags = tags
        self._packet = _packet(title, author, language)
        self._title, self._author = title, author

    def addObjects(self, doc: Any) -> None:  # noqa: ANN401, N802 - called by reportlab
        """Add the tree, the description and the colours; repair what reportlab wrote."""
        doc.info = Info()
        doc.info.title, doc.info.author = self._title, self._author
        add_structure(doc, self._tags)
        _describe(doc, self._packet)
        _add_colours(doc)
        _repair_streams(doc)
        _add_pages(doc)


def _describe(doc: Any, packet: str) -> None:  # noqa: ANN401 - reportlab has no types
    metadata = Stream(content=packet.encode())
    metadata.dictionary["Type"] = pdfdoc.PDFName("Metadata")
    metadata.dictionary["Subtype"] = pdfdoc.PDFName("XML")
    doc.Catalog.Metadata = metadata


def _add_colours(doc: Any) -> None:  # noqa: ANN401 - as above
    """Say what red, green and blue mean: sRGB."""
    profile = Stream(content=_srgb(), filters=[pdfdoc.PDFZCompress])
    profile.dictionary["N"] = 3
    number = doc.Reference(profile).format(doc).decode("ascii")
    doc.Catalog.__NoDefault__ = [*doc.Catalog.__NoDefault__, "OutputIntents"]
    doc.Catalog.OutputIntents = Raw(
        "[<</Type /OutputIntent /S /GTS_PDFA1 /OutputConditionIdentifier (sRGB) "
        f"/Info (sRGB) /DestOutputProfile {number}>>]"
    )


@cache
def _srgb() -> bytes:
    return resource("paper", "sRGB.icc").read_bytes()


def _repair_streams(doc: Any) -> None:  # noqa: ANN401 - as above
    for name, thing in doc.idToObject.items():
        if type(thing) is pdfdoc.PDFStream:
            content = thing.content
            if name.startswith("toUnicodeCMap:"):
                content = without_nothing(content)
            doc.idToObject[name] = Stream(thing.dictionary, content, thing.filters)


def _add_pages(doc: Any) -> None:  # noqa: ANN401 - as above
    """Write each page's content as it must end; it counts for the name of the file."""
    for page in doc.Pages.pages:
        doc.updateSignature(page.stream)
        page.Contents = Stream(content=page.stream, filters=[pdfdoc.PDFZCompress])
        page.Trans = None


def _packet(title: str, author: str, language: str) -> str:
    """Answer the XMP packet (ISO 16684-1)."""
    return _template().format(
        title=_xml(title),
        author=_xml(author),
        language=_xml(language),
        program=PROGRAM,
        producer=_PRODUCER,
    )


def _xml(text: str) -> str:
    return escape(_NOT_XML.sub("\ufffd", text))


@cache
def _template() -> str:
    return read_text("paper", "metadata.xmp")
