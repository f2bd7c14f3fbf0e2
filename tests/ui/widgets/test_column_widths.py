"""The room of a table is shared out sensibly."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from ui.widgets.column_widths import share_out


def test_free_room_goes_to_the_stretching_column() -> None:
    assert share_out(500, [(100, 50, False), (80, 80, True), (60, 60, False)]) == [100, 340, 60]


def test_several_stretching_columns_share_to_the_last_pixel() -> None:
    widths = share_out(201, [(0, 0, True), (0, 0, True)])
    assert sum(widths) == 201
    assert abs(widths[0] - widths[1]) <= 1


def test_a_wide_column_gives_way_before_the_table_scrolls() -> None:
    widths = share_out(300, [(300, 100, False), (80, 80, True)])
    assert widths[0] == 220
    assert widths[1] == 80


def test_no_column_becomes_narrower_than_its_least() -> None:
    assert share_out(10, [(300, 100, False), (80, 80, True)]) == [100, 80]


wishes = st.lists(
    st.tuples(st.integers(0, 500), st.integers(0, 500), st.booleans()).map(
        lambda wish: (max(wish[:2]), min(wish[:2]), wish[2])
    ),
    max_size=8,
)


@given(st.integers(0, 3000), wishes)
def test_every_column_keeps_its_least(room: int, wanted: list[tuple[int, int, bool]]) -> None:
    widths = share_out(room, wanted)
    assert all(width >= least for width, (_wish, least, _s) in zip(widths, wanted, strict=True))
