"""Tests of copies of one suitcase, whatever is done in them and wherever a return is cut off."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from app.mobile_advice.suitcase.actions import end_return
from app.mobile_advice.suitcase.queries import not_back, suitcase
from app.mobile_advice.suitcase.receipts import trail_of
from app.mobile_advice.suitcase.returning import Decision, bring_row
from app.mobile_advice.suitcase.rules import Outcome, SuitcaseState
from tests.app.mobile_advice.suitcase.waiting import (
    PACKED,
    Waiting,
    coming_out_of,
    do,
    waiting,
    wishes,
)

if TYPE_CHECKING:
    from pathlib import Path
    from uuid import UUID

    import pytest

    from db.suitcase_base import Change

Deeds = list[tuple[str, int, str]]
_DEEDS = st.lists(
    st.tuples(
        st.sampled_from(("add", "change", "change", "remove")),
        st.integers(0, 3),
        st.text("abc", min_size=1, max_size=3),
    ),
    max_size=6,
)
_QUICK = (Phase.explicit, Phase.reuse, Phase.generate)
_TAKE = Decision(taken=frozenset({"wish"}), brings=True)
_KEEP = Decision()


@settings(max_examples=10, deadline=None, suppress_health_check=list(HealthCheck))
@given(there=_DEEDS, here=_DEEDS, cuts=st.lists(st.integers(0, 4), max_size=3))
def test_whatever_both_sides_do_and_wherever_it_is_cut_off_nothing_is_lost_or_doubled(
    tmp_path_factory: pytest.TempPathFactory,
    empty_office: Path,
    there: Deeds,
    here: Deeds,
    cuts: list[int],
) -> None:
    on = waiting(tmp_path_factory.mktemp("pair"), empty_office, 1)
    try:
        for deed in there:
            on.copies[0].act(do, on.keys, *deed)
        for deed in here:
            on.home.act(do, on.keys, *deed)
        before, came = on.home.ask(wishes), on.copies[0].ask(wishes)
        found = coming_out_of(on.copies[0])
        for cut in cuts:
            for change in found[:cut]:
                on.home.act(bring_row, on.suitcase_id, change)
        for change in found:
            if on.home.act(bring_row, on.suitcase_id, change).value.asked is not None:
                on.home.act(bring_row, on.suitcase_id, change, _TAKE)
        assert on.home.ask(not_back, on.suitcase_id, found) == ()
        expected = dict(before)
        for key in {*on.keys, *came}:
            if key not in came:
                expected.pop(key, None)
            elif key not in on.keys or came[key] != PACKED:
                expected[key] = came[key]
        assert on.home.ask(wishes) == expected
    finally:
        on.close()


@settings(max_examples=7, deadline=None, suppress_health_check=list(HealthCheck), phases=_QUICK)
@given(
    deeds=st.tuples(_DEEDS, _DEEDS, _DEEDS),
    later=st.tuples(_DEEDS, _DEEDS),
    cuts=st.lists(st.tuples(st.integers(0, 1), st.integers(0, 5)), min_size=1, max_size=4),
    first=st.integers(0, 1),
    takes=st.lists(st.booleans(), min_size=1, max_size=5),
)
def test_two_copies_whose_returns_are_cut_off_overwrite_nothing_of_each_other(
    tmp_path_factory: pytest.TempPathFactory,
    empty_office: Path,
    deeds: tuple[Deeds, Deeds, Deeds],
    later: tuple[Deeds, Deeds],
    cuts: list[tuple[int, int]],
    first: int,
    takes: list[bool],
) -> None:
    on = waiting(tmp_path_factory.mktemp("copies"), empty_office, 2)
    try:
        for office, done in zip((*on.copies, on.home), deeds, strict=True):
            for deed in done:
                office.act(do, on.keys, *deed)
        evening = Evening(on, takes)
        for copy, cut in cuts:
            evening.bring(copy, cut)
        # Both go out once more, as they are: what is new in them comes with the rest.
        for office, done in zip(on.copies, later, strict=True):
            for deed in done:
                office.act(do, on.keys, *deed)
        for copy in (first, 1 - first, first, 1 - first):
            evening.bring(copy, None)
            evening.end(copy)
        evening.see_each_addition_once()
        known = on.home.ask(suitcase, on.suitcase_id)
        assert known is not None
        assert known.state is SuitcaseState.RETURNED
        assert known.open == 0
    finally:
        on.close()


def test_a_copy_that_was_begun_keeps_the_suitcase_on_the_way_until_it_is_back(
    tmp_path: Path, empty_office: Path
) -> None:
    on = waiting(tmp_path, empty_office, 2)
    try:
        for at, copy in enumerate(on.copies):
            for key in range(2):
                copy.act(do, on.keys, "change", key, f"{at}")
        evening = Evening(on, [True])
        evening.bring(0, 1)
        assert evening.bring(1, None) == 1
        assert evening.end(1) is SuitcaseState.PACKED
        # Of the first copy the row that came is known; the one that the other brought is asked.
        assert evening.bring(0, None) == 1
        assert evening.end(0) is SuitcaseState.RETURNED
        found = on.home.ask(wishes)
        assert [found[key] for key in on.keys] == ["1", "0", PACKED, PACKED]
        assert evening.bring(1, None) == evening.bring(0, None) == 0
        assert on.home.ask(wishes) == found
    finally:
        on.close()


class Evening:
    """Brings copies home, and sees at each row that nobody's change is overwritten unasked."""

    def __init__(self, on: Waiting, takes: list[bool]) -> None:
        """Begin with nothing brought; questions are answered by `takes`, one after the other."""
        self._on, self._takes = on, takes
        self._decided: set[tuple[int, UUID, str]] = set()
        self._brought: dict[UUID, tuple[int, str | None]] = {}
        """Of each row: which copy brought it last, and how it stood in the office then."""
        self._questions = 0

    def bring(self, copy: int, cut: int | None) -> int:
        """Bring the rows of a copy up to a cut and decide; answer how often it was asked."""
        asked = 0
        for change in coming_out_of(self._on.copies[copy])[:cut]:
            asked += self._bring(copy, change, decides=cut is None)
        return asked

    def end(self, copy: int) -> SuitcaseState:
        """See that all of a copy is in the office, and say so."""
        on = self._on
        assert on.home.ask(not_back, on.suitcase_id, coming_out_of(on.copies[copy])) == ()
        on.home.act(end_return, on.suitcase_id, on.copies[copy].ask(trail_of))
        known = on.home.ask(suitcase, on.suitcase_id)
        assert known is not None
        return known.state

    def see_each_addition_once(self) -> None:
        """See that whatever was added anywhere is in the office."""
        home = self._on.home.ask(wishes)
        for copy in self._on.copies:
            assert copy.ask(wishes).keys() - set(self._on.keys) <= home.keys()

    def _bring(self, copy: int, change: Change, *, decides: bool) -> int:
        on, key = self._on, change.key
        before = on.home.ask(wishes)
        brought = on.home.act(bring_row, on.suitcase_id, change).value
        after = on.home.ask(wishes)
        if before != after:
            assert before.keys() - {key} == after.keys() - {key}
            there = PACKED if key in on.keys else None
            own = (copy, before.get(key))
            assert before.get(key) == there or self._brought.get(key) == own, change
            self._brought[key] = (copy, after.get(key))
        if brought.asked is None:
            return 0
        state = (copy, key, str(change.came))
        assert brought.outcome is Outcome.CONFLICT
        assert state not in self._decided
        if decides:
            takes = self._takes[self._questions % len(self._takes)]
            self._questions += 1
            self._decided.add(state)
            on.home.act(bring_row, on.suitcase_id, change, _TAKE if takes else _KEEP)
            self._brought[key] = (copy, on.home.ask(wishes).get(key))
        return 1
