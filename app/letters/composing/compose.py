"""From values to a letter: blocks in their order, nothing blank, nothing that cannot be printed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.errors import Refused
from app.letters.rules.body import Paragraph, Span, held, sentences_of
from app.letters.rules.markup import BLOCKS, Line, fill, missing_values, read_template
from forms.letters.composed import Version
from forms.letters.setting import fit_values
from forms.printable import check_printable

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from app.letters.composing.templates import TemplateRow
    from app.letters.legal.rules import LegalBlock
    from app.letters.rules.body import Body
    from app.letters.rules.markup import TemplateText


NO_BREAK = "\u00a0"
SIGNATURE = 10.0
"""Room for a signature, in millimetres."""


@dataclass(frozen=True, slots=True)
class Words:
    """What a letter says in one language, before its values are put in."""

    language: str
    text: TemplateText
    values: Mapping[str, str]
    common: TemplateText
    """Greeting and closing of all letters, where the template has none of its own."""
    greeting: str = ""
    """How a household is greeted; "" for one person."""
    salutation: str = "none"
    place: str = ""
    """Of the visit: chooses the variant of a block."""
    legal: LegalBlock | None = None
    """Stands where the template itself says nothing about it."""
    binding: str = ""


def compose(words: Words, row: TemplateRow) -> Version:
    """Answer what a letter says; raises `Refused` with each value that is missing or unprintable.

    A sentence or line that asks for something unknown is left out, unless the template needs it.
    """
    values = dict(words.values)
    lines = {block: _lines(words, block, row.blocks) for block in BLOCKS}
    problems = missing_values(_needed(lines, row.needs), values)
    if problems:
        raise Refused(*problems)
    check_printable({code: value for code, value in values.items() if value})
    shown = fit_values(values, words.language)
    shown["phone"] = shown["phone"].replace(" ", NO_BREAK)
    filled = {block: fill(_without_blanks(found, values), shown) for block, found in lines.items()}
    if words.greeting and filled["greeting"]:
        filled["greeting"] = (Paragraph((Span(words.greeting),)),)
    filled["legal"] = held(filled["legal"])
    filled["closing"] = _signed(filled["closing"])
    subject = " ".join(sentences_of(filled["subject"]).split())
    body = [piece for block in BLOCKS[1:] for piece in filled[block]]
    return Version(words.language, subject, tuple(body), words.binding)


def _signed(closing: Body) -> Body:
    """Answer a closing that stays together, with room for a signature above the names."""
    texts = [piece.text for piece in closing if isinstance(piece, Paragraph)]
    last = len(texts) - 1
    return tuple(
        Paragraph(text, stays=at < last, room=SIGNATURE if at == 0 and last else 0.0)
        for at, text in enumerate(texts)
    )


def _lines(words: Words, block: str, blocks: frozenset[str]) -> Sequence[Line]:
    variant = words.salutation if block == "greeting" else words.place
    own = words.text.lines(block, variant)
    if block in {"greeting", "closing"} and block in blocks:
        return own or words.common.lines(block, variant)
    if block == "legal" and words.legal is not None and not own:
        return legal_lines(words.legal)
    return own


def legal_lines(block: LegalBlock) -> Sequence[Line]:
    """Answer a legal block as lines of a template, below its title."""
    found = read_template(f"[legal]\n# {block.title}\n\n{block.text}\n", required=())
    if isinstance(found, tuple):
        message = f"the legal block {block.kind} is broken: {found[0].message}"
        raise TypeError(message)
    return found.lines("legal")


def _needed(lines: Mapping[str, Sequence[Line]], needs: frozenset[str]) -> frozenset[str]:
    """Answer what must have a value: what the template needs, and all of subject and law."""
    asked = {
        code
        for block, found in lines.items()
        for line in found
        for code in line.fields()
        if code in needs or block in {"subject", "greeting", "legal"}
    }
    return frozenset(asked)


def _without_blanks(lines: Sequence[Line], values: Mapping[str, str]) -> list[Line]:
    """Answer lines without the items, facts and paragraphs that ask for what is not known."""
    kept: list[Line] = []
    for group in _groups(lines):
        if all(values.get(code, "").strip() for line in group for code in line.fields()):
            kept.extend(group)
    return kept


def _groups(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """Answer each item, fact or empty line alone, and the lines of a paragraph together."""
    group: list[Line] = []
    for line in lines:
        is_running = bool(line.text) and not line.text.startswith(("- ", "|", "# "))
        if not is_running and group:
            yield group
            group = []
        if is_running:
            group.append(line)
        else:
            yield [line]
    if group:
        yield group
