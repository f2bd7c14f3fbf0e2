"""How a row of a suitcase comes home: what it held when packed, what it holds now, here and there.

A row that only one side changed takes that side. A row that both changed is never put together by
a machine: a person sees the fields and chooses. Fields here are plain words, see
`db.suitcase_lines`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Any, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Mapping

Row: TypeAlias = "Mapping[str, Any]"

DERIVED = frozenset({"last_contact"})
"""Columns that follow from other rows: never a reason to ask."""


class Verdict(StrEnum):
    """What is to be done with a row."""

    ADD = "add"
    CHANGE = "change"
    REMOVE = "remove"
    SAME = "same"
    ASK = "ask"
    """Both sides changed it."""
    ASK_GONE = "ask_gone"
    """It was changed on the way, and the office has removed it."""
    ASK_REMOVED = "ask_removed"
    """It was removed on the way, and the office has changed it."""


@dataclass(frozen=True, slots=True)
class Settled:
    """The verdict, and what is to be written."""

    verdict: Verdict
    writes: Row = field(default_factory=dict)
    """Fields to write; of a question, all fields in which the two sides differ."""
    proposed: frozenset[str] = frozenset()
    """Fields of a question in which only the suitcase has something new."""


def settle(base: Row | None, came: Row | None, home: Row | None, *, is_ours: bool) -> Settled:
    """Answer what is to be done with a row.

    `base` is what was packed, `came` what the suitcase holds, `home` what the office holds; None
    where there is no row. `is_ours` says that the office's row is as an earlier return left it.
    """
    if came is None:
        return _removed(base, home, is_ours=is_ours)
    if home is None:
        # What only an earlier return brought and nobody at home removed cannot be gone.
        return Settled(Verdict.ADD if base is None else Verdict.ASK_GONE, came)
    known = base or {}
    mine = {name for name, word in came.items() if base is None or word != known.get(name, word)}
    writes = {name: came[name] for name in mine if home.get(name, came[name]) != came[name]}
    if not writes:
        return Settled(Verdict.SAME)
    theirs = _changed_at_home(known, home, came)
    if is_ours or not theirs:
        return Settled(Verdict.CHANGE, writes)
    if theirs <= DERIVED:
        return Settled(Verdict.CHANGE, {**writes, **_later(writes, home)})
    differing = {name: came[name] for name in came if home.get(name, came[name]) != came[name]}
    return Settled(Verdict.ASK, differing, frozenset(mine - theirs))


def chosen_values(asked: Settled, taken: frozenset[str]) -> Row:
    """Answer what is written of a question where some fields are taken from the suitcase."""
    return {name: word for name, word in asked.writes.items() if name in taken}


def _removed(base: Row | None, home: Row | None, *, is_ours: bool) -> Settled:
    if home is None:
        return Settled(Verdict.SAME)
    if is_ours or not _changed_at_home(base or {}, home, home):
        return Settled(Verdict.REMOVE)
    return Settled(Verdict.ASK_REMOVED)


def _changed_at_home(base: Row, home: Row, came: Row) -> set[str]:
    """Answer the fields that the office has changed since; of a row that was new, all of them."""
    return {name for name in came if name in home and base.get(name, _NEVER) != home[name]}


def _later(writes: Row, home: Row) -> dict[str, Any]:
    """Answer the later of two days, for what follows from other rows."""
    both = {name for name in writes if name in DERIVED}
    return {name: max(filter(None, (writes[name], home[name]))) for name in both}


_NEVER = object()
