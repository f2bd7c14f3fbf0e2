"""Tests of opening workbooks in the process that reads."""

from __future__ import annotations

import subprocess
import sys

import pytest

from app.errors import Refused
from app.exchange.reading.workbooks import open_sheet
from resources.text import say


def test_what_is_no_archive_is_refused() -> None:
    with pytest.raises(Refused) as refused:
        open_sheet(b"PK\x03\x04", "list.xlsx")

    assert "damaged" in say(refused.value.problems[0])


def test_reading_needs_neither_numpy_nor_another_parser() -> None:
    script = (
        "import sys\n"
        "from app.exchange.reading import workbooks\n"
        "workbooks._tools()\n"
        "import openpyxl\n"
        "assert openpyxl.DEFUSEDXML and not openpyxl.LXML\n"
        "assert sys.modules['numpy'] is None\n"
    )

    subprocess.run([sys.executable, "-c", script], check=True)
