"""What was wanted of a mailing and what stood against its letters, as they are kept: JSON."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from app.errors import Problem
from app.letters.composing.rules import Choice
from app.letters.mass.rules import RunWish

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

_ELSEWHERE = {"posted_on", "visit_id"}
"""Parts of a choice that the run knows itself, or that each letter finds anew."""


def wish_text(wish: RunWish) -> str:
    """Answer what of a wish is kept beside the columns of its run."""
    choice = {name: part for name, part in asdict(wish.choice).items() if name not in _ELSEWHERE}
    kept = {
        "choice": choice,
        "per_household": wish.per_household,
        "with_envelopes": wish.with_envelopes,
    }
    return json.dumps(kept)


def read_wish(text: str, known: RunWish, posted_on: date | None) -> RunWish | None:
    """Answer the wish of a run whose columns are `known`; None where nobody kept it."""
    found: dict[str, Any] = json.loads(text) if text else {}
    if not found:
        return None
    parts = found["choice"]
    typed = tuple((code, value) for code, value in parts.pop("typed"))
    return RunWish(
        template=known.template,
        choice=Choice(typed=typed, posted_on=posted_on, **parts),
        title=known.title,
        selection=known.selection,
        basis=known.basis,
        per_household=found["per_household"],
        posted_on=posted_on,
        with_envelopes=found["with_envelopes"],
    )


def problems_text(problems: Sequence[Problem]) -> str:
    """Answer problems as a run keeps them; "" for none."""
    rows = [[p.message, p.field, {k: _plain(v) for k, v in p.values.items()}] for p in problems]
    return json.dumps(rows) if rows else ""


def read_problems(text: str) -> tuple[Problem, ...]:
    """Answer the problems that a run has kept."""
    rows = json.loads(text) if text else []
    return tuple(
        Problem(message, field, {name: _read(value) for name, value in values.items()})
        for message, field, values in rows
    )


def _plain(value: object) -> object:
    """Answer a value as JSON knows it; a word to be translated stays one."""
    if isinstance(value, Problem):
        return {"say": value.message}
    return value if isinstance(value, int) else str(value)


def _read(value: object) -> object:
    if isinstance(value, dict):
        return Problem(str(value.get("say", "")))
    return value
