"""The structure tree of a PDF: written from what `Tags` collected while drawing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from forms.pdf import text_string
from forms.tags import Element

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from forms.pdf import PdfFile
    from forms.tags import Mark, Tags


def add_structure(file: PdfFile, tags: Tags, pages: Sequence[int]) -> int:
    """Write the tree, and the way from each page's marked content back into it.

    `pages` are the numbers of the page objects. Answers the number of the root.
    """
    root = file.reserve()
    elements = list(_walk(tags.root))
    first = file.reserve(len(elements))
    named = {element: first + at for at, (element, _parent) in enumerate(elements)}
    for element, parent in elements:
        above = root if parent is None else named[parent]
        file.put(named[element], _entry(element, above, named, pages).encode("ascii"))
    owners = [file.add(_owners(page, named)) for page in tags.pages]
    file.put(root, root_entry(named[tags.root], owners).encode("ascii"))
    return root


def root_entry(document: int, owners: Sequence[int]) -> str:
    """Answer the root of a tree: its one element, and the owners page by page."""
    nums = " ".join(f"{page} {number} 0 R" for page, number in enumerate(owners))
    return (
        f"<</Type/StructTreeRoot/K {document} 0 R/ParentTree<</Nums[{nums}]>>"
        f"/ParentTreeNextKey {len(owners)}>>"
    )


def _walk(
    element: Element, parent: Element | None = None
) -> Iterator[tuple[Element, Element | None]]:
    """Answer an element and all below it, each with its parent; the topmost has none."""
    yield element, parent
    for part in element.parts:
        if isinstance(part, Element):
            yield from _walk(part, element)


def _entry(element: Element, above: int, named: dict[Element, int], pages: Sequence[int]) -> str:
    block = element.block
    language = f"/Lang({block.language})" if block.language else ""
    attributes = f"/A{block.attributes}" if block.attributes else ""
    on, content = _content(element, named, pages)
    return (
        f"<</Type/StructElem/S/{block.role}/P {above} 0 R{language}{attributes}"
        f"{_typed(element)}{_instead(block.instead)}{on}/K[{content}]>>"
    )


def _instead(words: str) -> str:
    """Answer what is read aloud in place of a picture."""
    return f"/Alt {text_string(words)}" if words else ""


def _typed(element: Element) -> str:
    """Answer the text as it is read, where the page has it in the order of sight."""
    if not element.is_turned:
        return ""
    text = "".join(element.said).encode("utf-16-be", "replace")
    return f"/ActualText <FEFF{text.hex().upper()}>"


def _content(element: Element, named: dict[Element, int], pages: Sequence[int]) -> tuple[str, str]:
    """Answer on which page the content of an element begins, and what it is."""
    marks = [part for part in element.parts if not isinstance(part, Element)]
    page = marks[0].page if marks else 0
    parts = (
        f"{named[part]} 0 R" if isinstance(part, Element) else _mark(part, page, pages)
        for part in element.parts
    )
    return (f"/Pg {pages[page]} 0 R" if marks else ""), " ".join(parts)


def _mark(mark: Mark, page: int, pages: Sequence[int]) -> str:
    if mark.page == page:
        return str(mark.number)
    return f"<</Type/MCR/Pg {pages[mark.page]} 0 R/MCID {mark.number}>>"


def _owners(owners: Sequence[Element], named: dict[Element, int]) -> bytes:
    return f"[{' '.join([f'{named[element]} 0 R' for element in owners])}]".encode("ascii")
