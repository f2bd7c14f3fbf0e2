"""Lint, format and types are content with the whole house."""

from __future__ import annotations

import pytest

from tests.tools.check import COMMANDS, run


@pytest.mark.parametrize("name", [name for name in COMMANDS if name != "contracts"])
def test_the_checker_is_content(name: str) -> None:
    code, said = run(name)

    assert code == 0, said
