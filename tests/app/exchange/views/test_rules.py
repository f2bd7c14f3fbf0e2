"""Views come back as they were kept, and a spoilt one shows the list as usual."""

from __future__ import annotations

import pytest

from app.exchange.views.rules import TITLE_LENGTH, View, check_title, read_view, view_text

VIEW = View(("name", "phone"), (("role", "volunteer"), ("status", "active")), "-age")


@pytest.mark.parametrize("view", [View(), VIEW])
def test_a_view_comes_back_as_it_was_kept(view: View) -> None:
    assert read_view(view_text(view)) == view


@pytest.mark.parametrize(
    "text", ["", "null", "[1]", '{"columns": 3, "filters": [1], "order": {}}', "{", '"x"']
)
def test_a_spoilt_view_is_the_usual_one(text: str) -> None:
    assert read_view(text) == View()


def test_what_is_understood_of_a_view_is_kept() -> None:
    text = '{"columns": ["name", 3], "filters": {"role": "client", "x": 1}, "order": "age"}'

    assert read_view(text) == View(("name",), (("role", "client"),), "age")


def test_an_open_filter_is_empty() -> None:
    assert VIEW.chosen("role") == "volunteer"
    assert VIEW.chosen("area") == ""


@pytest.mark.parametrize("title", ["", "  ", "x" * (TITLE_LENGTH + 1), "a\nb", "a\x00"])
def test_a_view_has_a_sensible_name(title: str) -> None:
    assert [problem.field for problem in check_title(title)] == ["title"]
