"""Tags: which part of a document each drawn thing belongs to, as screen readers want to know."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Sequence

Role = Literal[
    "Document", "H1", "H2", "P", "L", "LI", "Lbl", "LBody", "Table", "TR", "TH", "TD", "Figure"
]  # fmt: skip
"""Standard structure types (ISO 32000-1, 14.8.4)."""


@dataclass(frozen=True, slots=True, eq=False)
class Block:
    """A part of a document; the same block again means more of the same part."""

    role: Role
    language: str = ""
    """BCP 47 tag where it is not the document's language."""
    attributes: str = ""
    """Attributes as a PDF dictionary."""
    instead: str = ""
    """What is read aloud in place of a picture."""
    place: str = ""
    """The one place of a document that it is for; it is not written."""


Path = tuple[Block, ...]
"""A block below the blocks that it stands in, the outermost first."""

ARTIFACT: Path = ()
"""What is no part of the text: marks, lines and what every page repeats."""


@dataclass(slots=True, eq=False)
class Element:
    """A block of one document, with what was drawn for it."""

    block: Block
    parts: list[Element | Mark] = field(default_factory=list)
    """Its content in reading order."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A sequence of marked content: the number of its page, and its own on that page."""

    page: int
    number: int


@lru_cache(maxsize=4096)
def fixed(place: str, role: Role = "P", language: str = "") -> Path:
    """Answer the block of a place that a document has at most once, such as its first line.

    It is the same in every document: so the structure of many letters is written once.
    """
    return (Block(role, language, place=place),)


def block(role: Role, *, language: str = "") -> Path:
    """Answer a new block that stands in the document itself."""
    return (Block(role, language),)


def figure(instead: str, edges: tuple[float, float, float, float]) -> Path:
    """Answer a picture with its words; `edges` are left, lower, right and upper, in points."""
    box = " ".join(f"{edge:.2f}" for edge in edges)
    attributes = f"<</O /Layout /Placement /Block /BBox [{box}]>>"
    return (Block("Figure", attributes=attributes, instead=instead),)


def new_table() -> Block:
    """Answer a table for `row`, or for `columns` and `cells`."""
    return Block("Table")


def row(table: Block, *, language: str = "") -> tuple[Path, Path]:
    """Answer the head and the value of a new row of a table."""
    line = Block("TR", language)
    head = Block("TH", attributes="<</O /Table /Scope /Row>>")
    return (table, line, head), (table, line, Block("TD"))


def columns(table: Block, count: int) -> tuple[Path, ...]:
    """Answer the heads of the columns of a table: a row that says what stands below it."""
    line = Block("TR")
    scope = "<</O /Table /Scope /Column>>"
    return tuple((table, line, Block("TH", attributes=scope)) for _at in range(count))


def cells(table: Block, count: int) -> tuple[Path, ...]:
    """Answer the cells of a new row of a table whose heads stand above it."""
    line = Block("TR")
    return tuple((table, line, Block("TD")) for _at in range(count))


def new_list(numbering: Literal["Disc", "Decimal"] = "Disc") -> Block:
    """Answer a list for `item`."""
    return Block("L", attributes=f"<</O /List /ListNumbering /{numbering}>>")


def item(within: Block, *, language: str = "") -> tuple[Path, Path]:
    """Answer the label and the body of a new item of a list."""
    line = Block("LI", language)
    return (within, line, Block("Lbl")), (within, line, Block("LBody"))


class Tags:
    """What one document says about its parts while it is drawn."""

    def __init__(self) -> None:
        """Begin with an empty document on its first page."""
        self._pages: list[list[Path]] = [[]]
        self._said: list[tuple[Block, str]] = []
        self._turned: set[Block] = set()
        self._open: Path | None = None

    @property
    def pages(self) -> tuple[tuple[Path, ...], ...]:
        """To what each marked content belongs, page by page."""
        return tuple(map(tuple, self._pages))

    def begin(self, path: Path) -> Sequence[str]:
        """Answer the operators that go before what belongs to a block, or is an artifact."""
        was_open = self._open
        if path == was_open:
            return ()
        self._open = path
        mark = self._marked(path) if path else "/Artifact BMC"
        return (mark,) if was_open is None else ("EMC", mark)

    def say(self, text: str, *, goes_on: bool, is_turned: bool) -> None:
        """Note the text that is drawn for the block begun last; `goes_on`: a space follows."""
        if self._open:
            inside = self._open[-1]
            self._said.append((inside, f"{text} " if goes_on else text))
            if is_turned:
                self._turned.add(inside)

    def turned(self) -> dict[Block, str]:
        """Answer the text, as it is read, of blocks where the page has it in another order."""
        if not self._turned:
            return {}
        return {
            block: "".join(text for inside, text in self._said if inside is block)
            for block in dict.fromkeys(inside for inside, _text in self._said)
            if block in self._turned
        }

    def end(self) -> Sequence[str]:
        """Answer the operators that end what is begun, at the latest at the end of a page."""
        was_open, self._open = self._open is not None, None
        return ("EMC",) if was_open else ()

    def new_page(self) -> None:
        """Go on with the next page."""
        self._pages.append([])

    def _marked(self, path: Path) -> str:
        owners = self._pages[-1]
        owners.append(path)
        return f"/{path[-1].role} <</MCID {len(owners) - 1}>> BDC"


def tree(pages: Sequence[Sequence[Path]]) -> tuple[Element, list[list[Element]]]:
    """Answer the document with all its parts, and the owner of each mark, page by page."""
    root = Element(Block("Document"))
    known: dict[Block, Element] = {}
    owners = [
        [_marked(path, Mark(page, number), root, known) for number, path in enumerate(paths)]
        for page, paths in enumerate(pages)
    ]
    return root, owners


def _marked(path: Path, mark: Mark, root: Element, known: dict[Block, Element]) -> Element:
    """Add a mark to the element of its block, which is new below its parents the first time."""
    above = root
    for each in path:
        if each not in known:
            known[each] = Element(each)
            above.parts.append(known[each])
        above = known[each]
    above.parts.append(mark)
    return above
