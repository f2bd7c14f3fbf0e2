"""Tests of what the process that reads says about a file."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING, Any

import pytest

from app.exchange.reading import child
from tests.factories.lists import ERNA, HEADINGS, csv_file, raw_file

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(autouse=True)
def _any_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    """Leave the process of the tests the memory it has."""
    monkeypatch.setattr(child, "_limit_memory", lambda: None)


def _said(
    file: Path, monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]
) -> list[Any]:
    monkeypatch.setattr("sys.argv", ["child", str(file)])
    child.main()
    sys.stdout.flush()
    return [json.loads(line) for line in capfdbinary.readouterr().out.splitlines()]


def test_a_file_is_said_then_its_rows_then_the_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    first, *rows, last = _said(csv_file(tmp_path, [HEADINGS, ERNA]), monkeypatch, capfdbinary)

    assert (first["kind"], first["encoding"], len(first["sha256"])) == ("delimited", "utf-8", 64)
    assert rows == [[1, list(HEADINGS)], [2, list(ERNA)]]
    assert last == {"end": True}


def test_a_refusal_is_the_last_word(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    said = _said(raw_file(tmp_path, "a.csv", b"\0"), monkeypatch, capfdbinary)

    assert said[-1]["values"] == {"file": "a.csv"}
    assert "is not a CSV file" in said[-1]["refused"]


def test_too_little_memory_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    monkeypatch.setattr(child, "_read", _needs_much)
    said = _said(csv_file(tmp_path), monkeypatch, capfdbinary)

    assert "200" in str(said[-1]["values"]["most"])


def _needs_much(_file: Path) -> list[object]:
    raise MemoryError
