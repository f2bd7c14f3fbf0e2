"""Every icon that a screen names is there: Qt is silent about one that is missing."""

from __future__ import annotations

import ast
import re
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from resources import resource
from tests.house.sources import sources

if TYPE_CHECKING:
    from collections.abc import Iterator

NAMED = re.compile(r"[a-z0-9]+([_-][a-z0-9]+)*")


def _icon_names(tree: ast.Module) -> Iterator[str]:
    """Find the texts given to `icon(…)`, `icon_button(…)` and as `icon=…`, `*_icon=…`."""
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call):
            continue
        called = node.func.attr if isinstance(node.func, ast.Attribute) else _name(node.func)
        if called in {"icon", "icon_button", "icon_label"} and node.args:
            yield from _texts(node.args[0])
        for keyword in node.keywords:
            if keyword.arg == "icon" or (keyword.arg or "").endswith("_icon"):
                yield from _texts(keyword.value)


def _name(node: ast.expr) -> str:
    return node.id if isinstance(node, ast.Name) else ""


def _texts(node: ast.expr) -> Iterator[str]:
    """Find the literal texts of an expression, both halves of a choice too."""
    for part in ast.walk(node):
        if isinstance(part, ast.Constant) and isinstance(part.value, str) and part.value:
            yield part.value


@pytest.fixture(scope="module")
def used() -> list[tuple[str, str]]:
    """Each icon that the screens name, with the file that names it."""
    found = {
        (name, str(source.path))
        for source in sources("ui")
        for name in _icon_names(source.tree)
        if NAMED.fullmatch(name)
    }
    return sorted(found)


def test_the_screens_name_icons(used: list[tuple[str, str]]) -> None:
    assert len({name for name, _ in used}) >= 5


def test_every_named_icon_exists(used: list[tuple[str, str]]) -> None:
    missing = [one for one in used if not resource("icons", f"{one[0]}.svg").is_file()]
    assert not missing


def test_the_finder_finds_both_halves_of_a_choice() -> None:
    tree = ast.parse("button(text, icon='eye' if shown else 'eye-off')\nicon('bell')")

    assert sorted(_icon_names(tree)) == ["bell", "eye", "eye-off"]
    assert all(left != right for left, right in pairwise(sorted(_icon_names(tree))))
