"""Requirements of `nahbar move` that need no server; the others are in tests/server."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.command_line.exits import Exit
from app.command_line.move import run as move
from app.command_line.run import run

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def test_a_move_of_nothing_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["move", str(tmp_path), "--to", "dbname=office"]) == Exit.UNAVAILABLE
    assert str(tmp_path) in capsys.readouterr().err
    assert callable(move)


def test_a_server_off_this_computer_is_only_called_in_a_safe_way(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    told = ["move", "host=db.example.org dbname=office", "--to", str(tmp_path / "new")]

    assert run(told) == Exit.REFUSED
    assert "verify-full" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []
