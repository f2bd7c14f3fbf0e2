"""Names that a package imports late are those that it offers, and lead to the same things."""

from __future__ import annotations

import ast
import subprocess
import sys
from importlib import import_module

import pytest

from tests.house.sources import ROOT, program

PACKAGES = tuple(
    ".".join(file.path.parent.parts)
    for file in program()
    if file.path.name == "__init__.py" and "late_names(" in file.text
)


@pytest.mark.parametrize("package", PACKAGES)
def test_every_name_of_a_package_is_what_its_part_calls_so(package: str) -> None:
    module = import_module(package)
    assert module.__file__ is not None
    tree = ast.parse((ROOT / package.replace(".", "/") / "__init__.py").read_text("utf-8"))
    typed = {
        name.name: node.module
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and node.module != "typing"
        for name in node.names
        if name.name not in {"annotations", "late_names"}
    }

    assert set(module.__all__) == set(typed)
    for name, part in typed.items():
        assert part is not None
        assert getattr(module, name) is getattr(import_module(part), name)


def test_a_package_without_a_name_says_so() -> None:
    with pytest.raises(ImportError, match="nobody"):
        exec("from app.consent.rules import nobody")  # noqa: S102 - what a wrong import does


def test_one_name_brings_one_part() -> None:
    code = (
        "import sys; from app.matches.rules import MatchStage; "
        "print(sorted(name for name in sys.modules if name.startswith('app.matches.rules.')))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert "app.matches.rules.plan" not in done.stdout
    assert done.stdout.count("app.matches") <= 2
