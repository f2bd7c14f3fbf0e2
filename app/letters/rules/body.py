"""What the body of a letter is made of, before it is set on paper."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Span:
    """A piece of text in one weight."""

    text: str
    strong: bool = False


Text: TypeAlias = tuple[Span, ...]
"""A text whose pieces follow each other without a break."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text."""

    text: Text
    stays: bool = False
    """Whether it stays on one page with what follows, as a closing does with its names."""
    room: float = 0.0
    """Millimetres left free below it, for a signature."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading inside a longer letter."""

    text: Text


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list, each item a text."""

    items: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class Facts:
    """Labels with what they say, such as when and where."""

    rows: tuple[tuple[Text, Text], ...]


Piece: TypeAlias = Paragraph | Heading | Bullets | Facts
Body: TypeAlias = tuple[Piece, ...]


def held(body: Body) -> Body:
    """Answer a body that stays on one page with what follows, as a legal block does."""
    return tuple(
        replace(piece, stays=True) if isinstance(piece, Paragraph) else piece for piece in body
    )


def plain(text: Text) -> str:
    """Answer a text without its weights."""
    return "".join(span.text for span in text)


def sentences_of(body: Body) -> str:
    """Answer a body as running text, a line for each piece, as readability is measured."""
    lines: list[str] = []
    for piece in body:
        match piece:
            case Paragraph(text) | Heading(text):
                lines.append(plain(text))
            case Bullets(items):
                lines.extend(plain(item) for item in items)
            case Facts(rows):
                lines.extend(f"{plain(label)}: {plain(value)}" for label, value in rows)
    return "\n".join(lines)
