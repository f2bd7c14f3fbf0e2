"""The transport problem behind matching, solved to proven optimality by HiGHS.

Each pair is a column between 0 and 1, each person and each volunteer a row with a limit. Such a
system is totally unimodular: a vertex of it is whole, so the simplex method answers pairs and,
with its prices, the proof that no assignment is better. Only the best few pairs of everybody are
given to it at first; the prices then say which others could improve the sum, until none can.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import highspy
import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Places = NDArray[np.int32]

_FIRST = 3
"""How many best pairs of each person and of each volunteer the first round looks at."""
_SCALE = 1_000.0
"""Largest score that the solver sees, so that its absolute tolerances are relative."""
_TOLERANCE = 1e-9
_GAIN = 1e-8
"""A pair outside joins when its price says it gains more than this, of `_SCALE`."""


@dataclass(frozen=True, slots=True)
class Transport:
    """Pairs with their scores, and how many pairs each row of either side may have."""

    rows: Places
    columns: Places
    scores: Floats
    wanted: Floats
    capacity: Floats


@dataclass(frozen=True, slots=True)
class Proven:
    """Which pairs are taken, and a sum that no choice of pairs can exceed."""

    taken: NDArray[np.intp]
    bound: float


def solve(transport: Transport) -> Proven:
    """Answer the best pairs; raises `RuntimeError` when the solver gives up."""
    if not len(transport.scores):
        return Proven(np.zeros(0, np.intp), 0.0)
    factor = _SCALE / max(float(transport.scores.max()), 1e-12)
    scores = transport.scores * factor
    inside = _best(transport.rows, scores) | _best(transport.columns, scores)
    active = np.flatnonzero(inside)
    model = _model(transport, scores, active)
    while True:
        values, people, volunteers = _run(model, len(transport.wanted))
        gains = scores - people[transport.rows] - volunteers[transport.columns]
        fresh = np.flatnonzero((gains > _GAIN) & ~inside)
        if not len(fresh):
            break
        _add(model, transport, scores, fresh)
        inside[fresh] = True
        active = np.concatenate([active, fresh])
    bound = transport.wanted @ people + transport.capacity @ volunteers
    bound += np.maximum(gains, 0.0).sum()
    return Proven(np.sort(active[values > 0.5]), float(bound) / factor)  # noqa: PLR2004 - 0 or 1


def _best(group: Places, scores: Floats) -> NDArray[np.bool_]:
    """Mark the best few pairs of each row of one side."""
    order = np.lexsort((-scores, group))
    ordered = group[order]
    rank = np.arange(len(ordered)) - np.searchsorted(ordered, ordered)
    marked = np.zeros(len(scores), bool)
    marked[order[rank < _FIRST]] = True
    return marked


def _model(transport: Transport, scores: Floats, active: NDArray[np.intp]) -> highspy.Highs:
    model = highspy.Highs()  # type: ignore[no-untyped-call] # the one untyped method
    for option, value in (
        ("output_flag", False),
        ("presolve", "off"),
        ("threads", 1),
        ("random_seed", 0),
        ("primal_feasibility_tolerance", _TOLERANCE),
        ("dual_feasibility_tolerance", _TOLERANCE),
    ):
        model.setOptionValue(option, value)
    limits = np.concatenate([transport.wanted, transport.capacity])
    none = np.zeros(0)
    nowhere = np.zeros(0, np.int32)
    model.addRows(
        len(limits), np.full(len(limits), -highspy.kHighsInf), limits, 0, nowhere, nowhere, none
    )
    _add(model, transport, scores, active)
    return model


def _add(
    model: highspy.Highs, transport: Transport, scores: Floats, pairs: NDArray[np.intp]
) -> None:
    """Give pairs to the solver as columns; it minimises, so scores are costs below zero."""
    count = len(pairs)
    indices = np.empty(2 * count, np.int32)
    indices[0::2] = transport.rows[pairs]
    indices[1::2] = len(transport.wanted) + transport.columns[pairs]
    starts = np.arange(0, 2 * count, 2, dtype=np.int32)
    ones = np.ones(count)
    model.addCols(
        count, -scores[pairs], np.zeros(count), ones, 2 * count, starts, indices, np.ones(2 * count)
    )


def _run(model: highspy.Highs, people: int) -> tuple[Floats, Floats, Floats]:
    """Answer the columns' values and the prices of both sides, none of them below zero."""
    model.run()
    status = model.getModelStatus()
    if status != highspy.HighsModelStatus.kOptimal:
        message = f"the solver ended with {status}"
        raise RuntimeError(message)
    solution = model.getSolution()
    prices = np.maximum(-np.array(solution.row_dual), 0.0)
    return np.array(solution.col_value), prices[:people], prices[people:]
