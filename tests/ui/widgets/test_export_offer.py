"""What a screen offers to be exported: rows that are there already are handed out in parts."""

from __future__ import annotations

from ui.widgets.export_offer import given_rows


def test_rows_that_are_there_are_handed_out_in_parts() -> None:
    fetch = given_rows(["a", "b", "c"])

    assert [list(fetch(None, start, 2)) for start in (0, 2, 4)] == [["a", "b"], ["c"], []]
