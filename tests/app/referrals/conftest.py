"""The offices in which the ways out of a PSP group are tried."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.app.referrals.marked import make_pattern

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.app.referrals.marked import Offices, Pattern


@pytest.fixture(scope="session")
def pattern(empty_office: Path, tmp_path_factory: pytest.TempPathFactory) -> Pattern:
    """Both offices, closed."""
    return make_pattern(empty_office, tmp_path_factory.mktemp("pattern"))


@pytest.fixture(scope="module")
def marked_offices(pattern: Pattern, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Offices]:
    """Both offices for tests that only ask, or open the group: all share them, in any order."""
    yield from pattern.copied(tmp_path_factory.mktemp("asked"))


@pytest.fixture(scope="module")
def offices_to_write_in(
    pattern: Pattern, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Offices]:
    """Both offices for tests that make papers in them, which no other test counts."""
    yield from pattern.copied(tmp_path_factory.mktemp("written"))
