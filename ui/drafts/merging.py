"""Compares what was typed into a form with what others saved meanwhile, field by field."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol

from ui.drafts.field_words import words_of
from ui.widgets.long_text_field import LongTextField

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from ui.widgets.form_field import FormField


class Fields(Protocol):
    """Named inputs with their labels, such as a `Form`."""

    def texts(self) -> dict[str, str]:
        """Answer what stands in each input."""

    def restore(self, texts: Mapping[str, str]) -> None:
        """Put texts back into the inputs."""

    def field(self, name: str) -> FormField:
        """Answer a field with its label."""


@dataclass(frozen=True, slots=True)
class MergeRow:
    """One field that others changed."""

    name: str
    label: str
    mine: str
    theirs: str
    mine_words: str
    theirs_words: str
    is_typed: bool
    """Whether it was changed here as well: both have an answer of their own."""
    both: str = ""
    """Both texts below each other; "" where only one of them can stand."""


@dataclass(frozen=True, slots=True)
class Merging:
    """What there is to decide, and what need not be."""

    rows: tuple[MergeRow, ...]
    theirs: dict[str, str]
    """What stands in each input of the others' version."""
    untouched: dict[str, str]
    """What was typed here and others did not change."""


def compare(
    form: Fields,
    base: Mapping[str, str],
    mine: Mapping[str, str],
    take: Callable[[Any], None],
    newer: object,
) -> Merging:
    """Answer what differs; the form is filled with the others' version by `take` meanwhile.

    `base` is what both began with. Afterwards the form shows `mine` again.
    """
    take(newer)
    theirs = form.texts()
    differing = [name for name, text in theirs.items() if text != mine.get(name, text)]
    their_words = {name: words_of(form.field(name).input) for name in differing}
    form.restore({name: mine[name] for name in differing})
    changed = [name for name in differing if theirs[name] != base.get(name)]
    rows = tuple(_row(form, name, base, mine, theirs, their_words[name]) for name in changed)
    untouched = {name: mine[name] for name in differing if name not in changed}
    return Merging(rows, theirs, untouched)


def _row(
    form: Fields,
    name: str,
    base: Mapping[str, str],
    mine: Mapping[str, str],
    theirs: Mapping[str, str],
    their_words: str,
) -> MergeRow:
    part = form.field(name)
    is_typed = mine[name] != base.get(name)
    is_text = isinstance(part.input, LongTextField)
    return MergeRow(
        name,
        part.label,
        mine[name],
        theirs[name],
        words_of(part.input),
        their_words,
        is_typed,
        both_texts(theirs[name], mine[name], base.get(name, "")) if is_text and is_typed else "",
    )


def both_texts(theirs: str, mine: str, base: str) -> str:
    """Answer a text that says what both say; what both began with stands in it once.

    Where both wrote on below the old text, their lines come first.
    """
    if mine in theirs:
        return theirs
    if theirs in mine:
        return mine
    if base and theirs.startswith(base) and mine.startswith(base):
        return f"{theirs.rstrip()}\n{mine[len(base) :].strip()}"
    return f"{theirs.rstrip()}\n{mine.lstrip()}"
