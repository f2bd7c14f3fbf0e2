"""Tags: which part of a document each drawn thing belongs to, as screen readers want to know."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

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
    said: list[str] = field(default_factory=list)
    """Its text in reading order."""
    is_turned: bool = False
    """Whether some of its text runs to the left, so that the page has another order."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A sequence of marked content: the number of its page, and its own on that page."""

    page: int
    number: int


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
        self.root = Element(Block("Document"))
        self.pages: list[list[Element]] = [[]]
        """The owner of each marked content, page by page."""
        self._elements: dict[Block, Element] = {}
        self._open: Path | None = None

    def begin(self, path: Path) -> list[str]:
        """Answer the operators that go before what belongs to a block, or is an artifact."""
        if path == self._open:
            return []
        before = self.end()
        self._open = path
        return [*before, self._marked(path) if path else "/Artifact BMC"]

    def say(self, text: str, *, goes_on: bool, is_turned: bool) -> None:
        """Note the text that is drawn for the block begun last; `goes_on`: a space follows."""
        if self._open:
            element = self._elements[self._open[-1]]
            element.said.append(f"{text} " if goes_on else text)
            element.is_turned |= is_turned

    def end(self) -> list[str]:
        """Answer the operators that end what is begun, at the latest at the end of a page."""
        was_open, self._open = self._open is not None, None
        return ["EMC"] if was_open else []

    def new_page(self) -> None:
        """Go on with the next page."""
        self.pages.append([])

    def _marked(self, path: Path) -> str:
        element = self._element(path)
        owners = self.pages[-1]
        element.parts.append(Mark(len(self.pages) - 1, len(owners)))
        owners.append(element)
        return f"/{path[-1].role} <</MCID {len(owners) - 1}>> BDC"

    def _element(self, path: Path) -> Element:
        """Answer the element of a block, new below its parents where there is none yet."""
        if not path:
            return self.root
        known = self._elements.get(path[-1])
        if known is None:
            known = self._elements[path[-1]] = Element(path[-1])
            self._element(path[:-1]).parts.append(known)
        return known
