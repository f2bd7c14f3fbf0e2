"""The structure tree of a PDF: written from what `Tags` collected while drawing."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from forms.pdf import ready, text_string
from forms.tags import Element, tree

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from forms.pdf import PdfFile, Ready
    from forms.tags import Block, Mark, Path, Tags

Marked = tuple[tuple["Path", ...], ...]
"""To what each marked content belongs, page by page."""


def add_structure(file: PdfFile, tags: Tags, pages: Sequence[int]) -> int:
    """Write the tree, and the way from each page's marked content back into it.

    `pages` are the numbers of the page objects. Answers the number of the root.
    """
    about = file.count, tags.pages, tuple(pages)
    turned = tags.turned()
    file.put_ready(_objects(*about, turned) if turned else _usual(*about))
    return file.count - 1


def root_entry(document: int, owners: Sequence[int]) -> str:
    """Answer the root of a tree: its one element, and the owners page by page."""
    nums = " ".join(f"{page} {number} 0 R" for page, number in enumerate(owners))
    return (
        f"<</Type/StructTreeRoot/K {document} 0 R/ParentTree<</Nums[{nums}]>>"
        f"/ParentTreeNextKey {len(owners)}>>"
    )


@lru_cache(maxsize=64)
def _usual(first: int, marked: Marked, pages: tuple[int, ...]) -> Ready:
    """Answer a tree that repeats no text: many letters of one kind have the same."""
    return _objects(first, marked, pages, {})


def _objects(
    first: int, marked: Marked, pages: tuple[int, ...], turned: Mapping[Block, str]
) -> Ready:
    """Answer all objects of a tree from a number on; the last of them is its root."""
    document, owners = tree(marked)
    elements = list(_walk(document))
    named = {element: first + at for at, (element, _parent) in enumerate(elements)}
    behind = first + len(elements)
    root = behind + len(owners)
    entries = [
        _entry(element, root if parent is None else named[parent], named, pages, turned)
        for element, parent in elements
    ]
    entries += [_owners(page, named) for page in owners]
    entries.append(root_entry(first, range(behind, root)))
    return ready(first, [entry.encode("ascii") for entry in entries])


def _walk(
    element: Element, parent: Element | None = None
) -> Iterator[tuple[Element, Element | None]]:
    """Answer an element and all below it, each with its parent; the topmost has none."""
    yield element, parent
    for part in element.parts:
        if isinstance(part, Element):
            yield from _walk(part, element)


def _entry(
    element: Element,
    above: int,
    named: Mapping[Element, int],
    pages: Sequence[int],
    turned: Mapping[Block, str],
) -> str:
    block = element.block
    language = f"/Lang({block.language})" if block.language else ""
    attributes = f"/A{block.attributes}" if block.attributes else ""
    # What is read aloud in place of a picture.
    instead = f"/Alt {text_string(block.instead)}" if block.instead else ""
    typed = f"/ActualText {text_string(turned[block])}" if block in turned else ""
    on, content = _content(element, named, pages)
    return (
        f"<</Type/StructElem/S/{block.role}/P {above} 0 R{language}{attributes}"
        f"{typed}{instead}{on}/K[{content}]>>"
    )


def _content(
    element: Element, named: Mapping[Element, int], pages: Sequence[int]
) -> tuple[str, str]:
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


def _owners(owners: Sequence[Element], named: Mapping[Element, int]) -> str:
    return f"[{' '.join([f'{named[element]} 0 R' for element in owners])}]"
