"""A module that is only named costs nothing; whoever uses it gets it, also much later."""

from __future__ import annotations

import subprocess
import sys

from tests.house.sources import ROOT

USED_LATER = """
import sys
from app.late_modules import late_modules
with late_modules("asyncio", "importlib.metadata", "json"):
    import asyncio
    from importlib import metadata
    is_coroutine = asyncio.iscoroutine
assert "asyncio" not in sys.modules and "importlib.metadata" not in sys.modules
assert is_coroutine(1) is False
import asyncio as real
assert asyncio.TimeoutError is real.TimeoutError
assert isinstance(TimeoutError(), (asyncio.TimeoutError, asyncio.CancelledError))
assert metadata.version("sqlalchemy")
"""

USED_INSIDE = """
import sys
from app.late_modules import late_modules
with late_modules("asyncio"):
    import asyncio as late
    assert late.TimeoutError is TimeoutError
    import asyncio.queues
assert asyncio is sys.modules["asyncio"] and asyncio.Queue is asyncio.queues.Queue is late.Queue
"""

IMPORTED_BEFORE = """
import asyncio, sys
from app.late_modules import late_modules
with late_modules("asyncio"):
    assert sys.modules["asyncio"] is asyncio
assert sys.modules["asyncio"] is asyncio
"""


def _run(code: str) -> str:
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False
    )
    return done.stderr


def test_a_module_is_imported_when_something_of_it_is_used() -> None:
    assert not _run(USED_LATER)


def test_a_module_may_be_used_inside_the_block() -> None:
    assert not _run(USED_INSIDE)


def test_a_module_that_is_there_stays() -> None:
    assert not _run(IMPORTED_BEFORE)
