"""The markup of templates: blocks, paragraphs, lists, facts, strong words and fields."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from app.errors import N_, Problem
from app.letters.rules.body import Body, Bullets, Facts, Heading, Paragraph, Span
from app.letters.rules.fields import FIELDS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from app.letters.rules.body import Piece, Text

BLOCKS = (
    "subject", "greeting", "purpose", "facts", "steps", "next", "whom", "legal", "closing", "note",
)  # fmt: skip
"""The building blocks of a letter in the order in which they are read."""

LONGEST_TEMPLATE = 20_000
"""Characters of one language of a template."""

UNKNOWN_BLOCK = N_("Line {line}: there is no block [{block}].")
TWICE = N_("Line {line}: the block [{block}] stands here for the second time.")
OUTSIDE = N_("Line {line}: this text stands in no block. Begin with a line such as [purpose].")
UNKNOWN_FIELD = N_("Line {line}: there is no field {{{field}}}.")
LONE_BRACE = N_("Line {line}: a brace is opened or closed alone. Write {{{{ or }}}} for a brace.")
UNEVEN_STRONG = N_("Line {line}: ** begins strong words, and a second ** must end them.")
HALF_FACT = N_("Line {line}: a fact is written as | label | value |.")
PICTURE = N_("Line {line}: pictures and HTML cannot stand in a letter.")
MISSING_BLOCK = N_("The block [{block}] is missing.")
TOO_LONG = N_("A template has at most {most} characters.")
NO_VALUE = N_("The letter needs a value for {field}.")

_HEAD = re.compile(r"\[([a-z]+)(?:\.([a-z_]+))?\]\s*")
_BRACES = re.compile(r"\{\{|\}\}|\{([^{}]*)\}|[{}]")
_SPACES = re.compile(r"[ \t\r\n\f\v]+")
"""No-break spaces are kept: they hold numbers together."""
PICTURE_MARK = re.compile(r"!\[|<\s*/?\s*[a-zA-Z!]")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a template and its number, from 1."""

    number: int
    text: str

    def fields(self) -> frozenset[str]:
        """Answer the fields that the line asks for."""
        return _fields(self.text)


@dataclass(frozen=True, slots=True)
class TemplateText:
    """A template in one language: lines by block, and by variant where a block has several."""

    blocks: Mapping[str, tuple[Line, ...]]
    """By "purpose" or "purpose.home"."""

    def lines(self, block: str, variant: str = "") -> tuple[Line, ...]:
        """Answer the lines of a block, in its variant if it has one."""
        return self.blocks.get(f"{block}.{variant}") or self.blocks.get(block, ())

    def fields(self) -> frozenset[str]:
        """Answer the fields that any block asks for."""
        lines = (line for block in self.blocks.values() for line in block)
        return frozenset(code for line in lines for code in line.fields())


def read_template(
    source: str, *, required: Sequence[str] = ("subject", "purpose")
) -> TemplateText | tuple[Problem, ...]:
    """Read a template, or answer everything that is wrong with it, each with its line."""
    if len(source) > LONGEST_TEMPLATE:
        return (Problem(TOO_LONG, "text", {"most": LONGEST_TEMPLATE}),)
    blocks: dict[str, list[Line]] = {}
    problems: list[Problem] = []
    here: list[Line] | None = None
    for number, text in enumerate(source.splitlines(), start=1):
        line = Line(number, text.rstrip())
        if head := _HEAD.fullmatch(text):
            here = _begin(blocks, head, number, problems)
        elif here is not None:
            here.append(line)
            problems.extend(_check(line))
        elif line.text:
            problems.append(_at(OUTSIDE, number))
            here = []
    found = {name.split(".")[0] for name in blocks}
    problems += [Problem(MISSING_BLOCK, "text", {"block": b}) for b in required if b not in found]
    if problems:
        return tuple(problems)
    return TemplateText(MappingProxyType({name: tuple(lines) for name, lines in blocks.items()}))


def _begin(
    blocks: dict[str, list[Line]], head: re.Match[str], number: int, problems: list[Problem]
) -> list[Line]:
    name = head[1] if head[2] is None else f"{head[1]}.{head[2]}"
    if head[1] not in BLOCKS:
        problems.append(_at(UNKNOWN_BLOCK, number, block=name))
        return []
    if name in blocks:
        problems.append(_at(TWICE, number, block=name))
    return blocks.setdefault(name, [])


def _at(message: str, line: int, **values: object) -> Problem:
    return Problem(message, "text", {"line": line, **values})


def _check(line: Line) -> Iterator[Problem]:
    if PICTURE_MARK.search(line.text):
        yield _at(PICTURE, line.number)
    if line.text.count("**") % 2:
        yield _at(UNEVEN_STRONG, line.number)
    if line.text.startswith("|") and len(_cells(line.text)) != 2:  # noqa: PLR2004 - label and value
        yield _at(HALF_FACT, line.number)
    for brace in _BRACES.finditer(line.text):
        if brace[0] in {"{", "}"}:
            yield _at(LONE_BRACE, line.number)
        elif brace[1] is not None and brace[1] not in FIELDS:
            yield _at(UNKNOWN_FIELD, line.number, field=brace[1])


def _cells(text: str) -> list[str]:
    return [cell.strip() for cell in text.strip().strip("|").split("|")]


@lru_cache(maxsize=4096)
def _fields(text: str) -> frozenset[str]:
    return frozenset(brace[1] for brace in _BRACES.finditer(text) if brace[1] is not None)


def missing_values(fields: frozenset[str], values: Mapping[str, str]) -> tuple[Problem, ...]:
    """Answer a problem for each field that is asked for and has no value."""
    return tuple(
        Problem(NO_VALUE, code, {"field": Problem(FIELDS[code].title)})
        for code in sorted(fields)
        if not values.get(code, "").strip()
    )


def fill(lines: Sequence[Line], values: Mapping[str, str]) -> Body:
    """Answer the pieces of a block; what a value contains is never read as markup.

    A field that stands alone as an item of a list becomes an item for each of its lines; one
    that stands alone in a paragraph becomes a paragraph for each. Raises `KeyError` for a
    field without a value: see `missing_values`.
    """
    asked = sorted(frozenset[str]().union(*(line.fields() for line in lines)))
    return _filled_in(tuple(lines), tuple((code, values[code]) for code in asked))


@lru_cache(maxsize=256)
def _filled_in(lines: tuple[Line, ...], known: tuple[tuple[str, str], ...]) -> Body:
    """Fill a block; the letters of a mailing have most of their blocks in common."""
    values = dict(known)
    pieces: list[Piece] = []
    for group in _groups(lines):
        first = group[0].text
        if first.startswith("- "):
            items = [item for line in group for item in _spread(line.text[2:], values)]
            pieces.append(Bullets(tuple(items)))
        elif first.startswith("|"):
            rows = [_cells(line.text) for line in group]
            pieces.append(Facts(tuple((_text(a, values), _text(b, values)) for a, b in rows)))
        elif first.startswith("# "):
            pieces.append(Heading(_text(first[2:], values)))
        else:
            whole = " ".join(line.text.strip() for line in group)
            pieces.extend(Paragraph(text) for text in _spread(whole, values))
    return tuple(pieces)


def _groups(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """Answer lines that make one piece together: of one kind, without an empty line between."""
    group: list[Line] = []
    for line in lines:
        kind = _kind(line.text)
        if group and (not line.text or kind != _kind(group[0].text) or kind == "#"):
            yield group
            group = []
        if line.text:
            group.append(line)
    if group:
        yield group


def _kind(text: str) -> str:
    return next((mark for mark in ("- ", "|", "#") if text.startswith(mark)), "")


def _spread(text: str, values: Mapping[str, str]) -> list[Text]:
    alone = re.fullmatch(r"\{([^{}]*)\}", text.strip())
    if alone is None:
        return [_text(text, values)]
    parts = [line.strip() for line in values[alone[1]].splitlines()]
    return [(Span(part),) for part in parts if part]


def _text(text: str, values: Mapping[str, str]) -> Text:
    """Answer the spans of a text: every second part between ** is strong."""
    spans = [
        Span(_filled(part, values), strong=at % 2 == 1) for at, part in enumerate(text.split("**"))
    ]
    return tuple(span for span in spans if span.text)


def _filled(text: str, values: Mapping[str, str]) -> str:
    def value(brace: re.Match[str]) -> str:
        if brace[1] is None:
            return brace[0][0]
        return _SPACES.sub(" ", values[brace[1]]).strip()

    return _BRACES.sub(value, text)
