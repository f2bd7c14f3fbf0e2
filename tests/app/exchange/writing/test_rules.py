"""Whoever takes a list out of the office says why, and takes no more than fits."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.exchange.writing.rules import (
    LONGEST_REASON,
    MOST_PAPER_ROWS,
    MOST_SHEET_ROWS,
    ExportFormat,
    ExportWish,
    check_export,
)

WISH = ExportWish("clients", ExportFormat.XLSX, ("name",), "Christmas post", rows=3)


def _fields(wish: ExportWish) -> list[str]:
    return [problem.field for problem in check_export(wish)]


def test_a_sensible_wish_is_welcome() -> None:
    assert check_export(WISH) == ()


@pytest.mark.parametrize("reason", ["", "  ", "ab", "...", "- -", "\u200b\u200b\u200b", "x" * 301])
def test_a_reason_is_asked_for(reason: str) -> None:
    assert _fields(replace(WISH, reason=reason)) == ["reason"]


@pytest.mark.parametrize("reason", ["Rota", "EDV", "名前名", "x" * LONGEST_REASON])
def test_a_short_reason_in_any_script_is_enough(reason: str) -> None:
    assert check_export(replace(WISH, reason=reason)) == ()


def test_a_list_without_columns_says_nothing() -> None:
    assert _fields(replace(WISH, columns=())) == ["columns"]


@pytest.mark.parametrize(
    ("form", "most"), [(ExportFormat.XLSX, MOST_SHEET_ROWS), (ExportFormat.PDF, MOST_PAPER_ROWS)]
)
def test_a_list_that_does_not_fit_is_refused_beforehand(form: ExportFormat, most: int) -> None:
    assert check_export(replace(WISH, format=form, rows=most)) == ()
    assert _fields(replace(WISH, format=form, rows=most + 1)) == ["format"]
    assert check_export(replace(WISH, format=ExportFormat.CSV, rows=most + 1)) == ()


def test_every_kind_of_file_has_a_name() -> None:
    assert all(form.label for form in ExportFormat)
