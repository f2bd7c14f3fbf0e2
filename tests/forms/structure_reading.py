"""Reads the structure of a PDF back: its tree, and to what each piece of content belongs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import page
import pikepdf

from tests.forms.reading import opened

if TYPE_CHECKING:
    from collections.abc import Iterator

PROFILES = (page.ValidationProfile.PDF_UA_1, page.ValidationProfile.PDF_A_2A)
_SHOWS_TEXT = {"Tj", "TJ", "'", '"'}
_PAINTS = {"S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "Do", "sh"}


@dataclass(frozen=True, slots=True)
class Painted:
    """One painting operator: its page, and the marked content that it stands in."""

    page: int
    shows_text: bool
    marks: tuple[str | int, ...]
    """MCIDs, and tags without one, from the outside in."""


def failures(pdf: bytes) -> list[str]:
    """Answer what an independent checker finds against PDF/UA-1 and PDF/A-2a."""
    return [
        f"{profile.value}: {failure.rule_id}: {failure.message}"
        for profile in PROFILES
        for failure in page.validate_pdf_bytes(pdf, profile=profile).failures
    ]


def outline(pdf: bytes) -> list[str]:
    """Answer the roles of all elements in reading order, indented below their parents."""
    with opened(pdf) as document:
        return [f"{' ' * depth}{str(element.S)[1:]}" for element, depth in _elements(document)]


def elements(document: pikepdf.Pdf) -> list[Any]:
    """Answer all structure elements in reading order."""
    return [element for element, _depth in _elements(document)]


def _elements(document: pikepdf.Pdf) -> Iterator[tuple[Any, int]]:
    yield from _below(document.Root.StructTreeRoot.K, 0)


def _below(element: Any, depth: int) -> Iterator[tuple[Any, int]]:  # noqa: ANN401 - any PDF object
    yield element, depth
    for part in element.K:
        if is_element(part):
            yield from _below(part, depth + 1)


def marks(element: Any) -> list[tuple[tuple[int, int], int]]:  # noqa: ANN401 - as above
    """Answer the marked content of an element: its page's object number, and its own.

    A bare number belongs to the page that the element names (ISO 32000-1, 14.7.4.2).
    """
    return [
        (element.Pg.objgen, int(part)) if isinstance(part, int) else (part.Pg.objgen, part.MCID)
        for part in element.get("/K", [])
        if not is_element(part)
    ]


def is_element(part: Any) -> bool:  # noqa: ANN401 - as above
    """Answer whether a part of an element is one itself."""
    return not isinstance(part, int) and part.Type == "/StructElem"


def painted(pdf: bytes) -> list[Painted]:
    """Answer everything that is painted, page by page."""
    with opened(pdf) as document:
        return [
            found for number, one in enumerate(document.pages) for found in _painted(one, number)
        ]


def _painted(one: pikepdf.Page, number: int) -> Iterator[Painted]:
    within: list[str | int] = []
    for instruction in pikepdf.parse_content_stream(one):
        operator = str(instruction.operator)
        if operator in {"BDC", "BMC"}:
            within.append(_mark(list(instruction.operands)))
        elif operator == "EMC":
            within.pop()
        elif operator in _SHOWS_TEXT | _PAINTS:
            yield Painted(number, operator in _SHOWS_TEXT, tuple(within))
    assert within == []


def _mark(operands: list[Any]) -> str | int:
    properties = operands[1] if len(operands) > 1 else {}
    return int(properties["/MCID"]) if "/MCID" in properties else str(operands[0])
