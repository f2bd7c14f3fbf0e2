"""Requirements of days as arguments of a command."""

from __future__ import annotations

from argparse import ArgumentTypeError
from datetime import date

import pytest

from app.command_line.days import read_day


def test_a_day_is_written_as_year_month_and_day() -> None:
    assert read_day("2028-02-29") == date(2028, 2, 29)


@pytest.mark.parametrize("written", ["", "24.11.2026", "2027-02-29", "tomorrow"])
def test_anything_else_is_named_with_an_example(written: str) -> None:
    with pytest.raises(ArgumentTypeError, match="is no date such as 2026-11-24"):
        read_day(written)
