"""`nahbar duplicates`: who stands twice in a CSV file of people; needs no office."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.clients.duplicates import find_duplicates
from app.clients.duplicates.reading import read_people
from app.command_line.answer import Answer
from resources.text import _, ngettext

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Sequence

    from app.clients.duplicates import Pair


def run(arguments: Namespace) -> Answer:
    """Find pairs; raises `Refused` when the file is no CSV of people."""
    people = read_people(arguments.file)
    pairs = find_duplicates(people)
    found = ngettext(
        "{count} pair is probably one person.",
        "{count} pairs are probably one person each.",
        len(pairs),
    )
    return Answer([_facts(pair) for pair in pairs], (*_table(pairs), found))


def _facts(pair: Pair) -> dict[str, object]:
    """Answer a pair for programs; its reasons stay English."""
    return {"a": pair.a, "b": pair.b, "score": pair.score, "reasons": list(pair.reasons)}


def _table(pairs: Sequence[Pair]) -> list[str]:
    widths = [
        max((len(key) for key in keys), default=0)
        for keys in ([pair.a for pair in pairs], [pair.b for pair in pairs])
    ]
    return [
        f"{pair.a:<{widths[0]}}  {pair.b:<{widths[1]}}  {pair.score:.2f}  "
        + ", ".join(_(reason) for reason in pair.reasons)
        for pair in pairs
    ]
