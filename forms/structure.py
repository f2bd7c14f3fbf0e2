"""The structure tree of a PDF: written from what `Tags` collected while drawing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from reportlab.pdfbase import pdfdoc

from forms.tags import Element

if TYPE_CHECKING:
    from collections.abc import Iterator

    from forms.tags import Mark, Tags


class Raw(pdfdoc.PDFObject):
    """A PDF object that is written as it stands."""

    __RefOnly__ = 1

    def __init__(self, text: str = "") -> None:
        """Hold ASCII text, which may come later."""
        self.text = text

    def format(self, document: Any) -> bytes:  # noqa: ANN401, ARG002 - called by reportlab
        """Answer the bytes."""
        return self.text.encode("ascii")


def add_structure(doc: Any, tags: Tags) -> None:  # noqa: ANN401 - reportlab has no types
    """Write the tree, and the way from each page's marked content back into it."""
    top = Raw()
    objects = {element: Raw() for element, _parent in _walk(tags.root)}
    named = {element: _named(doc, raw) for element, raw in objects.items()}
    pages = [_named(doc, page) for page in doc.Pages.pages]
    root = _named(doc, top)
    for element, parent in _walk(tags.root):
        above = named[parent] if parent else root
        objects[element].text = _entry(element, above, _content(element, named, pages))
    top.text = (
        f"<</Type /StructTreeRoot /K {named[tags.root]} /ParentTree <</Nums "
        f"[{_owners(tags, named)}]>> /ParentTreeNextKey {len(tags.pages)}>>"
    )
    doc.Catalog.StructTreeRoot = top
    doc.Catalog.MarkInfo = Raw("<</Marked true>>")
    _tell_pages(doc)


def _walk(element: Element, parent: Element | None = None) -> Iterator[tuple[Element, Any]]:
    """Answer an element and all below it, each with its parent."""
    yield element, parent
    for part in element.parts:
        if isinstance(part, Element):
            yield from _walk(part, element)


def _named(doc: Any, thing: Any) -> str:  # noqa: ANN401 - as above
    """Answer the reference to an object, as other objects write it."""
    return str(doc.Reference(thing).format(doc).decode("ascii"))


def _entry(element: Element, above: str, content: str) -> str:
    block = element.block
    language = f"/Lang ({block.language})" if block.language else ""
    attributes = f"/A {block.attributes}" if block.attributes else ""
    return (
        f"<</Type /StructElem /S /{block.role} /P {above} {language}{attributes}"
        f"{_typed(element)} /K [{content}]>>"
    )


def _typed(element: Element) -> str:
    """Answer the text as it is read, where the page has it in the order of sight."""
    if not element.is_turned:
        return ""
    text = "".join(element.said).encode("utf-16-be", "replace")
    return f"/ActualText <FEFF{text.hex().upper()}>"


def _content(element: Element, named: dict[Element, str], pages: list[str]) -> str:
    parts = (
        named[part] if isinstance(part, Element) else _mark(part, pages) for part in element.parts
    )
    return " ".join(parts)


def _mark(mark: Mark, pages: list[str]) -> str:
    return f"<</Type /MCR /Pg {pages[mark.page]} /MCID {mark.number}>>"


def _owners(tags: Tags, named: dict[Element, str]) -> str:
    return " ".join(
        f"{number} [{' '.join(named[element] for element in owners)}]"
        for number, owners in enumerate(tags.pages)
    )


def _tell_pages(doc: Any) -> None:  # noqa: ANN401 - as above
    """Give each page its number in the parent tree; keys go through the structure's order."""
    for number, page in enumerate(doc.Pages.pages):
        page.__NoDefault__ = [*page.__NoDefault__, "StructParents", "Tabs"]
        page.StructParents, page.Tabs = number, pdfdoc.PDFName("S")
